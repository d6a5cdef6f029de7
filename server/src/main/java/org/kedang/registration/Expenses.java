package org.kedang.registration;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Decision;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Listings.Rows;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was spent on customers; every query carries the reader's visibility. */
@Repository
public class Expenses {
    /** What is booked. */
    record Booking(
            UUID customer,
            ExpenseKind kind,
            BigDecimal amount,
            LocalDate day,
            String participants,
            String purpose) {}

    /** Money spent on a customer, by whom and by which request. */
    @Schema(name = "Expense")
    public record Line(
            UUID id,
            UUID customerId,
            String customerNumber,
            String customerName,
            ExpenseKind kind,
            BigDecimal amount,
            LocalDate day,
            String participants,
            String purpose,
            String spentByName,
            String departmentName,
            UUID requestId,
            String requestNumber) {}

    /** What was spent in a year on one kind. */
    @Schema(name = "ExpenseSum")
    public record Sum(int year, ExpenseKind kind, BigDecimal amount, long count) {}

    /** Which expenses are meant; {@code null} narrows nothing. */
    public record Question(
            @Nullable UUID customer, @Nullable ExpenseKind kind, @Nullable Integer year) {}

    private static final String FROM = "expense e left join customer c on c.id = e.customer_id";

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Directory directory;
    private final Clock clock;

    Expenses(JdbcClient jdbc, Listings listings, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
        this.clock = clock;
    }

    void book(Booking booking, Decision decision, UUID department) {
        jdbc.sql(
                        """
                        insert into expense (id, customer_id, kind, amount, spent_on, participants, purpose, request_id,
                            request_number, spent_by, department_id, booked_at)
                        values (:id, :customer, :kind, :amount, :day, :participants, :purpose, :request, :number, :by,
                            :department, :now)
                        """)
                .param("id", Ids.next())
                .param("customer", booking.customer())
                .param("kind", booking.kind().name())
                .param("amount", booking.amount())
                .param("day", booking.day())
                .param("participants", booking.participants())
                .param("purpose", booking.purpose())
                .param("request", decision.request())
                .param("number", decision.number())
                .param("by", decision.requester())
                .param("department", department)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    public Listing<Line> list(Question question, Paging paging, Visibility visibility) {
        return listings.read(
                new Rows(
                        "e.*, c.number customer_number, c.name customer_name",
                        FROM,
                        where(question, visibility),
                        "e.spent_on desc, e.id desc"),
                paging,
                (row, n) -> line(row));
    }

    /** By year and kind, the latest year first. */
    public List<Sum> sums(Question question, Visibility visibility) {
        SqlPredicate where = where(question, visibility);
        return jdbc.sql(
                        """
                        select extract(year from e.spent_on)::int as year, e.kind, sum(e.amount) amount, count(*) count
                        from expense e where %s group by 1, 2 order by 1 desc, 2
                        """
                                .formatted(where.sql()))
                .params(where.params())
                .query(
                        (row, n) ->
                                new Sum(
                                        row.getInt("year"),
                                        ExpenseKind.valueOf(row.getString("kind")),
                                        row.getBigDecimal("amount"),
                                        row.getLong("count")))
                .list();
    }

    private static SqlPredicate where(Question question, Visibility visibility) {
        SqlPredicate where = visibility.keptAboutCustomers("e");
        if (question.customer() != null) {
            where =
                    where.and(
                            SqlPredicate.of(
                                    "e.customer_id = :customer", "customer", question.customer()));
        }
        if (question.kind() != null) {
            where = where.and(SqlPredicate.of("e.kind = :kind", "kind", question.kind().name()));
        }
        if (question.year() != null) {
            LocalDate first = LocalDate.of(question.year(), 1, 1);
            where =
                    where.and(
                            new SqlPredicate(
                                    "e.spent_on >= :first and e.spent_on < :next",
                                    Map.of("first", first, "next", first.plusYears(1))));
        }
        return where;
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_number"),
                row.getString("customer_name"),
                ExpenseKind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getObject("spent_on", LocalDate.class),
                row.getString("participants"),
                row.getString("purpose"),
                directory.personName(row.getObject("spent_by", UUID.class)),
                directory.departmentName(row.getObject("department_id", UUID.class)),
                row.getObject("request_id", UUID.class),
                row.getString("request_number"));
    }
}
