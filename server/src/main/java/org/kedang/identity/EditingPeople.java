package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Who somebody is and where she belongs, and whether the account may be used. */
@Service
public class EditingPeople {
    /**
     * What is known of a person.
     *
     * @param mail an address to write to
     */
    public record Details(
            String name, UUID departmentId, Employment employment, @Nullable String mail) {}

    private final People people;
    private final Grants grants;
    private final MovingPeople moving;
    private final Accounts accounts;
    private final Directory directory;
    private final Audit audit;

    EditingPeople(
            People people,
            Grants grants,
            MovingPeople moving,
            Accounts accounts,
            Directory directory,
            Audit audit) {
        this.people = people;
        this.grants = grants;
        this.moving = moving;
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
    }

    public Details find(UUID id) {
        Person person = people.findById(id).orElseThrow(Problem::notFound);
        return new Details(
                person.name(), person.departmentId(), person.employment(), person.mail());
    }

    /**
     * Rewrites the details. Roles held at a department stay there: they follow the post, not this.
     *
     * @throws Problem {@code own-grant}, {@code not-found}, {@code move-unsettled}
     */
    @Transactional
    public void change(Actor by, UUID id, Details wanted) {
        Person person = other(by, id);
        String department = directory.department(wanted.departmentId()).name();
        Entry entry =
                about(by, IdentityAct.PERSON_CHANGED, person)
                        .change("name", person.name(), wanted.name())
                        .change("employment", person.employment(), wanted.employment())
                        .change("mail", person.mail(), wanted.mail())
                        .change(
                                "department",
                                directory.departmentName(person.departmentId()),
                                department);
        if (!entry.hasChanges()) {
            return;
        }
        moving.requireSettled(id, person.departmentId(), wanted.departmentId());
        person.describe(wanted.name(), wanted.employment(), wanted.mail());
        person.moveTo(wanted.departmentId());
        people.flush();
        accounts.forget(id);
        audit.record(entry);
    }

    /**
     * Shuts the person out at once, with all sessions, until somebody unlocks.
     *
     * @throws Problem {@code own-grant}, {@code last-of-office}
     */
    @Transactional
    public void lock(Actor by, UUID id) {
        Person person = other(by, id);
        requireNotLastOfOffice(id);
        person.lock();
        people.flush();
        accounts.forget(id);
        audit.record(about(by, IdentityAct.PERSON_LOCKED, person));
    }

    /** Lets a closed account act again; posts and roles that ended with it stay ended. */
    @Transactional
    public void reopen(Actor by, UUID id) {
        Person person = other(by, id);
        if (directory.department(person.departmentId()).closed()) {
            throw Problem.of(IdentityProblem.DEPARTMENT_CLOSED);
        }
        person.reopen();
        people.flush();
        accounts.forget(id);
        audit.record(about(by, IdentityAct.PERSON_REOPENED, person));
    }

    private void requireNotLastOfOffice(UUID person) {
        grants.listOf(person).stream()
                .map(RoleGrant::role)
                .filter(grants::isOffice)
                .filter(role -> grants.lockHolders(role) <= 1)
                .findAny()
                .ifPresent(
                        role -> {
                            throw Problem.of(IdentityProblem.LAST_OF_OFFICE);
                        });
    }

    private Person other(Actor by, UUID id) {
        if (by.id().equals(id)) {
            throw Problem.of(IdentityProblem.OWN_GRANT);
        }
        return people.lockById(id).orElseThrow(Problem::notFound);
    }

    private static Entry about(Actor by, IdentityAct act, Person person) {
        return Entry.of(by, act).subject("person", person.id(), person.name());
    }
}
