package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of processes that people make: each saving is a version that never changes. */
@Repository
class ProcessVersions {
    /** What stands in a row. */
    record Row(
            UUID id,
            int version,
            String bpmn,
            String state,
            @Nullable String note,
            UUID madeBy,
            OffsetDateTime madeAt,
            @Nullable UUID activatedBy,
            @Nullable OffsetDateTime activatedAt) {}

    private static final String COLUMNS =
            "select id, version, bpmn, state, note, made_by, made_at, activated_by, activated_at"
                    + " from approval_process ";

    private final JdbcClient jdbc;
    private final Engine engine;
    private final Clock clock;

    ProcessVersions(JdbcClient jdbc, Engine engine, Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.clock = clock;
    }

    /** The newest first. */
    List<Row> list(String type) {
        return jdbc.sql(COLUMNS + "where type = :type order by version desc limit 200")
                .param("type", type)
                .query(Row.class)
                .list();
    }

    Optional<Row> find(String type, int version) {
        return jdbc.sql(COLUMNS + "where type = :type and version = :version")
                .param("type", type)
                .param("version", version)
                .query(Row.class)
                .optional();
    }

    Row get(String type, int version) {
        return find(type, version).orElseThrow(Problem::notFound);
    }

    /** How many requests run by a version of the type. */
    long countRunning(String type) {
        return jdbc.sql(
                        """
                        select count(*) from approval_process p join act_ru_execution e
                            on e.proc_def_id_ = p.definition_id and e.parent_id_ is null
                        where p.type = :type
                        """)
                .param("type", type)
                .query(Long.class)
                .single();
    }

    /** One after the other for a type: numbers have no gap, and one draft waits at most. */
    void lock(String type) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:type, 7427))")
                .param("type", type)
                .query()
                .singleRow();
    }

    /** Keeps a new draft; an older one gives way to it. */
    int add(String type, String bpmn, String note, UUID by) {
        discard(type);
        int version =
                jdbc.sql(
                                "select coalesce(max(version), 0) + 1 from approval_process where"
                                        + " type = :type")
                        .param("type", type)
                        .query(Integer.class)
                        .single();
        jdbc.sql(
                        """
                        insert into approval_process (id, type, version, bpmn, state, note, made_by, made_at)
                        values (:id, :type, :version, :bpmn, 'DRAFT', :note, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("type", type)
                .param("version", version)
                .param("bpmn", bpmn)
                .param("note", note)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return version;
    }

    int discard(String type) {
        return jdbc.sql(
                        "update approval_process set state = 'DISCARDED' where type = :type and"
                                + " state = 'DRAFT'")
                .param("type", type)
                .update();
    }

    /** The draft comes into force; what ran by another version runs on by it. */
    void activate(String type, Row draft, UUID by) {
        jdbc.sql(
                        "update approval_process set state = 'RETIRED' where type = :type and state"
                                + " = 'ACTIVE'")
                .param("type", type)
                .update();
        jdbc.sql(
                        """
                        update approval_process set state = 'ACTIVE', activated_by = :by, activated_at = :now,
                            definition_id = :definition where id = :id
                        """)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("definition", engine.deploy(type, draft.bpmn()))
                .param("id", draft.id())
                .update();
    }
}
