package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.access.RightsRequests.Filed;
import org.kedang.access.RightsRequests.Held;
import org.kedang.access.RightsRequests.Subject;
import org.kedang.access.RightsWish.ClearanceWish;
import org.kedang.access.RightsWish.EndWish;
import org.kedang.access.RightsWish.FieldRuleWish;
import org.kedang.access.RightsWish.PostWish;
import org.kedang.access.RightsWish.RoleDefinitionWish;
import org.kedang.access.RightsWish.RoleWish;
import org.kedang.access.RightsWish.WishedRule;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.identity.DefiningRoles;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.identity.IdentityProblem;
import org.kedang.identity.Posts;
import org.kedang.identity.RoleDraft;
import org.kedang.identity.RoleGrant;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.SettingFieldRules;
import org.kedang.identity.SettingFieldRules.FieldRule;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asking for rights and deciding. What is not high takes effect at once; what is high does nothing
 * until a second person approves, and then every rule is checked again as if it were asked now.
 */
@Service
public class RequestingRights {
    private final RightsRequests requests;
    private final Granting granting;
    private final DefiningRoles defining;
    private final Posts posts;
    private final SettingFieldRules fieldRules;
    private final Accounts accounts;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    RequestingRights(
            RightsRequests requests,
            Granting granting,
            DefiningRoles defining,
            Posts posts,
            SettingFieldRules fieldRules,
            Accounts accounts,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.granting = granting;
        this.defining = defining;
        this.posts = posts;
        this.fieldRules = fieldRules;
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Files a request; it takes effect at once unless it is high.
     *
     * @throws Problem {@code own-grant}, {@code not-administered}, {@code two-offices}, {@code
     *     already-requested}, {@code invalid-input} and what the kind of request may refuse
     */
    @Transactional
    public UUID request(Actor by, RightsWish wish, String reason) {
        boolean high = needsSecondPerson(by, wish);
        Filed filed =
                new Filed(
                        Ids.next(),
                        kind(wish),
                        high,
                        subject(wish),
                        wish,
                        before(wish),
                        reason.strip());
        if (!high) {
            apply(by, wish, filed.before(), filed.reason(), null);
        }
        requests.add(filed, high ? RightsRequest.State.PENDING : RightsRequest.State.EFFECTIVE, by);
        record(by, AccessAct.REQUESTED, filed.id(), filed.subject().personId(), filed.reason());
        return filed.id();
    }

    /**
     * Approves a waiting request: it takes effect in this transaction or not at all.
     *
     * @throws Problem {@code request-already-decided}, {@code own-request}, {@code not-found}, and
     *     what the rules say now
     */
    @Transactional
    public void approve(Actor by, UUID id, @Nullable String note) {
        Held held = undecided(by, id);
        apply(requester(held), held.wish(), held.before(), held.reason(), by.id());
        requests.settle(id, RightsRequest.State.EFFECTIVE, by.id(), note);
        record(by, AccessAct.APPROVED, id, held.personId(), note);
    }

    /**
     * Rejects a waiting request.
     *
     * @throws Problem {@code request-already-decided}, {@code own-request}, {@code not-found}
     */
    @Transactional
    public void reject(Actor by, UUID id, String reason) {
        Held held = undecided(by, id);
        requests.settle(id, RightsRequest.State.REJECTED, by.id(), reason);
        record(by, AccessAct.REJECTED, id, held.personId(), reason);
    }

    /**
     * Takes back one's own waiting request.
     *
     * @throws Problem {@code request-already-decided}, {@code not-found}
     */
    @Transactional
    public void withdraw(Actor by, UUID id) {
        Held held = requests.lock(id);
        if (!held.requestedBy().equals(by.id())) {
            throw Problem.notFound();
        }
        requireWaiting(held);
        requests.settle(id, RightsRequest.State.WITHDRAWN, by.id(), null);
        record(by, AccessAct.WITHDRAWN, id, held.personId(), null);
    }

    private Held undecided(Actor by, UUID id) {
        Held held = requests.lock(id);
        requireWaiting(held);
        if (by.id().equals(held.requestedBy()) || by.id().equals(held.personId())) {
            throw Problem.of(AccessProblem.OWN_REQUEST);
        }
        return held;
    }

    private static void requireWaiting(Held held) {
        if (held.state() != RightsRequest.State.PENDING) {
            throw Problem.of(AccessProblem.REQUEST_DECIDED);
        }
    }

    /** The requester with the rights of now, as far as they count from where the request came. */
    private Actor requester(Held held) {
        return accounts.find(held.requestedBy())
                .map(
                        (Account account) ->
                                account.actor(
                                        new Actor.Connection(held.requestedFrom(), null, null)))
                .orElseThrow(() -> Problem.of(IdentityProblem.NOT_ADMINISTERED));
    }

    private boolean needsSecondPerson(Actor by, RightsWish wish) {
        return switch (wish) {
            case RoleWish w -> {
                requireFuture(w.validUntil());
                yield granting.needsSecondPerson(by, granted(w, null));
            }
            case PostWish w -> posts.needsSecondPerson(by, post(w));
            case ClearanceWish w -> granting.needsSecondPerson(by, w.personId(), w.level());
            case EndWish ignored -> false;
            case RoleDefinitionWish w -> defining.needsSecondPerson(by, w.draft());
            case FieldRuleWish w -> fieldRules.needsSecondPerson(by, w.role(), rules(w));
        };
    }

    private void requireFuture(@Nullable LocalDate validUntil) {
        if (validUntil != null && validUntil.isBefore(Days.today(clock))) {
            throw Problem.invalid(
                    "wish.validUntil",
                    "out-of-range",
                    "有效期不能早于今天。",
                    "The last day cannot be in the past.");
        }
    }

    private void apply(
            Actor requester,
            RightsWish wish,
            @Nullable RightsWish before,
            String reason,
            @Nullable UUID approvedBy) {
        switch (wish) {
            case RoleWish w -> {
                requireFuture(w.validUntil());
                granting.grant(requester, granted(w, reason), approvedBy);
            }
            case PostWish w -> posts.assign(requester, post(w), approvedBy);
            case ClearanceWish w ->
                    granting.clear(requester, w.personId(), w.level(), reason, approvedBy);
            case EndWish w -> granting.end(requester, w.grantId(), reason);
            case FieldRuleWish w ->
                    fieldRules.set(requester, w.role(), rules(w), reason, approvedBy);
            case RoleDefinitionWish w ->
                    defining.define(requester, w.draft(), draft(before), reason, approvedBy);
        }
    }

    private static Granting.Wish granted(RoleWish w, @Nullable String reason) {
        return new Granting.Wish(
                w.personId(), w.role(), w.departmentId(), null, w.validUntil(), reason);
    }

    private static Posts.Wish post(PostWish w) {
        return new Posts.Wish(w.personId(), w.departmentId(), w.positionId(), w.main(), w.since());
    }

    private static List<FieldRule> rules(FieldRuleWish w) {
        return w.fields().stream().map(one -> new FieldRule(one.field(), one.access())).toList();
    }

    /** What now holds for the fields that the wish names. */
    private FieldRuleWish rulesNow(FieldRuleWish w) {
        Set<SensitiveField> named =
                w.fields().stream().map(WishedRule::field).collect(Collectors.toSet());
        return new FieldRuleWish(
                w.role(),
                fieldRules.rulesOf(w.role()).stream()
                        .filter(rule -> named.contains(rule.field()))
                        .map(rule -> new WishedRule(rule.field(), rule.access()))
                        .toList());
    }

    private static @Nullable RoleDraft draft(@Nullable RightsWish before) {
        return before instanceof RoleDefinitionWish definition ? definition.draft() : null;
    }

    private static RightsRequest.Kind kind(RightsWish wish) {
        return switch (wish) {
            case RoleWish ignored -> RightsRequest.Kind.ROLE;
            case PostWish ignored -> RightsRequest.Kind.POST;
            case ClearanceWish ignored -> RightsRequest.Kind.CLEARANCE;
            case EndWish ignored -> RightsRequest.Kind.END;
            case RoleDefinitionWish ignored -> RightsRequest.Kind.ROLE_DEFINITION;
            case FieldRuleWish ignored -> RightsRequest.Kind.FIELD_RULE;
        };
    }

    private Subject subject(RightsWish wish) {
        return switch (wish) {
            case RoleWish w ->
                    new Subject(
                            w.personId(),
                            w.role(),
                            w.departmentId() == null
                                    ? directory.person(w.personId()).departmentId()
                                    : w.departmentId());
            case PostWish w -> new Subject(w.personId(), null, w.departmentId());
            case ClearanceWish w -> new Subject(w.personId(), null, null);
            case EndWish w -> {
                RoleGrant grant = granting.getGrant(w.grantId());
                yield new Subject(grant.personId(), grant.role(), grant.departmentId());
            }
            case RoleDefinitionWish w -> new Subject(null, w.draft().code(), null);
            case FieldRuleWish w -> new Subject(null, w.role(), null);
        };
    }

    private @Nullable RightsWish before(RightsWish wish) {
        return switch (wish) {
            case ClearanceWish w ->
                    new ClearanceWish(w.personId(), granting.clearanceOf(w.personId()));
            case RoleDefinitionWish w ->
                    defining.find(w.draft().code()).map(RoleDefinitionWish::new).orElse(null);
            case FieldRuleWish w -> rulesNow(w);
            case RoleWish ignored -> null;
            case PostWish ignored -> null;
            case EndWish ignored -> null;
        };
    }

    private void record(
            Actor by, AccessAct act, UUID id, @Nullable UUID person, @Nullable String reason) {
        Entry entry =
                Entry.of(by, act)
                        .subject("rightsRequest", id, directory.personName(person))
                        .reason(reason);
        audit.record(person == null ? entry : entry.within(person));
    }
}
