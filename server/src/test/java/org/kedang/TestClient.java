package org.kedang;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A browser without a screen: keeps cookies, sends the CSRF token, reads JSON. */
public final class TestClient {
    public static final String PASSWORD = "Jianhu-2026-test";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer with its body as JSON, if it has one. */
    public record Answer(int status, HttpResponse<byte[]> raw) {
        public JsonNode json() {
            return JSON.readTree(raw.body());
        }

        public String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        public String slug() {
            return json().path("slug").asString("");
        }

        public String id() {
            return json().path("id").asString("");
        }

        public Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final String base;

    private TestClient(String base, @Nullable InetAddress from) {
        this.base = base;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(cookies)
                        .localAddress(from)
                        .build();
    }

    /** A client that is not signed in. */
    public static TestClient at(int port) {
        return new TestClient("http://127.0.0.1:" + port, null);
    }

    /** The same from an address of this machine that nobody else comes from, such as 127.0.0.9. */
    public static TestClient from(String address, int port) {
        return new TestClient("http://127.0.0.1:" + port, InetAddress.ofLiteral(address));
    }

    /** A client signed in as one of the demo accounts. */
    public static TestClient as(String userName, int port) {
        TestClient client = at(port);
        Answer answer = client.signIn(userName, PASSWORD);
        if (answer.status() != 204) {
            throw new AssertionError("Cannot sign in as " + userName + ": " + answer.text());
        }
        return client;
    }

    public static ObjectNode body() {
        return JSON.createObjectNode();
    }

    public Answer signIn(String userName, String password) {
        return post("/api/session", body().put("username", userName).put("password", password));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, JsonNode body, String... headers) {
        return json("POST", path, body, headers);
    }

    public Answer put(String path, JsonNode body, String... headers) {
        return json("PUT", path, body, headers);
    }

    public Answer patch(String path, JsonNode body, String... headers) {
        return json("PATCH", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** One file as multipart part {@code file}. */
    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "kedang-test-boundary";
        byte[] head =
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                .formatted(boundary, fileName))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(
                "POST",
                path,
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail)),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
    }

    /** An answer that goes on, line by line. */
    public BufferedReader stream(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(base + path)).build(),
                        BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode());
        }
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private Answer json(String method, String path, JsonNode body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send(method, path, BodyPublishers.ofString(body.toString()), all);
    }

    /** Any request; the CSRF token is added if there is one and none is given. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        boolean given = String.join(" ", headers).contains("X-XSRF-TOKEN");
        if (!given) {
            csrf().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Optional<String> csrf() {
        return cookie("XSRF-TOKEN");
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }
}
