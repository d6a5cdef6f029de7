package org.kedang.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** Rules of assignment, as an administrator keeps them and registrations follow them. */
@IntegrationTest
class AssignmentIntegrationTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private TestClient administrator;

    @BeforeEach
    void signIn() {
        administrator = TestClient.as("sysadmin", port);
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from assignment_rules where version > 1").update();
    }

    private String person(String userName) {
        return jdbc.sql("select id::text from person where user_name = :name")
                .param("name", userName)
                .query(String.class)
                .single();
    }

    private ObjectNode rules(String rule) {
        ObjectNode wanted = body();
        wanted.putArray("rules").add(JSON.readTree(rule));
        return wanted;
    }

    private String regionOf(String who) {
        return """
        {"kind": "REGION", "name": "绍兴归王建国", "active": true,
         "places": [{"prefix": "3306", "person": "%s"}]}
        """
                .formatted(who);
    }

    private Answer keep(ObjectNode rules) {
        String etag = administrator.get("/api/assignment-rules").header("ETag").orElseThrow();
        return administrator.put("/api/assignment-rules", rules, "If-Match", etag);
    }

    private JsonNode registered(ObjectNode fields) {
        Answer answer =
                TestClient.as("clerk", port)
                        .post(
                                "/api/customers",
                                fields.put("type", "PERSON")
                                        .put(
                                                "name",
                                                "分配客户"
                                                        + UUID.randomUUID()
                                                                .toString()
                                                                .substring(0, 8)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void followsTheRulesWhereNobodyIsNamed() {
        assertThat(registered(body().put("regionCode", "330602")).path("ownerName").asString())
                .isEqualTo("王建国");

        assertThat(keep(rules(regionOf(person("sales")))).status()).isEqualTo(200);

        JsonNode there = registered(body().put("regionCode", "330602"));
        assertThat(there.path("ownerName").asString()).isEqualTo("李晓梅");
        assertThat(there.path("departmentName").asString()).isEqualTo("销售一部");
        assertThat(registered(body().put("regionCode", "310000")).path("ownerName").asString())
                .isEqualTo("王建国");
        assertThat(
                        registered(
                                        body().put("regionCode", "330602")
                                                .put("ownerId", person("head")))
                                .path("ownerName")
                                .asString())
                .isEqualTo("陈志远");
    }

    @Test
    void saysWhoWouldGetItAndWhy() {
        ObjectNode trial = rules(regionOf(person("sales")));
        trial.put("collector", person("clerk")).put("regionCode", "330681");

        JsonNode proposal = administrator.post("/api/assignment-rules/try", trial).json();

        assertThat(proposal.path("personName").asString()).isEqualTo("李晓梅");
        assertThat(proposal.at("/steps/0/why/zh").asString()).isEqualTo("地区 3306 的负责人");
        assertThat(administrator.get("/api/assignment-rules").json().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsOneOfTwoChangesOnTheSameVersion() {
        ObjectNode wanted = rules(regionOf(person("sales")));

        assertThat(keep(wanted).status()).isEqualTo(200);
        assertThat(administrator.put("/api/assignment-rules", wanted, "If-Match", "\"1\"").slug())
                .isEqualTo("stale-version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"BEST\",\"name\":\"x\",\"active\":true,\"places\":[]}",
                "{\"kind\":\"LOAD\",\"name\":\"\",\"active\":true,\"places\":[]}",
                "{\"kind\":\"LOAD\",\"name\":\"x\",\"active\":true,\"places\":[]}",
                "{\"kind\":\"REGION\",\"name\":\"x\",\"active\":true,\"places\":[]}",
                "{\"kind\":\"REGION\",\"name\":\"x\",\"active\":true,\"places\":[{\"prefix\":\"3\"}]}",
                "{\"kind\":\"REGION\",\"name\":\"x\",\"active\":true,\"places\":[{\"prefix\":\"33\"}]}",
                "{\"kind\":\"REGION\",\"name\":\"x\",\"active\":true,\"places\":[{\"prefix\":\"33\",\"person\":\"00000000-0000-7000-8000-000000000000\"}]}",
                "{\"kind\":\"NEW_STAFF\",\"name\":\"x\",\"active\":true,\"months\":0,\"most\":1,\"places\":[]}",
            })
    void refusesRulesThatCannotBe(String rule) {
        Answer answer = keep(rules(rule));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(administrator.get("/api/assignment-rules").json().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void isForWhoeverManagesProcesses() {
        assertThat(TestClient.as("sales", port).get("/api/assignment-rules").status())
                .isEqualTo(403);
    }
}
