package dev.quipu.graphql;

import dev.quipu.testing.Golden;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {

    @Inject
    GraphQLSchema schema;

    @Test
    void isAsRecorded() {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
                .includeDirectiveDefinitions(false)
                .includeScalarTypes(true);

        Golden.compare("schema.graphqls", new SchemaPrinter(options).print(schema));
    }
}
