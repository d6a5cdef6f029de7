package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is who: names of people and departments, for every module that shows or checks them. */
@Service
public class Directory {
    /** Names change seldom, and a few seconds of an old name harm nobody. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final String DEPARTMENT =
            "select id, code, name, parent_id, closed_at is not null closed from department";

    /** How people are called. */
    public record PersonName(UUID id, String userName, String name, UUID departmentId) {}

    private final JdbcClient jdbc;
    private final Recent<UUID, Optional<PersonName>> people;
    private final Recent<UUID, Optional<Department>> departments;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.people = new Recent<>(FRESH, 50_000, this::loadPerson);
        this.departments = new Recent<>(FRESH, 5_000, this::loadDepartment);
    }

    /** The person, or a {@code not-found} problem. */
    public PersonName person(UUID id) {
        return people.get(id).orElseThrow(Problem::notFound);
    }

    /** The department, or a {@code not-found} problem. */
    public Department department(UUID id) {
        return departments.get(id).orElseThrow(Problem::notFound);
    }

    /** The name, or an empty text if there is no such person. */
    public String personName(@Nullable UUID id) {
        return id == null ? "" : people.get(id).map(PersonName::name).orElse("");
    }

    /** The name, or an empty text if there is no such department. */
    public String departmentName(@Nullable UUID id) {
        return id == null ? "" : departments.get(id).map(Department::name).orElse("");
    }

    /** The active employee who signs in with this name. */
    public Optional<UUID> findEmployee(String userName) {
        return jdbc.sql(
                        "select id from person where user_name = :name and kind = 'EMPLOYEE' and"
                                + " state = 'ACTIVE'")
                .param("name", userName)
                .query(UUID.class)
                .optional();
    }

    /** Whether this is a person rather than a program's account. */
    public boolean isEmployee(UUID id) {
        return jdbc.sql(
                        "select exists (select 1 from person where id = :id and kind ="
                                + " 'EMPLOYEE')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Departments that take something new. */
    public List<Department> listDepartments() {
        return jdbc.sql(DEPARTMENT + " where closed_at is null order by code")
                .query(Department.class)
                .list();
    }

    /** The department and all below it. */
    Set<UUID> departmentsBelow(UUID top) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                with recursive below as (
                                    select id from department where id = :top
                                    union
                                    select d.id from department d join below b on d.parent_id = b.id)
                                select id from below
                                """)
                        .param("top", top)
                        .query(UUID.class)
                        .list());
    }

    void forget(UUID person) {
        people.forget(person);
    }

    void forgetDepartment(UUID department) {
        departments.forget(department);
    }

    private Optional<PersonName> loadPerson(UUID id) {
        return jdbc.sql("select id, user_name, name, department_id from person where id = :id")
                .param("id", id)
                .query(PersonName.class)
                .optional();
    }

    private Optional<Department> loadDepartment(UUID id) {
        return jdbc.sql(DEPARTMENT + " where id = :id")
                .param("id", id)
                .query(Department.class)
                .optional();
    }
}
