package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Gives and takes rights. Whoever calls, the rules hold: nobody grants to himself, nobody grants
 * what he does not administer, what is powerful needs a second person, and nobody holds an office
 * beside anything else (三员分立).
 */
@Service
public class Granting {
    /**
     * What is to be granted.
     *
     * @param departmentId where it is held; the person's own department if not given
     * @param postId the post it comes with
     * @param validUntil last day
     */
    public record Wish(
            UUID personId,
            String role,
            @Nullable UUID departmentId,
            @Nullable UUID postId,
            @Nullable LocalDate validUntil,
            @Nullable String reason) {}

    private final People people;
    private final Accounts accounts;
    private final Grants grants;
    private final Roles roles;
    private final Directory directory;
    private final Audit audit;

    Granting(
            People people,
            Accounts accounts,
            Grants grants,
            Roles roles,
            Directory directory,
            Audit audit) {
        this.people = people;
        this.accounts = accounts;
        this.grants = grants;
        this.roles = roles;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * Grants a role.
     *
     * @param approvedBy the second person, who must hold {@link Permission#GRANT_APPROVE}; needed
     *     if the role is high
     * @throws Problem {@code own-grant}, {@code not-administered}, {@code two-offices}, {@code
     *     second-person-needed}, {@code invalid-second-person}, {@code not-found}
     */
    @Transactional
    public UUID grant(Actor by, Wish wish, @Nullable UUID approvedBy) {
        check(by, wish, approvedBy);
        Person person = other(by, wish.personId());
        Role role = role(wish.role());
        UUID department = anchor(person, wish);
        UUID id = Ids.next();
        grants.add(
                new RoleGrant(
                        id,
                        person.id(),
                        role.code(),
                        department,
                        wish.postId(),
                        wish.validUntil(),
                        wish.reason(),
                        by.id(),
                        approvedBy,
                        RoleGrant.State.EFFECTIVE));
        accounts.forget(person.id());
        audit.record(
                about(by, IdentityAct.ROLE_GRANTED, person)
                        .change("role", null, role.zh())
                        .change("department", null, directory.departmentName(department))
                        .change("approvedBy", null, directory.personName(approvedBy))
                        .reason(wish.reason()));
        return id;
    }

    /** Refuses what {@link #grant} would refuse, and grants nothing. */
    void check(Actor by, Wish wish, @Nullable UUID approvedBy) {
        Person person = other(by, wish.personId());
        Role role = role(wish.role());
        require(by, person, role, anchor(person, wish));
        if (role.high()) {
            requireSecondPerson(by, person.id(), approvedBy);
        }
    }

    private static UUID anchor(Person person, Wish wish) {
        return wish.departmentId() == null ? person.departmentId() : wish.departmentId();
    }

    /** Refuses ({@code own-grant}, {@code not-administered}) who grants nothing to the person. */
    void requireReached(Actor by, UUID personId) {
        Person person = other(by, personId);
        requireClearing(by, person, SecrecyLevel.PUBLIC);
    }

    /**
     * Whether the grant needs a second person, after all other rules have been checked.
     *
     * @throws Problem as {@link #grant}, the second person excepted
     */
    public boolean needsSecondPerson(Actor by, Wish wish) {
        Person person = other(by, wish.personId());
        Role role = role(wish.role());
        require(by, person, role, anchor(person, wish));
        return role.high();
    }

    private void require(Actor by, Person person, Role role, UUID department) {
        directory.department(department);
        if (role.retired()) {
            throw unknownRole();
        }
        requireAdministered(by, person, role, department);
        requireOfficeAlone(person, role);
    }

    /**
     * Ends a grant for good.
     *
     * @throws Problem {@code own-grant}, {@code not-administered}, {@code last-of-office}, {@code
     *     not-found}
     */
    @Transactional
    public void end(Actor by, UUID id, @Nullable String reason) {
        RoleGrant grant = getGrant(id);
        Person person = other(by, grant.personId());
        requireAdministered(by, person, role(grant.role()), grant.departmentId());
        end(by, person, grant, reason);
    }

    /** Ends a grant along with the post or account it goes with, whose own rule says who may. */
    void endAlong(Actor by, UUID id, @Nullable String reason) {
        RoleGrant grant = getGrant(id);
        end(by, other(by, grant.personId()), grant, reason);
    }

    void end(Actor by, Person person, RoleGrant grant, @Nullable String reason) {
        requireNotLastOfOffice(grant);
        if (!grants.end(grant.id(), by.id(), reason)) {
            throw Problem.notFound();
        }
        changed(by, IdentityAct.GRANT_ENDED, person, grant, reason);
    }

    /**
     * The grant.
     *
     * @throws Problem {@code not-found}
     */
    public RoleGrant getGrant(UUID id) {
        return grants.find(id).orElseThrow(Problem::notFound);
    }

    /** The grant does not count until it is resumed. */
    @Transactional
    public void suspend(Actor by, UUID id, @Nullable String reason) {
        RoleGrant grant = getGrant(id);
        Person person = other(by, grant.personId());
        requireAdministered(by, person, role(grant.role()), grant.departmentId());
        requireNotLastOfOffice(grant);
        turn(id, RoleGrant.State.EFFECTIVE, RoleGrant.State.SUSPENDED);
        changed(by, IdentityAct.GRANT_SUSPENDED, person, grant, reason);
    }

    @Transactional
    public void resume(Actor by, UUID id, @Nullable String reason) {
        RoleGrant grant = getGrant(id);
        Person person = other(by, grant.personId());
        requireAdministered(by, person, role(grant.role()), grant.departmentId());
        resume(by, person, grant, reason);
    }

    void resume(Actor by, Person person, RoleGrant grant, @Nullable String reason) {
        turn(grant.id(), RoleGrant.State.SUSPENDED, RoleGrant.State.EFFECTIVE);
        changed(by, IdentityAct.GRANT_RESUMED, person, grant, reason);
    }

    private void turn(UUID id, RoleGrant.State from, RoleGrant.State to) {
        if (!grants.turn(id, from.name(), to.name())) {
            throw Problem.notFound();
        }
    }

    private void changed(
            Actor by, IdentityAct act, Person person, RoleGrant grant, @Nullable String reason) {
        accounts.forget(person.id());
        audit.record(
                about(by, act, person)
                        .change("role", grant.role(), null)
                        .change("department", directory.departmentName(grant.departmentId()), null)
                        .reason(reason));
    }

    /**
     * Sets the highest secrecy level a person may be shown; raising it above {@link
     * SecrecyLevel#INTERNAL} needs a second person.
     */
    @Transactional
    public void clear(
            Actor by,
            UUID personId,
            SecrecyLevel level,
            @Nullable String reason,
            @Nullable UUID approvedBy) {
        Person person = other(by, personId);
        SecrecyLevel before = person.clearance();
        if (before == level) {
            return;
        }
        requireClearing(by, person, level);
        if (needsSecondPerson(before, level)) {
            requireSecondPerson(by, person.id(), approvedBy);
        }
        person.clear(level);
        people.flush();
        accounts.forget(personId);
        audit.record(
                about(by, IdentityAct.CLEARANCE_CHANGED, person)
                        .change("clearance", before.zh(), level.zh())
                        .change("approvedBy", null, directory.personName(approvedBy))
                        .reason(reason));
    }

    /**
     * Whether this change of clearance needs a second person, after all other rules have been
     * checked.
     *
     * @throws Problem as {@link #clear}, the second person excepted
     */
    public boolean needsSecondPerson(Actor by, UUID personId, SecrecyLevel level) {
        Person person = other(by, personId);
        requireClearing(by, person, level);
        return needsSecondPerson(person.clearance(), level);
    }

    /** The highest level the person may be shown, whether or not an agreement opens it. */
    public SecrecyLevel clearanceOf(UUID personId) {
        return people.findById(personId).orElseThrow(Problem::notFound).clearance();
    }

    /** Whether a change of clearance from one level to the other needs a second person. */
    public static boolean needsSecondPerson(SecrecyLevel before, SecrecyLevel level) {
        return level.compareTo(before) > 0 && level.compareTo(SecrecyLevel.INTERNAL) > 0;
    }

    /** The day up to which a confidentiality agreement opens the secret levels to the person. */
    @Transactional
    public void openSecretLevels(Actor by, UUID personId, @Nullable LocalDate until) {
        Person person = people.lockById(personId).orElseThrow(Problem::notFound);
        if (Objects.equals(person.secretUntil(), until)) {
            return;
        }
        person.openSecretLevels(until);
        people.flush();
        accounts.forget(personId);
        audit.record(
                about(by, IdentityAct.SECRET_LEVELS_OPENED, person).change("until", null, until));
    }

    /** The grants of a person that have not ended. */
    public List<RoleGrant> listOf(UUID person) {
        return grants.listOf(person);
    }

    /** Whether the actor administers this role for somebody of this department. */
    public boolean isAdministered(Actor by, UUID person, Role role, UUID department) {
        if (by.equals(Actor.SYSTEM)) {
            return true;
        }
        return by.may(Permission.ROLE_GRANT)
                && accounts.find(by.id())
                        .map(a -> administers(a, by, person, role, department))
                        .orElse(false);
    }

    /**
     * The security officer administers everybody; who is delegated to grant reaches people and
     * departments of his own and gives no more than he has.
     */
    private boolean administers(
            Account account, Actor by, UUID person, Role role, UUID department) {
        if (isOfficeFor(account, by)) {
            return true;
        }
        Rights rights = account.rights(by.address());
        Visibility reach = rights.visibility(Permission.ROLE_GRANT);
        return !role.high()
                && !role.administrator()
                && rights.permissions().containsAll(role.permissions())
                && reach.includes(person, directory.person(person).departmentId())
                && isWithin(reach, role, department);
    }

    /** Whether the actor administers everybody's rights by his office. */
    public boolean isOfficer(Actor by) {
        return by.equals(Actor.SYSTEM)
                || (by.may(Permission.ROLE_GRANT)
                        && accounts.find(by.id()).map(a -> isOfficeFor(a, by)).orElse(false));
    }

    private static boolean isOfficeFor(Account account, Actor by) {
        return account.held().stream()
                .anyMatch(
                        held ->
                                held.administrator()
                                        && held.countsFrom(by.address())
                                        && held.permissions().contains(Permission.ROLE_GRANT));
    }

    private boolean isWithin(Visibility reach, Role role, UUID department) {
        if (reach.everything()) {
            return true;
        }
        Set<UUID> given =
                switch (role.scope()) {
                    case NONE, OWN, DEPARTMENT -> Set.of(department);
                    case DEPARTMENT_AND_BELOW -> directory.departmentsBelow(department);
                    case CHOSEN -> role.departments();
                    case ALL -> Set.of();
                };
        return role.scope() != Scope.ALL && reach.departments().containsAll(given);
    }

    private void requireAdministered(Actor by, Person person, Role role, UUID department) {
        if (!isAdministered(by, person.id(), role, department)) {
            throw Problem.of(IdentityProblem.NOT_ADMINISTERED);
        }
    }

    private void requireClearing(Actor by, Person person, SecrecyLevel level) {
        if (by.equals(Actor.SYSTEM)) {
            return;
        }
        Account account = accounts.find(by.id()).orElseThrow(Problem::notFound);
        boolean reaches =
                by.may(Permission.ROLE_GRANT)
                        && (isOfficeFor(account, by)
                                || (level.isWithin(account.clearance())
                                        && account.rights(by.address())
                                                .visibility(Permission.ROLE_GRANT)
                                                .includes(person.id(), person.departmentId())));
        if (!reaches) {
            throw Problem.of(IdentityProblem.NOT_ADMINISTERED);
        }
    }

    private void requireOfficeAlone(Person person, Role role) {
        boolean clash =
                grants.listOf(person.id()).stream()
                        .map(held -> role(held.role()))
                        .anyMatch(
                                held ->
                                        (held.administrator() || role.administrator())
                                                && !held.code().equals(role.code()));
        if (clash) {
            throw Problem.of(IdentityProblem.TWO_OFFICES);
        }
    }

    /**
     * Refuses what a second person did not approve.
     *
     * @param concerned whose rights it is about, who is no second person; {@code null} if nobody's
     */
    void requireSecondPerson(Actor by, @Nullable UUID concerned, @Nullable UUID approvedBy) {
        if (by.equals(Actor.SYSTEM)) {
            return;
        }
        if (approvedBy == null) {
            throw Problem.of(IdentityProblem.SECOND_PERSON_NEEDED);
        }
        boolean fit =
                !approvedBy.equals(by.id())
                        && !approvedBy.equals(concerned)
                        && accounts.find(approvedBy)
                                .filter(
                                        a ->
                                                a.everywhere()
                                                        .permissions()
                                                        .contains(Permission.GRANT_APPROVE))
                                .isPresent();
        if (!fit) {
            throw Problem.of(IdentityProblem.INVALID_SECOND_PERSON);
        }
    }

    /** An installation without a security officer could never grant again. */
    private void requireNotLastOfOffice(RoleGrant grant) {
        if (role(grant.role()).administrator() && grants.lockHolders(grant.role()) <= 1) {
            throw Problem.of(IdentityProblem.LAST_OF_OFFICE);
        }
    }

    private Role role(String code) {
        return roles.find(code).orElseThrow(Granting::unknownRole);
    }

    private static Problem unknownRole() {
        return Problem.invalid(
                "role",
                "invalid-choice",
                "没有这个角色，请从列表中选择。",
                "No such role; pick one from the list.");
    }

    private Person other(Actor by, UUID id) {
        if (by.id().equals(id)) {
            throw Problem.of(IdentityProblem.OWN_GRANT);
        }
        return people.findById(id).filter(p -> !p.isClosed()).orElseThrow(Problem::notFound);
    }

    private static Entry about(Actor by, IdentityAct act, Person person) {
        return Entry.of(by, act).subject("person", person.id(), person.name());
    }
}
