package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Whoever changes department hands over what he holds, or keeps it expressly. */
@IntegrationTest
class MovingIntegrationTests {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Posts posts;
    @Autowired Accounts accounts;
    @Autowired Positions positions;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private TestClient administrator;
    private UUID mover = UUID.randomUUID();
    private UUID from = UUID.randomUUID();
    private UUID to = UUID.randomUUID();
    private String customer = "";

    @BeforeEach
    void letSomebodyOwnACustomer() {
        administrator = TestClient.as("sysadmin", port);
        from = id("select id from department where code = 'XS'");
        to = id("select id from department where code = 'XE'");
        mover =
                people.saveAndFlush(
                                new Person(
                                        "p" + UUID.randomUUID().toString().substring(0, 12),
                                        "调岗人",
                                        from,
                                        "-",
                                        clock.instant()))
                        .id();
        customer =
                TestClient.as("sales", port)
                        .post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "调岗" + UUID.randomUUID())
                                        .put("ownerId", mover.toString())
                                        .put("departmentId", from.toString())
                                        .put("acceptDuplicates", true))
                        .id();
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }

    private UUID sales() {
        return id("select id from person where user_name = 'sales'");
    }

    private Answer move() {
        return administrator.put(
                "/api/people/" + mover + "/details",
                body().put("name", "调岗人")
                        .put("departmentId", to.toString())
                        .put("employment", "STAFF"));
    }

    private Answer settle(String kind, @Nullable UUID taker) {
        ObjectNode settlement = settlement();
        ((ArrayNode) settlement.path("shares"))
                .addObject()
                .put("kind", kind)
                .put("handOverTo", taker == null ? null : taker.toString());
        return administrator.post("/api/people/" + mover + "/move-settlement", settlement);
    }

    private ObjectNode settlement() {
        ObjectNode settlement = body().put("departmentId", to.toString()).put("reason", "调任销售二部");
        settlement.putArray("shares");
        return settlement;
    }

    private UUID owner() {
        return id("select owner_id from customer where id = '" + customer + "'");
    }

    @Test
    void movesNobodyWhoseThingsAreUndecided() {
        Answer refused = move();

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("move-unsettled");
        assertThat(refused.json().at("/owned/customers").asLong()).isOne();
        assertThat(people.findById(mover).orElseThrow().departmentId()).isEqualTo(from);
    }

    @Test
    void movesAfterSomebodyTookOver() {
        Answer settled = settle("customers", sales());
        assertThat(settled.status()).as(settled.text()).isEqualTo(204);
        assertThat(owner()).isEqualTo(sales());

        assertThat(move().status()).isEqualTo(204);
        assertThat(people.findById(mover).orElseThrow().departmentId()).isEqualTo(to);
    }

    @Test
    void movesWithWhatIsKeptExpressly() {
        assertThat(settle("customers", null).status()).isEqualTo(204);

        assertThat(move().status()).isEqualTo(204);
        assertThat(owner()).isEqualTo(mover);
        assertThat(
                        jdbc.sql(
                                        "select kind from move_clearance where person_id = :id and"
                                                + " taker_id is null")
                                .param("id", mover)
                                .query(String.class)
                                .list())
                .containsExactly("customers");
    }

    @Test
    void asksTheSameOfAMainPostElsewhere() {
        String code = "P" + Long.toString(System.nanoTime() % 100_000_000);
        UUID position = positions.add(officer(), code, "岗位 " + code).id();
        Posts.Wish wish =
                new Posts.Wish(
                        mover, to, position, true, LocalDate.now(clock.withZone(ChinaTime.ZONE)));

        assertThatThrownBy(() -> posts.assign(officer(), wish, null))
                .hasMessageContaining("move-unsettled");
        settle("customers", sales());

        posts.assign(officer(), wish, null);
        assertThat(people.findById(mover).orElseThrow().departmentId()).isEqualTo(to);
    }

    private Actor officer() {
        return accounts.find(id("select id from person where user_name = 'secadmin'"))
                .orElseThrow()
                .actor(new Actor.Connection("127.0.0.1", "test", "Java"));
    }

    @Test
    void handsOverWhatWasOpenedToOthersAndWhoAnswersForIt() {
        open();
        assertThat(held("shares")).isOne();
        assertThat(
                        administrator
                                .get("/api/people/" + mover + "/holdings/shares")
                                .json()
                                .path("items"))
                .hasSize(1);

        assertThat(settle("shares", sales()).status()).isEqualTo(204);

        assertThat(held("shares")).isZero();
        assertThat(
                        jdbc.sql("select kept_by from explicit_grant where granted_by = :id")
                                .param("id", mover)
                                .query(UUID.class)
                                .list())
                .containsExactly(sales());
    }

    private void open() {
        jdbc.sql(
                        """
                        insert into explicit_grant (id, person_id, customer_id, may_edit, valid_until, reason, granted_by,
                            granted_at)
                        values (gen_random_uuid(), (select id from person where user_name = 'head'), :customer, false, :until,
                            '会签', :by, :now)
                        """)
                .param("customer", UUID.fromString(customer))
                .param("until", clock.instant().plus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC))
                .param("by", mover)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void handsOverRightsCases() {
        jdbc.sql(
                        """
                        insert into rights_case (id, number, kind, state, requester, wish, channel, received_on, due_on,
                            responsible_id, recorded_by, recorded_at)
                        values (gen_random_uuid(), 'QL-' || :number, 'COPY', 'RECEIVED', '调岗人', '要一份副本', 'MAIL',
                            current_date, current_date + 15, :mover, :mover, now())
                        """)
                .param("number", mover.toString().substring(0, 8))
                .param("mover", mover)
                .update();
        assertThat(held("rights-cases")).isOne();

        Answer settled = settle("rights-cases", sales());

        assertThat(settled.status()).as(settled.text()).isEqualTo(204);
        assertThat(held("rights-cases")).isZero();
    }

    private long held(String kind) {
        return administrator
                .get("/api/people/" + mover + "/holdings")
                .json()
                .path("owned")
                .path(kind)
                .asLong(-1);
    }
}
