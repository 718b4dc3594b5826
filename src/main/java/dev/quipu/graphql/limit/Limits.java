package dev.quipu.graphql.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one request may ask for. What is beyond is refused before anything is read. */
@ConfigMapping(prefix = "quipu.limit")
public interface Limits {

    /** The body of a request. */
    @WithDefault("256K")
    MemorySize body();

    /** Names, numbers and punctuators of a document. */
    @WithDefault("10000")
    int tokens();

    /** Fields within fields. Introspection has a bound of its own. */
    @WithDefault("12")
    int depth();

    /** The fields of a document, those of a fragment counted wherever it is spread. */
    @WithDefault("2000")
    int fields();

    /** The root fields of an operation. */
    @WithDefault("30")
    int rootFields();

    /** How often one field may be selected of one object, under different aliases. */
    @WithDefault("30")
    int aliases();

    /** The directives at one place. */
    @WithDefault("10")
    int directives();

    /** Operations and fragments of a document. */
    @WithDefault("100")
    int definitions();

    /** Rows times fields that an operation may read. */
    @WithDefault("250000")
    long complexity();

    /** Objects and lists within each other, in arguments and variables. */
    @WithDefault("32")
    int inputDepth();

    /** The elements of a list in arguments and variables. */
    @WithDefault("5000")
    int list();

    /** The conditions of all filters of an operation. */
    @WithDefault("200")
    int conditions();

    /** How long the database may take for a query's statement, in whole seconds; 0 for as long as it takes. */
    @WithDefault("10s")
    Duration statement();

    /** Requests that are carried out at a time. */
    @WithDefault("200")
    int requests();
}
