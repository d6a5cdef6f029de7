package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Confidentiality agreements, as rows. */
@Repository
public class Agreements {
    private static final int[] REMINDERS = {7, 30, 60};

    /** Which agreements are asked for. */
    public enum Filter {
        ALL,
        VALID,
        NO_SCAN,
        EXPIRING,
        OVER
    }

    /** What the rules need of one agreement. */
    record Held(
            UUID id,
            @Nullable UUID personId,
            String title,
            KeyId key,
            @Nullable ContentId content,
            @Nullable String contentName,
            boolean ended) {}

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    Agreements(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    void add(UUID id, NewAgreement agreement, KeyId key, UUID by) {
        jdbc.sql(
                        """
                        insert into agreement (id, person_id, recipient, organisation, title, signed_on, valid_from, valid_until,
                                               key_id, recorded_by, recorded_at)
                        values (:id, :personId, :recipient, :organisation, :title, :signedOn, :validFrom, :validUntil, :key, :by, :now)
                        """)
                .param("id", id)
                .param("personId", agreement.personId())
                .param("recipient", agreement.personId() == null ? agreement.recipient() : null)
                .param("organisation", agreement.organisation())
                .param("title", agreement.title())
                .param("signedOn", agreement.signedOn())
                .param("validFrom", agreement.validFrom())
                .param("validUntil", agreement.validUntil())
                .param("key", key.value())
                .param("by", by)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    Held lock(UUID id) {
        return held("select * from agreement where id = :id for update", id);
    }

    Held get(UUID id) {
        return held("select * from agreement where id = :id", id);
    }

    private Held held(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(
                        (row, n) -> {
                            UUID content = row.getObject("content_id", UUID.class);
                            return new Held(
                                    id,
                                    row.getObject("person_id", UUID.class),
                                    row.getString("title"),
                                    new KeyId(row.getObject("key_id", UUID.class)),
                                    content == null ? null : new ContentId(content),
                                    row.getString("content_name"),
                                    row.getObject("ended_on") != null);
                        })
                .optional()
                .orElseThrow(Problem::notFound);
    }

    void end(UUID id, UUID by, String reason) {
        jdbc.sql(
                        "update agreement set ended_on = :today, ended_by = :by, end_reason ="
                                + " :reason where id = :id")
                .param("id", id)
                .param("today", Days.today(clock))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    void attach(UUID id, ContentId content, String name) {
        jdbc.sql("update agreement set content_id = :content, content_name = :name where id = :id")
                .param("id", id)
                .param("content", content.value())
                .param("name", name)
                .update();
    }

    /** The terms of a person's agreements of which there is a scan and that were not ended. */
    List<AgreementTerm> termsOf(UUID person) {
        return jdbc.sql(
                        "select valid_from \"from\", valid_until until from agreement where"
                                + " person_id = :person and ended_on is null and content_id is not"
                                + " null")
                .param("person", person)
                .query(AgreementTerm.class)
                .list();
    }

    List<UUID> listPeople() {
        return jdbc.sql("select distinct person_id from agreement where person_id is not null")
                .query(UUID.class)
                .list();
    }

    /** The agreement. */
    public Optional<Agreement> find(UUID id) {
        return jdbc.sql("select a.* from agreement a where a.id = :id")
                .param("id", id)
                .query((row, n) -> agreement(row))
                .optional();
    }

    /** Those that end first come first. */
    public Listing<Agreement> list(Filter filter, @Nullable String q, Paging paging) {
        SqlPredicate where = where(filter);
        if (q != null && !q.isBlank()) {
            where =
                    where.and(
                            SqlPredicate.of(
                                    "position(:q in lower(concat_ws(' ', a.title, a.recipient,"
                                            + " a.organisation, p.name, p.user_name))) > 0",
                                    "q",
                                    q.strip().toLowerCase(java.util.Locale.ROOT)));
        }
        String from =
                "from agreement a left join person p on p.id = a.person_id where " + where.sql();
        long counted =
                jdbc.sql("select count(*) from (select 1 " + from + " limit 10001) c")
                        .params(where.params())
                        .query(Long.class)
                        .single();
        List<Agreement> page =
                jdbc.sql(
                                "select a.* "
                                        + from
                                        + " order by a.ended_on is not null, a.valid_until, a.id"
                                        + " limit :size offset :offset")
                        .params(where.params())
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, n) -> agreement(row))
                        .list();
        return Listing.of(page, paging, counted);
    }

    private SqlPredicate where(Filter filter) {
        LocalDate today = Days.today(clock);
        return switch (filter) {
            case ALL -> SqlPredicate.TRUE;
            case VALID ->
                    SqlPredicate.of(
                            "a.ended_on is null and a.content_id is not null and :today between"
                                    + " a.valid_from and a.valid_until",
                            "today",
                            today);
            case NO_SCAN ->
                    SqlPredicate.of(
                            "a.ended_on is null and a.content_id is null and a.valid_until >="
                                    + " :today",
                            "today",
                            today);
            case EXPIRING ->
                    SqlPredicate.of(
                            "a.ended_on is null and a.valid_until between :today and :today + 60",
                            "today",
                            today);
            case OVER ->
                    SqlPredicate.of(
                            "(a.ended_on is not null or a.valid_until < :today)", "today", today);
        };
    }

    /** A person's own. */
    public List<Agreement> listOf(UUID person) {
        return jdbc.sql(
                        "select a.* from agreement a where a.person_id = :person order by"
                                + " a.valid_until desc")
                .param("person", person)
                .query((row, n) -> agreement(row))
                .list();
    }

    /** How many end within 60 days. */
    public long countExpiring() {
        SqlPredicate where = where(Filter.EXPIRING);
        return jdbc.sql("select count(*) from agreement a where " + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private Agreement agreement(ResultSet row) throws SQLException {
        LocalDate today = Days.today(clock);
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        LocalDate until = row.getObject("valid_until", LocalDate.class);
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        UUID person = row.getObject("person_id", UUID.class);
        String scan = row.getString("content_name");
        Agreement.State state = state(today, from, until, ended, scan);
        long left = ChronoUnit.DAYS.between(today, until);
        boolean valid = state == Agreement.State.VALID;
        return new Agreement(
                row.getObject("id", UUID.class),
                person,
                person == null ? null : directory.personName(person),
                row.getString("recipient"),
                row.getString("organisation"),
                row.getString("title"),
                row.getObject("signed_on", LocalDate.class),
                from,
                until,
                state,
                valid ? (int) left : null,
                valid
                        ? reminder(left)
                        : state == Agreement.State.EXPIRED ? Integer.valueOf(0) : null,
                scan,
                ended,
                row.getString("end_reason"),
                directory.personName(row.getObject("recorded_by", UUID.class)));
    }

    static @Nullable Integer reminder(long daysLeft) {
        return IntStream.of(REMINDERS)
                .filter(days -> daysLeft <= days)
                .boxed()
                .findFirst()
                .orElse(null);
    }

    private static Agreement.State state(
            LocalDate today,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate ended,
            @Nullable String scan) {
        if (ended != null) {
            return Agreement.State.ENDED;
        }
        if (today.isAfter(until)) {
            return Agreement.State.EXPIRED;
        }
        if (scan == null) {
            return Agreement.State.NO_SCAN;
        }
        return today.isBefore(from) ? Agreement.State.FUTURE : Agreement.State.VALID;
    }
}
