package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.PASSWORD;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@IntegrationTest
class OrganisationIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired People people;
    @Autowired Passwords passwords;
    @Autowired Granting granting;
    @Autowired Accounts accounts;

    private TestClient sysadmin;
    private TestClient officer;
    private TestClient clerk;

    @BeforeEach
    void signIn() {
        sysadmin = TestClient.as("sysadmin", port);
        officer = TestClient.as("secadmin", port);
        clerk = TestClient.as("clerk", port);
    }

    @Test
    void asksWhoTakesOverBeforeClosing() {
        String leaver = person(department("XS"), "SALES");
        String taker = person(department("XS"), "SALES");
        String customer = customer(leaver, department("XS"));
        String at = "/api/people/" + leaver;

        Answer holdings = sysadmin.get(at + "/holdings");
        assertThat(holdings.json().at("/owned/customers").asLong()).isEqualTo(1);
        assertThat(holdings.json().path("grants").asLong()).isEqualTo(1);
        Answer refused = sysadmin.post(at + "/close", body());
        assertThat(refused.slug()).isEqualTo("things-owned");
        assertThat(refused.json().at("/owned/customers").asLong()).isEqualTo(1);
        assertThat(sysadmin.post(at + "/close", body().put("handOverTo", leaver)).slug())
                .isEqualTo("taker-unfit");
        assertThat(sysadmin.post(at + "/close", body().put("handOverTo", id("auditor"))).slug())
                .isEqualTo("taker-unfit");
        assertThat(state(leaver)).isEqualTo("ACTIVE");

        Answer closed = sysadmin.post(at + "/close", body().put("handOverTo", taker));

        assertThat(closed.status()).as(closed.text()).isEqualTo(204);
        assertThat(clerk.get("/api/customers/" + customer).json().path("ownerId").asString())
                .isEqualTo(taker);
        assertThat(granting.listOf(UUID.fromString(leaver))).isEmpty();
        assertThat(clerk.get("/api/audit/events?subject=" + customer).text())
                .contains("customer.entrusted");
    }

    @Test
    void endsSessionsOfWhoIsLockedAtOnceAndLetsBackIn() {
        String locked = person(department("XS"), "SALES");
        TestClient client = TestClient.at(port);
        client.signIn(userName(locked), PASSWORD);
        assertThat(client.get("/api/customers").status()).isEqualTo(200);

        assertThat(sysadmin.post("/api/people/" + locked + "/lock", body()).status())
                .isEqualTo(204);

        assertThat(client.get("/api/customers").status()).isEqualTo(401);
        assertThat(TestClient.at(port).signIn(userName(locked), PASSWORD).status())
                .isNotEqualTo(204);
        assertThat(sysadmin.post("/api/people/" + locked + "/unlock", body()).status())
                .isEqualTo(204);
        assertThat(TestClient.at(port).signIn(userName(locked), PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void locksNeitherOneselfNorTheLastOfAnOffice() {
        assertThat(sysadmin.post("/api/people/" + id("sysadmin") + "/lock", body()).slug())
                .isEqualTo("own-grant");
        assertThat(sysadmin.post("/api/people/" + id("secadmin") + "/lock", body()).slug())
                .isEqualTo("last-of-office");
    }

    @Test
    void handlesManyAndTellsLineByLine() {
        String first = person(department("XS"), "SALES");
        String owner = person(department("XS"), "SALES");
        customer(owner, department("XS"));
        String group =
                sysadmin.post(
                                "/api/groups",
                                body().put(
                                                "name",
                                                "新人 "
                                                        + UUID.randomUUID()
                                                                .toString()
                                                                .substring(0, 8)))
                        .id();

        Answer joined = bulk("JOIN_GROUP", group, first, owner);
        Answer closed = bulk("CLOSE", null, first, owner, id("sysadmin"));

        assertThat(joined.json().at("/items/0/done").asBoolean()).isTrue();
        assertThat(closed.json().at("/items/0/done").asBoolean()).isTrue();
        assertThat(closed.json().at("/items/1/slug").asString()).isEqualTo("things-owned");
        assertThat(closed.json().at("/items/2/slug").asString()).isEqualTo("own-grant");
        assertThat(state(owner)).isEqualTo("ACTIVE");
        assertThat(sysadmin.get("/api/people?groupId=" + group).json().path("total").asInt())
                .isEqualTo(2);
        assertThat(
                        sysadmin.get("/api/people?state=CLOSED&groupId=" + group)
                                .json()
                                .path("total")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void mergesADepartmentWithAllItOwns() throws InterruptedException {
        String old = newDepartment("XS");
        String into = newDepartment("XS");
        String member = person(old, "SALES");
        String insider = person(into, "SALES");
        String name = "并购酒业" + UUID.randomUUID().toString().substring(0, 6);
        String customer = customer(member, old, name);
        String dossier =
                clerk.post(
                                "/api/dossiers",
                                body().put("customerId", customer)
                                        .put("title", name + "档案")
                                        .put("departmentId", old))
                        .id();
        TestClient inside = TestClient.at(port);
        inside.signIn(userName(insider), PASSWORD);
        assertThat(inside.get("/api/customers/" + customer).status()).isEqualTo(404);

        Answer estate = sysadmin.get("/api/departments/" + old + "/estate");
        assertThat(estate.json().at("/counts/people").asInt()).isEqualTo(1);
        assertThat(estate.json().at("/counts/grants").asInt()).isEqualTo(1);
        assertThat(estate.json().at("/counts/customers").asInt()).isEqualTo(1);
        assertThat(estate.json().at("/counts/dossiers").asInt()).isEqualTo(1);
        assertThat(sysadmin.post("/api/departments/" + old + "/close", body()).slug())
                .isEqualTo("department-not-empty");

        Answer merged =
                sysadmin.post(
                        "/api/departments/" + old + "/merge",
                        body().put("into", into).put("reason", "机构调整"));

        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        assertThat(inside.get("/api/customers/" + customer).status()).isEqualTo(200);
        assertThat(inside.get("/api/dossiers/" + dossier).status()).isEqualTo(200);
        assertThat(granting.listOf(UUID.fromString(member)))
                .singleElement()
                .satisfies(g -> assertThat(g.departmentId()).hasToString(into));
        awaitFound(inside, name, customer);
        awaitFound(inside, name, dossier);
        assertThat(
                        sysadmin.get("/api/departments/tree")
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(node -> node.path("id").asString().equals(old))
                                .findFirst()
                                .orElseThrow()
                                .path("closedAt")
                                .asString(""))
                .isNotEmpty();
    }

    @Test
    void putsNothingNewIntoAClosedDepartment() {
        String closed = newDepartment("XS");
        assertThat(sysadmin.post("/api/departments/" + closed + "/close", body()).status())
                .isEqualTo(204);

        Answer customer =
                clerk.post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put("name", "某某 " + UUID.randomUUID())
                                .put("departmentId", closed));
        Answer person =
                sysadmin.post(
                        "/api/people",
                        body().put("userName", "late" + random())
                                .put("name", "迟到")
                                .put("departmentId", closed));
        Answer below =
                sysadmin.post(
                        "/api/departments",
                        body().put("code", code()).put("name", "下级").put("parentId", closed));

        assertThat(List.of(customer.slug(), person.slug(), below.slug()))
                .containsOnly("department-closed");
        assertThat(sysadmin.get("/api/departments").text()).doesNotContain(closed);
    }

    @Test
    void tiesNoRings() {
        String top = newDepartment("XS");
        String below =
                sysadmin.post(
                                "/api/departments",
                                body().put("code", code()).put("name", "下级").put("parentId", top))
                        .id();

        assertThat(
                        sysadmin.put(
                                        "/api/departments/" + top,
                                        body().put("name", "顶").put("parentId", below))
                                .slug())
                .isEqualTo("department-cycle");
        assertThat(
                        sysadmin.post(
                                        "/api/departments/" + top + "/merge",
                                        body().put("into", below))
                                .slug())
                .isEqualTo("department-cycle");
    }

    @Test
    void keepsOrganisingFromWhoMayNot() {
        assertThat(officer.post("/api/groups", body().put("name", "x")).slug())
                .isEqualTo("not-permitted");
        assertThat(clerk.get("/api/departments/tree").slug()).isEqualTo("not-permitted");
        assertThat(clerk.get("/api/people/" + id("gm") + "/posts").slug())
                .isEqualTo("not-permitted");
        assertThat(
                        sysadmin.put(
                                        "/api/positions/" + UUID.randomUUID() + "/roles",
                                        body().set("roles", body().arrayNode()))
                                .slug())
                .isEqualTo("not-permitted");
    }

    private void awaitFound(TestClient client, String words, String id)
            throws InterruptedException {
        String at = "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
            if (client.get(at).text().contains(id)) {
                return;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        assertThat(client.get(at).text()).contains(id);
    }

    private Answer bulk(String deed, String group, String... ids) {
        ObjectNode request = body().put("deed", deed);
        if (group != null) {
            request.put("groupId", group);
        }
        for (String id : ids) {
            request.withArray("ids").add(id);
        }
        Answer answer = sysadmin.post("/api/people/bulk", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer;
    }

    private String customer(String owner, String department) {
        return customer(owner, department, "客户 " + UUID.randomUUID());
    }

    private String customer(String owner, String department, String name) {
        Answer made =
                clerk.post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put("name", name)
                                .put("ownerId", owner)
                                .put("departmentId", department));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.id();
    }

    private String person(String department, String role) {
        Person person =
                new Person(
                        "o" + random(),
                        "机构成员",
                        UUID.fromString(department),
                        "-",
                        java.time.Clock.systemUTC().instant());
        person.choosePassword(passwords.hash(PASSWORD));
        people.saveAndFlush(person);
        granting.grant(
                accounts.find(UUID.fromString(id("secadmin")))
                        .orElseThrow()
                        .actor(new Actor.Connection("127.0.0.1", "test", "Java")),
                new Granting.Wish(person.id(), role, null, null, null, null),
                null);
        return person.id().toString();
    }

    private String newDepartment(String parent) {
        return sysadmin.post(
                        "/api/departments",
                        body().put("code", code())
                                .put("name", "部门" + random())
                                .put("parentId", department(parent)))
                .id();
    }

    private static String code() {
        return random().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private String state(String person) {
        return jdbc.sql("select state from person where id = :id::uuid")
                .param("id", person)
                .query(String.class)
                .single();
    }

    private String userName(String person) {
        return jdbc.sql("select user_name from person where id = :id::uuid")
                .param("id", person)
                .query(String.class)
                .single();
    }

    private String id(String userName) {
        return people.findByUserName(userName).orElseThrow().id().toString();
    }

    private String department(String code) {
        return jdbc.sql("select id from department where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }
}
