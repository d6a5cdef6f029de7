package org.kedang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.audit.Audit;
import org.kedang.notice.Message.Wording;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Notices on their way to the page, a real mail server and receivers that answer as robots do. */
@IntegrationTest
class NoticeIntegrationTests {
    private enum Kind implements NoticeKind {
        CALM(false),
        URGENT(true);

        private final Words words;

        Kind(boolean urgent) {
            words = new Words("test." + name(), "测试", "Test", urgent);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** Monday, ten in the morning in Shanghai, far ahead: nothing else is due then. */
    private static final Instant TEN = Instant.parse("2031-03-03T02:00:00Z");

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Audit audit;
    @Autowired ObjectMapper json;
    @Autowired Notices notices;

    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private Instant now = TEN;
    private UUID person;
    private GreenMail post;
    private HttpServer house;

    @BeforeEach
    void start() throws IOException {
        person =
                jdbc.sql("select id from person where user_name = 'sales'")
                        .query(UUID.class)
                        .single();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from notice_delivery").update();
        jdbc.sql("delete from notice_habit").update();
        jdbc.sql("delete from notice_choice").update();
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        post.start();
        house = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        house.createContext(
                "/robot",
                exchange -> {
                    posted.add(json.readTree(exchange.getRequestBody().readAllBytes()));
                    queries.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
                    int verdict = refusals.getAndDecrement() > 0 ? 9499 : 0;
                    byte[] answer =
                            "{\"errcode\":%d,\"code\":%d}"
                                    .formatted(verdict, verdict)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        house.start();
    }

    @AfterEach
    void stop() {
        post.stop();
        house.stop(0);
        jdbc.sql("delete from notice_delivery").update();
        jdbc.sql("delete from notice_habit").update();
    }

    /** An installation of its own upon the same database, with the clock of this test. */
    private record House(Telling telling, Sending sending, Choosing choosing) {}

    private House house(Robot... robots) {
        NoticeSettings settings =
                new NoticeSettings(
                        "kedang@example.cn",
                        List.of("example.cn"),
                        URI.create("https://kedang.example.cn/"),
                        List.of(robots));
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(post.getSmtp().getPort());
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("mail", sender));
        MailCourier mail = new MailCourier(settings, beans.getBeanProvider(JavaMailSender.class));
        Choosing choosing =
                new Choosing(jdbc, List.of(NoticeKinds.of(Kind.values())), settings, mail, audit);
        Robots all = new Robots(settings);
        Clock clock =
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        return new House(
                new Telling(jdbc, choosing, all, mail, clock),
                new Sending(
                        jdbc,
                        transaction,
                        choosing,
                        all,
                        mail,
                        new RobotCourier(settings, json, clock),
                        clock),
                choosing);
    }

    private void tell(House house, Kind kind, String key) {
        transaction.executeWithoutResult(
                status ->
                        house.telling()
                                .tell(
                                        List.of(person, person),
                                        kind,
                                        new Message(
                                                key,
                                                new Wording("标题 " + key, "Title " + key),
                                                new Wording("请办理。", "Please act."),
                                                "/alerts")));
    }

    private void habits(
            @Nullable String quietFrom, @Nullable String until, @Nullable String digest) {
        jdbc.sql(
                        """
                        insert into notice_habit (person_id, version, mail, quiet_from, quiet_until, digest_at)
                        values (:person, 1, 'sales@example.cn', :from::time, :until::time, :digest::time)
                        """)
                .param("person", person)
                .param("from", quietFrom)
                .param("until", until)
                .param("digest", digest)
                .update();
    }

    @Test
    void tellsOnceAndCountsInTheOpenPage() throws Exception {
        TestClient sales = TestClient.as("sales", port);
        try (BufferedReader stream = sales.stream("/api/notices/stream")) {
            assertThat(nextCount(stream)).isZero();

            tell(house(), Kind.CALM, "a");
            tell(house(), Kind.CALM, "a");
            assertThat(nextCount(stream)).isEqualTo(1);

            JsonNode list = sales.get("/api/notices?unread=true").json();
            assertThat(list.path("total").asInt()).isEqualTo(1);
            String id = list.path("items").path(0).path("id").asString();
            assertThat(
                            TestClient.as("clerk", port)
                                    .post("/api/notices/" + id + "/read", body())
                                    .status())
                    .isEqualTo(404);
            assertThat(sales.post("/api/notices/" + id + "/read", body()).status()).isEqualTo(204);
            assertThat(nextCount(stream)).isZero();
        }
        assertThat(sales.get("/api/notices?unread=true").json().path("total").asInt()).isZero();
        assertThat(sales.get("/api/notices").json().path("total").asInt()).isEqualTo(1);
    }

    private static int nextCount(BufferedReader stream) throws IOException {
        boolean named = false;
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            named |= line.equals("event:unread");
            if (named && line.startsWith("data:")) {
                return Integer.parseInt(line.substring("data:".length()).strip());
            }
        }
        throw new AssertionError("The stream ended");
    }

    @Test
    void keepsToQuietHoursAndSendsOneLetter() throws Exception {
        House house = house();
        habits("22:00", "07:00", null);
        now = Instant.parse("2031-03-03T15:00:00Z");
        tell(house, Kind.URGENT, "a");
        tell(house, Kind.URGENT, "b");
        tell(house, Kind.CALM, "c");

        house.sending().sendDue();
        assertThat(post.getReceivedMessages()).isEmpty();

        now = Instant.parse("2031-03-03T23:00:00Z");
        house.sending().sendDue();
        house.sending().sendDue();

        MimeMessage[] letters = post.getReceivedMessages();
        assertThat(letters).hasSize(1);
        assertThat(letters[0].getSubject()).isEqualTo("客档：2 条通知 · 2 notices");
        assertThat(letters[0].getAllRecipients()[0]).hasToString("sales@example.cn");
        assertThat(String.valueOf(letters[0].getContent()))
                .contains("标题 a", "Title b", "https://kedang.example.cn/alerts")
                .doesNotContain("标题 c");
    }

    @Test
    void triesAgainUntilTheMailServerIsThere() throws Exception {
        House house = house();
        int serverPort = post.getSmtp().getPort();
        habits(null, null, null);
        post.stop();
        tell(house, Kind.URGENT, "a");
        house.sending().sendDue();
        house.sending().sendDue();
        assertThat(attempts()).isEqualTo(1);

        now = now.plus(Duration.ofMinutes(1));
        house.sending().sendDue();
        assertThat(attempts()).isEqualTo(2);

        now = now.plus(Duration.ofMinutes(2));
        post = new GreenMail(new ServerSetup(serverPort, "127.0.0.1", "smtp"));
        post.start();
        house.sending().sendDue();
        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    private int attempts() {
        return jdbc.sql("select attempts from notice_delivery").query(Integer.class).single();
    }

    private List<String> states() {
        return jdbc.sql("select state from notice_delivery").query(String.class).list();
    }

    @Test
    void givesUpAfterManyAttempts() {
        House house = house(robot(Robot.House.WECOM, null));
        refusals.set(1000);
        tell(house, Kind.URGENT, "a");
        for (int i = 0; i < 20; i++) {
            house.sending().sendDue();
            now = now.plus(Duration.ofHours(4));
        }

        assertThat(posted).hasSize(16);
        assertThat(states()).containsExactly("GIVEN_UP");
    }

    private Robot robot(Robot.House whose, @Nullable String secret) {
        URI url =
                URI.create(
                        "http://127.0.0.1:%d/robot?access_token=t"
                                .formatted(house.getAddress().getPort()));
        return new Robot("group", whose, url, secret, List.of());
    }

    @Test
    void postsToWecom() {
        House house = house(robot(Robot.House.WECOM, null));
        tell(house, Kind.URGENT, "a");
        tell(house, Kind.CALM, "b");
        house.sending().sendDue();

        assertThat(posted).hasSize(1);
        assertThat(posted.getFirst().path("msgtype").asString()).isEqualTo("markdown");
        assertThat(posted.getFirst().path("markdown").path("content").asString())
                .isEqualTo("**标题 a**\n\n请办理。\n\n[打开客档](https://kedang.example.cn/alerts)");
    }

    @Test
    void signsForDingtalk() throws Exception {
        House house = house(robot(Robot.House.DINGTALK, "SECabc"));
        refusals.set(1);
        tell(house, Kind.URGENT, "a");
        house.sending().sendDue();
        assertThat(states()).as("refused with status 200").containsExactly("WAITING");
        now = now.plus(Duration.ofMinutes(1));
        house.sending().sendDue();

        assertThat(states()).containsExactly("SENT");
        String millis = Long.toString(now.toEpochMilli());
        assertThat(queries.getLast())
                .isEqualTo(
                        "access_token=t&timestamp=%s&sign=%s"
                                .formatted(
                                        millis,
                                        java.net.URLEncoder.encode(
                                                hmac("SECabc", millis + "\nSECabc"),
                                                StandardCharsets.UTF_8)));
        assertThat(posted.getLast().path("markdown").path("title").asString()).isEqualTo("标题 a");
    }

    @Test
    void signsForFeishu() throws Exception {
        House house = house(robot(Robot.House.FEISHU, "s3cret"));
        tell(house, Kind.URGENT, "a");
        house.sending().sendDue();

        JsonNode body = posted.getFirst();
        String seconds = Long.toString(now.getEpochSecond());
        assertThat(body.path("timestamp").asString()).isEqualTo(seconds);
        assertThat(body.path("sign").asString()).isEqualTo(hmac(seconds + "\ns3cret", ""));
        assertThat(body.at("/content/post/zh_cn/title").asString()).isEqualTo("标题 a");
        assertThat(body.at("/content/post/zh_cn/content/0/1/href").asString())
                .isEqualTo("https://kedang.example.cn/alerts");
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sendsEachOnceFromTwoServers() throws Exception {
        House one = house(robot(Robot.House.WECOM, null));
        House other = house(robot(Robot.House.WECOM, null));
        for (int i = 0; i < 20; i++) {
            tell(one, Kind.URGENT, "n" + i);
        }
        try (var both = Executors.newFixedThreadPool(2)) {
            both.submit(() -> one.sending().sendDue());
            both.submit(() -> other.sending().sendDue());
            both.shutdown();
            assertThat(both.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(posted).hasSize(20);
        assertThat(states()).hasSize(20).containsOnly("SENT");
    }

    @Test
    void refusesWhatCannotBeChosenAndKeepsWhatCan() {
        TestClient sales = TestClient.as("sales", port);
        var wrong = body().put("mail", "not an address");
        wrong.putArray("choices");
        assertThat(sales.put("/api/notice-choices", wrong, "If-Match", "\"0\"").slug())
                .isEqualTo("invalid-input");
        var half = body().put("quietFrom", "22:00");
        half.putArray("choices");
        assertThat(sales.put("/api/notice-choices", half, "If-Match", "\"0\"").status())
                .isEqualTo(400);
        var right = body().put("mail", "sales@example.cn").put("digestAt", "17:30");
        right.putArray("choices")
                .addObject()
                .put("kind", "alert.raised")
                .put("inPage", true)
                .put("byMail", false);

        JsonNode kept = sales.put("/api/notice-choices", right, "If-Match", "\"0\"").json();

        assertThat(kept.at("/habits/mail").asString()).isEqualTo("sales@example.cn");
        assertThat(kept.at("/habits/version").asInt()).isEqualTo(1);
        assertThat(kept.path("kinds").valueStream())
                .anyMatch(
                        kind ->
                                kind.path("kind").asString().equals("alert.raised")
                                        && !kind.at("/choice/byMail").asBoolean());
        assertThat(sales.put("/api/notice-choices", right, "If-Match", "\"0\"").slug())
                .isEqualTo("stale-version");
    }
}
