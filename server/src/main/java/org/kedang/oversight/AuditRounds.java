package org.kedang.oversight;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rounds as rows, which are added and never changed. */
@Repository
public class AuditRounds {
    /** A signature as it was given. */
    @Schema(name = "RoundSignature")
    public record Signature(String byName, Instant at, String conclusion, RoundFigures figures) {}

    /** What was added after signing. */
    @Schema(name = "AddedRemark")
    public record Remark(String remark, String byName, Instant at) {}

    private static final String ROUND =
            """
            select r.*, s.signed_by, s.signed_at,
              (select count(*) from audit_round_sample p where p.round_id = r.id) as sampled,
              (select count(*) from audit_round_check c where c.round_id = r.id) as checked,
              (select count(*) from audit_finding f where f.round_id = r.id) as findings,
              (select count(*) from audit_finding f where f.round_id = r.id and not exists (
                 select 1 from audit_finding_step t where t.finding_id = f.id and t.step = 'CLOSED')) as open_findings
            from audit_round r left join audit_round_signature s on s.round_id = r.id
            """;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final ObjectMapper json;

    AuditRounds(JdbcClient jdbc, Directory directory, ObjectMapper json) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.json = json;
    }

    /** All rounds, newest span first; there are a dozen a year. */
    public List<AuditRound> list() {
        return jdbc.sql(
                        ROUND
                                + " order by r.last_day desc, r.first_day desc, r.opened_at desc"
                                + " limit 500")
                .query((row, n) -> round(row))
                .list();
    }

    /** The round, or a {@code not-found} problem. */
    AuditRound get(UUID id) {
        return jdbc.sql(ROUND + " where r.id = :id")
                .param("id", id)
                .query((row, n) -> round(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** The round, with nobody else writing of it until the transaction ends. */
    AuditRound lock(UUID id) {
        // the same lock as the table's own rule against writing after the signature
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 7425))")
                .param("id", id.toString())
                .query()
                .singleRow();
        return get(id);
    }

    private AuditRound round(ResultSet row) throws SQLException {
        UUID by = row.getObject("opened_by", UUID.class);
        UUID signedBy = row.getObject("signed_by", UUID.class);
        return new AuditRound(
                row.getObject("id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                instant(row, "opened_at"),
                by,
                directory.personName(by),
                row.getBoolean("generated"),
                row.getString("seed"),
                row.getLong("first_leaf"),
                row.getLong("last_leaf"),
                row.getLong("sampled"),
                row.getLong("checked"),
                row.getLong("findings"),
                row.getLong("open_findings"),
                signedBy == null ? null : instant(row, "signed_at"),
                signedBy == null ? null : directory.personName(signedBy));
    }

    /** Whether it was added: the clock begins a span once only. */
    boolean add(AuditRound round, int sampleSize) {
        return jdbc.sql(
                                """
                                insert into audit_round (id, first_day, last_day, opened_at, opened_by, generated, seed,
                                    first_leaf, last_leaf, sample_size)
                                values (:id, :first, :last, :at, :by, :generated, :seed, :firstLeaf, :lastLeaf, :size)
                                on conflict (first_day, last_day) where generated do nothing
                                """)
                        .param("id", round.id())
                        .param("first", round.first())
                        .param("last", round.last())
                        .param("at", round.openedAt().atOffset(ZoneOffset.UTC))
                        .param("by", round.openedBy())
                        .param("generated", round.generated())
                        .param("seed", round.seed())
                        .param("firstLeaf", round.firstLeaf())
                        .param("lastLeaf", round.lastLeaf())
                        .param("size", sampleSize)
                        .update()
                == 1;
    }

    void addSample(UUID round, int place, long leaf, EventRef event) {
        jdbc.sql(
                        """
                        insert into audit_round_sample (round_id, place, leaf, event_id, event_at)
                        values (:round, :place, :leaf, :event, :at)
                        """)
                .param("round", round)
                .param("place", place)
                .param("leaf", leaf)
                .param("event", event.id())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks the event as looked at, once. */
    boolean addCheck(UUID round, UUID event, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                insert into audit_round_check (round_id, event_id, checked_by, checked_at)
                                values (:round, :event, :by, :at) on conflict on constraint audit_round_check_key do nothing
                                """)
                        .param("round", round)
                        .param("event", event)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Who looked at which of these events. */
    Map<UUID, String> checkers(UUID round, Collection<UUID> events) {
        Map<UUID, String> checkers = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql(
                            "select event_id, checked_by from audit_round_check where round_id ="
                                    + " :round and event_id in (:events)")
                    .param("round", round)
                    .param("events", events)
                    .query(
                            (row, n) ->
                                    checkers.put(
                                            row.getObject("event_id", UUID.class),
                                            directory.personName(
                                                    row.getObject("checked_by", UUID.class))))
                    .list();
        }
        return checkers;
    }

    void sign(UUID round, UUID by, Instant at, String conclusion, RoundFigures figures) {
        jdbc.sql(
                        """
                        insert into audit_round_signature (round_id, signed_by, signed_at, conclusion, figures)
                        values (:round, :by, :at, :conclusion, :figures::jsonb)
                        """)
                .param("round", round)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("conclusion", conclusion)
                .param("figures", json.writeValueAsString(figures))
                .update();
    }

    @Nullable Signature signature(UUID round) {
        return jdbc.sql("select * from audit_round_signature where round_id = :round")
                .param("round", round)
                .query(
                        (row, n) ->
                                new Signature(
                                        directory.personName(
                                                row.getObject("signed_by", UUID.class)),
                                        instant(row, "signed_at"),
                                        row.getString("conclusion"),
                                        json.readValue(
                                                row.getString("figures"), RoundFigures.class)))
                .optional()
                .orElse(null);
    }

    void addRemark(UUID id, UUID round, String remark, UUID by, Instant at) {
        jdbc.sql(
                        """
                        insert into audit_round_remark (id, round_id, remark, by_person, at)
                        values (:id, :round, :remark, :by, :at)
                        """)
                .param("id", id)
                .param("round", round)
                .param("remark", remark)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Remark> remarks(UUID round) {
        return jdbc.sql("select * from audit_round_remark where round_id = :round order by at, id")
                .param("round", round)
                .query(
                        (row, n) ->
                                new Remark(
                                        row.getString("remark"),
                                        directory.personName(
                                                row.getObject("by_person", UUID.class)),
                                        instant(row, "at")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
