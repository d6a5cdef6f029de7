package org.kedang.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.customer.CustomerGrade;
import org.kedang.customfield.DefinedFields;
import org.kedang.grading.GradeTest.Operator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

@IntegrationTest
class GradingIntegrationTests {
    private static final long SEED = 20261123;
    private static final int TREES = 150;

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired KnownFacts facts;
    @Autowired FactValues values;
    @Autowired RuleVersions versions;
    @Autowired GradingRuns runs;

    private TestClient clerk;
    private final String mark = "定级" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void signIn() {
        clerk = TestClient.as("clerk", port);
        cleared();
    }

    /** Other tests' customers keep the grades that they were given. */
    @AfterEach
    void cleared() {
        jdbc.sql(
                        "update grade_run set state = 'CANCELLED', ended_at = now() where state ="
                                + " 'RUNNING'")
                .update();
        jdbc.sql("update grade_rules set state = 'DROPPED' where state <> 'DROPPED'").update();
    }

    private String customer(String name, String... tags) {
        ObjectNode fields =
                body().put("type", "PERSON")
                        .put("name", mark + name)
                        .put("regionCode", "330602")
                        .put("source", "REFERRAL");
        var array = fields.putArray("tags");
        for (String tag : tags) {
            array.add(tag);
        }
        return TestClient.as("sales", port).post("/api/customers", fields).id();
    }

    private ObjectNode draft(String tag) {
        ObjectNode draft = body().put("basedOn", versions.newest()).put("note", "年度定级办法");
        ObjectNode rules = draft.putObject("rules");
        rules.putNull("otherwise");
        ObjectNode rule = rules.putArray("rules").addObject().put("grade", "A");
        ObjectNode when = rule.putObject("when").put("kind", "ALL");
        when.putArray("values");
        ObjectNode part = when.putArray("parts").addObject().put("kind", "FACT");
        part.put("fact", "tags").put("operator", "ONE_OF");
        part.putArray("parts");
        part.putArray("values").add(tag);
        return draft;
    }

    @Test
    void looksAtACompanysOwnFields() {
        DefinedFields fields =
                new DefinedFields(TestClient.as("sysadmin", port), "customer", mark.substring(2))
                        .field("budget", "MONEY")
                        .field("level", "CHOICE", "gold", "silver")
                        .field("secret", "NUMBER sensitive");
        fields.define();
        try {
            String rich = customer("甲");
            ObjectNode more = body();
            more.putObject("more")
                    .put(fields.name("budget"), 900)
                    .put(fields.name("level"), "gold")
                    .put(fields.name("secret"), 7);
            clerk.patch("/api/customers/" + rich, more, "If-Match", "\"0\"");
            String budget = "custom_" + fields.name("budget");

            assertThat(clerk.get("/api/grading/facts").text())
                    .contains(budget, "custom_" + fields.name("level"))
                    .doesNotContain("custom_" + fields.name("secret"));
            assertThat(held(budget, Operator.AT_LEAST, "900", rich)).isTrue();
            assertThat(held(budget, Operator.GREATER, "900", rich)).isFalse();
            assertThat(held("custom_" + fields.name("level"), Operator.ONE_OF, "gold", rich))
                    .isTrue();
            assertThat(held("custom_" + fields.name("secret"), Operator.KNOWN, "", rich))
                    .as("nothing is learnt of what is sensitive")
                    .isFalse();

            fields.withdrawAll();
            assertThat(clerk.get("/api/grading/facts").text()).doesNotContain(budget);
            assertThat(held(budget, Operator.AT_LEAST, "900", rich)).isTrue();
        } finally {
            fields.withdrawAll();
        }
    }

    private boolean held(String fact, Operator operator, String value, String customer) {
        GradeRules rules =
                GradeRules.of(
                        null,
                        new GradeRules.Rule(CustomerGrade.A, GradeTest.of(fact, operator, value)));
        UUID id = UUID.fromString(customer);
        boolean inSql = inSql(rules, versions.today()).get(id) == 1;
        assertThat(
                        Explanation.of(
                                                rules,
                                                facts,
                                                values.find(facts.in(rules), id, versions.today())
                                                        .orElseThrow())
                                        .rule()
                                == 1)
                .isEqualTo(inSql);
        return inSql;
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private Answer ask(JsonNode version, String day) {
        return clerk.post(
                "/api/grading/draft/requests",
                body().put("version", version.path("version").asInt()).put("fromDay", day));
    }

    private Answer approve(TestClient by, String request) {
        String task = by.get("/api/approvals/" + request).json().path("task").asString();
        return by.post("/api/approval-tasks/" + task + "/approve", body());
    }

    private String grade(String customer) {
        return clerk.get("/api/customers/" + customer).json().path("grade").asString("");
    }

    @Test
    void findsTheSameInSqlAsInJava() {
        plantRandomCustomers();
        LocalDate today = versions.today();
        List<UUID> ids =
                jdbc.sql("select id from customer where name like :mark")
                        .param("mark", mark + "%")
                        .query(UUID.class)
                        .list();
        Map<UUID, Map<String, Object>> known =
                ids.stream()
                        .collect(
                                Collectors.toMap(
                                        id -> id,
                                        id -> values.find(facts.list(), id, today).orElseThrow()));
        for (GradeRules rules : randomRules()) {
            facts.check(rules);
            Map<UUID, Integer> found = inSql(rules, today);
            ids.forEach(
                    id ->
                            assertThat(found.get(id))
                                    .as("%s of %s", rules, known.get(id))
                                    .isEqualTo(Explanation.of(rules, facts, known.get(id)).rule()));
        }
    }

    private List<GradeRules> randomRules() {
        List<GradeRules> all = new ArrayList<>();
        JqwikSession.run(
                () -> {
                    RandomGenerator<GradeRules> generator =
                            RandomRules.of(facts.list()).generator(TREES, true);
                    Random random = new Random(SEED);
                    for (int i = 0; i < TREES; i++) {
                        all.add(generator.next(random).value());
                    }
                });
        return all;
    }

    private Map<UUID, Integer> inSql(GradeRules rules, LocalDate today) {
        CompiledRules compiled = CompiledRules.of(rules, facts, today);
        return jdbc
                .sql("select c.id, g.rule from " + compiled.from() + " where c.name like :mark")
                .params(compiled.params())
                .param("mark", mark + "%")
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every third field is empty; written as a bulk load does. */
    private void plantRandomCustomers() {
        jdbc.sql("select setseed(0.5)").query((row, n) -> true).single();
        jdbc.sql(
                        """
                        insert into customer (id, version, number, type, name, name_key, kind, region_code, industry_code, size, nature,
                            source, cooperating_since, tags, business_scope, address, owner_id, department_id, created_at, created_by,
                            updated_at, updated_by)
                        select gen_random_uuid(), 0, 'G' || substr(:mark, 3) || n, (array['ORGANISATION', 'PERSON'])[1 + n % 2], :mark || n, :mark || n,
                            (array['TARGET', 'POTENTIAL', 'GENERAL', 'KEY'])[1 + n % 4],
                            (array['330602', '330602001', '330100', '310101', null])[1 + (random() * 4)::int],
                            (array['C', 'C15', 'F51', 'G', null])[1 + (random() * 4)::int],
                            (array['LARGE', 'MICRO', null])[1 + (random() * 2)::int],
                            (array['STATE_OWNED', 'PRIVATE', null])[1 + (random() * 2)::int],
                            (array['REFERRAL', 'TENDER', null])[1 + (random() * 2)::int],
                            (array['2016-02-29', '2020-01-01', '2023-11-23', '2026-11-23', null]::date[])[1 + (random() * 4)::int],
                            (array['{}', '{战略}', '{老客户,战略}', '{%}'])[1 + (random() * 3)::int]::text[],
                            (array['黄酒酿造、销售', '印染%_''', null])[1 + (random() * 2)::int],
                            (array['越城区', null])[1 + (random())::int],
                            p.id, p.department_id, now(), p.id, now(), p.id
                        from generate_series(1, 60) n, person p where p.user_name = 'sales'
                        """)
                .param("mark", mark)
                .update();
    }

    @Test
    void takesASecondPersonAndThenGradesEverybodyButThoseGradedByHand() {
        String tag = mark + "战略";
        String plain = customer("普通");
        String chosen = customer("战略", tag);
        String byHand = customer("人工", tag);
        assertThat(
                        clerk.patch(
                                        "/api/customers/" + byHand,
                                        body().put("grade", "C"),
                                        "If-Match",
                                        "\"0\"")
                                .status())
                .isEqualTo(200);

        Answer saved = clerk.post("/api/grading/rules", draft(tag));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        String at = "/api/grading/rules/" + saved.id();
        JsonNode preview = clerk.get(at + "/preview").json();
        assertThat(preview.at("/rules").toString()).contains("{\"number\":1,\"count\":1}");
        Answer movers = clerk.get(at + "/movers?to=A");
        assertThat(movers.json().at("/items/0/id").asString()).as(movers.text()).isEqualTo(chosen);
        assertThat(movers.json().path("total").asInt()).isEqualTo(1);

        Answer asked = ask(saved.json(), today());
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(clerk.post("/api/grading/rules", draft(tag)).slug())
                .isEqualTo("grade-rules-under-decision");
        TestClient manager = TestClient.as("gm", port);
        Answer approved = approve(manager, asked.id());
        assertThat(approved.status()).as(approved.text()).isEqualTo(204);
        finish();

        assertThat(grade(chosen)).isEqualTo("A");
        assertThat(grade(plain)).isEmpty();
        assertThat(grade(byHand)).isEqualTo("C");
        JsonNode made = clerk.get("/api/customers/" + chosen + "/versions").json().at("/items/0");
        assertThat(made.path("reason").asString()).contains("第 1 条");
        JsonNode reason = clerk.get("/api/customers/" + chosen + "/grade-reason").json();
        assertThat(reason.at("/explanation/rule").asInt()).isEqualTo(1);
        assertThat(reason.at("/explanation/tried/0/when/parts/0/known").asString()).isEqualTo(tag);
    }

    /** Carries the run on, in case the scheduler has not yet. */
    private void finish() {
        for (JsonNode run : clerk.get("/api/grading/runs").json().path("items")) {
            while (runs.goOn(UUID.fromString(run.path("id").asString()))) {
                assertThat(run.path("version").asInt()).isPositive();
            }
        }
        assertThat(clerk.get("/api/grading/runs").json().at("/items/0/state").asString())
                .isEqualTo("DONE");
    }

    @Test
    void goesOnWhereItWasCutOffAndGradesEachOnce() {
        String tag = mark + "续";
        String first = customer("一", tag);
        UUID rules =
                versions.add(
                        GradeRules.of(
                                null,
                                new GradeRules.Rule(
                                        org.kedang.customer.CustomerGrade.B,
                                        GradeTest.of("tags", GradeTest.Operator.ONE_OF, tag))),
                        "测试",
                        new UUID(0, 1));
        UUID run = UUID.randomUUID();
        jdbc.sql(
                        "insert into grade_run (id, rules_id, total, place, started_by, started_at)"
                                + " values (:id, :rules, 2, :place, :by, now())")
                .param("id", run)
                .param("rules", rules)
                .param("place", UUID.fromString(first))
                .param("by", new UUID(0, 0))
                .update();
        String second = customer("二", tag);

        while (runs.goOn(run)) {
            assertThat(grade(second)).isEqualTo("B");
        }

        assertThat(grade(first)).as("lies before the place").isEmpty();
        assertThat(clerk.get("/api/customers/" + second).json().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesBadInputAndStoresNothing() {
        int before = versions.newest();
        ObjectNode stale = draft("x").put("basedOn", before + 7);
        assertThat(clerk.post("/api/grading/rules", stale).slug())
                .isEqualTo("grade-rules-changed-since");
        assertThat(clerk.post("/api/grading/rules", draft("x").put("note", " ")).status())
                .isEqualTo(400);
        ObjectNode senseless = draft("x");
        ((ObjectNode) senseless.at("/rules/rules/0/when/parts/0")).put("fact", "shoeSize");
        assertThat(clerk.post("/api/grading/rules", senseless).text()).contains("unknown-fact");
        assertThat(ask(body().put("version", before), today()).slug()).isEqualTo("no-grade-draft");
        assertThat(versions.newest()).isEqualTo(before);

        JsonNode saved = clerk.post("/api/grading/rules", draft("x")).json();
        assertThat(ask(saved, "2020-01-01").text()).contains("fromDay");
        assertThat(clerk.post("/api/grading/runs", body()).slug()).isEqualTo("no-grade-rules");
        assertThat(TestClient.as("sales", port).get("/api/grading/rules").status()).isEqualTo(403);
        assertThat(clerk.delete("/api/grading/draft").status()).isEqualTo(204);
        assertThat(clerk.delete("/api/grading/draft").slug()).isEqualTo("no-grade-draft");
    }
}
