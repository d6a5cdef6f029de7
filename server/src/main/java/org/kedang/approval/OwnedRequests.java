package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.identity.Directory;
import org.kedang.identity.OwnedRows;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/**
 * What a person asked for and nobody has settled. Who asked stays who asked, and it goes on;
 * whoever takes over sees it and hears of it.
 */
@Component
class OwnedRequests extends OwnedRows {
    private static final String HELD =
            "from approval_request where requester_id = :person and state in ('OPEN', 'RETURNED')";

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Copies copies;
    private final TellingOfRequests telling;
    private final Directory directory;
    private final Audit audit;

    OwnedRequests(
            JdbcClient jdbc,
            Requests requests,
            Copies copies,
            TellingOfRequests telling,
            Directory directory,
            Audit audit) {
        super(jdbc, HELD, "id, number, '/approvals/' || id", "id");
        this.jdbc = jdbc;
        this.requests = requests;
        this.copies = copies;
        this.telling = telling;
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return "requests";
    }

    @Override
    public boolean isContent() {
        return false;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        List<UUID> all =
                jdbc.sql("select id " + HELD + " order by id")
                        .param("person", from)
                        .query(UUID.class)
                        .list();
        for (UUID id : all) {
            Request request = requests.lock(id);
            if (copies.add(by, id, to)) {
                audit.record(
                        Moving.about(by, ApprovalAct.COPIED, request)
                                .reason(reason)
                                .change("copy", null, directory.personName(to)));
                telling.copied(request, to);
            }
        }
    }
}
