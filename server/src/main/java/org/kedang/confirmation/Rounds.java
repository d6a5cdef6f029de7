package org.kedang.confirmation;

import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of rounds, and who is still due in one. */
@Repository
class Rounds {
    /** So many customers of a person in a department are due. */
    record Open(UUID owner, UUID department, long count) {}

    private static final String SELECT =
            "select quarter, begun_on, due_on, closed_on, left_open from confirmation_round ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Rounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    /** This quarter's, if it has begun; also when it is closed. */
    Optional<Round> findCurrent() {
        return jdbc.sql(SELECT + "where quarter = :quarter")
                .param("quarter", Round.quarterOf(today()))
                .query(Round.class)
                .optional();
    }

    /**
     * Rounds up to this quarter's that are not closed, the oldest first, for nobody else until the
     * transaction ends.
     */
    List<Round> lockOpen() {
        return jdbc.sql(
                        SELECT
                                + "where closed_on is null and quarter <= :today order by quarter"
                                + " for update")
                .param("today", today())
                .query(Round.class)
                .list();
    }

    /** Whether it was not there yet. */
    boolean begin(Round round) {
        return jdbc.sql(
                                """
                                insert into confirmation_round (quarter, begun_on, due_on) values (:quarter, :begun, :due)
                                on conflict do nothing
                                """)
                        .param("quarter", round.quarter())
                        .param("begun", round.begunOn())
                        .param("due", round.dueOn())
                        .update()
                == 1;
    }

    void close(LocalDate quarter, LocalDate day, long leftOpen) {
        jdbc.sql(
                        "update confirmation_round set closed_on = :day, left_open = :left where"
                                + " quarter = :quarter")
                .param("day", day)
                .param("left", leftOpen)
                .param("quarter", quarter)
                .update();
    }

    int told(LocalDate quarter) {
        return jdbc.sql("select told from confirmation_round where quarter = :quarter")
                .param("quarter", quarter)
                .query(Integer.class)
                .single();
    }

    void tell(LocalDate quarter, int stage) {
        jdbc.sql("update confirmation_round set told = :stage where quarter = :quarter")
                .param("stage", stage)
                .param("quarter", quarter)
                .update();
    }

    /**
     * Finds anew before which time of last change nobody is due: what was confirmed lies there, and
     * a list of those that are due must not walk past it. From time to time; once a day all of them
     * are looked at again.
     */
    void advance(Round round) {
        SqlPredicate due = due(round);
        jdbc.sql(
                        """
                        update confirmation_round r set looked_on = :today, none_due_before = (
                            select c.updated_at from customer c
                            where %s and c.updated_at >=
                                case when r.looked_on = :today then coalesce(r.none_due_before, '-infinity') else '-infinity' end
                            order by c.updated_at, c.id limit 1)
                        where r.quarter = :quarter
                        """
                                .formatted(due.sql()))
                .params(due.params())
                .param("today", today())
                .update();
    }

    /** Leaves out customers under the alias {@code c} of whom it is known that none is due. */
    SqlPredicate notYetLookedThrough(Round round) {
        return jdbc.sql("select none_due_before from confirmation_round where quarter = :quarter")
                .param("quarter", round.quarter())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .flatMap(found -> found)
                .map(
                        first ->
                                SqlPredicate.of(
                                        "c.updated_at >= :noneDueBefore", "noneDueBefore", first))
                .orElse(SqlPredicate.TRUE);
    }

    /** Customers under the alias {@code c} that belong to the round. */
    static SqlPredicate inRound(Round round) {
        return SqlPredicate.of(
                "c.created_at < :roundBegun",
                "roundBegun",
                round.begunOn().plusDays(1).atStartOfDay(ChinaTime.ZONE).toOffsetDateTime());
    }

    /** Customers under the alias {@code c} that nobody has confirmed yet. */
    static SqlPredicate due(Round round) {
        return inRound(round)
                .and(
                        SqlPredicate.of(
                                "not exists (select 1 from confirmation k where k.customer_id ="
                                        + " c.id and k.quarter = :quarter)",
                                "quarter",
                                round.quarter()));
    }

    boolean isDue(UUID customer, Round round) {
        SqlPredicate due = due(round);
        return jdbc.sql(
                        "select exists (select 1 from customer c where c.id = :id and %s)"
                                .formatted(due.sql()))
                .param("id", customer)
                .params(due.params())
                .query(Boolean.class)
                .single();
    }

    boolean isAnyDue(Round round) {
        SqlPredicate due = due(round);
        return jdbc.sql("select exists (select 1 from customer c where %s)".formatted(due.sql()))
                .params(due.params())
                .query(Boolean.class)
                .single();
    }

    /** By person and department. */
    List<Open> listOpen(Round round) {
        SqlPredicate due = due(round);
        return jdbc.sql(
                        """
                        select c.owner_id as owner, c.department_id as department, count(*) as count
                        from customer c where %s group by 1, 2 order by 1, 2
                        """
                                .formatted(due.sql()))
                .params(due.params())
                .query(Open.class)
                .list();
    }
}
