package org.kedang.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registrations as rows. */
@Repository
class Registrations {
    /**
     * One customer's registration with what of the record it depends on.
     *
     * @param told how many stages of the clock were told
     */
    record Row(
            UUID customer,
            String customerNumber,
            String customerName,
            UUID owner,
            UUID department,
            LocalDate firstContactOn,
            LocalDate enteredOn,
            LocalDate dueOn,
            RegistrationState state,
            int told,
            @Nullable UUID request,
            List<RequiredField> missing) {}

    /** What was asked for. */
    record Wish(LocalDate firstContactOn, MeetingWay met, String source) {}

    private static final String SELECT =
            """
            select r.*, c.number customer_number, c.name customer_name, c.owner_id, c.department_id, %s
            from registration r join customer c on c.id = r.customer_id
            """
                    .formatted(RequiredField.COLUMNS);

    private final JdbcClient jdbc;

    Registrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID customer, LocalDate today, LocalDate dueOn) {
        jdbc.sql(
                        """
                        insert into registration (customer_id, first_contact_on, entered_on, due_on)
                        values (:customer, :today, :today, :due) on conflict do nothing
                        """)
                .param("customer", customer)
                .param("today", today)
                .param("due", dueOn)
                .update();
    }

    /** The customer's, which nobody else changes until this transaction ends. */
    Optional<Row> lock(UUID customer) {
        return jdbc.sql(SELECT + " where r.customer_id = :customer for update of r")
                .param("customer", customer)
                .query(Registrations::row)
                .optional();
    }

    Optional<UUID> findCustomer(String number) {
        return jdbc.sql("select id from customer where number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    /** Whether money may be spent on the customer: it is on record, or was before this clock. */
    boolean isDone(UUID customer) {
        return jdbc.sql(
                        "select not exists (select 1 from registration where customer_id ="
                                + " :customer and state <> 'DONE')")
                .param("customer", customer)
                .query(Boolean.class)
                .single();
    }

    void ask(UUID customer, Wish wish, LocalDate dueOn) {
        jdbc.sql(
                        """
                        update registration set state = 'ASKED', request_id = null, first_contact_on = :first, due_on = :due,
                            met = :met, source = :source
                        where customer_id = :customer
                        """)
                .param("customer", customer)
                .param("first", wish.firstContactOn())
                .param("due", dueOn)
                .param("met", wish.met().name())
                .param("source", wish.source())
                .update();
    }

    /** The request that decides, unless it has decided already. */
    void waitFor(UUID customer, UUID request) {
        jdbc.sql(
                        "update registration set request_id = :request where customer_id ="
                                + " :customer and state = 'ASKED'")
                .param("customer", customer)
                .param("request", request)
                .update();
    }

    void giveBack(UUID customer) {
        jdbc.sql(
                        "update registration set state = 'DUE', request_id = null where customer_id"
                                + " = :customer")
                .param("customer", customer)
                .update();
    }

    /** Gives it its number. */
    String finish(
            UUID customer,
            UUID request,
            Wish wish,
            LocalDate dueOn,
            LocalDate today,
            Instant now,
            UUID by) {
        long run = jdbc.sql("select nextval('registration_number_seq')").query(Long.class).single();
        String number = "BA%d-%06d".formatted(today.getYear(), run);
        jdbc.sql(
                        """
                        update registration set state = 'DONE', request_id = :request, first_contact_on = :first, due_on = :due,
                            met = :met, source = :source, number = :number, registered_on = :today, registered_at = :now,
                            registered_by = :by
                        where customer_id = :customer
                        """)
                .param("customer", customer)
                .param("request", request)
                .param("first", wish.firstContactOn())
                .param("due", dueOn)
                .param("met", wish.met().name())
                .param("source", wish.source())
                .param("number", number)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        return number;
    }

    /** On which days those that are still open had their first contact. */
    List<LocalDate> firstContacts() {
        return jdbc.sql("select distinct first_contact_on from registration where state <> 'DONE'")
                .query(LocalDate.class)
                .list();
    }

    /** Where the calendar moved the due day, people are told of the new one as if anew. */
    int move(LocalDate firstContact, LocalDate dueOn) {
        return jdbc.sql(
                        """
                        update registration set due_on = :due, told = 0
                        where first_contact_on = :first and state <> 'DONE' and due_on <> :due
                        """)
                .param("first", firstContact)
                .param("due", dueOn)
                .update();
    }

    /** The next of those about which there may be something to tell, and nobody else is telling. */
    List<Row> takeDue(LocalDate last, LocalDate afterDue, UUID afterCustomer, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where r.state = 'DUE' and r.told < 3 and r.due_on <= :last
                                    and (r.due_on, r.customer_id) > (:afterDue, :afterCustomer)
                                order by r.due_on, r.customer_id limit :most for update of r skip locked
                                """)
                .param("last", last)
                .param("afterDue", afterDue)
                .param("afterCustomer", afterCustomer)
                .param("most", most)
                .query(Registrations::row)
                .list();
    }

    void told(Collection<UUID> customers, int stage) {
        if (!customers.isEmpty()) {
            jdbc.sql("update registration set told = :stage where customer_id in (:customers)")
                    .param("stage", stage)
                    .param("customers", customers)
                    .update();
        }
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("customer_id", UUID.class),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getObject("owner_id", UUID.class),
                row.getObject("department_id", UUID.class),
                row.getObject("first_contact_on", LocalDate.class),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                RegistrationState.valueOf(row.getString("state")),
                row.getInt("told"),
                row.getObject("request_id", UUID.class),
                RequiredField.missing(row));
    }
}
