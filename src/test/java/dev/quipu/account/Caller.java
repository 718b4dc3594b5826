package dev.quipu.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the API over HTTP, with a token or without one. */
record Caller(URI address, @Nullable String token) {

    private static final String LOGIN =
            "mutation($name: String!, $password: String!) { login(input: {username: $name, password: $password}) { token } }";

    HttpResponse<String> send(String document, Map<String, ?> variables) {
        String body = Graphql.JSON
                .valueToTree(Map.of("query", document, "variables", variables))
                .toString();
        Http http = new Http(address);
        return token == null
                ? http.json(body)
                : http.post(body, "Content-Type", "application/json", "Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(String document) {
        return send(document, Map.of());
    }

    JsonNode ask(String document) {
        return Graphql.parse(send(document).body());
    }

    HttpResponse<String> tryLogin(String name, String password) {
        return send(LOGIN, Map.of("name", name, "password", password));
    }

    /** The same somebody, logged in. */
    Caller login(String name, String password) {
        JsonNode answer = Graphql.parse(tryLogin(name, password).body());
        String given = answer.at("/data/login/token").asText();
        if (given.isEmpty()) {
            throw new AssertionError(answer.toString());
        }
        return new Caller(address, given);
    }

    Caller with(String other) {
        return new Caller(address, other);
    }
}
