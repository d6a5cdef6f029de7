package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

@IntegrationTest
class StrongSignInIntegrationTests {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "Keqiao-2026-first!";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired SecondSteps secondSteps;
    @Autowired Clock clock;

    private TestClient sysadmin;
    private String userName;
    private String id;

    /** A person of her own for every test, who has chosen her password. */
    @BeforeEach
    void addPerson() {
        sysadmin = TestClient.as("sysadmin", port);
        userName = "strong." + COUNT.incrementAndGet();
        String department = sysadmin.get("/api/departments").json().at("/items/0/id").asString();
        Answer added =
                sysadmin.post(
                        "/api/people",
                        body().put("userName", userName)
                                .put("name", "沈新")
                                .put("departmentId", department));
        id = added.id();
        choose(TestClient.at(port), added.json().path("initialPassword").asString(), PASSWORD);
    }

    private void choose(TestClient client, String current, String replacement) {
        client.signIn(userName, current);
        assertThat(change(client, current, replacement).status()).isEqualTo(204);
    }

    private static Answer change(TestClient client, String current, String replacement) {
        return client.put(
                "/api/session/password",
                body().put("current", current).put("replacement", replacement));
    }

    private TestClient signedIn() {
        TestClient client = TestClient.at(port);
        assertThat(client.signIn(userName, PASSWORD).status()).isEqualTo(204);
        return client;
    }

    private static boolean isIn(TestClient client) {
        return client.get("/api/departments").status() == 200;
    }

    @Test
    void refusesTheLastFivePasswords() {
        TestClient client = signedIn();
        String current = PASSWORD;
        for (int i = 1; i <= 4; i++) {
            String next = "Keqiao-2026-number" + i;
            assertThat(change(client, current, next).status()).isEqualTo(204);
            current = next;
        }

        assertThat(change(client, current, PASSWORD).slug()).isEqualTo("password-used-before");
        assertThat(change(client, current, current).slug()).isEqualTo("password-unchanged");
        assertThat(change(client, current, "Keqiao-2026-number5").status()).isEqualTo(204);
        assertThat(change(client, "Keqiao-2026-number5", PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        TestClient here = signedIn();
        TestClient there = signedIn();

        change(here, PASSWORD, "Keqiao-2026-second");

        assertThat(isIn(here)).isTrue();
        assertThat(isIn(there)).isFalse();
    }

    @Test
    void demandsANewPasswordWhenTheOldOneIsNinetyDaysOld() {
        jdbc.sql(
                        "update past_password set replaced_at = replaced_at - interval '91 days'"
                                + " where person_id = :id")
                .param("id", UUID.fromString(id))
                .update();
        TestClient client = signedIn();

        assertThat(client.get("/api/departments").slug()).isEqualTo("password-change-required");
        change(client, PASSWORD, "Keqiao-2026-second");
        assertThat(isIn(client)).isTrue();
    }

    @Test
    void listsOwnSessionsAndEndsOneAtOnce() {
        TestClient here = signedIn();
        TestClient there = signedIn();
        var items = here.get("/api/session/live").json().path("items");
        String other = "";
        for (var item : items) {
            assertThat(item.path("address").asString()).isEqualTo("127.0.0.1");
            assertThat(item.toString()).doesNotContain("sessionId");
            if (!item.path("current").asBoolean() && isNewest(items, item)) {
                other = item.path("id").asString();
            }
        }
        assertThat(isIn(there)).isTrue();

        assertThat(here.delete("/api/session/live/" + other).status()).isEqualTo(204);

        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
    }

    private static boolean isNewest(
            tools.jackson.databind.JsonNode items, tools.jackson.databind.JsonNode item) {
        for (var other : items) {
            boolean later =
                    other.path("signedInAt")
                                    .asString()
                                    .compareTo(item.path("signedInAt").asString())
                            > 0;
            if (later && !other.path("current").asBoolean()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void endsNobodyElsesSessionAsOnesOwn() {
        TestClient mine = signedIn();
        String session = mine.get("/api/session/live").json().at("/items/0/id").asString();

        Answer answer = TestClient.as("clerk", port).delete("/api/session/live/" + session);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(isIn(mine)).isTrue();
    }

    @Test
    void letsAdministratorsSeeWhoIsOnlineAndEndIt() {
        TestClient person = signedIn();
        String session = "";
        for (var item : sysadmin.get("/api/sessions?size=200").json().path("items")) {
            if (item.path("personId").asString().equals(id)) {
                session = item.path("id").asString();
                assertThat(sysadmin.delete("/api/sessions/" + session).status()).isEqualTo(204);
            }
        }

        assertThat(session).isNotEmpty();
        assertThat(isIn(person)).isFalse();
        assertThat(TestClient.as("clerk", port).get("/api/sessions").slug())
                .isEqualTo("not-permitted");
    }

    @Test
    void tellsOfASignInFromANewBrowser() {
        TestClient here = signedIn();
        TestClient stranger = signedIn();

        assertThat(here.get("/api/session").json().path("newSignIns").toString())
                .contains("127.0.0.1");
        assertThat(stranger.signIn(userName, PASSWORD).status()).isEqualTo(204);
        here.post("/api/session/new-sign-ins/seen", body());
        assertThat(here.get("/api/session").json().path("newSignIns")).isEmpty();
        stranger.signIn(userName, PASSWORD);
        assertThat(here.get("/api/session").json().path("newSignIns")).isEmpty();
    }

    @Test
    void closesAStolenAccountToEverybodyAtOnce() {
        TestClient owner = signedIn();
        TestClient thief = signedIn();
        Answer token = thief.post("/api/tokens", body().put("name", "x").put("days", 1));
        String bearer = "Bearer " + token.json().path("token").asString();
        TestClient script = TestClient.at(port);
        assertThat(script.get("/api/departments", "Authorization", bearer).status()).isEqualTo(200);

        assertThat(owner.post("/api/session/stolen", body()).status()).isEqualTo(204);

        assertThat(isIn(thief)).isFalse();
        assertThat(isIn(owner)).isFalse();
        assertThat(script.get("/api/departments", "Authorization", bearer).status()).isEqualTo(401);
        assertThat(TestClient.at(port).signIn(userName, PASSWORD).slug())
                .isEqualTo("account-stolen");
        sysadmin.post("/api/people/" + id + "/unlock", body());
        assertThat(TestClient.at(port).signIn(userName, PASSWORD).slug())
                .isEqualTo("account-stolen");
        String given =
                sysadmin.post("/api/people/" + id + "/password-reset", body())
                        .json()
                        .path("initialPassword")
                        .asString();
        assertThat(TestClient.at(port).signIn(userName, given).status()).isEqualTo(204);
    }

    @Test
    void takesAReportOfTheftFromTheSignInPage() {
        TestClient thief = signedIn();
        TestClient page = TestClient.at(port);
        page.get("/api/setup");
        var proof = body().put("username", userName).put("password", "wrong-one");

        assertThat(page.post("/api/stolen", proof).slug()).isEqualTo("wrong-credentials");
        assertThat(isIn(thief)).isTrue();
        assertThat(page.post("/api/stolen", proof.put("password", PASSWORD)).status())
                .isEqualTo(204);
        assertThat(isIn(thief)).isFalse();
    }

    @Test
    void takesAReportOfTheftFromAnAdministrator() {
        TestClient person = signedIn();

        assertThat(
                        TestClient.as("clerk", port)
                                .post("/api/people/" + id + "/stolen", body())
                                .slug())
                .isEqualTo("not-permitted");
        assertThat(sysadmin.post("/api/people/" + id + "/stolen", body()).status()).isEqualTo(204);
        assertThat(isIn(person)).isFalse();
        assertThat(sysadmin.get("/api/people?q=" + userName).json().at("/items/0/state").asString())
                .isEqualTo("STOLEN");
    }

    @Test
    void letsStrangersBarOnlyThemselves() {
        TestClient owner = signedIn();
        owner.delete("/api/session");
        TestClient guesser = TestClient.at(port);
        for (int i = 0; i < 6; i++) {
            guesser.signIn(userName, "guess-" + i);
        }

        assertThat(guesser.signIn(userName, PASSWORD).slug()).isEqualTo("account-locked");
        assertThat(owner.signIn(userName, PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void locksTheAccountWhenAKnownBrowserFailsFiveTimes() {
        TestClient owner = signedIn();
        for (int i = 0; i < 5; i++) {
            owner.signIn(userName, "guess-" + i);
        }

        assertThat(owner.signIn(userName, PASSWORD).slug()).isEqualTo("account-locked");
        assertThat(TestClient.at(port).signIn(userName, PASSWORD).slug())
                .isEqualTo("account-locked");
        sysadmin.post("/api/people/" + id + "/unlock", body());
        assertThat(owner.signIn(userName, PASSWORD).status()).isEqualTo(204);
    }

    private byte[] enrol(TestClient client) {
        Answer begun = client.post("/api/session/totp", body());
        assertThat(begun.json().path("qr").asString()).startsWith("<svg");
        byte[] secret = unbase32(begun.json().path("secret").asString());
        Answer confirmed =
                client.post("/api/session/totp/confirmation", body().put("code", code(secret, 0)));
        assertThat(confirmed.json().path("recoveryCodes")).hasSize(10);
        recoveryCode = confirmed.json().at("/recoveryCodes/3").asString();
        return secret;
    }

    private String recoveryCode = "";

    private String code(byte[] secret, int stepsAhead) {
        return Totp.code(secret, Totp.stepAt(clock.instant()) + stepsAhead, Totp.DIGITS);
    }

    private static byte[] unbase32(String text) {
        java.math.BigInteger number = java.math.BigInteger.ZERO;
        for (char c : text.toCharArray()) {
            number =
                    number.shiftLeft(5)
                            .or(
                                    java.math.BigInteger.valueOf(
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
        }
        byte[] bytes = new byte[20];
        byte[] raw = number.toByteArray();
        for (int i = 0; i < Math.min(20, raw.length); i++) {
            bytes[19 - i] = raw[raw.length - 1 - i];
        }
        return bytes;
    }

    @Test
    void asksForASecondStepOnceItIsOn() {
        byte[] secret = enrol(signedIn());
        TestClient client = TestClient.at(port);

        Answer half = client.signIn(userName, PASSWORD);

        assertThat(half.status()).isEqualTo(202);
        assertThat(half.json().path("next").asString()).isEqualTo("SECOND_STEP");
        assertThat(half.json().path("ways").toString()).contains("TOTP", "RECOVERY_CODE");
        assertThat(client.get("/api/session").slug()).isEqualTo("not-signed-in");
        assertThat(client.get("/api/departments").status()).isEqualTo(401);
        assertThat(secondStep(client, "000000").slug()).isEqualTo("code-wrong");
        String code = code(secret, 1);
        assertThat(secondStep(client, code).status()).isEqualTo(204);
        assertThat(isIn(client)).isTrue();

        TestClient again = TestClient.at(port);
        again.signIn(userName, PASSWORD);
        assertThat(secondStep(again, code).slug()).isEqualTo("code-wrong");
    }

    private static Answer secondStep(TestClient client, String code) {
        return client.post("/api/session/second-step", body().put("code", code));
    }

    @Test
    void takesARecoveryCodeOnce() {
        enrol(signedIn());
        TestClient first = TestClient.at(port);
        first.signIn(userName, PASSWORD);

        assertThat(secondStep(first, recoveryCode.toUpperCase(Locale.ROOT)).status())
                .isEqualTo(204);
        assertThat(first.get("/api/session/security").json().path("recoveryCodesLeft").asInt())
                .isEqualTo(9);
        TestClient second = TestClient.at(port);
        second.signIn(userName, PASSWORD);
        assertThat(secondStep(second, recoveryCode).slug()).isEqualTo("code-wrong");
    }

    @Test
    void countsWrongCodesAsGuesses() {
        byte[] secret = enrol(signedIn());
        TestClient client = TestClient.at(port);
        client.signIn(userName, PASSWORD);
        for (int i = 0; i < 5; i++) {
            client.signIn(userName, PASSWORD);
            secondStep(client, "00000" + i);
        }

        assertThat(secondStep(client, code(secret, 1)).slug()).isEqualTo("account-locked");
        assertThat(client.signIn(userName, PASSWORD).slug()).isEqualTo("account-locked");
    }

    @Test
    void keepsTheSecretEncrypted() {
        byte[] secret = enrol(signedIn());

        byte[] stored =
                jdbc.sql("select secret from totp where person_id = :id")
                        .param("id", UUID.fromString(id))
                        .query(byte[].class)
                        .single();

        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void asksForAFreshProofBeforeDangerousActs() {
        TestClient client = signedIn();
        age(id);

        Answer refused = client.post("/api/tokens", body().put("name", "x").put("days", 1));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.slug()).isEqualTo("step-up-required");
        assertThat(client.get("/api/session/step-up").json().path("ways").toString())
                .contains("PASSWORD");
        assertThat(client.post("/api/session/step-up", body().put("password", "wrong-one")).slug())
                .isEqualTo("password-wrong");
        assertThat(client.post("/api/tokens", body().put("name", "x").put("days", 1)).slug())
                .isEqualTo("step-up-required");
        assertThat(client.post("/api/session/step-up", body().put("password", PASSWORD)).status())
                .isEqualTo(204);
        assertThat(client.post("/api/tokens", body().put("name", "x").put("days", 1)).status())
                .isEqualTo(201);
    }

    private void age(String person) {
        OldProof.of(UUID.fromString(person), jdbc, clock.instant());
    }

    @Test
    void turnsTheSecondStepOffOnlyWithAFreshProof() {
        TestClient client = signedIn();
        enrol(client);
        age(id);

        assertThat(client.delete("/api/session/totp").slug()).isEqualTo("step-up-required");
        client.post("/api/session/step-up", body().put("code", recoveryCode));
        assertThat(client.delete("/api/session/totp").status()).isEqualTo(204);
        assertThat(TestClient.at(port).signIn(userName, PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void letsASecondPersonTakeALostSecondStepAway() {
        enrol(signedIn());

        assertThat(sysadmin.delete("/api/people/" + id + "/totp").status()).isEqualTo(204);
        assertThat(TestClient.at(port).signIn(userName, PASSWORD).status()).isEqualTo(204);
        String me = sysadmin.get("/api/session").json().at("/person/id").asString();
        assertThat(sysadmin.delete("/api/people/" + me + "/totp").slug()).isEqualTo("own-account");
    }
}
