package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which requests are looked at: those submitted on whole days in China.
 *
 * @param last the last day, within the span
 * @param node id of a step that they came to
 * @param departmentId of the requester
 * @param personId who was asked, or decided
 * @param overdue only those of which a step was, or is, decided too late
 */
@Schema(name = "ApprovalQuestion")
public record RequestQuestion(
        @NotNull(message = "required") LocalDate first,
        @NotNull(message = "required") LocalDate last,
        @Nullable String type,
        @Nullable String node,
        @Nullable RequestState state,
        @Nullable UUID departmentId,
        @Nullable UUID personId,
        @Nullable Boolean overdue) {
    /** A year: more is not read at once from what is kept of every single request. */
    private static final int MOST_DAYS = 366;

    /** Of a step {@code s}: it was, or is, decided too late. */
    static final String LATE = "s.due_at < coalesce(s.left_at, :now)";

    /** Passes a span that can be looked at. */
    RequestQuestion checked() {
        if (first.isAfter(last)) {
            throw Problem.of(ApprovalProblem.SPAN_BACKWARDS);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.of(ApprovalProblem.SPAN_TOO_LONG, MOST_DAYS);
        }
        return this;
    }

    /** The condition on a request {@code r}. */
    SqlPredicate where(Instant now) {
        Map<String, Object> span = new HashMap<>();
        span.put("from", start(first));
        span.put("until", start(last.plusDays(1)));
        SqlPredicate asked =
                new SqlPredicate("r.submitted_at >= :from and r.submitted_at < :until", span);
        return asked.and(is("r.type = :type", "type", type))
                .and(is("r.state = :state", "state", state == null ? null : state.name()))
                .and(is("r.department_id = :department", "department", departmentId))
                .and(is(within("approval_step s", "s.node = :node"), "node", node))
                .and(
                        is(
                                within(
                                        "approval_task t",
                                        "(t.person_id = :person or t.decided_by = :person)"),
                                "person",
                                personId))
                .and(
                        is(
                                within("approval_step s", LATE),
                                "now",
                                Boolean.TRUE.equals(overdue) ? at(now) : null));
    }

    private static String within(String rows, String condition) {
        return "exists (select 1 from %s where %s.request_id = r.id and %s)"
                .formatted(rows, rows.substring(rows.length() - 1), condition);
    }

    private static SqlPredicate is(String condition, String name, @Nullable Object value) {
        return value == null || value.equals("")
                ? SqlPredicate.TRUE
                : SqlPredicate.of(condition, name, value);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime start(LocalDate day) {
        return at(day.atStartOfDay(ChinaTime.ZONE).toInstant());
    }

    @Override
    public String toString() {
        return first + "–" + last;
    }
}
