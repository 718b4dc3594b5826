package dev.quipu.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client that sends what it is given and adds nothing. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    public Http(URI address) {
        this.address = address;
    }

    /** @param headers name, value, name, value */
    public HttpResponse<String> post(byte[] body, String... headers) {
        return send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body)), headers);
    }

    public HttpResponse<String> post(String body, String... headers) {
        return post(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> json(String body) {
        return post(body, "Content-Type", "application/json");
    }

    public HttpResponse<String> get(String rawQuery, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(address + rawQuery)), headers);
    }

    public HttpResponse<String> method(String method, String... headers) {
        return send(HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()), headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            HttpRequest.Builder whole = headers.length == 0 ? request : request.headers(headers);
            return client.sendAsync(whole.timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
