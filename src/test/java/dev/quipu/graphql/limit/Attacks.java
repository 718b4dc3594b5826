package dev.quipu.graphql.limit;

import dev.quipu.testing.Graphql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests that would be dear to somebody, by name. */
final class Attacks {

    private static final String NUMBER =
            "query ($n: Decimal) { users(filter: {creditLimit: {eq: $n}}) { totalCount } }";
    private static final String FILTER = "query ($f: UserFilter) { users(filter: $f) { totalCount } }";
    private static final String ID = "query ($i: ID!) { user(id: $i) { id } }";

    private final Map<String, String> bodies = new LinkedHashMap<>();

    static Map<String, String> all() {
        Attacks attacks = new Attacks();
        attacks.shapes();
        attacks.fragments();
        attacks.sizes();
        attacks.numbers();
        attacks.nesting();
        attacks.filters();
        attacks.types();
        return attacks.bodies;
    }

    private void shapes() {
        query(
                "depth",
                "{ users { nodes { " + "role { users { nodes { ".repeat(60) + "id" + " } } }".repeat(60) + " } } }");
        query("depth beyond the parser", "{ " + "a { ".repeat(2000) + "id" + " }".repeat(2000) + " }");
        query(
                "inline fragments within each other",
                "{ " + "... { ".repeat(250) + "__typename" + " }".repeat(250) + " }");
        query("width", "{ users { nodes { " + "id ".repeat(9000) + "} } }");
        query("width of unknown fields", "{ " + each(1990, " ", i -> "x" + i) + " }");
        query(
                "fields to merge",
                "{ " + each(150, " ", i -> "users(first: " + i + ") { nodes { id role { id } } }") + " }");
        query("aliases at the root", "{ " + each(31, " ", i -> "a" + i + ": users { totalCount }") + " }");
        query("aliases below", "{ users { nodes { " + each(31, " ", i -> "a" + i + ": id") + " } } }");
        query(
                "aliases, merged",
                "{ users { nodes { " + each(16, " ", i -> "a" + i + ": id") + " } } ... { users { nodes { "
                        + each(16, " ", i -> "b" + i + ": id") + " } } } }");
        query("directives", "{ __typename " + "@skip(if: false) ".repeat(3000) + "}");
        query(
                "mutations",
                "mutation { "
                        + each(60, " ", i -> "m" + i + ": createRole(input: {role: {name: \"x\"}}) { role { id } }")
                        + " }");
        query("pages within pages", "{ users(first: 1000) { nodes { orders(first: 1000) { nodes { id } } } } }");
        query(
                "default pages within pages",
                "{ users { nodes { orders { nodes { items { nodes { id quantity amount } } } } } } }");
        query(
                "introspection in circles",
                "{ __schema { types { " + "fields { type { ".repeat(9) + "name" + " } }".repeat(9) + " } } }");
        body("batch", "[" + each(100, ",", i -> json("{ __typename }", Map.of())) + "]");
    }

    private void fragments() {
        IntFunction<String> twice = i -> "fragment f" + i + " on Query { ...f" + (i + 1) + " ...f" + (i + 1) + " }";
        query("fragment bomb", "{ ...f0 } " + each(60, " ", twice) + " fragment f60 on Query { __typename }");
        query("fragment bomb of nothing", "{ ...f0 } " + each(60, " ", twice));
        query("fragment bomb that nothing spreads", "{ __typename } " + each(60, " ", twice));
        query("fragment cycle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }");
        query(
                "fragment of itself",
                "{ users { nodes { ...a } } } fragment a on User { role { users { nodes { ...a } } } }");
        query("fragments", "{ __typename } " + each(500, " ", i -> "fragment f" + i + " on Query { __typename }"));
    }

    private void sizes() {
        query("long body", "{ __typename } #" + "x".repeat(300_000));
        query("braces", "{".repeat(250_000));
        query("quotes", "\"".repeat(120_000));
        query("block strings", "\"\"\"\\\"\"\"".repeat(20_000));
        query("long name", "{ " + "a".repeat(250_000) + " }");
        query("variables", "query (" + each(2400, " ", i -> "$v" + i + ": Int") + ") { __typename }");
        query("operations", each(101, " ", i -> "query q" + i + " { __typename }"));
    }

    private void numbers() {
        String digits = "9".repeat(200_000);
        query("digits in the document", "{ users(first: " + digits + ") { totalCount } }");
        body("digits in variables", raw(NUMBER, "{\"n\": " + digits + "}"));
        body("a million digits", raw(NUMBER, "{\"n\": " + "9".repeat(1_000_000) + "}"));
        query("digits in a string", NUMBER, Map.of("n", digits));
        query("exponent in the document", "{ users(filter: {creditLimit: {gt: 1e1000000000}}) { totalCount } }");
        query("exponent beyond an int", "{ users(filter: {creditLimit: {gt: 1e99999999999}}) { totalCount } }");
        body("exponent in variables", raw(NUMBER, "{\"n\": 1e1000000000}"));
        query("exponent in a string", NUMBER, Map.of("n", "1e1000000000"));
        body("exponent for an Int", raw("query ($n: Int) { users(first: $n) { totalCount } }", "{\"n\": 1e9999}"));
        body(
                "number within JSON",
                raw(
                        "query ($n: JSON!) { users(filter: {preferences: {contains: $n}}) { totalCount } }",
                        "{\"n\": {\"a\": 1e9999}}"));
        body("NaN", raw(NUMBER, "{\"n\": NaN}"));
        query("NaN in a string", NUMBER, Map.of("n", "NaN"));
    }

    private void nesting() {
        body(
                "JSON 100k deep",
                "{\"query\": \"{ __typename }\", \"variables\": {\"a\": " + "[".repeat(100_000) + "]".repeat(100_000)
                        + "}}");
        body("JSON 40k objects deep", "{\"a\":".repeat(40_000) + "1" + "}".repeat(40_000));
        query(
                "literal 4000 deep",
                "{ users(filter: {preferences: {contains: " + "[".repeat(4000) + "]".repeat(4000)
                        + "}}) { totalCount } }");
        query(
                "literal 40 deep",
                "{ users(filter: {preferences: {contains: " + "[".repeat(40) + "]".repeat(40) + "}}) { totalCount } }");
        query(
                "filter 60 deep",
                "{ users(filter: " + "{not: ".repeat(60) + "{id: {eq: 1}}" + "}".repeat(60) + ") { totalCount } }");
    }

    private void filters() {
        body(
                "wide filter",
                raw(FILTER, "{\"f\": {\"or\": [" + each(4000, ",", i -> "{\"id\": {\"eq\": " + i + "}}") + "]}}"));
        body("long list", raw(FILTER, "{\"f\": {\"id\": {\"in\": [" + each(6000, ",", String::valueOf) + "]}}}"));
        query("U+0000", "{ users(filter: {username: {eq: \"\\u0000\"}}) { totalCount } }");
        query("U+0000 in variables", FILTER, Map.of("f", Map.of("username", Map.of("eq", "\u0000"))));
        body("half a character", raw(FILTER, "{\"f\": {\"username\": {\"eq\": \"\\ud800\"}}}"));
        query("year 12026", "{ users(filter: {createdAt: {gt: \"+12026-01-01T00:00:00Z\"}}) { totalCount } }");
        query("year 0", "{ users(filter: {createdAt: {gt: \"0000-01-01T00:00:00Z\"}}) { totalCount } }");
    }

    private void types() {
        query("ID of true", ID, Map.of("i", true));
        query("ID of an object", ID, Map.of("i", Map.of("a", 1)));
        query("ID of a fraction", ID, Map.of("i", 1.5));
        query("String of an object", FILTER, Map.of("f", Map.of("username", Map.of("eq", Map.of("a", 1)))));
        query("String of a number", FILTER, Map.of("f", Map.of("username", Map.of("eq", 1))));
        query("Boolean of a string", "query ($b: Boolean!) { __typename @skip(if: $b) }", Map.of("b", "true"));
        query(
                "enum of a number",
                "query ($o: [UserOrderBy!]) { users(orderBy: $o) { totalCount } }",
                Map.of("o", Map.of("id", 1)));
        query("input of a string", FILTER, Map.of("f", "x"));
        query("input of an unknown name", FILTER, Map.of("f", Map.of("nope", 1)));
    }

    private void query(String name, String query) {
        query(name, query, Map.of());
    }

    private void query(String name, String query, Map<String, ?> variables) {
        body(name, json(query, variables));
    }

    private void body(String name, String body) {
        bodies.put(name, body);
    }

    private static String json(String query, Map<String, ?> variables) {
        return Graphql.JSON
                .valueToTree(Map.of("query", query, "variables", variables))
                .toString();
    }

    private static String raw(String query, String variables) {
        return "{\"query\": " + Graphql.JSON.valueToTree(query) + ", \"variables\": " + variables + "}";
    }

    private static String each(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }
}
