package org.kedang.oversight;

import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Findings and what was said of them, as rows that are added and never changed. */
@Repository
public class AuditFindings {
    private static final TypeReference<List<EventRef>> EVENTS = new TypeReference<>() {};
    private static final TypeReference<List<StepRow>> STEPS = new TypeReference<>() {};

    private static final String FINDING =
            """
            select f.*, r.first_day, r.last_day,
              (select coalesce(jsonb_agg(jsonb_build_object('step', t.step, 'words', t.words, 'by', t.by_person,
                 'at', t.at) order by t.at, t.id), '[]') from audit_finding_step t where t.finding_id = f.id) as steps
            from audit_finding f join audit_round r on r.id = f.round_id
            """;

    private record StepRow(AuditFinding.StepKind step, String words, UUID by, OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final Directory directory;
    private final ObjectMapper json;
    private final Clock clock;

    AuditFindings(JdbcClient jdbc, Directory directory, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.json = json;
        this.clock = clock;
    }

    List<AuditFinding> listOf(Actor reader, UUID round) {
        return jdbc.sql(FINDING + " where f.round_id = :round order by f.number")
                .param("round", round)
                .query((row, n) -> finding(row, reader))
                .list();
    }

    /** Those the reader must answer or has answered, newest first. */
    public List<AuditFinding> listMine(Actor reader) {
        return jdbc.sql(
                        FINDING
                                + " where f.responsible_id = :me order by f.written_at desc limit"
                                + " 500")
                .param("me", reader.id())
                .query((row, n) -> finding(row, reader))
                .list();
    }

    /** The finding, with nobody else writing of it until the transaction ends. */
    AuditFinding lock(Actor reader, UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 7426))")
                .param("id", id.toString())
                .query()
                .singleRow();
        return jdbc.sql(FINDING + " where f.id = :id")
                .param("id", id)
                .query((row, n) -> finding(row, reader))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    void add(UUID id, UUID round, NewFinding finding, UUID by, Instant at) {
        jdbc.sql(
                        """
                        insert into audit_finding (id, round_id, number, severity, finding, events, responsible_id, due_on,
                            written_by, written_at)
                        values (:id, :round, (select count(*) + 1 from audit_finding where round_id = :round), :severity,
                            :finding, :events::jsonb, :responsible, :due, :by, :at)
                        """)
                .param("id", id)
                .param("round", round)
                .param("severity", finding.severity().name())
                .param("finding", finding.finding())
                .param("events", json.writeValueAsString(finding.events()))
                .param("responsible", finding.responsible())
                .param("due", finding.dueOn())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addStep(UUID id, UUID finding, AuditFinding.StepKind step, String words, UUID by) {
        jdbc.sql(
                        """
                        insert into audit_finding_step (id, finding_id, step, words, by_person, at)
                        values (:id, :finding, :step, :words, :by, :at)
                        """)
                .param("id", id)
                .param("finding", finding)
                .param("step", step.name())
                .param("words", words)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private AuditFinding finding(ResultSet row, Actor reader) throws SQLException {
        UUID responsible = row.getObject("responsible_id", UUID.class);
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        List<AuditFinding.Step> steps =
                json.readValue(row.getString("steps"), STEPS).stream().map(this::step).toList();
        AuditFinding.State state = AuditFinding.stateAfter(steps);
        return new AuditFinding(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("number"),
                AuditFinding.Severity.valueOf(row.getString("severity")),
                row.getString("finding"),
                json.readValue(row.getString("events"), EVENTS),
                responsible,
                directory.personName(responsible),
                dueOn,
                directory.personName(row.getObject("written_by", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                state,
                state != AuditFinding.State.CLOSED && dueOn.isBefore(Span.today(clock)),
                responsible.equals(reader.id()),
                steps);
    }

    private AuditFinding.Step step(StepRow row) {
        return new AuditFinding.Step(
                row.step(), row.words(), directory.personName(row.by()), row.at().toInstant());
    }
}
