package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.identity.OwnedThings;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Who stands in for a person, and for whom she does. Trust in a person is not handed over: it ends,
 * and whoever named her names somebody else.
 */
@Component
class OwnedDeputies implements OwnedThings {
    private static final String HELD =
            " from approval_deputy where (person_id = :person or deputy_id = :person) and ended_at"
                    + " is null and last_day >= :today";

    private final JdbcClient jdbc;
    private final Deputies deputies;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    OwnedDeputies(
            JdbcClient jdbc, Deputies deputies, Directory directory, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.deputies = deputies;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "deputies";
    }

    @Override
    public boolean isContent() {
        return false;
    }

    @Override
    public long countOwnedBy(UUID person) {
        return jdbc.sql("select count(*)" + HELD)
                .param("person", person)
                .param("today", deputies.today())
                .query(Long.class)
                .single();
    }

    @Override
    public List<OwnedThing> listOwnedBy(UUID person, int most) {
        return jdbc.sql(
                        "select id, person_id, deputy_id, first_day, last_day"
                                + HELD
                                + " order by first_day, id limit :most")
                .param("person", person)
                .param("today", deputies.today())
                .param("most", most)
                .query(
                        (row, n) ->
                                new OwnedThing(
                                        row.getObject("id", UUID.class),
                                        "%s → %s %s – %s"
                                                .formatted(
                                                        directory.personName(
                                                                row.getObject(
                                                                        "person_id", UUID.class)),
                                                        directory.personName(
                                                                row.getObject(
                                                                        "deputy_id", UUID.class)),
                                                        row.getString("first_day"),
                                                        row.getString("last_day")),
                                        "/approvals/deputies"))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        int ended =
                jdbc.sql(
                                "update approval_deputy set ended_at = :now where (person_id ="
                                        + " :person or deputy_id = :person) and ended_at is null"
                                        + " and last_day >= :today")
                        .param("person", from)
                        .param("today", deputies.today())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (ended > 0) {
            audit.record(
                    Entry.of(by, ApprovalAct.DEPUTY_ENDED)
                            .subject("person", from, directory.personName(from))
                            .reason(reason)
                            .change("deputies", ended, 0));
        }
    }
}
