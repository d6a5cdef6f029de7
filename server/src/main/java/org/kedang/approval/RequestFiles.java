package org.kedang.approval;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.storage.FormFile;
import org.kedang.storage.FormFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Files of requests, as rows. */
@Repository
class RequestFiles extends FormFiles {
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
        super(jdbc, "approval_file", "request_id");
        this.jdbc = jdbc;
        this.deputies = deputies;
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
    List<FormFile> ofRequest(UUID request) {
        return jdbc.sql(
                        "select * from approval_file where request_id = :id order by uploaded_at,"
                                + " id")
                .param("id", request)
                .query((row, n) -> held(row).file())
                .list();
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
}
