package org.kedang.approval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Versions of processes; what has been activated never changes. */
@Repository
class Processes {
    private static final int MOST_KNOWN = 1_000;

    private record Declared(String code, String name, ProcessTree tree) {}

    private record InForce(UUID id, boolean byPerson) {}

    private final JdbcClient jdbc;
    private final Engine engine;
    private final Clock clock;
    private final Map<String, ProcessTree> trees = new ConcurrentHashMap<>();

    /** What requests run by never changes, and an id is never given twice. */
    private final Recent<UUID, Process> versions =
            new Recent<>(Duration.ofDays(1), MOST_KNOWN, this::read);

    private final Cache<Declared, String> written =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

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
        String declared = written(type);
        Optional<Process> active = inForce(type.code(), declared);
        if (active.isPresent()) {
            return active.get();
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:type, 7427))")
                .param("type", type.code())
                .query()
                .singleRow();
        return inForce(type.code(), declared).orElseGet(() -> activate(type.code(), declared));
    }

    private String written(RequestType type) {
        return written.get(
                new Declared(type.code(), type.name().zh(), type.process()),
                one -> Bpmn.write(one.code(), one.name(), one.tree()));
    }

    /** The active version, unless what the module declares has taken its place meanwhile. */
    private Optional<Process> inForce(String type, String declared) {
        return active(type)
                .map(
                        one -> {
                            Process process = get(one.id());
                            return one.byPerson() || process.bpmn().equals(declared)
                                    ? process
                                    : null;
                        });
    }

    private Optional<InForce> active(String type) {
        return jdbc.sql(
                        "select id, made_by <> :system by_person from approval_process where type ="
                                + " :type and state = 'ACTIVE'")
                .param("type", type)
                .param("system", Actor.SYSTEM.id())
                .query(InForce.class)
                .optional();
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
        return active(type.code()).map(one -> tree(get(one.id()))).orElseGet(type::process);
    }

    Process get(UUID id) {
        return versions.get(id);
    }

    private Process read(UUID id) {
        return jdbc.sql(
                        "select id, type, version, bpmn, definition_id definition from"
                                + " approval_process where id = :id")
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
