package org.kedang.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.customer.CustomerSummary;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.notice.Telling;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@IntegrationTest
class CertificateIntegrationTests {
    private static final byte[] PDF = "%PDF-1.4 made".getBytes(StandardCharsets.US_ASCII);
    private static final String ID_NUMBER = "330602198505120015";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Telling telling;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired CertificateSettings settings;
    @Autowired CertificateHints hints;
    @Autowired CertificateHistory history;
    @Autowired CertificateContents contents;

    private TestClient sales;
    private String customer = "";

    @BeforeEach
    void register() {
        sales = TestClient.as("sales", port);
        customer = customerOf(sales);
    }

    private static String customerOf(TestClient who) {
        return who.post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put("name", "证照客户" + UUID.randomUUID().toString().substring(0, 8)))
                .id();
    }

    private static LocalDate today() {
        return LocalDate.now(ChinaTime.ZONE);
    }

    private static ObjectNode ending(String kind, int days) {
        return body().put("kind", kind)
                .put("number", "No-" + days)
                .put("validUntil", today().plusDays(days).toString());
    }

    private Answer recorded(ObjectNode certificate) {
        Answer answer = sales.post("/api/customers/" + customer + "/certificates", certificate);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static String at(Answer certificate) {
        return "/api/certificates/" + certificate.id();
    }

    private Answer list() {
        return sales.get("/api/customers/" + customer + "/certificates");
    }

    /**
     * What the clock tells in so many days; the notices of this customer that were told by then.
     */
    private long remindIn(int days) {
        Clock later = Clock.offset(clock, Duration.ofDays(days));
        new RemindingOfCertificates(jdbc, telling, settings, transaction, later).remind();
        return jdbc.sql("select count(*) from notice where link like :link")
                .param("link", "/customers/" + customer + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void remindsSixtyThirtyAndSevenDaysAheadAndOnceEach() {
        recorded(ending("PERMIT", 90));

        assertThat(remindIn(29)).isZero();
        assertThat(remindIn(30)).isEqualTo(1);
        assertThat(remindIn(31)).isEqualTo(1);
        assertThat(remindIn(60)).isEqualTo(2);
        assertThat(remindIn(60)).isEqualTo(2);
        assertThat(remindIn(85)).isEqualTo(3);
        assertThat(remindIn(91)).isEqualTo(3);
        String told =
                jdbc.sql("select title_zh from notice where link like :link order by made_at, id")
                        .param("link", "/customers/" + customer + "%")
                        .query(String.class)
                        .list()
                        .toString();
        assertThat(told).contains("许可证").doesNotContain("证照客户");
    }

    @Test
    void remindsOnceHoweverManyNodesLook() throws Exception {
        recorded(ending("PERMIT", 20));
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> node = () -> remindIn(0);
            nodes.invokeAll(IntStream.range(0, 4).mapToObj(i -> node).toList())
                    .forEach(Future::resultNow);
        }

        assertThat(remindIn(0)).isEqualTo(1);
    }

    @Test
    void remindsOfReviewsAndStopsWhenTheyAreDone() {
        Answer licence =
                recorded(
                        body().put("kind", "BUSINESS_LICENCE")
                                .put("longTerm", true)
                                .put("reviewDue", today().plusDays(40).toString()));
        assertThat(remindIn(0)).isEqualTo(1);

        Answer early =
                sales.post(
                        at(licence) + "/reviews",
                        body().put("doneOn", today().plusDays(1).toString()));
        assertThat(early.json().at("/fields/0/slug").asString()).isEqualTo("in-future");
        Answer done =
                sales.post(at(licence) + "/reviews", body().put("doneOn", today().toString()));

        assertThat(done.json().path("reviewDue").asString())
                .isEqualTo(today().plusDays(40).plusYears(1).toString());
        assertThat(done.json().path("reviewedOn").asString()).isEqualTo(today().toString());
        assertThat(remindIn(35)).isEqualTo(1);
    }

    @Test
    void keepsTheOldOneWhenItIsRenewed() {
        Answer old = recorded(ending("QUALIFICATION", 10));

        Answer renewed = sales.post(at(old) + "/renewal", ending("QUALIFICATION", 1000));

        assertThat(renewed.json().path("replaces").asString()).isEqualTo(old.id());
        assertThat(list().json().at("/items/0/state").asString()).isEqualTo("VALID");
        assertThat(list().json().at("/items/1/state").asString()).isEqualTo("REPLACED");
        assertThat(sales.post(at(old) + "/renewal", ending("QUALIFICATION", 9)).slug())
                .isEqualTo("certificate-over");
        assertThat(sales.post(at(old) + "/void", body().put("reason", "再次")).slug())
                .isEqualTo("certificate-over");
        assertThat(remindIn(5)).as("nobody is reminded of the old one").isZero();
        assertThat(
                        sales.post(at(renewed) + "/void", body().put("reason", "吊销"))
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("VOID");
    }

    @Test
    void keepsAllOrNothingOfAStaleSave() {
        Answer certificate = recorded(ending("PERMIT", 400));

        assertThat(
                        sales.patch(
                                        at(certificate),
                                        body().put("issuer", "甲局"),
                                        "If-Match",
                                        "\"0\"")
                                .status())
                .isEqualTo(200);
        Answer stale =
                sales.patch(at(certificate), body().put("issuer", "乙局"), "If-Match", "\"0\"");

        assertThat(stale.slug()).isEqualTo("stale-version");
        assertThat(stale.json().at("/current/issuer").asString()).isEqualTo("甲局");
    }

    @Test
    void listsWhatFallsDueOfCustomersWithinSight() {
        Answer soon = recorded(ending("PERMIT", 20));
        Answer over = recorded(ending("AUTHORISATION", -3));
        Answer late = recorded(ending("PERMIT", 70));
        TestClient clerk = TestClient.as("clerk", port);
        Answer ofRecords =
                clerk.post(
                        "/api/customers/" + customerOf(clerk) + "/certificates",
                        ending("PERMIT", 20));

        String seen = sales.get("/api/certificates?size=200&within=30").text();

        assertThat(seen).contains(soon.id(), over.id()).doesNotContain(late.id(), ofRecords.id());
        assertThat(sales.get("/api/certificates?size=200&within=30&kind=PERMIT").text())
                .contains(soon.id())
                .doesNotContain(over.id());
        assertThat(sales.get("/api/certificates?within=400").status()).isEqualTo(400);
        for (String hidden : List.of("/scan", "")) {
            assertThat(sales.get(at(ofRecords) + hidden).status()).isIn(404, 405);
        }
        assertThat(
                        sales.patch(at(ofRecords), body().put("issuer", "x"), "If-Match", "\"0\"")
                                .status())
                .isEqualTo(404);
        assertThat(sales.post(at(ofRecords) + "/void", body().put("reason", "x")).status())
                .isEqualTo(404);
        TestClient manager = TestClient.as("gm", port);
        assertThat(manager.post(at(soon) + "/void", body().put("reason", "x")).status())
                .isEqualTo(403);
    }

    /** Sales people see ID numbers masked: an identity document's number and scan likewise. */
    @Test
    void masksTheNumberOfAnIdentityDocument() {
        Answer identity =
                recorded(
                        body().put("kind", "IDENTITY")
                                .put("number", ID_NUMBER)
                                .put("longTerm", true));

        assertThat(identity.json().path("number").asString()).isEqualTo("330***********0015");
        assertThat(identity.text()).doesNotContain(ID_NUMBER);
        assertThat(
                        sales.patch(
                                        at(identity),
                                        body().put("kind", "OTHER").put("name", "x"),
                                        "If-Match",
                                        "\"0\"")
                                .slug())
                .as("would show it clear")
                .isEqualTo("certificate-number-not-yours");
        assertThat(sales.post(at(identity) + "/reveal", body()).json().path("value").asString())
                .isEqualTo(ID_NUMBER);
        assertThat(sales.get("/api/audit/events?subject=" + customer).text())
                .contains("certificate.recorded", "certificate.revealed")
                .doesNotContain(ID_NUMBER);
    }

    @Test
    void keepsTheScanEncryptedUntilItIsErased() {
        Answer certificate = recorded(ending("PERMIT", 20));
        String scan = at(certificate) + "/scan";

        assertThat(sales.upload(scan, "许可证.pdf", PDF).status()).isEqualTo(204);
        assertThat(sales.upload(scan, "页面.html", "<html>".getBytes(StandardCharsets.UTF_8)).slug())
                .isEqualTo("certificate-scan-refused");
        assertThat(sales.get(scan).text()).isEqualTo("%PDF-1.4 made");
        assertThat(
                        sales.upload(
                                        scan,
                                        "许可证2.pdf",
                                        "%PDF-1.4 anew".getBytes(StandardCharsets.US_ASCII))
                                .status())
                .isEqualTo(204);
        assertThat(list().json().at("/items/0/scanName").asString()).isEqualTo("许可证2.pdf");
        assertThat(sales.get(scan).text()).isEqualTo("%PDF-1.4 anew");

        UUID id = UUID.fromString(customer);
        assertThat(contents.count(id)).isEqualTo(1);
        assertThat(contents.copy(id).getFirst()).containsEntry("扫描件", "许可证2.pdf");
        transaction.executeWithoutResult(status -> contents.erase(id));

        assertThat(list().json().path("items")).isEmpty();
        assertThat(sales.get(scan).status()).isEqualTo(404);
    }

    @Test
    void warnsAndTellsTheTimeline() {
        CustomerSummary summary =
                new CustomerSummary(
                        UUID.fromString(customer), "", "", UUID.randomUUID(), UUID.randomUUID());
        recorded(ending("PERMIT", 31));
        assertThat(hints.list(Actor.SYSTEM, summary)).isEmpty();
        recorded(ending("BUSINESS_LICENCE", -1));
        recorded(ending("AUTHORISATION", 30));
        recorded(
                body().put("kind", "QUALIFICATION")
                        .put("longTerm", true)
                        .put("reviewDue", today().minusDays(2).toString()));

        assertThat(hints.list(Actor.SYSTEM, summary))
                .extracting(hint -> hint.text().zh())
                .containsExactly(
                        "资质证书年检已逾期（" + today().minusDays(2) + "）",
                        "营业执照已于 " + today().minusDays(1) + " 过期",
                        "授权书将于 " + today().plusDays(30) + " 到期");
        assertThat(history.list(Actor.SYSTEM, summary, null, 3)).hasSize(3);
    }
}
