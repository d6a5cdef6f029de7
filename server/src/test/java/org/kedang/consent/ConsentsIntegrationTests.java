package org.kedang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Purposes, what customers say to them, and what follows from it. */
@IntegrationTest
class ConsentsIntegrationTests {
    private static final String MARKETING = "01930000-0000-7000-8000-000000000303";
    private static final String BUSINESS = "01930000-0000-7000-8000-000000000301";
    private static final byte[] PDF = "%PDF-1.4 made".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Consents consents;
    @Autowired ConsentsOfCustomers ofCustomers;
    @Autowired ConsentEvents events;
    @Autowired Purposes purposes;
    @Autowired Directory directory;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private TestClient sales;
    private TestClient clerk;
    private UUID customer = new UUID(0, 0);

    @BeforeEach
    void registerACustomer() {
        sales = TestClient.as("sales", port);
        clerk = TestClient.as("clerk", port);
        customer = register();
    }

    private UUID register() {
        return UUID.fromString(
                sales.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "同意" + UUID.randomUUID())
                                        .put("acceptDuplicates", true))
                        .id());
    }

    private String path() {
        return "/api/customers/" + customer + "/consents";
    }

    private ObjectNode consent() {
        return body().put("purposeId", MARKETING)
                .put("saidOn", today().toString())
                .put("channel", "MAIL")
                .put("proof", "2026-11-20 邮件");
    }

    private ObjectNode withdrawal() {
        return body().put("purposeId", MARKETING)
                .put("saidOn", today().toString())
                .put("channel", "PHONE")
                .put("reason", "不愿再收到资料");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    private String state() {
        for (JsonNode one : sales.get(path()).json().path("standing")) {
            if (one.at("/purpose/code").asString().equals("marketing")
                    && one.path("subject").asString().isEmpty()) {
                return one.path("state").asString();
            }
        }
        throw new AssertionError("no marketing");
    }

    @AfterEach
    void warnNobody() {
        warn(false);
    }

    private void warn(boolean on) {
        jdbc.sql("update consent_purpose set warns = :on where code = 'marketing'")
                .param("on", on)
                .update();
    }

    private List<String> warnings() {
        CustomerSummary summary =
                new CustomerSummary(customer, "", "", new UUID(0, 0), new UUID(0, 0));
        return ofCustomers.list(Actor.SYSTEM, summary).stream()
                .filter(hint -> hint.kind() == Hint.Kind.WARNING)
                .map(hint -> hint.text().zh())
                .toList();
    }

    @Test
    void coversFromTheConsentToItsWithdrawalAndKeepsBoth() {
        assertThat(state()).isEqualTo("MISSING");
        assertThat(consents.isCovered(customer, "marketing")).isFalse();
        assertThat(warnings()).as("nobody asked for it").isEmpty();
        warn(true);
        assertThat(warnings()).containsExactly("同意未取得：营销推广与活动邀约");
        assertThat(consents.isCovered(customer, "business")).as("needs none").isTrue();
        assertThat(consents.isCovered(customer, "no-such")).isFalse();

        assertThat(sales.post(path(), consent()).status()).isEqualTo(201);

        assertThat(state()).isEqualTo("GIVEN");
        assertThat(consents.isCovered(customer, "marketing")).isTrue();
        assertThat(warnings()).isEmpty();
        assertThat(sales.get(path()).json().at("/history/0/validUntil").asString())
                .isEqualTo(today().plusMonths(24).minusDays(1).toString());

        assertThat(sales.post(path() + "/withdrawals", withdrawal()).status()).isEqualTo(201);

        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(consents.isCovered(customer, "marketing")).isFalse();
        assertThat(warnings()).containsExactly("同意已撤回：营销推广与活动邀约");
        assertThat(sales.post(path() + "/withdrawals", withdrawal()).slug())
                .isEqualTo("consent-withdrawn-already");
        assertThat(sales.get(path()).json().path("history")).hasSize(2);
        assertThat(ofCustomers.list(Actor.SYSTEM, summary(), null, 10))
                .extracting(entry -> entry.what().zh())
                .containsExactly("撤回同意", "同意");

        assertThat(sales.post(path(), consent()).status()).isEqualTo(201);
        assertThat(state()).as("given again").isEqualTo("GIVEN");
    }

    private CustomerSummary summary() {
        return new CustomerSummary(customer, "", "", new UUID(0, 0), new UUID(0, 0));
    }

    @Test
    void letsAPersonAtTheCustomerSayNoAlone() {
        sales.post(path(), consent());
        sales.post(path() + "/withdrawals", withdrawal().put("subject", " 沈经理 "));

        assertThat(consents.isCovered(customer, "marketing")).isTrue();
        assertThat(consents.isCovered(customer, "marketing", "沈经理")).isFalse();
        assertThat(consents.isCovered(customer, "marketing", "别人")).isTrue();
        assertThat(warnings()).containsExactly("同意已撤回：营销推广与活动邀约 · 沈经理");
    }

    @Test
    void endsWithItsTerm() {
        sales.post(path(), consent().put("validUntil", today().plusDays(30).toString()));

        assertThat(in(30).isCovered(customer, "marketing")).isTrue();
        assertThat(in(31).isCovered(customer, "marketing")).isFalse();
    }

    private Consents in(int days) {
        return new Consents(purposes, events, Clock.offset(clock, Duration.ofDays(days)));
    }

    /** A word that is told late does not undo a later one. */
    @Test
    void goesByTheDayOnWhichItWasSaid() {
        sales.post(path() + "/withdrawals", withdrawal());
        sales.post(path(), consent().put("saidOn", today().minusDays(3).toString()));

        assertThat(state()).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource({
        "proof, '', proof",
        "proof, 隐‮藏, proof",
        "channel, PIGEON, channel",
        "saidOn, 2026-02-30, saidOn",
        "saidOn, 2999-01-01, saidOn",
        "saidOn, 1890-01-01, saidOn",
        "validUntil, 2001-01-01, validUntil",
        "validUntil, 9999-12-31, validUntil",
        "purposeId, 01930000-0000-7000-8000-000000000301, purposeId",
        "purposeId, 01930000-0000-7000-8000-00000000ffff, purposeId",
        "subject, 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十多, subject"
    })
    void refusesBadInputInBothLanguagesAndKeepsNothing(String field, String value, String told) {
        Answer refused = sales.post(path(), consent().put(field, value));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        JsonNode fault = refused.json().at("/fields/0");
        assertThat(fault.path("name").asString()).isEqualTo(told);
        assertThat(fault.path("zh").asString()).matches(".*\\p{IsHan}.*");
        assertThat(fault.path("en").asString()).isNotBlank();
        assertThat(sales.get(path()).json().path("history")).isEmpty();
    }

    @Test
    void takesNothingBackThatDoesNotRestOnConsent() {
        Answer refused =
                sales.post(path() + "/withdrawals", withdrawal().put("purposeId", BUSINESS));

        assertThat(refused.json().at("/fields/0/slug").asString()).isEqualTo("consent-not-needed");
    }

    @Test
    void isChangedOnlyByWhoMayChangeTheCustomer() {
        TestClient manager = TestClient.as("gm", port);

        assertThat(manager.get(path()).status()).isEqualTo(200);
        assertThat(manager.post(path(), consent()).status()).isEqualTo(403);
        assertThat(TestClient.as("sysadmin", port).get(path()).status()).isEqualTo(403);
        assertThat(sales.get("/api/customers/" + UUID.randomUUID() + "/consents").status())
                .isEqualTo(404);
    }

    @Test
    void keepsOneScanThatNobodyReplaces() {
        String event = sales.post(path(), consent()).id();
        String scan = "/api/consents/" + event + "/scan";

        assertThat(sales.get(scan).status()).isEqualTo(404);
        assertThat(sales.upload(scan, "页面.html", "<html>".getBytes(StandardCharsets.UTF_8)).slug())
                .isEqualTo("scan-refused");
        assertThat(sales.upload(scan, "同意书.pdf", PDF).status()).isEqualTo(204);
        assertThat(sales.upload(scan, "另一份.pdf", PDF).slug()).isEqualTo("consent-scan-kept");
        assertThat(clerk.get(scan).text()).isEqualTo("%PDF-1.4 made");
        assertThat(clerk.get(scan).header("Content-Disposition").orElse("")).contains("attachment");
        assertThat(sales.get(path()).json().at("/history/0/scanName").asString())
                .isEqualTo("同意书.pdf");
    }

    @Test
    void letsTheApplicationChangeNothingThatWasSaid() {
        sales.post(path(), consent());

        assertThatThrownBy(() -> jdbc.sql("update consent_event set note = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from consent_event").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from consent_scan").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void erasesAllOfACustomerAndNothingOfAnother() {
        UUID erased = customer;
        String event = sales.post(path(), consent()).id();
        sales.upload("/api/consents/" + event + "/scan", "同意书.pdf", PDF);
        sales.post(path() + "/withdrawals", withdrawal());
        customer = register();
        sales.post(path(), consent());
        assertThat(ofCustomers.copy(erased)).hasSize(2);

        transaction.executeWithoutResult(status -> ofCustomers.erase(erased));

        assertThat(ofCustomers.count(erased)).isZero();
        assertThat(ofCustomers.count(customer)).isOne();
        assertThat(sales.get("/api/consents/" + event + "/scan").status()).isEqualTo(404);
    }

    @Test
    void editsPurposesByVersionAndRefusesATakenCode() {
        String code = "p" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode fields =
                body().put("why", "寄送样品")
                        .put("basis", "CONSENT")
                        .put("needsConsent", true)
                        .put("warns", false)
                        .put("retired", false);
        fields.putObject("name").put("zh", "寄样").put("en", "Samples");
        ObjectNode purpose = body().put("code", code);
        purpose.set("fields", fields);
        Answer added = clerk.post("/api/consent-purposes", purpose);
        String one = "/api/consent-purposes/" + added.id();
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(clerk.post("/api/consent-purposes", purpose).slug())
                .isEqualTo("purpose-code-taken");
        assertThat(sales.post("/api/consent-purposes", purpose).status()).isEqualTo(403);

        Answer retired =
                clerk.put(one, fields.deepCopy().put("retired", true), "If-Match", "\"0\"");

        assertThat(retired.json().path("retired").asBoolean()).isTrue();
        assertThat(consents.isCovered(customer, code)).isFalse();
        Answer stale = clerk.put(one, fields, "If-Match", "\"0\"");
        assertThat(stale.slug()).isEqualTo("stale-version");
        assertThat(stale.json().at("/current/retired").asBoolean()).isTrue();
        assertThat(sales.post(path(), consent().put("purposeId", added.id())).status())
                .isEqualTo(400);
        Answer basis =
                clerk.put(one, fields.deepCopy().put("needsConsent", false), "If-Match", "\"1\"");
        assertThat(basis.status()).as("consent needs consent").isEqualTo(400);
    }

    @Test
    void tellsTheLogWhoReadAndWrote() {
        sales.post(path(), consent());
        sales.get(path());

        assertThat(
                        jdbc.sql("select act from audit_event where customer_id = :id")
                                .param("id", customer)
                                .query(String.class)
                                .list())
                .contains("consent.given", "consent.read");
    }
}
