package org.kedang.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.audit.Audit;
import org.kedang.identity.Holders;
import org.kedang.kernel.ChinaTime;
import org.kedang.notice.Telling;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@IntegrationTest
class ConfirmationIntegrationTests {
    @LocalServerPort int port;
    @Autowired KeepingRounds keeping;
    @Autowired Telling telling;
    @Autowired Holders holders;
    @Autowired Audit audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private TestClient sales;
    private String customer = "";

    @BeforeEach
    void begin() {
        // the server's own clock would close the rounds of other times
        jdbc.sql(
                        "update scheduled_tasks set execution_time = now() + interval '1 day' where"
                                + " task_name = 'confirmation-clock'")
                .update();
        keeping.keep();
        sales = TestClient.as("sales", port);
        customer = registered();
    }

    private String registered() {
        return sales.post(
                        "/api/customers",
                        body().put("type", "PERSON")
                                .put("name", "核对" + UUID.randomUUID().toString().substring(0, 8)))
                .id();
    }

    private static ObjectNode seen(String customer, long version) {
        ObjectNode batch = body();
        batch.putArray("items").addObject().put("customer", customer).put("version", version);
        return batch;
    }

    private JsonNode standing(TestClient by) {
        return by.get("/api/customers/" + customer + "/confirmation").json();
    }

    /** On any page: what others left due comes before it. */
    private boolean isListed(TestClient by) {
        for (int page = 1; ; page++) {
            JsonNode due = by.get("/api/confirmations?size=200&mine=true&page=" + page).json();
            if (due.path("items").toString().contains(customer)) {
                return true;
            }
            if (due.path("items").size() < 200) {
                return false;
            }
        }
    }

    private String hints(TestClient by) {
        return by.get("/api/customers/" + customer + "/hints").text();
    }

    @Test
    void confirmsTheVersionThatWasSeen() {
        assertThat(standing(sales).path("due").asBoolean()).isTrue();
        assertThat(isListed(sales)).isTrue();
        assertThat(hints(sales)).contains("资料待核对");
        assertThat(hints(TestClient.as("clerk", port))).doesNotContain("资料待核对");
        long before = sales.get("/api/confirmations/coverage").json().path("confirmed").asLong();

        Answer confirmed = sales.post("/api/confirmations", seen(customer, 0));

        assertThat(confirmed.json().at("/items/0/refusal").isMissingNode())
                .as(confirmed.text())
                .isTrue();
        assertThat(standing(sales).path("due").asBoolean()).isFalse();
        assertThat(standing(sales).at("/made/0/byName").asString()).isEqualTo("李晓梅");
        assertThat(isListed(sales)).isFalse();
        assertThat(hints(sales)).doesNotContain("资料待核对");
        assertThat(sales.get("/api/confirmations/coverage").json().path("confirmed").asLong())
                .isEqualTo(before + 1);
        assertThat(sales.get("/api/customers/" + customer + "/timeline?kind=confirmation").text())
                .contains("核对资料");
    }

    @Test
    void refusesAVersionThatIsNoMoreAndWhatIsNotTheirs() {
        sales.patch("/api/customers/" + customer, body().put("note", "改过"), "If-Match", "\"0\"");

        Answer stale = sales.post("/api/confirmations", seen(customer, 0));
        assertThat(stale.json().at("/items/0/refusal/zh").asString()).contains("有人改过");
        assertThat(standing(sales).path("due").asBoolean()).isTrue();

        String others =
                TestClient.as("clerk", port)
                        .post(
                                "/api/customers",
                                body().put("type", "PERSON").put("name", "档案" + UUID.randomUUID()))
                        .id();
        Answer stranger = sales.post("/api/confirmations", seen(others, 0));
        assertThat(stranger.json().at("/items/0/refusal/zh").asString())
                .as(stranger.text())
                .contains("没有找到");
        assertThat(stranger.json().at("/items/0/name").asString()).isEmpty();
        assertThat(standing(sales).path("due").asBoolean()).isTrue();
        assertThat(sales.post("/api/confirmations", body()).status()).isEqualTo(400);
        ObjectNode none = body();
        none.putArray("items");
        assertThat(sales.post("/api/confirmations", none).status()).isEqualTo(400);
    }

    @Test
    void tellsTheOwnerThenTheHeadOnceAndClosesWithTheQuarter() {
        jdbc.sql("update customer set created_at = '2006-11-11' where id = :id")
                .param("id", UUID.fromString(customer))
                .update();

        keep("2007-01-03");
        keep("2007-01-04");
        assertThat(told()).containsExactly("sales confirmation.begun");
        keep("2007-02-02");
        assertThat(told()).hasSize(1);
        keep("2007-02-03");
        keep("2007-02-03");
        assertThat(told())
                .containsExactly("sales confirmation.begun", "sales confirmation.overdue");
        keep("2007-02-06");
        keep("2007-03-30");
        assertThat(told())
                .containsExactly(
                        "sales confirmation.begun",
                        "sales confirmation.overdue",
                        "head confirmation.head");

        keep("2007-04-01");
        assertThat(closed("2007-01-01")).isEqualTo("2007-04-01 1");
        jdbc.sql("insert into confirmation values (:id, '2007-04-01', 0, :id," + " '2007-04-02')")
                .param("id", UUID.fromString(customer))
                .update();
        keep("2007-04-03");
        assertThat(closed("2007-04-01")).isEqualTo("2007-04-03 0");
    }

    /** A new installation begins without customers; those of its first day belong to the round. */
    @Test
    void closesNoRoundOnItsFirstDay() {
        keep("2005-01-03");
        assertThat(openRounds("2005-01-01")).isEqualTo(1);
        keep("2005-01-04");
        assertThat(closed("2005-01-01")).isEqualTo("2005-01-04 0");
    }

    private long openRounds(String quarter) {
        return jdbc.sql(
                        "select count(*) from confirmation_round where closed_on is null and"
                                + " quarter = cast(:quarter as date)")
                .param("quarter", quarter)
                .query(Long.class)
                .single();
    }

    private void keep(String day) {
        Clock clock =
                Clock.fixed(
                        LocalDate.parse(day).atTime(8, 0).atZone(ChinaTime.ZONE).toInstant(),
                        ChinaTime.ZONE);
        KeepingRounds then =
                new KeepingRounds(
                        new Rounds(jdbc, clock),
                        new ConfirmationSettings(true, 30, 3),
                        telling,
                        holders,
                        audit);
        transaction.executeWithoutResult(status -> then.keep());
    }

    private List<String> told() {
        return jdbc.sql(
                        """
                        select p.user_name || ' ' || n.kind from notice n join person p on p.id = n.person_id
                        where n.key = '2007-01-01' order by n.made_at, n.id
                        """)
                .query(String.class)
                .list();
    }

    private String closed(String quarter) {
        return jdbc.sql(
                        "select closed_on || ' ' || left_open from confirmation_round where"
                                + " quarter = cast(:quarter as date)")
                .param("quarter", quarter)
                .query(String.class)
                .single();
    }
}
