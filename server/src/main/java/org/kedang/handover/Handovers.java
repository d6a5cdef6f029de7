package org.kedang.handover;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Handovers and their lines as rows. */
@Repository
class Handovers {
    /** A handover that nobody else carries on until this transaction ends. */
    record Held(
            UUID id,
            String number,
            UUID toOwner,
            UUID toDepartment,
            String reason,
            HandoverState state,
            int total,
            @Nullable UUID request,
            UUID madeBy) {}

    /** A customer that is to go, from whom. */
    record Line(int place, UUID customer, UUID oldOwner, UUID oldDepartment) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Handovers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String nextNumber(int year) {
        long run = jdbc.sql("select nextval('handover_number_seq')").query(Long.class).single();
        return "YJ%d-%06d".formatted(year, run);
    }

    /** How many would go, counted up to the limit and one more. */
    int count(SqlPredicate which, UUID toOwner, UUID toDepartment, int most) {
        return jdbc.sql(
                        "select count(*) from (select 1 from customer c where %s and %s limit :most) x"
                                .formatted(which.sql(), MOVABLE))
                .params(which.params())
                .param("toOwner", toOwner)
                .param("toDepartment", toDepartment)
                .param("most", most + 1)
                .query(Integer.class)
                .single();
    }

    private static final String MOVABLE =
            """
            (c.owner_id, c.department_id) <> (:toOwner, :toDepartment)
            and not exists (select 1 from handover_line l where l.customer_id = c.id and l.state = 'OPEN')
            """;

    void add(UUID id, String number, Handover.Wish wish, UUID department, UUID by) {
        jdbc.sql(
                        """
                        insert into handover (id, number, to_owner, to_department, reason, state, total, made_by, made_at)
                        values (:id, :number, :owner, :department, :reason, 'ASKED', 0, :by, :now)
                        """)
                .param("id", id)
                .param("number", number)
                .param("owner", wish.toPerson())
                .param("department", department)
                .param("reason", wish.reason().strip())
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** Writes down what goes; the customers are those that may go at this moment. */
    int addLines(UUID id, SqlPredicate which, UUID toOwner, UUID toDepartment, int most) {
        int lines =
                jdbc.sql(
                                """
                                insert into handover_line (handover_id, place, customer_id, old_owner, old_department)
                                select :id, row_number() over (order by c.id), c.id, c.owner_id, c.department_id
                                from customer c where %s and %s limit :most
                                """
                                        .formatted(which.sql(), MOVABLE))
                        .params(which.params())
                        .param("id", id)
                        .param("toOwner", toOwner)
                        .param("toDepartment", toDepartment)
                        .param("most", most + 1)
                        .update();
        jdbc.sql("update handover set total = :total where id = :id")
                .param("id", id)
                .param("total", lines)
                .update();
        return lines;
    }

    void askedBy(UUID id, UUID request) {
        jdbc.sql("update handover set request_id = :request where id = :id")
                .param("id", id)
                .param("request", request)
                .update();
    }

    Optional<Held> lock(UUID id) {
        return jdbc.sql("select * from handover where id = :id for update")
                .param("id", id)
                .query(Handovers::held)
                .optional();
    }

    Optional<Held> lock(String number) {
        return jdbc.sql("select * from handover where number = :number for update")
                .param("number", number)
                .query(Handovers::held)
                .optional();
    }

    /** The oldest that is running and that no other node carries on. */
    Optional<Held> takeRunning() {
        return jdbc.sql(
                        """
                        select * from handover where state = 'RUNNING' order by made_at, id limit 1
                        for update skip locked
                        """)
                .query(Handovers::held)
                .optional();
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("to_owner", UUID.class),
                row.getObject("to_department", UUID.class),
                row.getString("reason"),
                HandoverState.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getObject("request_id", UUID.class),
                row.getObject("made_by", UUID.class));
    }

    void start(UUID id) {
        jdbc.sql("update handover set state = 'RUNNING', started_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    void end(UUID id, HandoverState state) {
        jdbc.sql("update handover set state = :state, ended_at = :now where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("now", now())
                .update();
    }

    int cancelOpen(UUID id) {
        return jdbc.sql(
                        "update handover_line set state = 'CANCELLED' where handover_id = :id and"
                                + " state = 'OPEN'")
                .param("id", id)
                .update();
    }

    List<Line> nextLines(UUID id, int most) {
        return jdbc.sql(
                        """
                        select place, customer_id customer, old_owner, old_department from handover_line
                        where handover_id = :id and state = 'OPEN' order by place limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query(Line.class)
                .list();
    }

    /**
     * Those of the lines' customers that still belong to whom they belonged when it was planned;
     * nobody else changes them until this transaction ends.
     */
    List<UUID> lockUnchanged(UUID id, int first, int last) {
        return jdbc.sql(
                        """
                        select c.id from customer c join handover_line l on l.customer_id = c.id
                        where l.handover_id = :id and l.place between :first and :last and l.state = 'OPEN'
                            and c.owner_id = l.old_owner and c.department_id = l.old_department
                        order by c.id for update of c
                        """)
                .param("id", id)
                .param("first", first)
                .param("last", last)
                .query(UUID.class)
                .list();
    }

    void settle(UUID id, int first, int last, List<UUID> done) {
        jdbc.sql(
                        """
                        update handover_line set state = case when customer_id = any(cast(:done as uuid[])) then 'DONE' else 'SKIPPED' end,
                            done_at = case when customer_id = any(cast(:done as uuid[])) then cast(:now as timestamptz) end
                        where handover_id = :id and place between :first and :last and state = 'OPEN'
                        """)
                .param("id", id)
                .param("first", first)
                .param("last", last)
                .param("done", done.toArray(UUID[]::new))
                .param("now", now())
                .update();
    }

    void count(UUID id, int done, int skipped) {
        jdbc.sql(
                        "update handover set done = done + :done, skipped = skipped + :skipped"
                                + " where id = :id")
                .param("id", id)
                .param("done", done)
                .param("skipped", skipped)
                .update();
    }

    /** The departments that customers leave, those that lose most first. */
    List<UUID> givingDepartments(UUID id) {
        return jdbc.sql(
                        """
                        select old_department from handover_line where handover_id = :id
                        group by old_department order by count(*) desc, old_department limit 10
                        """)
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
