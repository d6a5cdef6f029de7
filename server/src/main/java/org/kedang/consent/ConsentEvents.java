package org.kedang.consent;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.TimelineEntry;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.SqlPredicate;
import org.kedang.storage.ContentId;
import org.kedang.storage.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers said, as rows that are only added. */
@Repository
class ConsentEvents {
    private static final String COLUMNS =
            """
            select e.*, p.zh, p.en, s.content_name from consent_event e join consent_purpose p on p.id = e.purpose_id
            left join consent_scan s on s.event_id = e.id
            """;

    /** The last word comes first: by the day on which it was said, then by when it was recorded. */
    private static final String LAST_FIRST =
            " order by e.said_on desc, e.recorded_at desc, e.id desc";

    /** A scan as it is stored. */
    record Scan(ContentId content, KeyId key, String name) {}

    /** What was said about which customer, for a deed on it. */
    record Held(UUID customer, String purpose) {}

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    ConsentEvents(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** Lets nobody else say something about the customer until the transaction ends. */
    void lock(UUID customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:customer, 7300))")
                .param("customer", customer.toString())
                .query()
                .singleRow();
    }

    void add(UUID id, UUID customer, NewConsent given, @Nullable LocalDate until, UUID by) {
        add(
                id,
                customer,
                new Row(
                        given.purposeId(),
                        subject(given.subject()),
                        ConsentEvent.Kind.GIVEN,
                        given.saidOn(),
                        given.channel(),
                        given.proof().strip(),
                        until),
                by);
    }

    void add(UUID id, UUID customer, Withdrawal withdrawn, UUID by) {
        add(
                id,
                customer,
                new Row(
                        withdrawn.purposeId(),
                        subject(withdrawn.subject()),
                        ConsentEvent.Kind.WITHDRAWN,
                        withdrawn.saidOn(),
                        withdrawn.channel(),
                        withdrawn.reason().strip(),
                        null),
                by);
    }

    private record Row(
            UUID purpose,
            String subject,
            ConsentEvent.Kind kind,
            LocalDate saidOn,
            ConsentChannel channel,
            String note,
            @Nullable LocalDate until) {}

    private void add(UUID id, UUID customer, Row row, UUID by) {
        jdbc.sql(
                        """
                        insert into consent_event (id, customer_id, purpose_id, subject, kind, said_on, channel, note, valid_until,
                            recorded_by, recorded_at)
                        values (:id, :customer, :purpose, :subject, :kind, :saidOn, :channel, :note, :until, :by, :now)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("purpose", row.purpose())
                .param("subject", row.subject())
                .param("kind", row.kind().name())
                .param("saidOn", row.saidOn())
                .param("channel", row.channel().name())
                .param("note", row.note())
                .param("until", row.until())
                .param("by", by)
                .param("now", now())
                .update();
    }

    static String subject(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    void attach(UUID event, Scan scan, String sha256, UUID by) {
        jdbc.sql(
                        """
                        insert into consent_scan (event_id, content_id, content_name, key_id, sha256, recorded_by, recorded_at)
                        values (:event, :content, :name, :key, :sha256, :by, :now)
                        """)
                .param("event", event)
                .param("content", scan.content().value())
                .param("name", scan.name())
                .param("key", scan.key().value())
                .param("sha256", sha256)
                .param("by", by)
                .param("now", now())
                .update();
    }

    Optional<Held> find(UUID event) {
        return jdbc.sql(
                        "select e.customer_id, p.zh from consent_event e join consent_purpose p on"
                                + " p.id = e.purpose_id where e.id = :id")
                .param("id", event)
                .query(
                        (row, n) ->
                                new Held(
                                        row.getObject("customer_id", UUID.class),
                                        row.getString("zh")))
                .optional();
    }

    Optional<Scan> scan(UUID event) {
        return scans("s.event_id = :id", event).stream().findFirst();
    }

    List<Scan> scansOf(UUID customer) {
        return scans(
                "s.event_id in (select id from consent_event where customer_id = :id)", customer);
    }

    private List<Scan> scans(String where, UUID id) {
        return jdbc.sql("select s.* from consent_scan s where " + where)
                .param("id", id)
                .query(
                        (row, n) ->
                                new Scan(
                                        new ContentId(row.getObject("content_id", UUID.class)),
                                        new KeyId(row.getObject("key_id", UUID.class)),
                                        row.getString("content_name")))
                .list();
    }

    /** All that was ever said, the last word first. */
    List<ConsentEvent> list(UUID customer) {
        return jdbc.sql(COLUMNS + "where e.customer_id = :customer" + LAST_FIRST)
                .param("customer", customer)
                .query((row, n) -> event(row))
                .list();
    }

    /** The last word to each purpose of the customer and of each person there. */
    List<ConsentEvent> listLast(UUID customer) {
        return jdbc.sql(
                        COLUMNS.replaceFirst(
                                        "select", "select distinct on (e.purpose_id, e.subject)")
                                + "where e.customer_id = :customer"
                                + LAST_FIRST.replace(
                                        "order by", "order by e.purpose_id, e.subject,"))
                .param("customer", customer)
                .query((row, n) -> event(row))
                .list();
    }

    /** In the order in which they were recorded, the newest first. */
    List<ConsentEvent> listRecorded(UUID customer, TimelineEntry.@Nullable Place before, int most) {
        SqlPredicate older = TimelineEntry.older("e.recorded_at", "e.id", before);
        return jdbc.sql(
                        COLUMNS
                                + "where e.customer_id = :customer and "
                                + older.sql()
                                + " order by e.recorded_at desc, e.id desc limit :most")
                .param("customer", customer)
                .params(older.params())
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from consent_event where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    /** Only this way can rows go, and only all of a customer. */
    void erase(UUID customer) {
        jdbc.sql("select consent_erase(:customer)").param("customer", customer).query().singleRow();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private ConsentEvent event(ResultSet row) throws SQLException {
        return new ConsentEvent(
                row.getObject("id", UUID.class),
                row.getObject("purpose_id", UUID.class),
                Label.of(row.getString("zh"), row.getString("en")),
                row.getString("subject"),
                ConsentEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("said_on", LocalDate.class),
                ConsentChannel.valueOf(row.getString("channel")),
                row.getString("note"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("content_name"),
                directory.personName(row.getObject("recorded_by", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
