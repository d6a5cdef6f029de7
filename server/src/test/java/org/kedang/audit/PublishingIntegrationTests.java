package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.audit.Sealer.Outcome;
import org.kedang.kernel.Actor;
import org.kedang.kernel.SqlPredicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checkpoints on their way to real receivers on this machine. */
class PublishingIntegrationTests {
    /** One request as the webhook's receiver saw it. */
    private record Received(String signature, String size, byte[] body) {}

    private static final Actor AUDITOR =
            Actor.named(new UUID(0, 9), "auditor", "吴桐", new UUID(0, 0), Actor.Connection.INSIDE);
    private static LogDatabase database;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        database = new LogDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.empty();
        database.asOwner("delete from scheduled_tasks");
    }

    private static KeptCheckpoint sealed(SealingSettings settings) {
        database.keep(3);
        while (database.sealer(settings).seal() != Outcome.ALL) {
            Thread.onSpinWait();
        }
        return database.checkpoints().findNewest().orElseThrow();
    }

    private static Publishing publishing(SealingSettings settings, Delivery... deliveries) {
        return new Publishing(
                database.checkpoints(),
                List.of(deliveries),
                database.sealing(settings),
                database.jdbc(),
                Clock.systemUTC());
    }

    /** Fails as often as told, then takes what comes. */
    private static HttpServer receiver(List<Received> received, AtomicInteger failures)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean fails = failures.getAndDecrement() > 0;
                    if (!fails) {
                        received.add(
                                new Received(
                                        exchange.getRequestHeaders().getFirst("X-Kedang-Signature"),
                                        exchange.getRequestHeaders().getFirst("X-Kedang-Size"),
                                        body));
                    }
                    exchange.sendResponseHeaders(fails ? 503 : 204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=x");
    }

    private static String hmac(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        "a shared secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static Scheduler scheduler(Publishing publishing) {
        return Scheduler.create(
                        database.source(),
                        new AuditConfiguration().checkpointDelivery(publishing, Clock.systemUTC()))
                .pollingInterval(Duration.ofMillis(300))
                .build();
    }

    /** The job outlives the server that took it on and a receiver that is down. */
    @Test
    void deliversToTheWebhookAfterFailuresAndARestart() throws Exception {
        List<Received> received = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger(1);
        HttpServer server = receiver(received, failures);
        try {
            SealingSettings settings =
                    SealingFixture.settings(folder).sendingTo(address(server), null, null);
            KeptCheckpoint kept = sealed(settings);
            WebhookDelivery webhook = new WebhookDelivery(settings, new Posting(), database.jdbc());
            Publishing publishing = publishing(settings, webhook);
            Scheduler first = scheduler(publishing);
            publishing.publishNewest(first);
            publishing.publishNewest(first);
            assertThat(publishing.countWaiting(webhook)).isEqualTo(1);
            first.start();
            await(() -> failures.get() <= 0);
            first.stop();
            assertThat(received).isEmpty();

            Scheduler second = scheduler(publishing(settings, webhook));
            second.start();
            await(() -> publishing.findLast(webhook).isPresent());
            second.stop();

            assertThat(received).hasSize(1);
            assertThat(new String(received.getFirst().body(), StandardCharsets.UTF_8))
                    .isEqualTo(kept.note());
            assertThat(received.getFirst().signature()).isEqualTo(hmac(received.getFirst().body()));
            assertThat(received.getFirst().size()).isEqualTo("3");
            assertThat(publishing.findLast(webhook).orElseThrow().place())
                    .endsWith("/hook")
                    .doesNotContain("token");
            publishing.publishNewest(second);
            assertThat(publishing.countWaiting(webhook)).isZero();
        } finally {
            server.stop(0);
        }
    }

    /** Whoever has only what was sent must be able to follow from one key to the next. */
    @Test
    void sendsTheNoteByWhichOneKeyHandsOverToTheNext() throws Exception {
        List<Received> received = new CopyOnWriteArrayList<>();
        HttpServer server = receiver(received, new AtomicInteger(0));
        try {
            SealingSettings settings =
                    SealingFixture.settings(folder)
                            .sendingTo(address(server), null, address(server));
            sealed(settings);
            NoteKey old = database.keys(settings).newest();
            database.sealing(settings).startKey(AUDITOR, "每年更换");
            NoteKey young = database.keys(settings).newest();
            WebhookDelivery webhook = new WebhookDelivery(settings, new Posting(), database.jdbc());
            TimeStamping stamping = new TimeStamping(settings, new Posting(), database.jdbc());
            Publishing publishing = publishing(settings, webhook, stamping);
            Scheduler scheduler = scheduler(publishing);
            publishing.publishNewest(scheduler);
            assertThat(publishing.countWaiting(webhook)).isEqualTo(2);
            assertThat(publishing.countWaiting(stamping)).isEqualTo(1);
            publishing.deliver("WEBHOOK:key-2");

            SignedNote handover =
                    SignedNote.parse(
                            new String(received.getFirst().body(), StandardCharsets.UTF_8));
            assertThat(handover.isSignedBy(List.of(old))).isTrue();
            assertThat(handover.isSignedBy(List.of(young))).isTrue();
            database.asOwner("delete from scheduled_tasks");
            publishing.publishNewest(scheduler);
            assertThat(publishing.countWaiting(webhook)).isEqualTo(1);
        } finally {
            database.asOwner("delete from scheduled_tasks");
            server.stop(0);
        }
    }

    private static void await(BooleanSupplier done) throws Exception {
        Instant limit = Instant.now().plusSeconds(60);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(100);
        }
    }

    @Test
    void waitsLongerAfterEachFailureButNeverForgets() {
        assertThat(Stream.of(0, 1, 2, 50).map(Publishing::pause))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(15));
    }

    @Test
    void mailsTheNote() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        try {
            SealingSettings settings =
                    SealingFixture.settings(folder).sendingTo(null, "audit@firm.example", null);
            KeptCheckpoint kept = sealed(settings);
            MailDelivery delivery =
                    new MailDelivery(settings, sender(mail.getSmtp().getPort()), database.jdbc());
            publishing(settings, delivery).deliver("MAIL:3");

            MimeMessage message = mail.getReceivedMessages()[0];
            MimeMultipart parts = (MimeMultipart) message.getContent();
            assertThat(message.getSubject()).contains("检查点 3");
            assertThat(message.getAllRecipients())
                    .extracting(Address::toString)
                    .containsExactly("audit@firm.example");
            assertThat(
                            new String(
                                    parts.getBodyPart(1).getInputStream().readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .isEqualTo(kept.note());
            mail.stop();
            assertThatThrownBy(() -> delivery.deliver(kept)).isInstanceOf(IOException.class);
        } finally {
            mail.stop();
        }
    }

    private static ObjectProvider<JavaMailSender> sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new StaticListableBeanFactory(Map.of("sender", sender));
        return beans.getBeanProvider(JavaMailSender.class);
    }

    @Test
    void mailsNothingWithoutAMailServer() {
        SealingSettings settings =
                SealingFixture.settings(folder).sendingTo(null, "audit@firm.example", null);
        var none = new StaticListableBeanFactory();

        assertThat(
                        new MailDelivery(
                                        settings,
                                        none.getBeanProvider(JavaMailSender.class),
                                        database.jdbc())
                                .isOn())
                .isFalse();
    }

    @Test
    void getsATimeStampThatOpenSslBelieves(@TempDir Path authorityFolder) throws Exception {
        try (TestAuthority authority = new TestAuthority(authorityFolder)) {
            SealingSettings settings =
                    SealingFixture.settings(folder).sendingTo(null, null, authority.address());
            KeptCheckpoint kept = sealed(settings);
            TimeStamping stamping = new TimeStamping(settings, new Posting(), database.jdbc());
            publishing(settings, stamping).deliver("TIME_STAMP:3");

            byte[] token =
                    database.jdbc()
                            .sql("select token from audit_time_stamp where size = 3")
                            .query(byte[].class)
                            .single();
            assertThat(authority.verify(token, kept.note())).contains("Verification: OK");
            assertThat(authority.verify(token, kept.note() + " ")).contains("Verification: FAILED");
        }
    }

    @Test
    void exportsTimeStampsThatTheVerifierBelieves(
            @TempDir Path authorityFolder, @TempDir Path strangers) throws Exception {
        try (TestAuthority authority = new TestAuthority(authorityFolder);
                TestAuthority stranger = new TestAuthority(strangers)) {
            Stamped stamped = stamped(authority.address());

            assertThat(stamped.verified(authority.certificate()))
                    .contains("1 checkpoints bear a trusted time-stamp", "Result: PROVEN");
            assertThat(
                            OutsideVerifier.verify(
                                            stamped.export(), stamped.published(), stamped.key())
                                    .text())
                    .contains("1 time-stamps came with the export and were not checked", "PROVEN");
            assertThat(stamped.verified(stranger.certificate()))
                    .contains("is not by a given authority", "Result: DISPROVED");
        }
    }

    /** An export with a time-stamp, and what its reader has from elsewhere. */
    private record Stamped(Path export, Path published, Path key) {
        String verified(Path authority) throws Exception {
            return OutsideVerifier.verify(export, published, key, "--tsa", authority.toString())
                    .text();
        }
    }

    private Stamped stamped(URI authority) throws Exception {
        SealingSettings settings = SealingFixture.settings(folder).sendingTo(null, null, authority);
        KeptCheckpoint kept = sealed(settings);
        new TimeStamping(settings, new Posting(), database.jdbc()).deliver(kept);
        return new Stamped(
                exported(settings),
                Files.writeString(folder.resolve("published"), kept.note() + "\n"),
                Files.writeString(folder.resolve("key"), database.keys(settings).newest().vkey()));
    }

    /** The three events with their checkpoint and its time-stamp. */
    private Path exported(SealingSettings settings) throws Exception {
        Path export = folder.resolve("export.zip");
        try (var out = Files.newOutputStream(export)) {
            new RangeExport(
                            new LogPages(database.jdbc(), database.events()),
                            database.keys(settings),
                            event -> false)
                    .write(
                            new RangeExport.Span(
                                    0,
                                    3,
                                    3,
                                    List.of(),
                                    SqlPredicate.FALSE,
                                    Instant.now(),
                                    "auditor"),
                            out);
        }
        return export;
    }

    /** Java knows nothing of SM2; the verifier brings its own. */
    @Test
    void exportsTimeStampsOfSm2ThatTheVerifierBelieves(
            @TempDir Path authorityFolder, @TempDir Path strangers) throws Exception {
        try (Sm2Authority authority = new Sm2Authority(authorityFolder);
                Sm2Authority stranger = new Sm2Authority(strangers);
                TestAuthority other = new TestAuthority(strangers)) {
            Stamped stamped = stamped(authority.address());

            for (Path trusted : List.of(authority.certificate(), authority.root())) {
                assertThat(stamped.verified(trusted))
                        .contains("1 checkpoints bear a trusted time-stamp", "Result: PROVEN");
            }
            for (Path distrusted :
                    List.of(stranger.certificate(), stranger.root(), other.certificate())) {
                assertThat(stamped.verified(distrusted))
                        .contains("is not by a given authority", "Result: DISPROVED");
            }
        }
    }

    /** An answer to another question proves nothing. */
    @Test
    void refusesATimeStampOfSomethingElse(@TempDir Path authorityFolder) throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (TestAuthority authority = new TestAuthority(authorityFolder)) {
            SealingSettings other =
                    SealingFixture.settings(folder).sendingTo(null, null, authority.address());
            KeptCheckpoint kept = sealed(other);
            new TimeStamping(other, new Posting(), database.jdbc()).deliver(kept);
            byte[] old = Files.readAllBytes(authorityFolder.resolve("reply.tsr"));
            server.createContext(
                    "/hook",
                    exchange -> {
                        exchange.getRequestBody().readAllBytes();
                        exchange.sendResponseHeaders(200, old.length);
                        exchange.getResponseBody().write(old);
                        exchange.close();
                    });
            server.start();
            SealingSettings settings =
                    SealingFixture.settings(folder).sendingTo(null, null, address(server));
            TimeStamping stamping = new TimeStamping(settings, new Posting(), database.jdbc());

            assertThatThrownBy(() -> stamping.deliver(kept)).isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }
}
