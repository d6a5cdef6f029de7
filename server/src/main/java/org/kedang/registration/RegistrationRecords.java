package org.kedang.registration;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Listings.Rows;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads registrations as people see them; every query carries the reader's visibility. */
@Repository
public class RegistrationRecords {
    /** Which registrations a list shows. */
    @Schema(name = "RegistrationFilter")
    public enum Filter {
        /** All that are not on record yet. */
        OPEN("r.state <> 'DONE'", "r.due_on, r.customer_id"),
        DUE("r.state = 'DUE'", "r.due_on, r.customer_id"),
        ASKED("r.state = 'ASKED'", "r.due_on, r.customer_id"),
        DONE("r.state = 'DONE'", "r.registered_on desc, r.customer_id");

        private final SqlPredicate where;
        private final String order;

        Filter(String where, String order) {
            this.where = new SqlPredicate(where, Map.of());
            this.order = order;
        }
    }

    /**
     * How far a customer is put on record.
     *
     * @param daysLeft working days until the due day, negative if it is over
     * @param missing what the record must tell first
     * @param takenOver whether the customer was there before the clock, and has no number
     */
    @Schema(name = "Registration")
    public record View(
            UUID id,
            String customerNumber,
            String customerName,
            String ownerName,
            String departmentName,
            RegistrationState state,
            @Nullable LocalDate firstContactOn,
            @Nullable LocalDate enteredOn,
            @Nullable LocalDate dueOn,
            int daysLeft,
            boolean overdue,
            List<RequiredField> missing,
            @Nullable MeetingWay met,
            @Nullable String source,
            @Nullable UUID requestId,
            @Nullable String number,
            @Nullable LocalDate registeredOn,
            boolean takenOver) {}

    private static final String COLUMNS =
            "r.*, c.id, c.number customer_number, c.name customer_name, c.owner_id,"
                    + " c.department_id, "
                    + RequiredField.COLUMNS;

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Directory directory;
    private final TermOfToday term;

    RegistrationRecords(JdbcClient jdbc, Listings listings, Directory directory, TermOfToday term) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
        this.term = term;
    }

    /**
     * The longest overdue first.
     *
     * @param owner only this person's; {@code null} for all that the reader may see
     */
    public Listing<View> list(
            Filter filter,
            boolean overdueOnly,
            @Nullable UUID owner,
            Paging paging,
            Visibility visibility) {
        LocalDate today = term.today();
        SqlPredicate where =
                filter.where
                        .and(visibility.keptAboutCustomers("r"))
                        .and(
                                owner == null
                                        ? SqlPredicate.TRUE
                                        : SqlPredicate.of(
                                                "r.customer_owner_id = :owner", "owner", owner))
                        .and(
                                overdueOnly
                                        ? SqlPredicate.of("r.due_on < :today", "today", today)
                                        : SqlPredicate.TRUE);
        RegistrationClock clock = term.clock();
        return listings.read(
                new Rows(
                        COLUMNS,
                        "registration r left join customer c on c.id = r.customer_id",
                        where,
                        filter.order),
                paging,
                (row, n) -> view(row, clock, today));
    }

    /** The customer's, whom the reader must be known to see. */
    public View get(UUID customer) {
        RegistrationClock clock = term.clock();
        LocalDate today = term.today();
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from customer c left join registration r on r.customer_id ="
                                + " c.id where c.id = :customer")
                .param("customer", customer)
                .query((row, n) -> view(row, clock, today))
                .single();
    }

    private View view(ResultSet row, RegistrationClock clock, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String state = row.getString("state");
        boolean open = state != null && !state.equals("DONE");
        String met = row.getString("met");
        return new View(
                row.getObject("id", UUID.class),
                row.getString("customer_number"),
                row.getString("customer_name"),
                directory.personName(row.getObject("owner_id", UUID.class)),
                directory.departmentName(row.getObject("department_id", UUID.class)),
                state == null ? RegistrationState.DONE : RegistrationState.valueOf(state),
                row.getObject("first_contact_on", LocalDate.class),
                row.getObject("entered_on", LocalDate.class),
                due,
                open ? clock.left(due, today) : 0,
                open && due.isBefore(today),
                open ? RequiredField.missing(row) : List.of(),
                met == null ? null : MeetingWay.valueOf(met),
                row.getString("source"),
                row.getObject("request_id", UUID.class),
                row.getString("number"),
                row.getObject("registered_on", LocalDate.class),
                state == null);
    }
}
