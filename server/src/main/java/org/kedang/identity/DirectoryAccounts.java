package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * People and departments as the company's directory has them. Nothing here gives a right: who is
 * new can sign in and see nothing until somebody grants.
 */
@Service
public class DirectoryAccounts {
    /**
     * A person the directory keeps, as known here.
     *
     * @param active whether the account may act; not so if it is locked
     */
    public record Known(
            UUID id,
            String directoryId,
            String userName,
            String name,
            UUID departmentId,
            boolean active) {}

    private final Departments departments;
    private final People people;
    private final Accounts accounts;
    private final Directory directory;
    private final Passwords passwords;
    private final MovingPeople moving;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DirectoryAccounts(
            Departments departments,
            People people,
            Accounts accounts,
            Directory directory,
            Passwords passwords,
            MovingPeople moving,
            ApplicationEventPublisher events,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.departments = departments;
        this.people = people;
        this.accounts = accounts;
        this.directory = directory;
        this.passwords = passwords;
        this.moving = moving;
        this.events = events;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody else changes the tree of departments until the caller's transaction ends. */
    public void hold() {
        departments.lockTree();
    }

    /**
     * The department that is this entry, by entry; for one that was closed here what it was merged
     * into, which the directory does not keep.
     */
    public Map<String, Department> departments() {
        Map<String, Department> known = new HashMap<>();
        jdbc.sql(
                        "select directory_id, coalesce(merged_into, id) id, code, name, parent_id,"
                                + " closed_at from department where directory_id is not null")
                .query(
                        (row, n) ->
                                known.put(
                                        row.getString("directory_id"),
                                        new Department(
                                                row.getObject("id", UUID.class),
                                                row.getString("code"),
                                                row.getString("name"),
                                                row.getObject("parent_id", UUID.class),
                                                row.getObject("closed_at") != null)))
                .list();
        return known;
    }

    /** The people that the directory keeps, except those whose accounts are closed. */
    public List<Known> people() {
        return jdbc.sql(
                        "select id, directory_id, user_name, name, department_id, state = 'ACTIVE'"
                                + " active from person where directory_id is not null and state <>"
                                + " 'CLOSED'")
                .query(Known.class)
                .list();
    }

    /** A department for this entry; the code is free to choose here, archival numbers carry it. */
    @Transactional
    public UUID addDepartment(Actor actor, String entry, String name, @Nullable UUID parent) {
        UUID id = Ids.next();
        String code =
                jdbc.sql(
                                """
                                select 'L' || lpad((coalesce(max(substring(code from 2)::int), 0) + 1)::text, 4, '0')
                                from department where code ~ '^L[0-9]{4}$'
                                """)
                        .query(String.class)
                        .single();
        jdbc.sql(
                        "insert into department (id, code, name, parent_id, directory_id) values"
                                + " (:id, :code, :name, :parent, :entry)")
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("parent", parent)
                .param("entry", entry)
                .update();
        audit.record(
                Entry.of(actor, IdentityAct.DEPARTMENT_ADDED)
                        .subject("department", id, name)
                        .change("code", null, code));
        return id;
    }

    /** The department is called, and stands, as the directory has it. */
    @Transactional
    public void changeDepartment(
            Actor actor, Department known, String name, @Nullable UUID parent) {
        jdbc.sql("update department set name = :name, parent_id = :parent where id = :id")
                .param("name", name)
                .param("parent", parent)
                .param("id", known.id())
                .update();
        directory.forgetDepartment(known.id());
        audit.record(
                Entry.of(actor, IdentityAct.DIRECTORY_CHANGED)
                        .subject("department", known.id(), name)
                        .change("name", known.name(), name)
                        .change(
                                "parent",
                                directory.departmentName(known.parentId()),
                                directory.departmentName(parent)));
    }

    /** Whether an account of this user name exists already, made by hand or from another entry. */
    public boolean isTaken(String userName) {
        return people.findByUserName(userName).isPresent();
    }

    /**
     * An account for this entry, with no rights and no password here. An account of that user name
     * made by hand is not taken over by a name alone: that is {@code user-name-taken}.
     */
    @Transactional
    public UUID add(Actor actor, String entry, String userName, String name, UUID department) {
        if (people.findByUserName(userName).isPresent()) {
            throw Problem.of(IdentityProblem.USER_NAME_TAKEN);
        }
        Person person =
                new Person(userName, name, department, passwords.unknown(), clock.instant());
        person.keepInDirectory(entry);
        people.saveAndFlush(person);
        audit.record(
                Entry.of(actor, IdentityAct.PERSON_ADDED)
                        .subject("person", person.id(), name)
                        .change("userName", null, userName)
                        .change("department", null, directory.departmentName(department))
                        .reason("LDAP"));
        return person.id();
    }

    /**
     * The person is called, and belongs, as the directory has it. Grants stay as they are, and so
     * does what the person holds: {@link MovedByDirectory} tells of it.
     */
    @Transactional
    public void change(Actor actor, Known known, String name, UUID department) {
        Person person = people.findById(known.id()).orElseThrow(Problem::notFound);
        person.describe(name, person.employment(), person.mail());
        person.moveTo(department);
        people.flush();
        accounts.forget(known.id());
        audit.record(
                Entry.of(actor, IdentityAct.DIRECTORY_CHANGED)
                        .subject("person", known.id(), name)
                        .change("name", known.name(), name)
                        .change(
                                "department",
                                directory.departmentName(known.departmentId()),
                                directory.departmentName(department)));
        if (!known.departmentId().equals(department)) {
            tellOfMove(known, name, department);
        }
    }

    private void tellOfMove(Known known, String name, UUID department) {
        Map<String, Long> held = moving.unsettled(known.id(), department);
        if (!held.isEmpty()) {
            events.publishEvent(
                    new MovedByDirectory(
                            known.id(),
                            known.userName(),
                            name,
                            known.departmentId(),
                            department,
                            held));
        }
    }

    /**
     * The directory has the person no longer: shut out at once. The account is closed by people,
     * once what it holds is handed over.
     */
    @Transactional
    public void shutOut(Actor actor, Known known) {
        Person person = people.findById(known.id()).orElseThrow(Problem::notFound);
        person.lock();
        people.flush();
        accounts.forget(known.id());
        audit.record(
                Entry.of(actor, IdentityAct.PERSON_LOCKED)
                        .subject("person", known.id(), known.name())
                        .reason("LDAP"));
    }
}
