package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.storage.ContentId;
import org.kedang.storage.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Files of requests, as rows. */
@Repository
class RequestFiles {
    /** A file with what serving and removing it needs. */
    record Held(RequestFile file, @Nullable UUID request, ContentId content, KeyId key) {}

    /** Whom a file concerns: those whom the request concerns, and its owner before there is one. */
    private static final String VISIBLE =
            """
            (f.request_id is null and f.uploaded_by = :me
                or f.request_id is not null and (
                    :oversees
                    or exists (select 1 from approval_request r where r.id = f.request_id and r.requester_id = :me)
                    or exists (select 1 from approval_task t where t.request_id = f.request_id
                                   and (t.person_id in (:people) or t.decided_by = :me))
                    or exists (select 1 from approval_copy c where c.request_id = f.request_id and c.person_id = :me)))
            """;

    private final JdbcClient jdbc;
    private final Deputies deputies;

    RequestFiles(JdbcClient jdbc, Deputies deputies) {
        this.jdbc = jdbc;
        this.deputies = deputies;
    }

    void add(Held held, String type, UUID by) {
        RequestFile file = held.file();
        jdbc.sql(
                        """
                        insert into approval_file (id, request_id, type, field, content_id, key_id, name, size, sha256, mime,
                            uploaded_by, uploaded_at)
                        values (:id, null, :type, :field, :content, :key, :name, :size, :sha256, :mime, :by, :at)
                        """)
                .param("id", file.id())
                .param("type", type)
                .param("field", file.field())
                .param("content", held.content().value())
                .param("key", held.key().value())
                .param("name", file.name())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("mime", file.mime())
                .param("by", by)
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The file, if it concerns the person. */
    Optional<Held> find(Actor by, UUID id) {
        Set<UUID> people = new HashSet<>(deputies.standInFor(by.id()));
        people.add(by.id());
        return jdbc.sql("select f.* from approval_file f where f.id = :id and " + VISIBLE)
                .param("id", id)
                .param("me", by.id())
                .param("people", people)
                .param("oversees", by.may(Permission.APPROVAL_OVERSEE))
                .query((row, n) -> held(row))
                .optional();
    }

    /** All that were ever attached to the request, by age. */
    List<RequestFile> ofRequest(UUID request) {
        return jdbc.sql(
                        "select * from approval_file where request_id = :id order by uploaded_at,"
                                + " id")
                .param("id", request)
                .query((row, n) -> file(row))
                .list();
    }

    /** Somebody's file of a form still being typed; nobody else can take it meanwhile. */
    Optional<Held> lockWaiting(UUID id, UUID owner) {
        return jdbc.sql(
                        "select * from approval_file where id = :id and uploaded_by = :owner and"
                                + " request_id is null for update")
                .param("id", id)
                .param("owner", owner)
                .query((row, n) -> held(row))
                .optional();
    }

    /**
     * Gives the owner's files of that field to the request, those that are its own already
     * included.
     *
     * @return how many of them are the request's now
     */
    int attach(Request request, String field, List<UUID> files) {
        return jdbc.sql(
                        """
                        update approval_file set request_id = :request
                        where id in (:files) and type = :type and field = :field and uploaded_by = :owner
                            and (request_id is null or request_id = :request)
                        """)
                .param("request", request.id())
                .param("files", files)
                .param("type", request.type())
                .param("field", field)
                .param("owner", request.requester())
                .update();
    }

    int countWaiting(UUID owner) {
        return jdbc.sql(
                        "select count(*) from approval_file where uploaded_by = :owner and"
                                + " request_id is null")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** Files that no request took, the oldest first; others at the same work pass them by. */
    List<Held> lockAbandoned(Instant before, int most) {
        return jdbc.sql(
                        "select * from approval_file where request_id is null and uploaded_at <"
                            + " :before order by uploaded_at limit :most for update skip locked")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> held(row))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from approval_file where id = :id").param("id", id).update();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                file(row),
                row.getObject("request_id", UUID.class),
                new ContentId(row.getObject("content_id", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)));
    }

    private static RequestFile file(ResultSet row) throws SQLException {
        return new RequestFile(
                row.getObject("id", UUID.class),
                row.getString("field"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("mime"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
