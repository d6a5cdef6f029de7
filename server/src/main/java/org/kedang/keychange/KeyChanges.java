package org.kedang.keychange;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.HeldValue;
import org.kedang.customer.TimelineEntry;
import org.kedang.kernel.Ids;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes that wait or waited, as rows. */
@Repository
class KeyChanges {
    /** What became of a change. */
    enum State {
        WAITING,
        DONE,
        /** Rejected, withdrawn or ended otherwise: the record stays as it was. */
        CLOSED
    }

    /** A change with its request, once it has one. */
    record Row(
            UUID id,
            String number,
            UUID customerId,
            @Nullable UUID requestId,
            @Nullable String requestNumber,
            @Nullable String reason,
            UUID requestedBy,
            Instant requestedAt,
            State state) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    KeyChanges(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a change that waits; no field of a customer waits twice. */
    String add(UUID customer, List<HeldValue> values, @Nullable String reason, UUID by) {
        UUID id = Ids.next();
        String number =
                "BG%08d"
                        .formatted(
                                jdbc.sql("select nextval('key_change_number')")
                                        .query(Long.class)
                                        .single());
        jdbc.sql(
                        """
                        insert into key_change (id, number, customer_id, reason, requested_by, requested_at, state)
                        values (:id, :number, :customer, :reason, :by, :now, 'WAITING')
                        """)
                .param("id", id)
                .param("number", number)
                .param("customer", customer)
                .param("reason", reason)
                .param("by", by)
                .param("now", now())
                .update();
        values.forEach(value -> add(id, customer, value));
        return number;
    }

    private void add(UUID change, UUID customer, HeldValue value) {
        jdbc.sql(
                        """
                        insert into key_change_field (change_id, customer_id, field, waiting, before, after)
                        values (:change, :customer, :field, true, :before::jsonb, :after::jsonb)
                        """)
                .param("change", change)
                .param("customer", customer)
                .param("field", value.field())
                .param("before", json.writeValueAsString(value.before()))
                .param("after", json.writeValueAsString(value.after()))
                .update();
    }

    void waitFor(String number, UUID request, String requestNumber) {
        jdbc.sql(
                        "update key_change set request_id = :request, request_number ="
                                + " :requestNumber where number = :number")
                .param("request", request)
                .param("requestNumber", requestNumber)
                .param("number", number)
                .update();
    }

    Optional<Row> find(String number) {
        return jdbc.sql("select * from key_change where number = :number")
                .param("number", number)
                .query((row, n) -> row(row))
                .optional();
    }

    /** The change, which nobody else can settle until this transaction ends. */
    Optional<Row> lock(String number) {
        return jdbc.sql("select * from key_change where number = :number for update")
                .param("number", number)
                .query((row, n) -> row(row))
                .optional();
    }

    List<HeldValue> values(UUID change) {
        return jdbc.sql(
                        "select field, before, after from key_change_field where change_id ="
                                + " :change order by field")
                .param("change", change)
                .query(
                        (row, n) ->
                                new HeldValue(
                                        row.getString("field"),
                                        json.readTree(row.getString("before")),
                                        json.readTree(row.getString("after"))))
                .list();
    }

    void settle(UUID id, State state, UUID by) {
        jdbc.sql(
                        "update key_change set state = :state, settled_by = :by, settled_at = :now"
                                + " where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .param("now", now())
                .update();
        jdbc.sql("update key_change_field set waiting = false where change_id = :id")
                .param("id", id)
                .update();
    }

    /** Those of a customer that wait, oldest first. */
    List<Row> listWaiting(UUID customer) {
        return jdbc.sql(
                        "select * from key_change where customer_id = :customer and state ="
                                + " 'WAITING' order by requested_at, id")
                .param("customer", customer)
                .query((row, n) -> row(row))
                .list();
    }

    /** All of a customer, newest first. */
    List<Row> list(UUID customer, TimelineEntry.@Nullable Place before, int most) {
        SqlPredicate older = TimelineEntry.older("requested_at", "id", before);
        return jdbc.sql(
                        """
                        select * from key_change where customer_id = :customer and %s
                        order by requested_at desc, id desc limit :most
                        """
                                .formatted(older.sql()))
                .param("customer", customer)
                .params(older.params())
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from key_change where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    void erase(UUID customer) {
        jdbc.sql("delete from key_change where customer_id = :customer")
                .param("customer", customer)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("customer_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("request_number"),
                row.getString("reason"),
                row.getObject("requested_by", UUID.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
