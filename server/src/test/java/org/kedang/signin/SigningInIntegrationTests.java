package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@IntegrationTest
class SigningInIntegrationTests {
    @LocalServerPort int port;

    @Test
    void tellsWhoIsSignedIn() {
        Answer session = TestClient.as("clerk", port).get("/api/session");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().at("/person/userName").asString()).isEqualTo("clerk");
        assertThat(session.json().at("/person/departmentName").asString()).isEqualTo("档案室");
        assertThat(session.json().at("/person/permissions").toString()).contains("ARCHIVE_WRITE");
    }

    @Test
    void refusesStrangers() {
        Answer answer = TestClient.at(port).get("/api/customers");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.slug()).isEqualTo("not-signed-in");
    }

    @Test
    void doesNotTellWhetherTheNameExists() {
        Answer unknown = TestClient.at(port).signIn("nobody", "whatever-1");
        Answer wrong = TestClient.at(port).signIn("gm", "whatever-1");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.json()).isEqualTo(unknown.json());
    }

    @Test
    void locksAfterFiveFailuresUntilUnlocked() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String department = sysadmin.get("/api/departments").json().at("/items/0/id").asString();
        Answer added =
                sysadmin.post(
                        "/api/people",
                        body().put("userName", "locked.one")
                                .put("name", "钱多多")
                                .put("departmentId", department));
        String first = added.json().path("initialPassword").asString();
        TestClient guesser = TestClient.at(port);
        for (int i = 0; i < 5; i++) {
            guesser.signIn("locked.one", "guess-" + i);
        }

        Answer locked = guesser.signIn("locked.one", first);
        assertThat(locked.slug()).isEqualTo("account-locked");

        assertThat(sysadmin.post("/api/people/" + added.id() + "/unlock", body()).status())
                .isEqualTo(204);
        assertThat(guesser.signIn("locked.one", first).status()).isEqualTo(204);
    }

    @Test
    void letsOnePersonInFromManyPlacesAtOnce() {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 16)
                            .mapToObj(
                                    i ->
                                            people.submit(
                                                    () ->
                                                            TestClient.at(port)
                                                                    .signIn(
                                                                            "gm",
                                                                            TestClient.PASSWORD)
                                                                    .status()))
                            .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(204));
        }
    }

    @Test
    void asksForANewFirstPasswordBeforeAnythingElse() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String department = sysadmin.get("/api/departments").json().at("/items/0/id").asString();
        Answer added =
                sysadmin.post(
                        "/api/people",
                        body().put("userName", "new.one")
                                .put("name", "郑新")
                                .put("departmentId", department));
        String first = added.json().path("initialPassword").asString();
        TestClient fresh = TestClient.at(port);
        fresh.signIn("new.one", first);

        assertThat(fresh.get("/api/session").json().path("mustChangePassword").asBoolean())
                .isTrue();
        assertThat(fresh.get("/api/departments").slug()).isEqualTo("password-change-required");
        Answer weak =
                fresh.put(
                        "/api/session/password",
                        body().put("current", first).put("replacement", "short"));
        assertThat(weak.slug()).isEqualTo("password-too-weak");
        Answer changed =
                fresh.put(
                        "/api/session/password",
                        body().put("current", first).put("replacement", "Shaoxing-2026!"));
        assertThat(changed.status()).isEqualTo(204);
        assertThat(fresh.get("/api/departments").status()).isEqualTo(200);
    }

    @Test
    void refusesAWrongCsrfToken() {
        TestClient clerk = TestClient.as("clerk", port);

        Answer answer =
                clerk.post(
                        "/api/tokens",
                        body().put("name", "x").put("days", 1),
                        "X-XSRF-TOKEN",
                        "wrong");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.slug()).isEqualTo("csrf-token-invalid");
    }

    @Test
    void letsScriptsInByTokenUntilRevoked() {
        TestClient clerk = TestClient.as("clerk", port);
        Answer issued = clerk.post("/api/tokens", body().put("name", "脚本").put("days", 1));
        String bearer = "Bearer " + issued.json().path("token").asString();
        TestClient script = TestClient.at(port);

        assertThat(issued.status()).isEqualTo(201);
        assertThat(script.get("/api/session", "Authorization", bearer).status()).isEqualTo(200);
        assertThat(
                        script.post(
                                        "/api/tokens",
                                        body().put("name", "二").put("days", 1),
                                        "Authorization",
                                        bearer)
                                .slug())
                .isEqualTo("not-by-token");
        clerk.delete("/api/tokens/" + issued.id());
        assertThat(script.get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
    }

    @Test
    void refusesAndRecordsWhatTheRoleDoesNotAllow() {
        TestClient clerk = TestClient.as("clerk", port);
        String me = clerk.get("/api/session").json().at("/person/id").asString();

        Answer refused = clerk.post("/api/people/" + me + "/unlock", body());

        assertThat(refused.slug()).isEqualTo("not-permitted");
        Answer events =
                TestClient.as("auditor", port)
                        .get("/api/audit/events?actorId=" + me + "&act=access.refused");
        assertThat(events.json().at("/items/0/result").asString()).isEqualTo("REFUSED");
    }
}
