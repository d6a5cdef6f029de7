package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.Alert.Conclusion;
import org.kedang.alert.Alert.State;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** Alerts as their readers may see them. */
@Repository
public class Alerts {
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    /** Roles whose holders the security officer oversees (GB/T 39784, table 4, item 10). */
    static final SqlPredicate ADMINISTRATORS =
            new SqlPredicate(
                    "a.roles && array['SYSTEM_ADMINISTRATOR', 'NETWORK_ADMINISTRATOR']", Map.of());

    /** Which alerts are asked for; {@code null} does not narrow. */
    public record Question(
            @Nullable State state, @Nullable RuleKind kind, @Nullable UUID personId) {}

    private final Listings listings;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Alerts(Listings listings, JdbcClient jdbc, ObjectMapper json) {
        this.listings = listings;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Newest first.
     *
     * @throws Problem {@code not-permitted} for who watches nobody
     */
    public Listing<Alert> list(Question question, Paging paging, Actor reader) {
        SqlPredicate asked = visible(reader);
        if (question.state() != null) {
            asked =
                    asked.and(
                            SqlPredicate.of("a.state = :state", "state", question.state().name()));
        }
        if (question.kind() != null) {
            asked = asked.and(SqlPredicate.of("a.kind = :kind", "kind", question.kind().name()));
        }
        if (question.personId() != null) {
            asked =
                    asked.and(
                            SqlPredicate.of(
                                    "a.person_id = :person", "person", question.personId()));
        }
        return listings.read(
                new Listings.Rows("a.*", "alert a", asked, "a.until desc, a.id desc"),
                paging,
                (row, n) -> alert(row, reader));
    }

    /** The alert, or a {@code not-found} problem. */
    public Alert get(UUID id, Actor reader) {
        return one(id, reader, "");
    }

    Alert lock(UUID id, Actor reader) {
        return one(id, reader, " for update");
    }

    private Alert one(UUID id, Actor reader, String lock) {
        SqlPredicate visible = visible(reader);
        return jdbc.sql("select a.* from alert a where a.id = :id and " + visible.sql() + lock)
                .params(visible.params())
                .param("id", id)
                .query((row, n) -> alert(row, reader))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** How many wait for somebody; 0 for who watches nobody. */
    public long countOpen(Actor reader) {
        if (!mayWatch(reader)) {
            return 0;
        }
        SqlPredicate visible = visible(reader);
        return jdbc.sql("select count(*) from alert a where a.state = 'OPEN' and " + visible.sql())
                .params(visible.params())
                .query(Long.class)
                .single();
    }

    private static boolean mayWatch(Actor reader) {
        return reader.may(Permission.AUDIT_REVIEW) || reader.may(Permission.ADMINISTRATOR_OVERSEE);
    }

    private static SqlPredicate visible(Actor reader) {
        if (!mayWatch(reader)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return reader.may(Permission.AUDIT_REVIEW) ? SqlPredicate.TRUE : ADMINISTRATORS;
    }

    private Alert alert(ResultSet row, Actor reader) throws SQLException {
        RuleKind kind = RuleKind.valueOf(row.getString("kind"));
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        Instant until = row.getObject("until", OffsetDateTime.class).toInstant();
        UUID person = row.getObject("person_id", UUID.class);
        String conclusion = row.getString("conclusion");
        Explanation said =
                Explanation.of(
                        kind,
                        since,
                        until,
                        row.getLong("count"),
                        json.readValue(row.getString("facts"), FACTS));
        return new Alert(
                row.getObject("id", UUID.class),
                kind,
                kind.zh(),
                kind.en(),
                person,
                row.getString("person_name"),
                row.getString("address"),
                since,
                until,
                row.getLong("count"),
                said.zh(),
                said.en(),
                State.valueOf(row.getString("state")),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                reader.id().equals(person),
                row.getString("acknowledged_by_name"),
                instant(row, "acknowledged_at"),
                row.getString("note"),
                row.getString("closed_by_name"),
                instant(row, "closed_at"),
                conclusion == null ? null : Conclusion.valueOf(conclusion),
                row.getString("conclusion_note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
