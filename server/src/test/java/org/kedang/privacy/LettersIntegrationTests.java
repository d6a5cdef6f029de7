package org.kedang.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** Letters from the template to the handover. */
@IntegrationTest
class LettersIntegrationTests {
    private static final String STORAGE = "01930000-0000-7000-8000-000000000311";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private TestClient sales;
    private TestClient clerk;
    private String name = "";
    private String customer = "";

    @BeforeEach
    void registerACustomer() {
        sales = TestClient.as("sales", port);
        clerk = TestClient.as("clerk", port);
        name = "告知" + UUID.randomUUID();
        customer =
                sales.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", name)
                                        .put("acceptDuplicates", true))
                        .id();
    }

    private Answer prepared(String template) {
        return sales.post(
                "/api/customers/" + customer + "/letters", body().put("templateId", template));
    }

    private static ObjectNode handover() {
        return body().put("handedOn", "2026-11-20")
                .put("handedHow", "WRITTEN")
                .put("handedTo", "沈经理");
    }

    private static ObjectNode template(String body) {
        return body().put("kind", "USE")
                .put("title", "使用告知书")
                .put("body", body)
                .put("retired", false);
    }

    @Test
    void keepsTheWordsThatWereHandedOver() {
        Answer own = clerk.post("/api/letter-templates", template("{客户名称}：资料用于{使用目的}。"));
        String path = "/api/letter-templates/" + own.id();
        Answer letter = prepared(own.id());
        String one = "/api/letters/" + letter.id();
        assertThat(letter.status()).as(letter.text()).isEqualTo(201);
        assertThat(letter.json().path("body").asString())
                .startsWith(name + "：资料用于签约与履约、")
                .doesNotContain("{");

        assertThat(sales.post(one + "/handover", handover()).json().path("handedTo").asString())
                .isEqualTo("沈经理");
        assertThat(sales.post(one + "/handover", handover()).slug())
                .isEqualTo("letter-handed-already");
        clerk.put(path, template("已改"), "If-Match", "\"0\"");

        assertThat(sales.get(one).json().path("body").asString()).startsWith(name);
        assertThat(clerk.put(path, template("又改"), "If-Match", "\"0\"").slug())
                .isEqualTo("stale-version");
        assertThat(sales.get("/api/customers/" + customer + "/letters").json().path("items"))
                .hasSize(1);
        assertThatThrownBy(() -> jdbc.sql("update letter set body = 'x'").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void isMadeByWhoMayChangeTheCustomerAndReadByWhoSeesIt() {
        Answer letter = prepared(STORAGE);
        TestClient manager = TestClient.as("gm", port);

        assertThat(manager.get("/api/letters/" + letter.id()).status()).isEqualTo(200);
        assertThat(manager.post("/api/letters/" + letter.id() + "/handover", handover()).status())
                .isEqualTo(403);
        assertThat(sales.post("/api/letter-templates", template("甲")).status()).isEqualTo(403);
        assertThat(prepared(UUID.randomUUID().toString()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"body, {客户名}：您好, body", "body, '', body", "title, '', title", "kind, X, kind"})
    void refusesTemplatesThatCannotBeFilled(String field, String value, String told) {
        Answer refused = clerk.post("/api/letter-templates", template("甲").put(field, value));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo(told);
        assertThat(refused.json().at("/fields/0/zh").asString()).matches(".*\\p{IsHan}.*");
    }

    @ParameterizedTest
    @CsvSource({"handedOn, 2999-01-01", "handedTo, ''", "handedHow, X"})
    void refusesHandoversThatCannotBe(String field, String value) {
        String one = "/api/letters/" + prepared(STORAGE).id();

        Answer refused = sales.post(one + "/handover", handover().put(field, value));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo(field);
        assertThat(sales.get(one).json().path("handedOn").asString("")).isEmpty();
    }
}
