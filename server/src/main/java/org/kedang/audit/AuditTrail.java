package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads the log, newest first. */
@Repository
public class AuditTrail {
    /** Days are the people's days. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    /** Which events are asked for; {@code null} does not narrow. */
    public record Question(
            @Nullable UUID subject,
            @Nullable UUID actorId,
            @Nullable String act,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One kept deed, in words. */
    public record AuditEvent(
            UUID id,
            Instant at,
            UUID actorId,
            String actorUserName,
            String actorName,
            String act,
            String zh,
            String en,
            @Nullable String subjectType,
            @Nullable UUID subjectId,
            @Nullable String subjectTitle,
            @Nullable String reason,
            List<Change> changes,
            String result,
            @Nullable String address) {

        /**
         * The same without the values that were changed, for readers who may not see the subject.
         *
         * @param contents kinds of subjects of which not even the title is told
         */
        public AuditEvent withoutValues(Set<String> contents) {
            boolean content = subjectType != null && contents.contains(subjectType);
            return with(
                    content ? null : subjectTitle,
                    changes.stream().map(c -> new Change(c.field(), null, null)).toList());
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
                    act,
                    zh,
                    en,
                    subjectType,
                    subjectId,
                    title,
                    reason,
                    some,
                    result,
                    address);
        }
    }

    private final Listings listings;
    private final ObjectMapper json;
    private final Map<String, Act> acts = new HashMap<>();

    AuditTrail(Listings listings, ObjectMapper json, List<Acts> declared) {
        this.listings = listings;
        this.json = json;
        declared.forEach(some -> some.all().forEach(act -> acts.put(act.slug(), act)));
    }

    /**
     * @param visible which events {@code e} may be told of at all
     */
    public Listing<AuditEvent> list(Question question, SqlPredicate visible, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        SqlPredicate asked = new SqlPredicate(where(question, params), params);
        return listings.read(
                new Listings.Rows("*", "audit_event e", asked.and(visible), "at desc, id desc"),
                paging,
                this::event);
    }

    private static String where(Question question, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("true");
        if (question.subject() != null) {
            where.append(
                    " and (subject_id = :subject or parent_id = :subject or customer_id ="
                            + " :subject)");
            params.put("subject", question.subject());
        }
        if (question.actorId() != null) {
            where.append(" and actor_id = :actor");
            params.put("actor", question.actorId());
        }
        if (question.act() != null) {
            where.append(" and act = :act");
            params.put("act", question.act());
        }
        if (question.from() != null) {
            where.append(" and at >= :from");
            params.put("from", question.from().atStartOfDay(ZONE).toOffsetDateTime());
        }
        if (question.to() != null) {
            where.append(" and at < :to");
            params.put("to", question.to().plusDays(1).atStartOfDay(ZONE).toOffsetDateTime());
        }
        return where.toString();
    }

    private AuditEvent event(ResultSet row, int number) throws SQLException {
        String slug = row.getString("act");
        Act act = acts.get(slug);
        String changes = row.getString("changes");
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_user_name"),
                row.getString("actor_name"),
                slug,
                act == null ? slug : act.zh(),
                act == null ? slug : act.en(),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("subject_title"),
                row.getString("reason"),
                changes == null ? List.of() : json.readValue(changes, CHANGES),
                row.getString("result"),
                row.getString("address"));
    }
}
