package org.kedang.feedback;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** A word of a customer until it is closed. */
@IntegrationTest
class FeedbackIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired FeedbackOfCustomers ofCustomers;
    @Autowired TransactionTemplate transaction;

    private TestClient sales;
    private TestClient head;
    private String customer = "";

    @BeforeEach
    void registerACustomer() {
        sales = TestClient.as("sales", port);
        head = TestClient.as("head", port);
        customer =
                sales.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "反馈" + UUID.randomUUID())
                                        .put("acceptDuplicates", true))
                        .id();
    }

    private ObjectNode told() {
        return body().put("channel", "PHONE")
                .put("text", "希望增加对账单的电子版")
                .put("giver", "沈经理")
                .put("contact", "13957501234")
                .put("customerId", customer)
                .put("receivedOn", "2026-11-20");
    }

    private String received() {
        Answer kept = sales.post("/api/feedback", told());
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        return "/api/feedback/" + kept.id();
    }

    private String person(String userName) {
        return jdbc.sql("select id from person where user_name = :name")
                .param("name", userName)
                .query(UUID.class)
                .single()
                .toString();
    }

    @Test
    void goesFromTheInboxOverTheAnswerToItsEnd() {
        String one = received();
        assertThat(sales.post(one + "/answer", body().put("answer", "早了")).slug())
                .isEqualTo("feedback-not-yours");

        Answer assigned = sales.post(one + "/assignment", body().put("personId", person("head")));

        assertThat(assigned.json().path("state").asString()).isEqualTo("ASSIGNED");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from notice where kind ="
                                                + " 'feedback.assigned' and link like '%' || :id")
                                .param("id", one.substring(14))
                                .query(Long.class)
                                .single())
                .isOne();
        assertThat(sales.post(one + "/answer", body().put("answer", "由我来")).slug())
                .isEqualTo("feedback-not-yours");
        assertThat(head.get("/api/feedback?mine=true&waiting=true&size=200").text())
                .contains(one.substring(14));
        assertThat(head.post(one + "/end", body().put("conclusion", "先关")).slug())
                .isEqualTo("feedback-not-now");
        assertThat(
                        head.post(one + "/answer", body().put("answer", "下月起提供电子对账单"))
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("ANSWERED");
        assertThat(
                        head.post(one + "/end", body().put("conclusion", "客户满意"))
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("CLOSED");
        assertThat(head.post(one + "/answer", body().put("answer", "再答")).slug())
                .isEqualTo("feedback-not-now");
        assertThat(head.get("/api/feedback?waiting=true&size=200").text())
                .doesNotContain(one.substring(14));
    }

    @Test
    void isNotThereForWhoDoesNotReachIt() {
        String unknown =
                "/api/feedback/"
                        + TestClient.as("clerk", port)
                                .post("/api/feedback", told().put("customerId", (String) null))
                                .id();

        assertThat(sales.get(unknown).status()).isEqualTo(404);
        assertThat(sales.get("/api/feedback?size=200").text())
                .doesNotContain(unknown.substring(14));
        assertThat(TestClient.as("sysadmin", port).get(received()).status()).isEqualTo(403);
        assertThat(TestClient.as("gm", port).post("/api/feedback", told()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"text, ''", "channel, X", "receivedOn, 2999-01-01", "receivedOn, 1950-01-01"})
    void refusesBadInput(String field, String value) {
        Answer refused = sales.post("/api/feedback", told().put(field, value));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo(field);
        assertThat(refused.json().at("/fields/0/zh").asString()).matches(".*\\p{IsHan}.*");
        assertThat(ofCustomers.count(UUID.fromString(customer))).isZero();
    }

    @Test
    void goesWithItsCustomer() {
        String one = received();
        UUID id = UUID.fromString(customer);
        assertThat(ofCustomers.copy(id)).singleElement().asString().contains("电子版");

        transaction.executeWithoutResult(status -> ofCustomers.erase(id));

        assertThat(sales.get(one).status()).isEqualTo(404);
        assertThat(ofCustomers.count(id)).isZero();
    }
}
