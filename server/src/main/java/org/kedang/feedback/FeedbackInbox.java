package org.kedang.feedback;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.ConsentChannel;
import org.kedang.customer.TimelineEntry;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldRights;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.KeptWords;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.kedang.kernel.Texts;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Feedback, as rows; every reading carries the reader's visibility. */
@Repository
public class FeedbackInbox {
    private static final String FROM = "feedback f left join customer c on c.id = f.customer_id";
    private static final String COLUMNS = "f.*, c.name customer_name";

    /** Which words are asked for; {@code null} does not narrow. */
    public record Filter(
            Feedback.@Nullable State state,
            @Nullable UUID customerId,
            @Nullable String q,
            boolean waiting,
            boolean mine) {}

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Visibilities visibilities;
    private final Directory directory;
    private final Clock clock;

    FeedbackInbox(
            JdbcClient jdbc,
            Listings listings,
            Visibilities visibilities,
            Directory directory,
            Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.visibilities = visibilities;
        this.directory = directory;
        this.clock = clock;
    }

    /** Open ones first, the longest waiting first; then the closed ones, the newest first. */
    Listing<Feedback> list(Actor reader, Filter filter, Paging paging) {
        SqlPredicate where =
                visible(reader)
                        .and(SqlPredicate.equal("f.state", "state", filter.state()))
                        .and(SqlPredicate.equal("f.customer_id", "customer", filter.customerId()))
                        .and(
                                SqlPredicate.equal(
                                        "f.assigned_to", "me", filter.mine() ? reader.id() : null))
                        .and(SqlPredicate.onlyIf(filter.waiting(), "f.state <> 'CLOSED'"))
                        .and(KeptWords.contain("f.words", filter.q()));
        return listings.read(
                new Listings.Rows(
                        COLUMNS,
                        FROM,
                        where,
                        "f.state = 'CLOSED', case when f.state <> 'CLOSED' then f.received_on end,"
                                + " f.recorded_at desc, f.id desc"),
                paging,
                mapper(reader));
    }

    Optional<Feedback> find(Actor reader, UUID id) {
        SqlPredicate visible = visible(reader);
        return jdbc.sql(
                        "select %s from %s where f.id = :id and %s"
                                .formatted(COLUMNS, FROM, visible.sql()))
                .param("id", id)
                .params(visible.params())
                .query(mapper(reader))
                .optional();
    }

    /**
     * Feedback is seen with its customer; without one by whoever has it, recorded it, or sees to
     * all of them.
     */
    private SqlPredicate visible(Actor reader) {
        SqlPredicate withCustomer =
                new SqlPredicate("f.customer_id is not null", Map.of())
                        .and(
                                visibilities
                                        .of(reader, Permission.CUSTOMER_READ)
                                        .keptAboutCustomers("f"));
        return withCustomer.or(
                reader.may(Permission.PRIVACY_MANAGE)
                        ? new SqlPredicate("f.customer_id is null", Map.of())
                        : SqlPredicate.of(
                                "(f.customer_id is null and :reader in (f.assigned_to,"
                                        + " f.recorded_by))",
                                "reader",
                                reader.id()));
    }

    void add(UUID id, NewFeedback told, UUID by) {
        long run = jdbc.sql("select nextval('feedback_number')").query(Long.class).single();
        jdbc.sql(
                        """
                        insert into feedback (id, number, state, channel, text, giver, contact, customer_id, received_on,
                            recorded_by, recorded_at)
                        values (:id, :number, 'NEW', :channel, :text, :giver, :contact, :customer, :receivedOn, :by, :now)
                        """)
                .param("id", id)
                .param("number", "FK%d-%05d".formatted(today().getYear(), run))
                .param("channel", told.channel().name())
                .param("text", told.text().strip())
                .param("giver", Texts.trimmed(told.giver()))
                .param("contact", Texts.trimmed(told.contact()))
                .param("customer", told.customerId())
                .param("receivedOn", told.receivedOn())
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** The feedback, which nobody else can change until this transaction ends. */
    Feedback lock(Actor actor, UUID id) {
        jdbc.sql("select id from feedback where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(actor, id).orElseThrow(Problem::notFound);
    }

    void assign(UUID id, UUID person) {
        jdbc.sql(
                        "update feedback set version = version + 1, assigned_to = :person, state ="
                                + " 'ASSIGNED' where id = :id")
                .param("id", id)
                .param("person", person)
                .update();
    }

    void answer(UUID id, String answer, UUID by) {
        jdbc.sql(
                        "update feedback set version = version + 1, answer = :answer, answered_by ="
                                + " :by, answered_at = :now, state = 'ANSWERED' where id = :id")
                .param("id", id)
                .param("answer", answer.strip())
                .param("by", by)
                .param("now", now())
                .update();
    }

    void close(UUID id, String conclusion, UUID by) {
        jdbc.sql(
                        "update feedback set version = version + 1, conclusion = :conclusion,"
                                + " closed_by = :by, closed_at = :now, state = 'CLOSED' where id ="
                                + " :id")
                .param("id", id)
                .param("conclusion", conclusion.strip())
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** What a customer said, the newest first. */
    List<Feedback> listOf(
            Actor reader, UUID customer, TimelineEntry.@Nullable Place before, int most) {
        SqlPredicate older = TimelineEntry.older("f.recorded_at", "f.id", before);
        return jdbc.sql(
                        "select %s from %s where f.customer_id = :customer and %s order by f.recorded_at desc, f.id desc limit :most"
                                .formatted(COLUMNS, FROM, older.sql()))
                .param("customer", customer)
                .params(older.params())
                .param("most", most)
                .query(mapper(reader))
                .list();
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from feedback where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    void erase(UUID customer) {
        jdbc.sql("delete from feedback where customer_id = :customer")
                .param("customer", customer)
                .update();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private RowMapper<Feedback> mapper(Actor reader) {
        FieldRights fields = visibilities.of(reader, Permission.CUSTOMER_READ).fields();
        return (row, n) -> feedback(row, reader, fields);
    }

    private Feedback feedback(ResultSet row, Actor reader, FieldRights fields) throws SQLException {
        UUID assigned = row.getObject("assigned_to", UUID.class);
        return new Feedback(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Feedback.State.valueOf(row.getString("state")),
                ConsentChannel.valueOf(row.getString("channel")),
                row.getString("text"),
                row.getString("giver"),
                fields.shownContact(row.getString("contact")),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                row.getObject("received_on", LocalDate.class),
                assigned,
                name(assigned),
                row.getString("answer"),
                name(row.getObject("answered_by", UUID.class)),
                instant(row, "answered_at"),
                row.getString("conclusion"),
                name(row.getObject("closed_by", UUID.class)),
                instant(row, "closed_at"),
                directory.personName(row.getObject("recorded_by", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                mayWorkOn(reader, assigned));
    }

    static boolean mayWorkOn(Actor actor, @Nullable UUID assigned) {
        return actor.may(Permission.CUSTOMER_WRITE)
                && (actor.id().equals(assigned) || actor.may(Permission.PRIVACY_MANAGE));
    }

    private @Nullable String name(@Nullable UUID person) {
        return person == null ? null : directory.personName(person);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
