package org.kedang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.access.AccessFixture.Newcomer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.util.UUID;

@IntegrationTest
class EffectiveRightsIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private AccessFixture people;
    private TestClient officer;

    @BeforeEach
    void sitDown() {
        people = new AccessFixture(port);
        officer = people.as("secadmin");
    }

    @Test
    void tellsWhereEachRightComesFrom() {
        Newcomer newcomer = people.newcomer("销售一部");
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));
        people.approve(request, "gm");

        JsonNode rights = rights(newcomer);

        assertThat(rights.at("/grants/0/role").asString()).isEqualTo("CLERK");
        assertThat(rights.at("/grants/0/departmentName").asString()).isEqualTo("销售一部");
        assertThat(rights.at("/grants/0/grantedByName").asString()).isEqualTo("孙丽");
        assertThat(rights.at("/grants/0/approvedByName").asString()).isEqualTo("周明华");
        assertThat(rights.at("/grants/0/counts").asString()).isEqualTo("COUNTS");
        JsonNode writes = permission(rights, "ARCHIVE_WRITE");
        assertThat(writes.path("everything").asBoolean()).isTrue();
        assertThat(writes.at("/grants/0").asString())
                .isEqualTo(rights.at("/grants/0/id").asString());
    }

    @Test
    void tellsWhyASuspendedOrExpiredGrantDoesNotCount() {
        Newcomer newcomer = people.newcomer("销售一部");
        officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "SALES"));

        change(newcomer, "state = 'SUSPENDED'");
        assertThat(rights(newcomer).at("/grants/0/counts").asString()).isEqualTo("SUSPENDED");
        assertThat(rights(newcomer).path("permissions").isEmpty()).isTrue();
        change(newcomer, "state = 'EFFECTIVE', valid_until = date '2020-01-01'");
        assertThat(rights(newcomer).at("/grants/0/counts").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void isForOneselfTheOfficerAndTheAuditorOnly() {
        Newcomer newcomer = people.newcomer("销售一部");
        String path = "/api/people/" + newcomer.id() + "/effective-rights";

        assertThat(people.as(newcomer.userName()).get(path).status()).isEqualTo(200);
        assertThat(officer.get(path).status()).isEqualTo(200);
        assertThat(people.as("auditor").get(path).status()).isEqualTo(200);
        assertThat(people.as("sysadmin").get(path).slug()).isEqualTo("not-permitted");
        assertThat(people.as("head").get(path).slug()).isEqualTo("not-permitted");
    }

    @Test
    void answersProbesWithYesAndWhy() {
        TestClient sales = people.as("sales");
        String number = sales.get("/api/customers?size=1").json().at("/items/0/number").asString();

        JsonNode answer = probe(officer, people.person("sales"), "CUSTOMER", number);

        assertThat(number).isNotBlank();
        assertThat(answer.path("mayRead").asBoolean()).isTrue();
        assertThat(answer.path("mayEdit").asBoolean()).isTrue();
        assertThat(answer.path("why").toString()).contains("DEPARTMENT");
    }

    @Test
    void tellsAnOfficeNothingAboutWhatThePersonDoesNotSee() {
        Newcomer newcomer = people.newcomer("销售二部");
        officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "SALES"));
        String hidden =
                people.as("sales")
                        .get("/api/customers?size=1")
                        .json()
                        .at("/items/0/number")
                        .asString();

        JsonNode existing = probe(officer, newcomer.id(), "CUSTOMER", hidden);
        JsonNode unknown = probe(officer, newcomer.id(), "CUSTOMER", "KH-NICHT-DA");

        assertThat(existing).isEqualTo(unknown);
        assertThat(existing.path("mayRead").asBoolean()).isFalse();
        assertThat(existing.path("why").toString()).isEqualTo("[\"NO_SUCH_OR_NOT_REACHED\"]");
    }

    @Test
    void countsWhatWaitsForEachReader() {
        Newcomer newcomer = people.newcomer("档案室");
        TestClient gm = people.as("gm");
        long before = toDo(gm);

        officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));

        assertThat(toDo(gm)).isEqualTo(before + 1);
    }

    private static long toDo(TestClient client) {
        return client.get("/api/approvals/count").json().path("todo").asLong();
    }

    private JsonNode rights(Newcomer newcomer) {
        return officer.get("/api/people/" + newcomer.id() + "/effective-rights").json();
    }

    private static JsonNode permission(JsonNode rights, String name) {
        for (JsonNode line : rights.path("permissions")) {
            if (line.path("permission").asString().equals(name)) {
                return line;
            }
        }
        throw new AssertionError("No " + name + " in " + rights);
    }

    private static JsonNode probe(TestClient asker, String person, String type, String number) {
        return asker.post(
                        "/api/people/" + person + "/effective-rights/probe",
                        body().put("type", type).put("number", number))
                .json();
    }

    private void change(Newcomer newcomer, String change) {
        jdbc.sql("update role_grant set " + change + " where person_id = :id")
                .param("id", UUID.fromString(newcomer.id()))
                .update();
        // rights are read anew each second
        java.util.concurrent.locks.LockSupport.parkNanos(1_200_000_000L);
    }
}
