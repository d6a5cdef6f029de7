package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/**
 * A handover of thousands of customers that a crash cuts off: the next server goes on where it
 * stood, and each customer has gone once, with one line of the log.
 */
final class HandoverCrash {
    private static final int CUSTOMERS =
            "full".equals(System.getProperty("kedang.trial")) ? 20_000 : 2_000;

    private final UUID id;
    private final long total;

    HandoverCrash(int port, JdbcClient database) {
        fill(database);
        TestClient sales = TestClient.as("sales", port);
        ObjectNode wish = body().put("toPerson", person(database, "clerk")).put("reason", "断电试验");
        wish.putObject("selection").put("ownerId", person(database, "sales")).put("kind", "TARGET");
        Answer asked = sales.post("/api/handovers", wish);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        id = UUID.fromString(asked.id());
        total =
                database.sql("select count(*) from handover_line where handover_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single();
        assertThat(total).isGreaterThanOrEqualTo(CUSTOMERS);
        TestClient head = TestClient.as("head", port);
        String request = asked.json().path("requestId").asString();
        String task = head.get("/api/approvals/" + request).json().path("task").asString();
        Answer agreed = head.post("/api/approval-tasks/" + task + "/approve", body());
        assertThat(agreed.status()).as(agreed.text()).isLessThan(300);
    }

    private static void fill(JdbcClient database) {
        database.sql(
                        """
                        insert into customer (id, version, number, type, name, name_key, kind, owner_id, department_id, created_at,
                            created_by, updated_at, updated_by)
                        select gen_random_uuid(), 0, 'H' || gen_random_uuid(), 'ORGANISATION', '移交客户' || i, '移交客户' || i,
                            'TARGET', p.id, p.department_id, now(), p.id, now(), p.id
                        from generate_series(1, :n) i, person p where p.user_name = 'sales'
                        """)
                .param("n", CUSTOMERS)
                .update();
    }

    private static String person(JdbcClient database, String userName) {
        return database.sql("select id::text from person where user_name = :name")
                .param("name", userName)
                .query(String.class)
                .single();
    }

    /** Some have gone and some have not. */
    boolean isUnderWay(JdbcClient database) {
        long done = lines(database, "DONE");
        assertThat(done).as("the crash must come in the midst").isLessThan(total);
        return done > 0;
    }

    /** The handover ends in a transaction of its own, after the one with its last customers. */
    boolean isDone(JdbcClient database) {
        return database.sql("select state = 'DONE' from handover where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private long lines(JdbcClient database, String state) {
        return database.sql(
                        "select count(*) from handover_line where handover_id = :id and state ="
                                + " :state")
                .param("id", id)
                .param("state", state)
                .query(Long.class)
                .single();
    }

    void check(JdbcClient database) {
        assertThat(count(database, "customer c", "c.owner_id = l.customer_owner")).isEqualTo(total);
        assertThat(
                        count(
                                database,
                                "(select subject_id id, count(*) n from audit_event where act ="
                                        + " 'customer.entrusted' group by subject_id) c",
                                "c.n = 1"))
                .as("lines of the log")
                .isEqualTo(total);
        assertThat(lines(database, "DONE")).isEqualTo(total);
    }

    /** How many of the customers have something of which this holds. */
    private long count(JdbcClient database, String what, String holds) {
        return database.sql(
                        """
                        select count(*) from (select l.customer_id, h.to_owner customer_owner from handover_line l
                            join handover h on h.id = l.handover_id where h.id = :id) l
                        join %s on c.id = l.customer_id where %s
                        """
                                .formatted(what, holds))
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
