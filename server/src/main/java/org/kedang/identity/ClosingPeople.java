package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Closes accounts, once what the person owns has another owner. */
@Service
public class ClosingPeople {
    /** What a person owns and holds, counted by kind. */
    @Schema(name = "Holdings")
    public record Holdings(Map<String, Long> owned, long posts, long grants, long explicitGrants) {
        boolean ownsNothing() {
            return owned.values().stream().allMatch(count -> count == 0);
        }
    }

    private final People people;
    private final Posts posts;
    private final Granting granting;
    private final Accounts accounts;
    private final Takers takers;
    private final List<OwnedThings> things;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClosingPeople(
            People people,
            Posts posts,
            Granting granting,
            Accounts accounts,
            Takers takers,
            List<OwnedThings> things,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.posts = posts;
        this.granting = granting;
        this.accounts = accounts;
        this.takers = takers;
        this.things = things;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Holdings holdings(UUID id) {
        if (!people.existsById(id)) {
            throw Problem.notFound();
        }
        Map<String, Long> owned = new TreeMap<>();
        things.forEach(thing -> owned.put(thing.kind(), thing.countOwnedBy(id)));
        return new Holdings(
                owned,
                count("select count(*) from post where person_id = :id and state <> 'ENDED'", id),
                count(
                        "select count(*) from role_grant where person_id = :id and state <>"
                                + " 'ENDED'",
                        id),
                count(
                        "select count(*) from explicit_grant where person_id = :id and ended_at is"
                                + " null and valid_until > :now",
                        id));
    }

    /**
     * What the person owns of one kind, by number.
     *
     * @throws Problem {@code not-found} if there is no such person or kind
     */
    public List<OwnedThings.OwnedThing> listOwned(UUID id, String kind, int most) {
        if (!people.existsById(id)) {
            throw Problem.notFound();
        }
        return things.stream()
                .filter(thing -> thing.kind().equals(kind))
                .findFirst()
                .orElseThrow(Problem::notFound)
                .listOwnedBy(id, most);
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).param("now", now()).query(Long.class).single();
    }

    /**
     * Closes the account with all its sessions; posts, grants and what was opened singly end.
     *
     * @param handOverTo who owns from now on what the person owned
     * @throws Problem {@code things-owned} if there is something and nobody to take it, {@code
     *     taker-unfit}, {@code own-grant}, {@code last-of-office}
     */
    @Transactional
    public void close(Actor by, UUID id, @Nullable UUID handOverTo, @Nullable String reason) {
        if (by.id().equals(id)) {
            throw Problem.of(IdentityProblem.OWN_GRANT);
        }
        Person person =
                people.lockById(id).filter(p -> !p.hasLeft()).orElseThrow(Problem::notFound);
        String name = person.name();
        Entry entry =
                Entry.of(by, IdentityAct.PERSON_CLOSED).subject("person", id, name).reason(reason);
        person.unlock();
        people.flush();
        handOver(by, id, handOverTo, reason, entry);
        posts.endAllOf(by, id, "账号停用");
        granting.listOf(id).forEach(grant -> granting.endAlong(by, grant.id(), "账号停用"));
        endExplicitGrants(by, id);
        people.lockById(id).orElseThrow().close();
        people.flush();
        accounts.forget(id);
        audit.record(entry);
    }

    private void handOver(
            Actor by, UUID from, @Nullable UUID to, @Nullable String reason, Entry entry) {
        Holdings holdings = holdings(from);
        if (holdings.ownsNothing()) {
            return;
        }
        if (to == null) {
            throw Problem.of(
                            IdentityProblem.THINGS_OWNED,
                            holdings.owned().getOrDefault("customers", 0L),
                            holdings.owned().getOrDefault("dossiers", 0L),
                            others(holdings))
                    .with("owned", holdings.owned());
        }
        boolean content =
                things.stream()
                        .filter(OwnedThings::isContent)
                        .anyMatch(thing -> holdings.owned().getOrDefault(thing.kind(), 0L) > 0);
        Account taker = takers.getFit(from, to, content);
        things.forEach(thing -> thing.handOver(by, from, to, reason));
        entry.change("handedOverTo", null, taker.name());
        holdings.owned().forEach((kind, count) -> entry.change(kind, count, 0L));
    }

    private static long others(Holdings holdings) {
        return holdings.owned().entrySet().stream()
                .filter(one -> !List.of("customers", "dossiers").contains(one.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void endExplicitGrants(Actor by, UUID id) {
        jdbc.sql(
                        "update explicit_grant set ended_by = :by, ended_at = :now where person_id"
                                + " = :id and ended_at is null")
                .param("id", id)
                .param("by", by.id())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
