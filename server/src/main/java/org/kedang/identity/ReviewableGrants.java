package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an access review goes through: every grant that has not ended. Confirming, ending and
 * suspending here is the outcome of a review; the caller answers for who may review what.
 */
@Service
public class ReviewableGrants {
    /** Which of the two kinds of grant. */
    public enum Kind {
        ROLE,
        EXPLICIT
    }

    /** Names one grant. */
    public record Key(Kind kind, UUID id) {}

    /**
     * A grant as it is to be reviewed.
     *
     * @param personId who holds it; {@code null} if a whole department does
     * @param departmentId where it is held
     * @param office whether the holder has one of the separated offices
     */
    public record Reviewable(
            Key key,
            @Nullable UUID personId,
            UUID departmentId,
            @Nullable String role,
            boolean office,
            @Nullable Instant validUntil) {}

    /** Who reviews the grants of a person. */
    public record Reviewer(UUID personId, UUID reviewerId) {}

    private static final String ALL =
            """
            select 'ROLE' kind, g.id, g.person_id, g.department_id, g.role,
                   exists (select 1 from role_grant o where o.person_id = g.person_id and o.administrator and o.state <> 'ENDED') office,
                   (g.valid_until + 1)::timestamp at time zone 'Asia/Shanghai' valid_until
            from role_grant g join person p on p.id = g.person_id
            where g.state <> 'ENDED' and p.state = 'ACTIVE' and (g.valid_until is null or g.valid_until >= :today)
            union all
            select 'EXPLICIT', e.id, e.person_id, coalesce(e.department_id, p.department_id), null,
                   exists (select 1 from role_grant o where o.person_id = e.person_id and o.administrator and o.state <> 'ENDED'),
                   e.valid_until
            from explicit_grant e left join person p on p.id = e.person_id
            where e.ended_at is null and e.valid_until > :now and (p.id is null or p.state = 'ACTIVE')
            """;

    /** The head of the own department or of the nearest above, who is somebody else and can act. */
    private static final String REVIEWERS =
            """
            with recursive chain as (
                select p.id person_id, d.parent_id, d.head_id, 0 depth
                from person p join department d on d.id = p.department_id where p.state = 'ACTIVE'
                union all
                select c.person_id, d.parent_id, d.head_id, c.depth + 1
                from chain c join department d on d.id = c.parent_id where c.depth < 50)
            select distinct on (c.person_id) c.person_id, c.head_id reviewer_id
            from chain c join person h on h.id = c.head_id
            where h.state = 'ACTIVE' and c.head_id <> c.person_id
              and not exists (select 1 from role_grant o where o.person_id = c.head_id and o.administrator and o.state <> 'ENDED')
            order by c.person_id, c.depth
            """;

    private final JdbcClient jdbc;
    private final Granting granting;
    private final Grants grants;
    private final Roles roles;
    private final People people;
    private final Accounts accounts;
    private final Clock clock;

    ReviewableGrants(
            JdbcClient jdbc,
            Granting granting,
            Grants grants,
            Roles roles,
            People people,
            Accounts accounts,
            Clock clock) {
        this.jdbc = jdbc;
        this.granting = granting;
        this.grants = grants;
        this.roles = roles;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Every grant that has not ended, of people who can act. */
    public List<Reviewable> list() {
        return jdbc.sql(ALL)
                .param("now", now())
                .param("today", LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE))
                .query(
                        (row, n) ->
                                new Reviewable(
                                        new Key(
                                                Kind.valueOf(row.getString("kind")),
                                                row.getObject("id", UUID.class)),
                                        row.getObject("person_id", UUID.class),
                                        row.getObject("department_id", UUID.class),
                                        row.getString("role"),
                                        row.getBoolean("office"),
                                        instant(
                                                row.getObject(
                                                        "valid_until", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** For each person the head who reviews; people without one are missing. */
    public Map<UUID, UUID> reviewers() {
        return jdbc.sql(REVIEWERS).query(Reviewer.class).list().stream()
                .collect(Collectors.toMap(Reviewer::personId, Reviewer::reviewerId));
    }

    /** The grant stays, and counts again if it was suspended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Actor by, Key key, @Nullable String note) {
        switch (key.kind()) {
            case ROLE -> confirmRole(by, granting.getGrant(key.id()), note);
            case EXPLICIT -> touchExplicit("reviewed_at = :now, suspended_at = null", key.id(), by);
        }
    }

    private void confirmRole(Actor by, RoleGrant grant, @Nullable String note) {
        if (grant.state() == RoleGrant.State.ENDED) {
            throw Problem.notFound();
        }
        if (grant.state() == RoleGrant.State.SUSPENDED) {
            granting.resume(by, holder(grant), grant, note);
        }
        jdbc.sql("update role_grant set reviewed_at = :now where id = :id")
                .param("now", now())
                .param("id", grant.id())
                .update();
    }

    /**
     * The grant ends.
     *
     * @throws Problem {@code last-of-office}, {@code not-found} if it has ended already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(Actor by, Key key, @Nullable String note) {
        switch (key.kind()) {
            case ROLE -> {
                RoleGrant grant = granting.getGrant(key.id());
                granting.end(by, holder(grant), grant, note);
            }
            case EXPLICIT ->
                    touchExplicit(
                            "reviewed_at = :now, ended_at = :now, ended_by = :by", key.id(), by);
        }
    }

    /**
     * Suspends what nobody reviewed.
     *
     * @return whether it does not count any more: the last holder of an office goes on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean suspend(Key key, String note) {
        if (key.kind() == Kind.EXPLICIT) {
            touchExplicit("suspended_at = coalesce(suspended_at, :now)", key.id(), Actor.SYSTEM);
            return true;
        }
        RoleGrant grant = granting.getGrant(key.id());
        if (grant.state() != RoleGrant.State.EFFECTIVE) {
            return true;
        }
        boolean last =
                roles.find(grant.role()).map(Role::administrator).orElse(false)
                        && grants.lockHolders(grant.role()) <= 1;
        if (!last) {
            granting.suspend(Actor.SYSTEM, grant.id(), note);
        }
        return !last;
    }

    private Person holder(RoleGrant grant) {
        return people.findById(grant.personId()).orElseThrow(Problem::notFound);
    }

    private void touchExplicit(String change, UUID id, Actor by) {
        Optional<Optional<UUID>> touched =
                jdbc.sql(
                                "update explicit_grant set %s where id = :id and ended_at is null returning person_id"
                                        .formatted(change))
                        .param("now", now())
                        .param("by", by.id())
                        .param("id", id)
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                        .optional();
        touched.orElseThrow(Problem::notFound)
                .ifPresentOrElse(accounts::forget, accounts::forgetAll);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
