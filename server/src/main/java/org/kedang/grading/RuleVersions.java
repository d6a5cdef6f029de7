package org.kedang.grading;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code grade_rules}: what was saved stays as it is. */
@Repository
class RuleVersions {
    /** How far a version has come. */
    enum State {
        DRAFT,
        ASKED,
        ADOPTED,
        DROPPED
    }

    /** A version as it is kept. */
    record Row(
            UUID id,
            int version,
            State state,
            GradeRules rules,
            String note,
            @Nullable LocalDate fromDay,
            UUID madeBy,
            Instant madeAt,
            @Nullable UUID requestId,
            @Nullable UUID adoptedBy,
            @Nullable Instant adoptedAt) {}

    private static final int MOST = 200;
    private static final String SELECT = "select * from grade_rules ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    RuleVersions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    /** Newest first. */
    List<Row> list() {
        return jdbc.sql(SELECT + "order by version desc limit " + MOST).query(this::row).list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::row).optional();
    }

    Row get(UUID id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    Optional<Row> findVersion(int version) {
        return jdbc.sql(SELECT + "where version = :version")
                .param("version", version)
                .query(this::row)
                .optional();
    }

    /** The version that waits to be asked for or decided. */
    Optional<Row> findOpen() {
        return jdbc.sql(SELECT + "where state in ('DRAFT', 'ASKED')").query(this::row).optional();
    }

    Optional<Row> findInForce() {
        return jdbc.sql(
                        SELECT
                                + "where state = 'ADOPTED' and from_day <= :today order by from_day"
                                + " desc, version desc limit 1")
                .param("today", today())
                .query(this::row)
                .optional();
    }

    /** Nobody else saves, asks or decides until this transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('grade_rules'))")
                .query((row, n) -> true)
                .single();
    }

    int newest() {
        return jdbc.sql("select coalesce(max(version), 0) from grade_rules")
                .query(Integer.class)
                .single();
    }

    UUID add(GradeRules rules, String note, UUID by) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into grade_rules (id, version, state, content, note, made_by, made_at)
                        values (:id, :version, 'DRAFT', :content::jsonb, :note, :by, :now)
                        """)
                .param("id", id)
                .param("version", newest() + 1)
                .param("content", json.writeValueAsString(rules))
                .param("note", note)
                .param("by", by)
                .param("now", now())
                .update();
        return id;
    }

    void move(UUID id, State state) {
        jdbc.sql("update grade_rules set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void ask(UUID id, LocalDate fromDay) {
        jdbc.sql("update grade_rules set state = 'ASKED', from_day = :from where id = :id")
                .param("from", fromDay)
                .param("id", id)
                .update();
    }

    /** By which request it is asked for, unless that was decided at once. */
    void waitFor(UUID id, UUID request) {
        jdbc.sql("update grade_rules set request_id = :request where id = :id and state = 'ASKED'")
                .param("request", request)
                .param("id", id)
                .update();
    }

    void adopt(UUID id, LocalDate fromDay, UUID request, UUID by) {
        jdbc.sql(
                        """
                        update grade_rules set state = 'ADOPTED', from_day = :from, request_id = :request,
                            adopted_by = :by, adopted_at = :now where id = :id
                        """)
                .param("from", fromDay)
                .param("request", request)
                .param("by", by)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Row row(ResultSet row, int n) throws SQLException {
        OffsetDateTime adopted = row.getObject("adopted_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("content"), GradeRules.class),
                row.getString("note"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("request_id", UUID.class),
                row.getObject("adopted_by", UUID.class),
                adopted == null ? null : adopted.toInstant());
    }
}
