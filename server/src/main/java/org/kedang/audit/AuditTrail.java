package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the log, newest first. */
@Repository
public class AuditTrail {
    /**
     * Three indexes, each read newest first, instead of one condition that no index orders. Without
     * an order of their own the planner would read all three to their end and sort.
     */
    static final String ABOUT =
            """
            ((select * from audit_event where subject_id = :subject order by at desc)
             union all
             (select * from audit_event where parent_id = :subject and subject_id is distinct from :subject order by at desc)
             union all
             (select * from audit_event where customer_id = :subject and customer_id is distinct from subject_id
                and parent_id is distinct from :subject order by at desc)) e
            """;

    /** From so many rows on, a page's beginning is looked for before the page is read. */
    private static final int FAR = 500;

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    /**
     * Which events are asked for; {@code null} does not narrow.
     *
     * @param module the first part of the acts' names: {@code customer}
     * @param address the network address
     * @param role code of a role that counted then
     * @param from the earliest moment
     * @param until the first moment that is too late
     */
    public record Question(
            @Nullable UUID subject,
            @Nullable UUID actorId,
            @Nullable String act,
            @Nullable String module,
            @Nullable ActClass actClass,
            @Nullable Result result,
            @Nullable String address,
            @Nullable String role,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final Question ALL =
                new Question(null, null, null, null, null, null, null, null, null, null);

        public static Question about(UUID subject) {
            return new Question(subject, null, null, null, null, null, null, null, null, null);
        }

        /** Whether nothing narrows but one subject or one person: the log is indexed for that. */
        boolean isPlain() {
            return (subject == null || actorId == null)
                    && equals(
                            new Question(
                                    subject, actorId, null, null, null, null, null, null, null,
                                    null));
        }

        /** What narrows, such as {@code act=person.added from=2026-11-01T00:00:00Z}. */
        public @Nullable String words() {
            String words =
                    Stream.of(
                                    word("subject", subject),
                                    word("actor", actorId),
                                    word("act", act),
                                    word("module", module),
                                    word("class", actClass),
                                    word("result", result),
                                    word("address", address),
                                    word("role", role),
                                    word("from", from),
                                    word("until", until))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining(" "));
            return words.isEmpty() ? null : words;
        }

        private static String word(String name, @Nullable Object value) {
            return value == null ? "" : name + "=" + value;
        }

        public static Question by(UUID actor) {
            return new Question(null, actor, null, null, null, null, null, null, null, null);
        }
    }

    /** How a deed ended. */
    public enum Result {
        DONE,
        REFUSED
    }

    /** One kept deed, in words. */
    public record AuditEvent(
            UUID id,
            Instant at,
            UUID actorId,
            String actorUserName,
            String actorName,
            @Nullable String post,
            List<String> roles,
            String act,
            String zh,
            String en,
            ActClass actClass,
            @Nullable String subjectType,
            @Nullable UUID subjectId,
            @Nullable String subjectTitle,
            @Nullable String reason,
            @Nullable UUID requestId,
            List<Change> changes,
            Result result,
            @Nullable String address,
            @Nullable String device,
            @Nullable String session) {

        /**
         * The same without what papers say, for readers who may not see the subject: of content
         * neither title nor changed values are told, of people, roles and rules both are.
         *
         * @param contents kinds of subjects that are content
         */
        public AuditEvent withoutValues(Set<String> contents) {
            if (subjectType != null && !contents.contains(subjectType)) {
                return this;
            }
            return with(
                    null, changes.stream().map(c -> new Change(c.field(), null, null)).toList());
        }

        /** The same with other changes. */
        public AuditEvent withChanges(List<Change> some) {
            return with(subjectTitle, some);
        }

        private AuditEvent with(@Nullable String title, List<Change> some) {
            return new AuditEvent(
                    id,
                    at,
                    actorId,
                    actorUserName,
                    actorName,
                    post,
                    roles,
                    act,
                    zh,
                    en,
                    actClass,
                    subjectType,
                    subjectId,
                    title,
                    reason,
                    requestId,
                    some,
                    result,
                    address,
                    device,
                    session);
        }
    }

    private final Listings listings;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final DeclaredActs acts;
    private final Audit audit;

    AuditTrail(
            Listings listings, JdbcClient jdbc, ObjectMapper json, DeclaredActs acts, Audit audit) {
        this.listings = listings;
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
        this.audit = audit;
    }

    /**
     * @param visible which events {@code e} may be told of at all
     */
    public Listing<AuditEvent> list(Question question, SqlPredicate visible, Paging paging) {
        audit.settle();
        SqlPredicate asked = asked(question);
        SqlPredicate where = asked.and(visible);
        if (question.subject() != null) {
            // known inside of ABOUT
            where = where.and(SqlPredicate.of("true", "subject", question.subject()));
        }
        String from = question.subject() == null ? "audit_event e" : ABOUT;
        Listings.Rows rows = new Listings.Rows("*", from, where, "at desc, id desc");
        return listings.read(
                question.isPlain() ? plain(rows, visible, paging) : rows, paging, this::event);
    }

    private Listings.Rows plain(Listings.Rows rows, SqlPredicate visible, Paging paging) {
        boolean far = paging.offset() >= FAR && visible.equals(SqlPredicate.TRUE);
        Optional<Listings.Start> start =
                far && !rows.from().equals(ABOUT)
                        ? start(rows.where(), paging.offset())
                        : Optional.empty();
        return start.map(here -> rows.byIndex().from(here)).orElseGet(rows::byIndex);
    }

    /**
     * Where a far page begins, found in an index alone: the rows before it need not be fetched to
     * be passed over.
     */
    private Optional<Listings.Start> start(SqlPredicate where, int offset) {
        return jdbc.sql(
                        """
                        with before as materialized (
                            select at from audit_event e where %s order by at desc limit %d)
                        select count(*) as rows, min(at) as at,
                            count(*) filter (where at > (select min(at) from before)) as later
                        from before
                        """
                                .formatted(where.sql(), offset + 1))
                .params(where.params())
                .query(
                        (row, number) ->
                                row.getInt("rows") <= offset
                                        ? Optional.<Listings.Start>empty()
                                        : Optional.of(
                                                new Listings.Start(
                                                        SqlPredicate.of(
                                                                "e.at <= :start",
                                                                "start",
                                                                row.getObject(
                                                                        "at",
                                                                        OffsetDateTime.class)),
                                                        offset - row.getInt("later"))))
                .single();
    }

    /** The condition on {@code audit_event e} that a question is. */
    SqlPredicate where(Question question) {
        SqlPredicate about =
                SqlPredicate.ifGiven(
                        "e.subject_id = :subject or e.parent_id = :subject or e.customer_id ="
                                + " :subject",
                        "subject",
                        question.subject());
        return asked(question).and(about);
    }

    private SqlPredicate asked(Question question) {
        return Stream.of(
                        SqlPredicate.ifGiven("e.actor_id = :actor", "actor", question.actorId()),
                        SqlPredicate.ifGiven("e.act = :act", "act", question.act()),
                        SqlPredicate.ifGiven("e.act in (:acts)", "acts", actsOf(question.module())),
                        SqlPredicate.ifGiven(
                                "e.act_class = :actClass", "actClass", place(question.actClass())),
                        SqlPredicate.ifGiven(
                                "e.result = :result", "result", name(question.result())),
                        SqlPredicate.ifGiven("e.address = :address", "address", question.address()),
                        SqlPredicate.ifGiven(
                                "e.roles && array[:role]::text[]", "role", question.role()),
                        SqlPredicate.ifGiven("e.at >= :from", "from", moment(question.from())),
                        SqlPredicate.ifGiven("e.at < :until", "until", moment(question.until())))
                .reduce(SqlPredicate.TRUE, SqlPredicate::and);
    }

    /** A module without acts has no events; the empty name stands for none. */
    private @Nullable List<String> actsOf(@Nullable String module) {
        return module == null
                ? null
                : Stream.concat(
                                Stream.of(""),
                                acts.slugs().stream()
                                        .filter(act -> act.startsWith(module + "."))
                                        .sorted())
                        .toList();
    }

    private static @Nullable Integer place(@Nullable ActClass actClass) {
        return actClass == null ? null : actClass.ordinal();
    }

    private static @Nullable String name(@Nullable Result result) {
        return result == null ? null : result.name();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    AuditEvent event(ResultSet row, int number) throws SQLException {
        String slug = row.getString("act");
        String changes = row.getString("changes");
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_user_name"),
                row.getString("actor_name"),
                row.getString("post"),
                List.of((String[]) row.getArray("roles").getArray()),
                slug,
                acts.zh(slug),
                acts.en(slug),
                ActClass.values()[row.getInt("act_class")],
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("subject_title"),
                row.getString("reason"),
                row.getObject("request_id", UUID.class),
                changes == null ? List.of() : json.readValue(changes, CHANGES),
                Result.valueOf(row.getString("result")),
                row.getString("address"),
                row.getString("device"),
                row.getString("session"));
    }
}
