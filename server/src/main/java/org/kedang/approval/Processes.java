package org.kedang.approval;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Versions of processes; what has been activated never changes. */
@Repository
class Processes {
    private static final String COLUMNS =
            "select id, type, version, bpmn, definition_id definition from approval_process ";

    private final JdbcClient jdbc;
    private final Engine engine;
    private final Clock clock;
    private final Map<String, ProcessTree> trees = new ConcurrentHashMap<>();

    Processes(JdbcClient jdbc, Engine engine, Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * The version that new requests run by. What the module declares comes into force by itself as
     * long as no person has made a version.
     */
    Process active(RequestType type) {
        String declared = Bpmn.write(type.code(), type.name().zh(), type.process());
        Optional<Process> active = find(type.code());
        if (active.filter(one -> isInForce(one, declared)).isPresent()) {
            return active.get();
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:type, 7427))")
                .param("type", type.code())
                .query()
                .singleRow();
        return find(type.code())
                .filter(one -> isInForce(one, declared))
                .orElseGet(() -> activate(type.code(), declared));
    }

    private boolean isInForce(Process active, String declared) {
        return active.bpmn().equals(declared) || isMadeByPerson(active.id());
    }

    private boolean isMadeByPerson(UUID id) {
        return jdbc.sql("select made_by <> :system from approval_process where id = :id")
                .param("id", id)
                .param("system", Actor.SYSTEM.id())
                .query(Boolean.class)
                .single();
    }

    private Process activate(String type, String bpmn) {
        jdbc.sql(
                        "update approval_process set state = 'RETIRED' where type = :type and state"
                                + " = 'ACTIVE'")
                .param("type", type)
                .update();
        int version =
                jdbc.sql(
                                "select coalesce(max(version), 0) + 1 from approval_process where"
                                        + " type = :type")
                        .param("type", type)
                        .query(Integer.class)
                        .single();
        Process process = new Process(Ids.next(), type, version, bpmn, engine.deploy(type, bpmn));
        jdbc.sql(
                        """
                        insert into approval_process (id, type, version, bpmn, state, made_by, made_at, activated_by,
                            activated_at, definition_id)
                        values (:id, :type, :version, :bpmn, 'ACTIVE', :system, :now, :system, :now, :definition)
                        """)
                .param("id", process.id())
                .param("type", type)
                .param("version", version)
                .param("bpmn", bpmn)
                .param("system", Actor.SYSTEM.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("definition", process.definition())
                .update();
        return process;
    }

    /** The process that new requests run by, or would. */
    ProcessTree current(RequestType type) {
        return find(type.code()).map(this::tree).orElseGet(type::process);
    }

    private Optional<Process> find(String type) {
        return jdbc.sql(COLUMNS + "where type = :type and state = 'ACTIVE'")
                .param("type", type)
                .query(Process.class)
                .optional();
    }

    Process get(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Process.class)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** The way it describes. */
    ProcessTree tree(Process process) {
        return trees.computeIfAbsent(process.bpmn(), Bpmn::read);
    }
}
