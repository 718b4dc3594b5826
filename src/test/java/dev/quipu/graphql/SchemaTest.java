package dev.quipu.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Golden;
import dev.quipu.testing.Graphql;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.schema.idl.SchemaParser;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What clients are told of the schema. */
@QuarkusTest
class SchemaTest {

    @Test
    void isAsRecorded() {
        String document = document();

        Golden.compare("schema.graphqls", document);
        assertThat(new SchemaParser().parse(document).getType("OrderOrderBy"))
                .hasValueSatisfying(
                        type -> assertThat(type.hasDirective("oneOf")).isTrue());
    }

    /** As deep as graphql-js asks since 16.15: nine types within each other, below the arguments of a field. */
    @Test
    void tellsItselfToTheToolsOfClients() {
        String query = IntrospectionQueryBuilder.build(
                IntrospectionQueryBuilder.Options.defaultOptions().typeRefFragmentDepth(9));

        assertThat(query.split("ofType", -1)).hasSize(10);
        assertThat(Graphql.data(query).at("/__schema/queryType/name").asText()).isEqualTo("Query");
    }

    /** Those of the specification and our own: what libraries add does nothing here. */
    @Test
    void hasNoDirectivesThatDoNothing() {
        assertThat(Graphql.data("{ __schema { directives { name } } }")
                        .at("/__schema/directives")
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "include", "skip", "deprecated", "specifiedBy", "oneOf", "preview", "explain");
        assertThat(document().lines().filter(line -> line.startsWith("directive ")))
                .containsExactlyInAnyOrder(
                        "directive @explain on MUTATION",
                        "directive @oneOf on INPUT_OBJECT",
                        "directive @preview on MUTATION");
        JsonNode oneOf = Graphql.data("{ __type(name: \"OrderOrderBy\") { isOneOf } }");
        assertThat(oneOf.at("/__type/isOneOf").asBoolean()).isTrue();
    }

    private static String document() {
        return given().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
    }
}
