package org.kedang.notice;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Hmac;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts to the robots of groups in the forms of their houses: 企业微信 and 钉钉 take Markdown, 飞书 takes
 * rich text; 钉钉 and 飞书 check an HMAC-SHA-256 of the time.
 */
@Component
class RobotCourier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final NoticeSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    RobotCourier(NoticeSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws IOException if the house did not take it
     */
    void carry(Robot robot, Parcel parcel) throws IOException {
        switch (robot.house()) {
            case WECOM ->
                    post(
                            robot.url(),
                            Map.of(
                                    "msgtype",
                                    "markdown",
                                    "markdown",
                                    Map.of("content", markdown(parcel))),
                            "errcode");
            case DINGTALK ->
                    post(
                            signed(robot),
                            Map.of(
                                    "msgtype",
                                    "markdown",
                                    "markdown",
                                    Map.of("title", parcel.title().zh(), "text", markdown(parcel))),
                            "errcode");
            case FEISHU -> post(robot.url(), richText(robot, parcel), "code");
        }
    }

    private String markdown(Parcel parcel) {
        String link = settings.linked(parcel.link());
        return "**%s**\n\n%s%s"
                .formatted(
                        parcel.title().zh(),
                        parcel.text().zh(),
                        link.isEmpty() ? "" : "\n\n[打开客档](" + link + ")");
    }

    private Map<String, Object> richText(Robot robot, Parcel parcel) {
        String link = settings.linked(parcel.link());
        Map<String, Object> text = Map.of("tag", "text", "text", parcel.text().zh());
        List<Map<String, Object>> line =
                link.isEmpty()
                        ? List.of(text)
                        : List.of(text, Map.of("tag", "a", "text", "打开客档", "href", link));
        Map<String, Object> body = new LinkedHashMap<>();
        if (robot.secret() != null) {
            String seconds = Long.toString(clock.instant().getEpochSecond());
            body.put("timestamp", seconds);
            // as 飞书 asks: time and secret are the key, and nothing is signed
            body.put("sign", hmac(seconds + "\n" + robot.secret(), ""));
        }
        body.put("msg_type", "post");
        body.put(
                "content",
                Map.of(
                        "post",
                        Map.of(
                                "zh_cn",
                                Map.of("title", parcel.title().zh(), "content", List.of(line)))));
        return body;
    }

    private URI signed(Robot robot) {
        @Nullable String secret = robot.secret();
        if (secret == null) {
            return robot.url();
        }
        String millis = Long.toString(clock.millis());
        String sign = hmac(secret, millis + "\n" + secret);
        return UriComponentsBuilder.fromUri(robot.url())
                .queryParam("timestamp", millis)
                .queryParam("sign", UriUtils.encode(sign, StandardCharsets.UTF_8))
                .build(true)
                .toUri();
    }

    private static String hmac(String key, String text) {
        return Base64.getEncoder()
                .encodeToString(Hmac.sha256(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param verdict the member of the answer that is 0 if the house took it
     */
    private void post(URI to, Map<String, ?> body, String verdict) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2 || !isTaken(answer.body(), verdict)) {
                throw new IOException(
                        to.getHost()
                                + " answered "
                                + answer.statusCode()
                                + " "
                                + shortened(answer.body()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while sending to " + to.getHost(), e);
        }
    }

    /** These houses answer 200 to what they refuse; the body tells. */
    private boolean isTaken(String body, String verdict) {
        try {
            JsonNode answer = json.readTree(body);
            return answer.path(verdict).asInt(-1) == 0;
        } catch (tools.jackson.core.JacksonException e) {
            return false;
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
