package org.kedang.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;
import static org.kedang.registration.RegistrationFixture.approve;
import static org.kedang.registration.RegistrationFixture.complete;
import static org.kedang.registration.RegistrationFixture.registered;

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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Spending on customers, as people do it. */
@IntegrationTest
class ExpenseIntegrationTests {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private TestClient sales;
    private TestClient head;
    private String customer = "";

    @BeforeEach
    void register() {
        sales = TestClient.as("sales", port);
        head = TestClient.as("head", port);
        customer = registered(sales, head);
    }

    private ObjectNode fields(String of) {
        ObjectNode fields =
                body().put(
                                "customer",
                                sales.get("/api/customers/" + of).json().path("number").asString())
                        .put("kind", "HOSPITALITY")
                        .put("amount", 1288.5)
                        .put("day", TODAY.toString())
                        .put("participants", "李晓梅、客户王经理")
                        .put("purpose", "商谈年度合同");
        Answer invoice =
                sales.upload(
                        "/api/approval-files?type=customer-expense&field=invoice",
                        "发票.pdf",
                        "%PDF-1.4 made".getBytes(StandardCharsets.US_ASCII));
        fields.putArray("invoice").add(invoice.id());
        return fields;
    }

    private Answer ask(ObjectNode fields) {
        ObjectNode request = body().put("type", "customer-expense").put("reason", "客户招待");
        request.set("fields", fields);
        return sales.post("/api/approvals", request);
    }

    private JsonNode booked() {
        return sales.get("/api/expenses?customerId=" + customer).json();
    }

    @Test
    void booksWhatTheHeadApproves() {
        Answer asked = ask(fields(customer));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(booked().path("total").asInt()).isZero();

        approve(head, asked.id());

        JsonNode line = booked().at("/items/0");
        assertThat(line.path("amount").decimalValue()).isEqualByComparingTo("1288.50");
        assertThat(line.path("spentByName").asString()).isEqualTo("李晓梅");
        JsonNode sum = sales.get("/api/expenses/sums?customerId=" + customer).json().at("/items/0");
        assertThat(sum.path("year").asInt()).isEqualTo(TODAY.getYear());
        assertThat(sum.path("amount").decimalValue()).isEqualByComparingTo("1288.50");
    }

    @Test
    void needsASecondApproverAboveTheLimit() {
        Answer asked = ask(fields(customer).put("amount", 5000.01));
        approve(head, asked.id());
        assertThat(booked().path("total").asInt()).isZero();

        approve(TestClient.as("gm", port), asked.id());

        assertThat(booked().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void isRefusedForACustomerThatIsNotOnRecord() {
        Answer asked = ask(fields(complete(sales)));

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.slug()).isEqualTo("customer-not-registered");
    }

    @Test
    void looksAgainWhenItIsApproved() {
        Answer asked = ask(fields(customer));
        jdbc.sql(
                        "update registration set state = 'DUE', number = null, registered_on ="
                                + " null, registered_at = null where customer_id = :id")
                .param("id", UUID.fromString(customer))
                .update();

        assertThat(approve(head, asked.id()).slug()).isEqualTo("customer-not-registered");
        assertThat(booked().path("total").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "customer, C99999999, unknown",
        "kind, LOAN, unknown-option",
        "amount, 0, out-of-range",
        "amount, -5, out-of-range",
        "amount, 1.005, too-exact",
        "amount, 99999999, out-of-range",
        "day, 2999-01-01, out-of-range",
        "day, 2001-01-01, out-of-range",
        "day, someday, wrong-format",
        "participants, '', required",
        "purpose, 'a\u0000b', forbidden-character",
    })
    void refusesBadInputByField(String field, String value, String slug) {
        ObjectNode fields = fields(customer);
        if (field.equals("amount")) {
            fields.put(field, new BigDecimal(value));
        } else {
            fields.put(field, value);
        }

        Answer answer = ask(fields);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/fields/0/name").asString()).isEqualTo("fields." + field);
        assertThat(answer.json().at("/fields/0/slug").asString()).isEqualTo(slug);
        assertThat(booked().path("total").asInt()).isZero();
    }

    @Test
    void needsAnInvoice() {
        ObjectNode fields = fields(customer);
        fields.remove("invoice");

        assertThat(ask(fields).json().at("/fields/0/name").asString()).isEqualTo("fields.invoice");
    }

    @Test
    void showsNobodyWhatHeMayNotSee() {
        approve(head, ask(fields(customer)).id());
        TestClient clerk = TestClient.as("sysadmin", port);

        assertThat(clerk.get("/api/expenses").status()).isEqualTo(403);
        assertThat(sales.get("/api/expenses?customerId=" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(sales.get("/api/expenses?year=0").status()).isEqualTo(400);
    }
}
