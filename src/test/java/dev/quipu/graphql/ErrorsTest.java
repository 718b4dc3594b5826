package dev.quipu.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Database;
import dev.quipu.testing.ErrorLog;
import dev.quipu.testing.Graphql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErrorsTest {

    @Inject
    DataSource dataSource;

    Database database;

    @BeforeEach
    void rows() throws Exception {
        database = new Database(dataSource);
        database.reset("golden/data.sql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # windows
            users(first: -1) { totalCount }                         | first is -1; it starts at 0.
            users(last: 1001) { totalCount }                        | last asks for 1001 rows; a page has at most 1000.
            users(first: 1, last: 1) { totalCount }                 | first and last are both given; a page starts from one end only.
            users(offset: 1, after: "x") { totalCount }             | offset is given with a cursor; a cursor says already where the page starts.
            users(after: "x") { nodes { id } }                      | cursor "x" was not given out by this API; use one from edges or pageInfo.
            users(before: "e30=") { nodes { id } }                  | cursor "e30=" was not given out by this API; use one from edges or pageInfo.
            # filters
            users(filter: {username: {eq: null}}) { totalCount }    | filter.username.eq is null; leave it out, or ask with isNull.
            users(filter: {role: null}) { totalCount }              | filter.role is null; leave it out, or ask with isNull.
            users(filter: {or: [{role: {name: {in: null}}}]}) { totalCount } | filter.or.role.name.in is null; leave it out, or ask with isNull.
            users(filter: {username: {}}) { totalCount }            | filter.username names no operator; leave it out, or add one as eq.
            users(filter: {preferences: {pathMatch: "$$$"}}) { totalCount } | The database cannot make sense of an operand; check pathMatch, which wants an SQL/JSON path predicate.
            users(filter: {username: {like: "a\\\\"}}) { totalCount } | pattern "a\\" ends in a single backslash; double it to mean one.
            # ids
            order(id: "one") { id }                                 | id "one" is not a whole number, as ids here are.
            orders(filter: {customerId: {in: ["x"]}}) { totalCount } | id "x" is not a whole number, as ids here are.
            node(nodeId: "%") { nodeId }                            | nodeId "%" was not given out by this API; query one.
            node(nodeId: "U2VjcmV0OjE=") { nodeId }                 | nodeId "U2VjcmV0OjE=" was not given out by this API; query one.
            """)
    void saysWhatToChange(String field, String message) {
        JsonNode error = Graphql.error("{ " + field + " }");

        assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/extensions/retryable").asBoolean(true)).isFalse();
        assertThat(error.at("/path/0").asText()).isEqualTo(field.replaceAll("\\W.*", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            users(first: "a") { totalCount }                            | expected a whole number of 32 bits, got "a"
            users(first: 99999999999) { totalCount }                    | expected a whole number of 32 bits, got 99999999999
            users(filter: {creditLimit: {gt: "much"}}) { totalCount }   | expected a number, or one in a string, of at most 100 digits, got "much"
            users(filter: {creditLimit: {gt: 1e1000000000}}) { totalCount } | The number 1e1000000000 has an exponent of more than 4 digits.
            users(filter: {createdAt: {gt: "2026-01-31"}}) { totalCount } | expected a date and time with its offset as "2026-01-31T12:00:00Z", got "2026-01-31"
            orders(filter: {shippedOn: {gt: "yesterday"}}) { totalCount } | expected a date of the years 1583 to 9999 as "2026-01-31", got "yesterday"
            orders(filter: {shippedOn: {gt: "+12026-01-01"}}) { totalCount } | expected a date of the years 1583 to 9999 as "2026-01-31", got "+12026-01-01"
            products(filter: {weight: {gt: 1e400}}) { totalCount }      | expected a number that fits into 64 bits, got 1E+400
            users(filter: {username: {eq: "\\u0000"}}) { totalCount } | A text contains the character U+0000, which the database cannot hold; leave it out.
            users(filter: {preferences: {contains: "\\u0000"}}) { totalCount } | A text contains the character U+0000, which the database cannot hold; leave it out.
            users(filter: {username: {eq: "\\ud800"}}) { totalCount } | surrogate
            users { nonsense }                                          | Field 'nonsense' in type 'UserConnection' is undefined
            users { nodes { passwordHash } }                            | Field 'passwordHash' in type 'User' is undefined
            users(orderBy: [{id: ASC, username: ASC}]) { totalCount }   | Exactly one key must be specified for OneOf type 'UserOrderBy'.
            users {                                                     | offending token '}'
            """)
    void refusesWhatTheSchemaDoesNotKnow(String field, String message) {
        JsonNode error = Graphql.error("{ " + field + " }");

        assertThat(error.path("message").asText()).contains(message).doesNotContain("Value{", "Exception");
        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void doesNotRepeatANameOfEndlessLength() {
        JsonNode error = Graphql.error("{ " + "a".repeat(1001) + " }");

        assertThat(error.path("message").asText())
                .isEqualTo("The name " + "a".repeat(40) + "... has 1001 characters; it may have 1000.");
        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ users(filter: {username: 1}) { totalCount } }",
                "{ users(filter: {username: {eq: 1}}) { totalCount } }",
                "{ users(filter: {username: {eq: [{a: \"}{\"}]}}) { totalCount } }",
                "{ users(filter: {nonsense: {eq: {a: [1, null, RED, true, 1.5, \"x\"]}}}) { totalCount } }",
                "{ users(filter: {active: {eq: \"yes\"}}) { totalCount } }",
                "{ users(orderBy: [{id: {a: 1}}]) { totalCount } }",
                "{ users(orderBy: {id: UPWARDS}) { totalCount } }",
                "{ users(first: {a: \"b\"}) { totalCount } }",
                "query ($f: UserFilter = {username: {eq: 1}}) { users(filter: $f) { totalCount } }",
                "query ($f: [Int!]) { users(first: $f) { totalCount } }",
                "{ users(first: \"a }",
                "{ users(first: @) }",
                "mutation { createUser(input: {user: {username: \"a\"}}) { user { id } } }",
                "mutation { createUser(input: {user: [1]}) { user { id } } }",
                "mutation { updateUser(input: {id: {a: 1}, patch: {preferences: 1}}) { user { id } } }"
            })
    void speaksOfNoClasses(String document) {
        JsonNode errors = Graphql.execute(document).path("errors");

        assertThat(errors).isNotEmpty();
        assertThat(errors.findValuesAsText("message")).allSatisfy(message -> assertThat(message)
                .doesNotContainPattern("\\w(Value|Field|Reference)\\{")
                .doesNotContain("ANTLR", "java", "AST", "coerc", "Value'", "Map", "ArrayList", "Exception"));
    }

    /** What Java would read as a number. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662", "1\u0662", " 1", "1_000", "0x1", "1e", ".", ""})
    void readsNumbersInPlainDigitsOnly(String number) {
        JsonNode error = Graphql.error(
                "query ($n: Decimal) { users(filter: {creditLimit: {gt: $n}}) { totalCount } }", Map.of("n", number));

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asText()).contains("a number, or one in a string");
    }

    /** graphql-java finds these only when the arguments are asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ orders(orderBy: [{id: null}]) { totalCount } }",
                "{ orders(orderBy: [{customer: {username: null}}]) { totalCount } }",
                "query ($d: SortDirection) { orders(orderBy: [{id: $d}]) { totalCount } }",
                "{ orders { groupBy(keys: [STATUS], orderBy: [{count: null}]) { aggregate { count } } } }",
                "mutation { shipOrder(order: {id: null}) { id } }",
                "mutation { createOrder(input: {order: {customer: {connect: null}}}) { order { id } } }"
            })
    void refusesAOneOfWithoutAValue(String document) {
        JsonNode error = Graphql.error(document);

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asText()).contains("must be non-null");
    }

    @Test
    void refusesAFilterThatAForgottenVariableWouldWiden() {
        String query =
                "query ($name: String, $mail: String) { users(filter: {username: {eq: $name}, email: {eq: $mail}}) { totalCount } }";

        JsonNode error = Graphql.error(query, Map.of("name", "ann"));

        assertThat(error.path("message").asText())
                .isEqualTo("filter.email.eq is $mail, which has no value; give it one, or leave the operator out.");
        assertThat(Graphql.data(query, Map.of("name", "ann", "mail", "ann@example.org"))
                        .at("/users/totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void takesAFilterThatIsAVariableWithoutValueAsAbsent() {
        JsonNode data = Graphql.data("query ($filter: UserFilter) { users(filter: $filter) { totalCount } }");

        assertThat(data.at("/users/totalCount").asInt()).isEqualTo(4);
    }

    @Test
    void refusesACursorOfAnotherOrdering() {
        String cursor = Graphql.data("{ users(first: 1, orderBy: [{username: ASC}]) { pageInfo { endCursor } } }")
                .at("/users/pageInfo/endCursor")
                .asText();

        JsonNode error =
                Graphql.error("{ users(after: \"" + cursor + "\", orderBy: [{username: DESC}]) { nodes { id } } }");

        assertThat(error.path("message").asText()).contains("belongs to another ordering");
    }

    @Test
    void keepsTheOtherRootFieldsWhenOneThatMayBeNullFails() {
        JsonNode response = Graphql.execute("{ order(id: \"one\") { id } user(id: 1) { username } }");

        assertThat(response.at("/errors/0/path/0").asText()).isEqualTo("order");
        assertThat(response.at("/data/order").isNull()).isTrue();
        assertThat(response.at("/data/user/username").asText()).isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{ __typename }\", \"variables\": 3}",
                "{\"query\": \"{ __typename }\", \"variables\": [1]}",
                "{\"query\": \"{ __typename }\", \"operationName\": {}}",
                "{\"query\": \"{ __typename }\", \"extensions\": \"x\"}",
                "{\"query\": 1}",
                "{}",
                "{\"query\": \"query ($n: Int) { users(first: $n) { totalCount } }\", \"variables\": {\"n\": 1e1000}}",
                "{\"query\": \"query ($n: Int) { users(first: $n) { totalCount } }\", \"variables\": {\"n\": {\"a\": 1}}}",
                "{\"query\": \"query A { __typename } query B { __typename }\", \"operationName\": \"C\"}"
            })
    void answersARequestOfAnotherFormWithACode(String body) {
        JsonNode response = Graphql.parse(given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(400)
                .extract()
                .asString());

        assertThat(response.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void tellsAnUnexpectedFaultByNumberOnly() throws Exception {
        database.execute("alter table products rename to products_elsewhere");
        try {
            JsonNode error = Graphql.error("{ products { nodes { id } } }");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("INTERNAL");
            assertThat(error.path("message").asText())
                    .contains(error.at("/extensions/correlationId").asText());
            assertThat(error.toString()).doesNotContain("select", "Exception", "does not exist");
        } finally {
            database.execute("alter table products_elsewhere rename to products");
        }
    }

    /** Whatever goes wrong below: the log does not get what clients have sent, and clients get no more than a number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rename name to name_elsewhere                            | rename name_elsewhere to name
            alter description type varchar(3) using null             | alter description type text
            alter description type integer using 1                   | alter description type text
            alter description type boolean using true, alter name type varchar(5) using id::text | alter description type text, alter name type varchar(120)
            """)
    void theLogDoesNotHaveWhatClientsSend(String fault, String remedy) throws Exception {
        database.execute("alter table products " + fault);
        try (ErrorLog log = ErrorLog.open()) {
            List<JsonNode> answers = Stream.of(
                            "mutation ($s: String!) { createProduct(input: {product: {name: $s, description: $s, unitPrice: 1}}) { product { id } } }",
                            "mutation ($s: String!) { createProducts(input: {products: [{name: $s, unitPrice: 1}, {name: \"x\", description: $s, unitPrice: 1}]}) { products { id } } }",
                            "mutation ($s: String!) { updateProducts(input: {filter: {name: {neq: $s}}, patch: {description: $s}}) { affectedCount } }",
                            "query ($s: String!) { products(filter: {name: {eq: $s}, description: {neq: $s}}) { nodes { id } } }")
                    .map(query -> Graphql.execute(query, Map.of("s", "opensesame")))
                    .toList();

            assertThat(log.text()).contains("unexpected fault").doesNotContain("opensesame");
            assertThat(answers.toString())
                    .contains("INTERNAL")
                    .doesNotContain("Exception", "ERROR:", "insert into", "\\tat ");
        } finally {
            database.execute("alter table products " + remedy);
        }
    }
}
