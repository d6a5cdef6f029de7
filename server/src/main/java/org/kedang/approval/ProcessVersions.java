package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /**
     * @param active number of the version in force; 0 if there is none
     * @param brought whether that is the product's own
     * @param draft number of the version that waits to come into force
     * @param running requests that run by any version of the type
     */
    record Standing(
            String type, int active, boolean brought, @Nullable Integer draft, long running) {
        static Standing none(String type) {
            return new Standing(type, 0, true, null, 0);
        }
    }

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

    /** How it stands with the types of which there is a version, by type. */
    Map<String, Standing> standings() {
        return jdbc
                .sql(
                        """
                        select p.type, coalesce(max(p.version) filter (where p.state = 'ACTIVE'), 0) as active,
                            coalesce(bool_or(p.made_by = :product) filter (where p.state = 'ACTIVE'), true) as brought,
                            max(p.version) filter (where p.state = 'DRAFT') as draft, coalesce(sum(r.running), 0) as running
                        from approval_process p left join (
                            select proc_def_id_, count(*) running from act_ru_execution where parent_id_ is null group by 1) r
                            on r.proc_def_id_ = p.definition_id
                        group by p.type
                        """)
                .param("product", Actor.SYSTEM.id())
                .query(Standing.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::type, standing -> standing));
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
