package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * 调岗交接: nobody changes to another department before it was decided, kind by kind, who takes over
 * what he holds, or that he keeps it.
 */
@Service
public class MovingPeople {
    /** How long a decision to keep something counts. */
    private static final Duration COUNTS = Duration.ofDays(60);

    /**
     * What becomes of one kind.
     *
     * @param taker {@code null} if the person keeps it
     */
    public record Share(String kind, @Nullable UUID taker) {}

    private final People people;
    private final ObjectProvider<OwnedThings> things;
    private final Takers takers;
    private final Directory directory;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    MovingPeople(
            People people,
            ObjectProvider<OwnedThings> things,
            Takers takers,
            Directory directory,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.things = things;
        this.takers = takers;
        this.directory = directory;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Hands over or keeps what the person holds, before he changes to the department. Kinds of
     * which he holds nothing are left out.
     *
     * @throws Problem {@code not-found}, {@code own-grant}, {@code taker-unfit}
     */
    @Transactional
    public void settle(Actor by, UUID id, UUID department, List<Share> shares, String reason) {
        if (by.id().equals(id)) {
            throw Problem.of(IdentityProblem.OWN_GRANT);
        }
        Person person =
                people.lockById(id).filter(one -> !one.hasLeft()).orElseThrow(Problem::notFound);
        Entry entry =
                Entry.of(by, IdentityAct.MOVE_SETTLED)
                        .subject("person", id, person.name())
                        .reason(reason)
                        .change("department", null, directory.department(department).name());
        for (Share share : shares) {
            settle(by, id, department, share, reason, entry);
        }
        audit.record(entry);
    }

    private void settle(
            Actor by, UUID person, UUID department, Share share, String reason, Entry entry) {
        OwnedThings kind =
                things.stream()
                        .filter(one -> one.kind().equals(share.kind()))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        long held = kind.countOwnedBy(person);
        if (held == 0) {
            return;
        }
        UUID taker = share.taker();
        if (taker != null) {
            takers.getFit(person, taker, kind.isContent());
            kind.handOver(by, person, taker, reason);
        }
        keep(by, person, department, share, held, reason);
        entry.change(share.kind(), held, taker == null ? "继续持有" : directory.personName(taker));
    }

    private void keep(
            Actor by, UUID person, UUID department, Share share, long held, String reason) {
        jdbc.sql(
                        """
                        insert into move_clearance (id, person_id, department_id, kind, held, taker_id, reason, decided_by,
                            decided_at)
                        values (:id, :person, :department, :kind, :held, :taker, :reason, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("department", department)
                .param("kind", share.kind())
                .param("held", held)
                .param("taker", share.taker())
                .param("reason", reason)
                .param("by", by.id())
                .param("now", at())
                .update();
    }

    /**
     * Passes whoever stays in his department, holds nothing, or whose things were all decided on
     * for this one.
     *
     * @throws Problem {@code move-unsettled} with what is left, by kind
     */
    void requireSettled(UUID person, UUID from, UUID to) {
        Map<String, Long> left = from.equals(to) ? Map.of() : unsettled(person, to);
        if (!left.isEmpty()) {
            throw Problem.of(
                            IdentityProblem.MOVE_UNSETTLED,
                            left.values().stream().mapToLong(Long::longValue).sum(),
                            directory.personName(person))
                    .with("owned", left);
        }
    }

    /** What the person holds of which it was not decided that he keeps it there, by kind. */
    Map<String, Long> unsettled(UUID person, UUID department) {
        Set<String> kept = kept(person, department);
        Map<String, Long> left = new TreeMap<>();
        things.stream()
                .filter(one -> !kept.contains(one.kind()))
                .forEach(
                        one -> {
                            long held = one.countOwnedBy(person);
                            if (held > 0) {
                                left.put(one.kind(), held);
                            }
                        });
        return left;
    }

    private Set<String> kept(UUID person, UUID department) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select kind from move_clearance where person_id = :person and department_id = :department
                                    and taker_id is null and decided_at > :since
                                """)
                        .param("person", person)
                        .param("department", department)
                        .param("since", at().minus(COUNTS))
                        .query(String.class)
                        .list());
    }

    private OffsetDateTime at() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
