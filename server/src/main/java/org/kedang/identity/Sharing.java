package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.ExplicitGrants.ExplicitGrant;
import org.kedang.identity.Shareable.Kind;
import org.kedang.identity.Shareable.Thing;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 个别授权: opens one customer or dossier to a person or a department, up to an end. */
@Service
public class Sharing {
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * What is to be opened to whom; one of person and department is given.
     *
     * @param mayEdit whether it may also be changed, as far as the receiver's roles change anything
     */
    public record Wish(
            Kind kind,
            UUID thing,
            @Nullable UUID personId,
            @Nullable UUID departmentId,
            boolean mayEdit,
            Instant validUntil,
            String reason) {}

    /**
     * A running grant in words.
     *
     * @param title {@code null} if the reader may not see the thing itself
     * @param receiver name of the person or department
     */
    public record SharedThing(
            UUID id,
            Kind kind,
            UUID thing,
            @Nullable String title,
            @Nullable UUID personId,
            @Nullable UUID departmentId,
            String receiver,
            boolean mayEdit,
            Instant validUntil,
            String reason,
            String grantedByName,
            Instant grantedAt) {}

    private final ExplicitGrants grants;
    private final Map<Kind, Shareable> kinds;
    private final Granting granting;
    private final Accounts accounts;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Sharing(
            ExplicitGrants grants,
            List<Shareable> kinds,
            Granting granting,
            Accounts accounts,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.grants = grants;
        this.kinds = kinds.stream().collect(Collectors.toMap(Shareable::kind, Function.identity()));
        this.granting = granting;
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a thing; it closes by itself at the end. The receiver's clearance still counts.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     own-grant}, {@code office-reads-no-content}
     */
    @Transactional
    public UUID share(Actor by, Wish wish) {
        Thing thing = of(wish.kind()).requireMayShare(by, wish.thing());
        requireReceiver(by, wish);
        requireEnd(wish.validUntil());
        ExplicitGrant grant =
                new ExplicitGrant(
                        Ids.next(),
                        wish.personId(),
                        wish.departmentId(),
                        wish.kind() == Kind.CUSTOMER ? wish.thing() : null,
                        wish.kind() == Kind.DOSSIER ? wish.thing() : null,
                        wish.mayEdit(),
                        wish.validUntil(),
                        wish.reason().strip(),
                        by.id(),
                        clock.instant());
        grants.add(grant);
        accounts.forgetAll();
        audit.record(
                entry(by, IdentityAct.SHARED, grant.kind(), thing)
                        .change("receiver", null, receiver(grant))
                        .change("mayEdit", null, grant.mayEdit())
                        .change("validUntil", null, grant.validUntil())
                        .reason(grant.reason()));
        return grant.id();
    }

    private void requireReceiver(Actor by, Wish wish) {
        if ((wish.personId() == null) == (wish.departmentId() == null)
                || !grants.isOpen(wish.personId(), wish.departmentId())) {
            throw Problem.invalid(
                    "personId",
                    "invalid-choice",
                    "请选择一位在职人员或一个部门。",
                    "Pick one person or one department.");
        }
        if (by.id().equals(wish.personId())) {
            throw Problem.of(IdentityProblem.OWN_GRANT);
        }
        if (grants.isOffice(wish.personId())) {
            throw Problem.of(IdentityProblem.OFFICE_READS_NO_CONTENT);
        }
    }

    private void requireEnd(Instant end) {
        Instant now = clock.instant();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid(
                    "validUntil",
                    "invalid-end",
                    "截止时间须晚于现在，且不超过 366 天。",
                    "The end lies after now and within 366 days.");
        }
    }

    /**
     * Ends a grant before its time: by whoever may open the thing to others, or by the security
     * officer.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}
     */
    @Transactional
    public void end(Actor by, UUID id, @Nullable String reason) {
        ExplicitGrant grant = grants.findRunning(id).orElseThrow(Problem::notFound);
        Thing thing =
                granting.isOfficer(by)
                        ? new Thing(grant.thing(), "", grant.customerId())
                        : of(grant.kind()).requireMayShare(by, grant.thing());
        if (!grants.end(id, by.id(), reason)) {
            throw Problem.notFound();
        }
        accounts.forgetAll();
        audit.record(
                entry(by, IdentityAct.SHARE_ENDED, grant.kind(), thing)
                        .change("receiver", receiver(grant), null)
                        .reason(reason));
    }

    /** To whom the thing is open now, for who may open it to others. */
    public List<SharedThing> listOfThing(Actor actor, Kind kind, UUID thing) {
        of(kind).requireMayShare(actor, thing);
        return views(actor, grants.listOfThing(kind, thing));
    }

    /** What is open to the person now: for the person himself and for the security officer. */
    public List<SharedThing> listOfPerson(Actor actor, UUID person) {
        if (!actor.id().equals(person) && !granting.isOfficer(actor)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return views(actor, grants.listOfPerson(person));
    }

    private List<SharedThing> views(Actor actor, List<ExplicitGrant> some) {
        return some.stream().map(grant -> view(actor, grant)).toList();
    }

    private SharedThing view(Actor actor, ExplicitGrant grant) {
        return new SharedThing(
                grant.id(),
                grant.kind(),
                grant.thing(),
                of(grant.kind()).findTitle(actor, grant.thing()).orElse(null),
                grant.personId(),
                grant.departmentId(),
                receiver(grant),
                grant.mayEdit(),
                grant.validUntil(),
                grant.reason(),
                directory.personName(grant.grantedBy()),
                grant.grantedAt());
    }

    private String receiver(ExplicitGrant grant) {
        return grant.personId() == null
                ? directory.departmentName(grant.departmentId())
                : directory.personName(grant.personId());
    }

    private Shareable of(Kind kind) {
        return Objects.requireNonNull(kinds.get(kind), "Nobody shares " + kind);
    }

    private static Entry entry(Actor by, IdentityAct act, Kind kind, Thing thing) {
        return Entry.of(by, act)
                .subject(kind.name().toLowerCase(Locale.ROOT), thing.id(), thing.title())
                .customer(thing.customerId());
    }
}
