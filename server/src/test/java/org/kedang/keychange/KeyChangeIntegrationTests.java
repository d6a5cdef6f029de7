package org.kedang.keychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.customfield.DefinedFields;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Key facts change when a second person has checked them. */
@IntegrationTest
class KeyChangeIntegrationTests {
    @LocalServerPort int port;

    private TestClient sales;
    private TestClient head;
    private String name = "";
    private String customer = "";

    @BeforeEach
    void checkNamesAndAccounts() {
        check("NAME", "SETTLEMENT");
        sales = TestClient.as("sales", port);
        head = TestClient.as("head", port);
        name = "核对" + UUID.randomUUID().toString().substring(0, 12);
        customer =
                sales.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", name)
                                        .put("bankName", "中国银行绍兴分行")
                                        .put("acceptDuplicates", true))
                        .id();
    }

    @AfterEach
    void checkNothing() {
        check();
    }

    private void check(String... groups) {
        ObjectNode wanted = body().put("reason", "合同部要求");
        ArrayNode checked = wanted.putArray("checked");
        List.of(groups).forEach(checked::add);
        assertThat(TestClient.as("sysadmin", port).put("/api/key-checks", wanted).status())
                .isEqualTo(200);
    }

    private Answer save(ObjectNode patch) {
        long version = record().path("version").asLong();
        return sales.patch("/api/customers/" + customer, patch, "If-Match", "\"" + version + "\"");
    }

    private JsonNode record() {
        return sales.get("/api/customers/" + customer).json();
    }

    private JsonNode waiting() {
        return sales.get("/api/customers/" + customer + "/key-changes").json().path("items");
    }

    private Answer decide(String how) {
        return decide(waiting().path(0).path("requestId").asString(), how);
    }

    private Answer decide(String request, String how) {
        String task = head.get("/api/approvals/" + request).json().path("task").asString();
        return head.post(
                "/api/approval-tasks/" + task + "/" + how, body().put("opinion", "已对照营业执照"));
    }

    @Test
    void keepsTheOldNameUntilItWasCheckedAndAllElseAtOnce() {
        Answer saved =
                save(body().put("name", name + "新").put("note", "来访时更名").put("reason", "工商变更"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(record().path("name").asString()).isEqualTo(name);
        assertThat(record().path("note").asString()).isEqualTo("来访时更名");
        JsonNode one = waiting().path(0);
        assertThat(one.path("requestedByName").asString()).isEqualTo("李晓梅");
        assertThat(one.path("mayOpen").asBoolean()).isTrue();
        assertThat(one.at("/fields/0/before").asString()).isEqualTo(name);
        assertThat(one.at("/fields/0/after").asString()).isEqualTo(name + "新");

        Answer decided = decide("approve");

        assertThat(decided.status()).as(decided.text()).isLessThan(300);
        assertThat(record().path("name").asString()).isEqualTo(name + "新");
        assertThat(waiting()).isEmpty();
        JsonNode newest =
                sales.get("/api/customers/" + customer + "/versions").json().at("/items/0");
        assertThat(newest.path("byName").asString()).isEqualTo("陈志远");
        assertThat(newest.path("reason").asString()).contains("李晓梅申请", "陈志远核对", "工商变更");
        assertThat(newest.path("fields").toString()).isEqualTo("[\"name\"]");
    }

    @Test
    void keepsACompanysOwnFieldsApartFromWhatWaits() {
        DefinedFields fields =
                new DefinedFields(
                                TestClient.as("sysadmin", port), "customer", name.substring(2, 10))
                        .field("level", "CHOICE", "gold", "silver")
                        .field("need", "TEXT required");
        fields.define();
        try {
            ObjectNode both = body().put("name", name + "新");
            both.putObject("more")
                    .put(fields.name("level"), "gold")
                    .put(fields.name("need"), "先付款");
            Answer saved = save(both);
            assertThat(saved.status()).as(saved.text()).isEqualTo(200);
            assertThat(record().path("name").asString()).isEqualTo(name);
            assertThat(record().at("/more/values").toString()).contains("gold", "先付款");

            ObjectNode later = body();
            later.putObject("more").put(fields.name("level"), "silver");
            assertThat(save(later).status()).isEqualTo(200);
            fields.withdrawAll();
            assertThat(decide("approve").status()).isLessThan(300);

            assertThat(record().path("name").asString()).isEqualTo(name + "新");
            assertThat(record().at("/more/values").toString()).contains("silver", "先付款");
        } finally {
            fields.withdrawAll();
        }
    }

    @Test
    void makesNoVersionWhereEverythingWaits() {
        long version = record().path("version").asLong();
        save(body().put("name", name + "新"));

        assertThat(record().path("version").asLong()).isEqualTo(version);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void takesEffectHoweverLongTheReasonIs() {
        save(body().put("name", name + "新").put("reason", "因".repeat(500)));

        assertThat(decide("approve").status()).isLessThan(300);
        assertThat(record().path("name").asString()).isEqualTo(name + "新");
    }

    @Test
    void leavesAllAsItWasWhenRejected() {
        save(body().put("name", name + "新"));
        assertThat(decide("reject").status()).isLessThan(300);

        assertThat(record().path("name").asString()).isEqualTo(name);
        assertThat(waiting()).isEmpty();
        assertThat(save(body().put("name", name + "又新")).status()).isEqualTo(200);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void leavesAllAsItWasWhenWithdrawn() {
        save(body().put("bankName", "招商银行绍兴分行"));
        String request = waiting().path(0).path("requestId").asString();
        sales.post("/api/approvals/" + request + "/withdraw", body().put("reason", "填错了"));

        assertThat(record().path("bankName").asString()).isEqualTo("中国银行绍兴分行");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isNotDecidedByWhoAsked() {
        save(body().put("name", name + "新"));
        String request = waiting().path(0).path("requestId").asString();

        assertThat(sales.get("/api/approvals/" + request).json().path("task").asString(""))
                .isEmpty();
    }

    @Test
    void refusesASecondChangeOfWhatWaits() {
        save(body().put("name", name + "新"));
        Answer again = save(body().put("name", name + "另").put("note", "不应保存"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.slug()).isEqualTo("key-change-waits");
        assertThat(record().path("note").asString("")).isEmpty();
        assertThat(save(body().put("bankName", "招商银行绍兴分行")).status()).isEqualTo(200);
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void waitsOnceWhenTwoSaveAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> both =
                    threads.invokeAll(
                            List.<Callable<Answer>>of(
                                    () -> save(body().put("name", name + "甲")),
                                    () -> save(body().put("name", name + "乙"))));
            assertThat(List.of(both.get(0).get().status(), both.get(1).get().status()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void doesNotOverwriteWhatChangedMeanwhile() {
        save(body().put("name", name + "新"));
        String request = waiting().path(0).path("requestId").asString();
        check();
        save(body().put("name", name + "他改"));
        check("NAME");

        Answer decided = decide(request, "approve");

        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.slug()).isEqualTo("key-change-overtaken");
        assertThat(record().path("name").asString()).isEqualTo(name + "他改");
        assertThat(waiting().path(0).path("overtaken").toString()).isEqualTo("[\"name\"]");
        assertThat(decide(request, "reject").status()).isLessThan(300);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void keepsAccountsMaskedInTheRequest() {
        TestClient clerk = TestClient.as("clerk", port);
        Answer saved =
                clerk.patch(
                        "/api/customers/" + customer,
                        body().put("bankAccount", "6222021211001234567"),
                        "If-Match",
                        "\"" + record().path("version").asLong() + "\"");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        String request = waiting().path(0).path("requestId").asString();

        Answer card = head.get("/api/approvals/" + request);

        assertThat(card.text()).doesNotContain("6222021211001234567").contains("银行账号");
        assertThat(card.json().path("customerId").asString()).isEqualTo(customer);
        assertThat(decide(request, "approve").status()).isLessThan(300);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void checksNothingUnlessItIsSet() {
        check();
        save(body().put("name", name + "新").put("bankName", "招商银行绍兴分行"));

        assertThat(record().path("name").asString()).isEqualTo(name + "新");
        assertThat(waiting()).isEmpty();
    }
}
