package org.kedang.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The product's API, spoken with a bearer token. */
final class Product {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "kedang-bench";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
    private final String url;
    private final String token;

    private Product(String url, String userName, String password)
            throws IOException, InterruptedException {
        this.url = url;
        this.token = "";
        expect(
                204,
                send(
                        json(
                                "POST",
                                "/api/session",
                                Map.of("username", userName, "password", password))));
    }

    private Product(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Signs in as a browser does. */
    static Product withSession(String url, String userName, String password)
            throws IOException, InterruptedException {
        return new Product(url, userName, password);
    }

    /** Signs in and gets a token for a day. */
    static Product signIn(String url, String userName, String password)
            throws IOException, InterruptedException {
        Product session = new Product(url, userName, password);
        CookieManager cookies = (CookieManager) session.http.cookieHandler().orElseThrow();
        String csrf =
                cookies.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        HttpRequest.Builder ask =
                session.json("POST", "/api/tokens", Map.of("name", "bench", "days", 1))
                        .header("X-XSRF-TOKEN", csrf);
        return new Product(url, expect(201, session.send(ask)).path("token").asString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return expect(200, send(request(path).GET()));
    }

    JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return expect(201, send(json("POST", path, body)));
    }

    /** Posts a question whose words must not stand in an address. */
    JsonNode ask(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return expect(200, send(json("POST", path, body)));
    }

    /** Posts what answers nothing. */
    void act(String path, Map<String, Object> body) throws IOException, InterruptedException {
        expect(204, send(json("POST", path, body)));
    }

    JsonNode upload(String path, String name, byte[] content)
            throws IOException, InterruptedException {
        byte[] head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(BOUNDARY, name)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        BodyPublisher body =
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail));
        return expect(
                201,
                send(
                        request(path)
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder json(String method, String path, Map<String, Object> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode expect(int status, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != status) {
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            throw new IOException(
                    answer.statusCode() + " " + text.substring(0, Math.min(120, text.length())));
        }
        return answer.body().length == 0 ? JSON.missingNode() : JSON.readTree(answer.body());
    }
}
