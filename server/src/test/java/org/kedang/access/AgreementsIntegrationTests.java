package org.kedang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.access.AccessFixture.Newcomer;
import org.kedang.audit.Audit;
import org.kedang.document.CheckingScans;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.storage.ContentStore;
import org.kedang.storage.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

@IntegrationTest
class AgreementsIntegrationTests {
    private static final byte[] PDF = "%PDF-1.4 made".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort int port;
    @Autowired Granting granting;
    @Autowired Directory directory;
    @Autowired Keys keys;
    @Autowired ContentStore store;
    @Autowired CheckingScans scans;
    @Autowired TransactionTemplate transaction;
    @Autowired Audit audit;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private @Nullable LocalDate kept;
    private AccessFixture people;
    private TestClient officer;
    private Newcomer newcomer = new Newcomer("", "");

    @BeforeEach
    void clearANewcomer() {
        people = new AccessFixture(port);
        officer = people.as("secadmin");
        newcomer = people.newcomer("销售一部");
        Answer raise =
                officer.post(
                        "/api/rights-requests", AccessFixture.clearance(newcomer.id(), "SECRET"));
        people.approve(raise, "gm");
    }

    @Test
    void opensSecretLevelsWithAnAgreementAndClosesThemWithItsEnd() {
        assertThat(openLevel()).isEqualTo("INTERNAL");
        Answer agreement = record(0, 365);
        assertThat(agreement.status()).as(agreement.text()).isEqualTo(201);
        assertThat(agreement.json().path("state").asString()).isEqualTo("NO_SCAN");
        assertThat(openLevel()).as("before the scan is there").isEqualTo("INTERNAL");
        assertThat(ids("NO_SCAN")).contains(agreement.id());
        assertThat(ids("VALID")).doesNotContain(agreement.id());

        scan(agreement);

        assertThat(openLevel()).isEqualTo("SECRET");
        assertThat(ids("VALID")).contains(agreement.id());

        Answer ended =
                officer.post(
                        "/api/agreements/" + agreement.id() + "/end", body().put("reason", "离岗"));

        assertThat(ended.json().path("state").asString()).isEqualTo("ENDED");
        assertThat(openLevel()).isEqualTo("INTERNAL");
        assertThat(
                        officer.post(
                                        "/api/agreements/" + agreement.id() + "/end",
                                        body().put("reason", "再次"))
                                .slug())
                .isEqualTo("agreement-ended");
    }

    @Test
    void keepsLevelsOpenWhileAnotherAgreementHolds() {
        Answer first = scan(record(-10, 30));
        scan(record(-5, 90));

        officer.post("/api/agreements/" + first.id() + "/end", body().put("reason", "换签"));

        assertThat(openLevel()).isEqualTo("SECRET");
        assertThat(secretUntil()).isEqualTo(today().plusDays(90));
    }

    @Test
    void opensAFutureAgreementOnItsDayAndLetsItEndWithItsTerm() {
        scan(record(10, 40));
        assertThat(secretUntil()).isNull();

        keepIn(9);
        assertThat(kept).isNull();
        keepIn(10);
        assertThat(kept).isEqualTo(today().plusDays(40));
        keepIn(41);
        assertThat(kept).isNull();
    }

    @Test
    void remindsSixtyThirtyAndSevenDaysAhead() {
        assertThat(Agreements.reminder(61)).isNull();
        assertThat(Agreements.reminder(60)).isEqualTo(60);
        assertThat(Agreements.reminder(30)).isEqualTo(30);
        assertThat(Agreements.reminder(8)).isEqualTo(30);
        assertThat(Agreements.reminder(7)).isEqualTo(7);
        Answer soon = scan(record(-300, 6));

        assertThat(soon.json().path("reminder").asInt()).isEqualTo(7);
        assertThat(officer.get("/api/agreements?filter=EXPIRING&size=200").text())
                .contains(soon.id());
        assertThat(officer.get("/api/access-work").json().path("expiring").asInt()).isPositive();
    }

    @Test
    void keepsTheScanEncryptedAndGivesItToOfficerAndSignerOnly() {
        Answer agreement = record(0, 365);
        String scan = "/api/agreements/" + agreement.id() + "/scan";

        assertThat(officer.upload(scan, "保密协议.pdf", PDF).status()).isEqualTo(204);
        assertThat(
                        officer.upload(scan, "页面.html", "<html>".getBytes(StandardCharsets.UTF_8))
                                .slug())
                .isEqualTo("scan-refused");

        assertThat(officer.get(scan).text()).isEqualTo("%PDF-1.4 made");
        assertThat(officer.get(scan).header("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(people.as(newcomer.userName()).get(scan).status()).isEqualTo(200);
        assertThat(people.as("gm").get(scan).status()).isEqualTo(404);
        assertThat(people.as("auditor").get(scan).status()).isEqualTo(404);
    }

    @Test
    void refusesWhoIsNotTheOfficerAndTermsThatEndBeforeTheyBegin() {
        assertThat(record(5, 4).slug()).isEqualTo("invalid-input");
        assertThat(people.as("gm").get("/api/agreements").status()).isEqualTo(403);
        Answer both =
                officer.post(
                        "/api/agreements",
                        agreement(0, 9).put("recipient", "外部律师").put("personId", newcomer.id()));
        assertThat(both.slug()).isEqualTo("invalid-input");
    }

    @Test
    void recordsOutsideRecipients() {
        Answer outside =
                officer.post(
                        "/api/agreements",
                        agreement(0, 9).put("recipient", "沈律师").put("organisation", "某律师事务所"));

        assertThat(outside.status()).as(outside.text()).isEqualTo(201);
        assertThat(outside.json().path("recipient").asString()).isEqualTo("沈律师");
    }

    /** Attaches its scan; the agreement as it is then. */
    private Answer scan(Answer agreement) {
        String path = "/api/agreements/" + agreement.id();
        assertThat(officer.upload(path + "/scan", "保密协议.pdf", PDF).status()).isEqualTo(204);
        return officer.get(path);
    }

    private java.util.List<String> ids(String filter) {
        return officer.get("/api/agreements?size=200&filter=" + filter)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private Answer record(int fromDays, int untilDays) {
        return officer.post(
                "/api/agreements", agreement(fromDays, untilDays).put("personId", newcomer.id()));
    }

    private tools.jackson.databind.node.ObjectNode agreement(int fromDays, int untilDays) {
        return body().put("title", "保密协议")
                .put("signedOn", today().toString())
                .put("validFrom", today().plusDays(fromDays).toString())
                .put("validUntil", today().plusDays(untilDays).toString());
    }

    /** What the clock does in so many days. */
    private void keepIn(int days) {
        Clock later = Clock.offset(clock, Duration.ofDays(days));
        KeepingAgreements keeping =
                new KeepingAgreements(
                        new Agreements(jdbc, directory, later),
                        granting,
                        directory,
                        keys,
                        store,
                        scans,
                        transaction,
                        audit,
                        later);
        transaction.executeWithoutResult(
                status -> {
                    keeping.keep();
                    // what the clock did to others must not last
                    kept = secretUntil();
                    status.setRollbackOnly();
                });
    }

    private String openLevel() {
        return officer.get("/api/people/" + newcomer.id() + "/effective-rights")
                .json()
                .path("openLevel")
                .asString();
    }

    private @Nullable LocalDate secretUntil() {
        return jdbc.sql("select secret_until from person where id = :id")
                .param("id", UUID.fromString(newcomer.id()))
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
