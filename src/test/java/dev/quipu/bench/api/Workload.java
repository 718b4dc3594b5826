package dev.quipu.bench.api;

import dev.quipu.testing.Graphql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What all clients ask for at one time, each time with random parameters. Its files, in {@code src/test/resources/bench/api}, are the
 * GraphQL document, its variables with {@code <parameters>}, and the floor's SQL with {@code :parameters}; {@code :result1} is what the
 * first statement returned.
 */
enum Workload {
    Q1("order by id with customer", "Q1", Map.of("order", 100_000)),
    Q2("order by id with customer, items, products", "Q2", Map.of("order", 100_000)),
    Q3("20 orders by id descending with the same", "Q3", Map.of()),
    Q4("50 orders, filtered, sorted, counted", "Q4", Map.of("amount", 300)),
    M1("place an order of 3 items", "M1", order(10_000)),
    M2("add a post", "M2", Map.of("customer", 10_000)),
    M3("change an item's quantity", "M3", Map.of("item", 300_000, "quantity", 9)),
    M4("M1 for one customer", "M1", order(1));

    private static final Path FILES = Path.of("src", "test", "resources", "bench", "api");

    final String title;
    private final String files;
    /** Each parameter's largest value; the smallest is 1. */
    final Map<String, Integer> largest;

    Workload(String title, String files, Map<String, Integer> largest) {
        this.title = title;
        this.files = files;
        this.largest = largest;
    }

    private static Map<String, Integer> order(int customers) {
        Map<String, Integer> parameters = new LinkedHashMap<>(Map.of("customer", customers));
        for (int item = 1; item <= 3; item++) {
            parameters.put("product" + item, 1_000);
            parameters.put("quantity" + item, 9);
        }
        return parameters;
    }

    boolean reads() {
        return name().startsWith("Q");
    }

    /** The body of a GraphQL request, with {@code <parameters>}. */
    String request() {
        return "{\"query\": " + Graphql.JSON.valueToTree(read(files + ".graphql")) + ", \"variables\": "
                + read(files + ".json") + "}";
    }

    /** The same for the floor: the parameters as a JSON object. */
    String parameters() {
        return largest.keySet().stream()
                .map(name -> "\"" + name + "\": <" + name + ">")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    List<String> statements() {
        return Pattern.compile(";\\s*").splitAsStream(read(files + ".sql")).toList();
    }

    static String read(String file) {
        try {
            return Files.readString(FILES.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
