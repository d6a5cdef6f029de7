package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What a person opened to others and is still open. Who granted it stays who granted it; whoever
 * takes over answers for it from then on.
 */
@Component
class OwnedShares implements OwnedThings {
    private static final String HELD =
            " from explicit_grant where coalesce(kept_by, granted_by) = :person and ended_at is"
                    + " null and valid_until > :now";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    OwnedShares(JdbcClient jdbc, Directory directory, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "shares";
    }

    @Override
    public long countOwnedBy(UUID person) {
        return jdbc.sql("select count(*)" + HELD)
                .param("person", person)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    @Override
    public List<OwnedThing> listOwnedBy(UUID person, int most) {
        return jdbc.sql("select id, valid_until" + HELD + " order by valid_until, id limit :most")
                .param("person", person)
                .param("now", now())
                .param("most", most)
                .query(
                        (row, n) ->
                                new OwnedThing(
                                        row.getObject("id", UUID.class),
                                        row.getString("id").substring(24)
                                                + " – "
                                                + row.getObject("valid_until", OffsetDateTime.class)
                                                        .atZoneSameInstant(ChinaTime.ZONE)
                                                        .toLocalDate(),
                                        "/shares"))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        List<UUID> given =
                jdbc.sql(
                                """
                                update explicit_grant set kept_by = :to
                                where coalesce(kept_by, granted_by) = :person and ended_at is null and valid_until > :now
                                returning id
                                """)
                        .param("to", to)
                        .param("person", from)
                        .param("now", now())
                        .query(UUID.class)
                        .list();
        if (given.isEmpty()) {
            return;
        }
        audit.recordAll(
                given.stream()
                        .map(
                                id ->
                                        Entry.of(by, IdentityAct.SHARE_HANDED_OVER)
                                                .subject("share", id, null)
                                                .reason(reason)
                                                .change(
                                                        "answers",
                                                        directory.personName(from),
                                                        directory.personName(to)))
                        .toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
