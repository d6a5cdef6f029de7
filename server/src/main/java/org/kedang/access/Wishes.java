package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.access.RightsRequests.Subject;
import org.kedang.access.RightsWish.ClearanceWish;
import org.kedang.access.RightsWish.EndWish;
import org.kedang.access.RightsWish.FieldRuleWish;
import org.kedang.access.RightsWish.PostWish;
import org.kedang.access.RightsWish.RoleDefinitionWish;
import org.kedang.access.RightsWish.RoleWish;
import org.kedang.access.RightsWish.WishedRule;
import org.kedang.identity.DefiningRoles;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.identity.Posts;
import org.kedang.identity.RoleDraft;
import org.kedang.identity.RoleGrant;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.SettingFieldRules;
import org.kedang.identity.SettingFieldRules.FieldRule;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What each kind of wish for rights means: whom it is about, what it changes, how it is done. */
@Component
class Wishes {
    private final Granting granting;
    private final DefiningRoles defining;
    private final Posts posts;
    private final SettingFieldRules fieldRules;
    private final Directory directory;
    private final Clock clock;

    Wishes(
            Granting granting,
            DefiningRoles defining,
            Posts posts,
            SettingFieldRules fieldRules,
            Directory directory,
            Clock clock) {
        this.granting = granting;
        this.defining = defining;
        this.posts = posts;
        this.fieldRules = fieldRules;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether somebody else must agree before it may take effect. */
    boolean needsSecondPerson(Actor by, RightsWish wish) {
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

    /**
     * Lets it take effect, by the rules of now.
     *
     * @param before what was in force when it was asked
     */
    void apply(
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

    static RightsRequest.Kind kind(RightsWish wish) {
        return switch (wish) {
            case RoleWish ignored -> RightsRequest.Kind.ROLE;
            case PostWish ignored -> RightsRequest.Kind.POST;
            case ClearanceWish ignored -> RightsRequest.Kind.CLEARANCE;
            case EndWish ignored -> RightsRequest.Kind.END;
            case RoleDefinitionWish ignored -> RightsRequest.Kind.ROLE_DEFINITION;
            case FieldRuleWish ignored -> RightsRequest.Kind.FIELD_RULE;
        };
    }

    /** Whom and what it is about. */
    Subject subject(RightsWish wish) {
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

    /** What is in force now, in the same form. */
    @Nullable RightsWish before(RightsWish wish) {
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
}
