package org.kedang.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;
import static org.kedang.registration.RegistrationFixture.approve;
import static org.kedang.registration.RegistrationFixture.ask;
import static org.kedang.registration.RegistrationFixture.at;
import static org.kedang.registration.RegistrationFixture.complete;
import static org.kedang.registration.RegistrationFixture.entered;
import static org.kedang.registration.RegistrationFixture.person;
import static org.kedang.registration.RegistrationFixture.task;
import static org.kedang.registration.RegistrationFixture.wish;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.BigDepartment;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Putting customers on record, as people do it. */
@IntegrationTest
class RegistrationIntegrationTests {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private TestClient sales;
    private TestClient head;

    @BeforeEach
    void signIn() {
        sales = TestClient.as("sales", port);
        head = TestClient.as("head", port);
    }

    private JsonNode registration(String customer) {
        return sales.get(at(customer)).json();
    }

    private List<String> acts(String customer) {
        return jdbc.sql(
                        "select act from audit_event where customer_id = :id and act like"
                            + " 'registration.%' and act <> 'registration.read' order by at, id")
                .param("id", UUID.fromString(customer))
                .query(String.class)
                .list();
    }

    @Test
    void beginsWhenTheCustomerIsEntered() {
        JsonNode registration = registration(complete(sales));

        assertThat(registration.path("state").asString()).isEqualTo("DUE");
        assertThat(registration.path("firstContactOn").asString()).isEqualTo(TODAY.toString());
        assertThat(registration.path("daysLeft").asInt()).isEqualTo(5);
        assertThat(registration.path("missing").isEmpty()).isTrue();
    }

    @Test
    void givesANumberOnceTheHeadAgrees() {
        String customer = complete(sales);

        Answer asked = ask(sales, customer);

        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(registration(customer).path("state").asString()).isEqualTo("ASKED");
        assertThat(approve(head, asked.id()).status()).isEqualTo(204);
        JsonNode done = registration(customer);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("number").asString()).matches("BA\\d{4}-\\d{6}");
        assertThat(done.path("registeredOn").asString()).isEqualTo(TODAY.toString());
        assertThat(acts(customer)).containsExactly("registration.asked", "registration.done");
        assertThat(ask(sales, customer).slug()).isEqualTo("already-registered");
    }

    @Test
    void takesAnEarlierFirstContactAndCountsFromIt() {
        String customer = complete(sales);
        LocalDate earlier = TODAY.minusDays(30);

        sales.post(at(customer) + "/requests", wish().put("firstContactOn", earlier.toString()));

        JsonNode asked = registration(customer);
        assertThat(asked.path("firstContactOn").asString()).isEqualTo(earlier.toString());
        assertThat(asked.path("overdue").asBoolean()).isTrue();
    }

    @Test
    void isDueAgainAfterARejection() {
        String customer = complete(sales);
        String request = ask(sales, customer).id();

        assertThat(ask(sales, customer).slug()).isEqualTo("registration-already-asked");
        head.post(task(head, request) + "/reject", body().put("opinion", "来源不清"));

        assertThat(registration(customer).path("state").asString()).isEqualTo("DUE");
        assertThat(ask(sales, customer).status()).isEqualTo(201);
    }

    @Test
    void saysWhatTheRecordLacks() {
        String customer = entered(sales, person("缺资料客户"));

        Answer asked = ask(sales, customer);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.slug()).isEqualTo("record-incomplete");
        assertThat(asked.json().path("detail").asString()).contains("地区、电话");
        assertThat(asked.json().path("missing").toString()).isEqualTo("[\"REGION\",\"PHONE\"]");
        assertThat(registration(customer).path("state").asString()).isEqualTo("DUE");
    }

    @Test
    void looksAgainWhenItIsGranted() {
        String customer = complete(sales);
        String request = ask(sales, customer).id();
        jdbc.sql("update customer set phone = null where id = :id")
                .param("id", UUID.fromString(customer))
                .update();

        Answer approved = approve(head, request);

        assertThat(approved.slug()).isEqualTo("record-incomplete");
        assertThat(registration(customer).path("state").asString()).isEqualTo("ASKED");
    }

    @ParameterizedTest
    @CsvSource({
        "met, BEST, invalid-input",
        "met, , invalid-input",
        "source, '', invalid-input",
        "source, 'a\u0000b', invalid-input",
        "firstContactOn, 2999-01-01, invalid-input",
        "firstContactOn, 1899-01-01, invalid-input",
        "firstContactOn, yesterday, invalid-input",
    })
    void refusesBadInputAndKeepsNothing(String field, String value, String slug) {
        String customer = complete(sales);

        Answer answer = sales.post(at(customer) + "/requests", wish().put(field, value));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.slug()).isEqualTo(slug);
        assertThat(registration(customer).path("state").asString()).isEqualTo("DUE");
    }

    @Test
    void isSubmittedOnlyFromItsPage() {
        String customer = complete(sales);
        String number = registration(customer).path("customerNumber").asString();
        var request = body().put("type", "customer-registration").put("reason", "直接提交");
        request.set(
                "fields",
                body().put("customer", number)
                        .put("firstContact", TODAY.toString())
                        .put("met", "VISIT")
                        .put("source", "x"));

        assertThat(sales.post("/api/approvals", request).slug())
                .isEqualTo("registration-not-begun");
    }

    @Test
    void asksForManyAndTellsOfEach() {
        String good = complete(sales);
        String lacking = entered(sales, person("缺资料客户"));
        String hidden = complete(TestClient.as("clerk", port));
        var batch = body().put("met", "FAIR").put("source", "行业展会");
        batch.putArray("customers").add(good).add(lacking).add(hidden);

        JsonNode lines = sales.post("/api/registrations/requests", batch).json().path("items");

        assertThat(lines.at("/0/number").asString()).startsWith("SQ");
        assertThat(lines.at("/1/refusal/zh").asString()).contains("地区");
        assertThat(lines.at("/2/refusal/zh").asString()).contains("无权查看");
        assertThat(lines.at("/2/name").asString()).isEmpty();
        assertThat(registration(good).path("state").asString()).isEqualTo("ASKED");
    }

    @Test
    void listsTheLongestOverdueFirstAndOnlyWhatOneMaySee() {
        String late = complete(sales);
        String hidden = complete(TestClient.as("clerk", port));
        jdbc.sql(
                        "update registration set first_contact_on = '2001-01-01', due_on ="
                                + " '2001-01-08', told = 3 where customer_id in (:ids)")
                .param("ids", List.of(UUID.fromString(late), UUID.fromString(hidden)))
                .update();

        Answer mine = sales.get("/api/registrations?mine=true&overdue=true");

        assertThat(mine.json().at("/items/0/id").asString()).isEqualTo(late);
        assertThat(mine.text()).doesNotContain(hidden);
        assertThat(sales.get(at(hidden)).status()).isEqualTo(404);
        assertThat(TestClient.as("sysadmin", port).get("/api/registrations").status())
                .isEqualTo(403);
        jdbc.sql("delete from registration where customer_id in (:ids)")
                .param("ids", List.of(UUID.fromString(late), UUID.fromString(hidden)))
                .update();
    }

    @Test
    void takesOverWhoWasThereBefore() {
        UUID department =
                jdbc.sql("select id from department where code = 'XE'").query(UUID.class).single();
        BigDepartment.fill(jdbc, department, 1);
        UUID customer =
                jdbc.sql("select id from customer where department_id = :id limit 1")
                        .param("id", department)
                        .query(UUID.class)
                        .single();

        JsonNode there = TestClient.as("head", port).get(at(customer.toString())).json();

        assertThat(there.path("state").asString()).isEqualTo("DONE");
        assertThat(there.path("takenOver").asBoolean()).isTrue();
        jdbc.sql("delete from dossier where customer_id = :id").param("id", customer).update();
        jdbc.sql("delete from customer where id = :id").param("id", customer).update();
    }
}
