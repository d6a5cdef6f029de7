package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.FormValues;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests as rows. */
@Repository
class Requests {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<UUID>>> CHOSEN = new TypeReference<>() {};
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Requests(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A number that no other request has. */
    String nextNumber(int year) {
        long next = jdbc.sql("select nextval('approval_number')").query(Long.class).single();
        return "SQ%d-%06d".formatted(year, next);
    }

    void add(Request request) {
        bound(
                        request,
                        """
                        insert into approval_request (id, number, type, form_version, process_id, state, title, fields, chosen,
                            changes, reason, subject_type, subject_id, subject_person, subject_department, requester_id,
                            department_id, requested_from, submitted_at, instance_id)
                        values (:id, :number, :type, :formVersion, :process, :state, :title, :fields::jsonb, :chosen::jsonb,
                            :changes::jsonb, :reason, :subjectType, :subjectId, :subjectPerson, :subjectDepartment, :requester,
                            :department, :from, :submittedAt, :instance)
                        """)
                .update();
    }

    /** Writes what a requester may mend, and where it stands. */
    void rewrite(Request request) {
        bound(
                        request,
                        """
                        update approval_request set form_version = :formVersion, state = :state, title = :title,
                            fields = :fields::jsonb, chosen = :chosen::jsonb, changes = :changes::jsonb, reason = :reason,
                            subject_type = :subjectType, subject_id = :subjectId, subject_person = :subjectPerson,
                            subject_department = :subjectDepartment, requested_from = :from, submitted_at = :submittedAt,
                            instance_id = :instance
                        where id = :id
                        """)
                .update();
    }

    private JdbcClient.StatementSpec bound(Request request, String sql) {
        Subject subject = request.subject();
        return jdbc.sql(sql)
                .param("id", request.id())
                .param("number", request.number())
                .param("type", request.type())
                .param("formVersion", request.formVersion())
                .param("process", request.process())
                .param("state", request.state().name())
                .param("title", request.title())
                .param("fields", json.writeValueAsString(request.fields().all()))
                .param("chosen", json.writeValueAsString(request.chosen()))
                .param("changes", json.writeValueAsString(request.changes()))
                .param("reason", request.reason())
                .param("subjectType", subject == null ? null : subject.type())
                .param("subjectId", subject == null ? null : subject.id())
                .param("subjectPerson", subject == null ? null : subject.person())
                .param("subjectDepartment", subject == null ? null : subject.department())
                .param("requester", request.requester())
                .param("department", request.department())
                .param("from", request.requestedFrom())
                .param("submittedAt", request.submittedAt().atOffset(ZoneOffset.UTC))
                .param("instance", request.instance());
    }

    /** The engine has it elsewhere now. */
    void move(UUID id, String instance) {
        jdbc.sql("update approval_request set instance_id = :instance where id = :id")
                .param("id", id)
                .param("instance", instance)
                .update();
    }

    void giveBack(UUID id) {
        jdbc.sql(
                        "update approval_request set state = 'RETURNED', instance_id = null where"
                                + " id = :id")
                .param("id", id)
                .update();
    }

    void close(UUID id, Outcome outcome, Instant at) {
        jdbc.sql(
                        "update approval_request set state = :state, closed_at = :at, instance_id ="
                                + " null where id = :id")
                .param("id", id)
                .param("state", outcome.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The request, which nobody else can decide until this transaction ends. */
    Request lock(UUID id) {
        return find(id, " for update").orElseThrow(Problem::notFound);
    }

    /** The same for the request that a task belongs to. */
    Request lockOfTask(UUID task) {
        return jdbc.sql(
                        "select * from approval_request where id = (select request_id from"
                                + " approval_task where id = :task) for update")
                .param("task", task)
                .query((row, n) -> request(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** The same for what one submitted oneself; for others it is not there. */
    Request lockOwn(Actor by, UUID id) {
        Request request = lock(id);
        if (!request.requester().equals(by.id())) {
            throw Problem.notFound();
        }
        return request;
    }

    Optional<Request> find(UUID id) {
        return find(id, "");
    }

    private Optional<Request> find(UUID id, String locking) {
        return jdbc.sql("select * from approval_request where id = :id" + locking)
                .param("id", id)
                .query((row, n) -> request(row))
                .optional();
    }

    private Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("type"),
                row.getInt("form_version"),
                row.getObject("process_id", UUID.class),
                RequestState.valueOf(row.getString("state")),
                row.getString("title"),
                new FormValues(json.readValue(row.getString("fields"), FIELDS)),
                json.readValue(row.getString("chosen"), CHOSEN),
                json.readValue(row.getString("changes"), CHANGES),
                row.getString("reason"),
                subject(row),
                row.getObject("requester_id", UUID.class),
                row.getObject("department_id", UUID.class),
                row.getString("requested_from"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                row.getString("instance_id"));
    }

    private static @Nullable Subject subject(ResultSet row) throws SQLException {
        String type = row.getString("subject_type");
        return type == null
                ? null
                : new Subject(
                        type,
                        row.getObject("subject_id", UUID.class),
                        "",
                        row.getObject("subject_person", UUID.class),
                        row.getObject("subject_department", UUID.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
