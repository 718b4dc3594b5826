package dev.quipu.graphql.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many rows a page has. */
@ConfigMapping(prefix = "quipu.api")
public interface PageSizes {

    /** Where the query does not say. */
    @WithDefault("50")
    int pageSizeDefault();

    /** What a query may say. Large pages cost the database more as JSON than as tuples. */
    @WithDefault("1000")
    int pageSizeMax();
}
