package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills an empty installation with departments and people whose passwords are already chosen. */
@Service
public class LoadingOrganisation {
    /** A department by the code of the one above. */
    public record NewDepartment(String code, String name, @Nullable String parentCode) {}

    /** A person with a chosen password. */
    public record NewMember(
            String userName,
            String name,
            String departmentCode,
            String role,
            SecrecyLevel clearance) {}

    private final People people;
    private final Grants grants;
    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final Clock clock;

    LoadingOrganisation(
            People people,
            Grants grants,
            Accounts accounts,
            Passwords passwords,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.grants = grants;
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return !grants.isAnyoneGranted();
    }

    /** A password that is easy to read aloud and hard to guess. */
    public String givePassword() {
        return passwords.give();
    }

    /** Loads all of it or, if anyone is there already, refuses. */
    @Transactional
    public void load(List<NewDepartment> departments, List<NewMember> members, String password) {
        if (!isEmpty()) {
            throw new IllegalStateException("There are people already");
        }
        Map<String, UUID> ids = new HashMap<>();
        for (NewDepartment department : departments) {
            UUID id = Ids.next();
            ids.put(department.code(), id);
            jdbc.sql(
                            "insert into department (id, code, name, parent_id) values (:id, :code,"
                                    + " :name, :parent)")
                    .param("id", id)
                    .param("code", department.code())
                    .param("name", department.name())
                    .param("parent", ids.get(department.parentCode()))
                    .update();
        }
        String hash = passwords.hash(password);
        members.forEach(member -> join(member, ids, hash));
    }

    private void join(NewMember member, Map<String, UUID> departments, String hash) {
        UUID department = departments.get(member.departmentCode());
        if (department == null) {
            throw new IllegalArgumentException("No department " + member.departmentCode());
        }
        Person person =
                new Person(member.userName(), member.name(), department, hash, clock.instant());
        person.choosePassword(hash);
        person.clear(member.clearance());
        people.saveAndFlush(person);
        grants.give(person.id(), member.role(), department);
        if (member.role().equals("DEPARTMENT_HEAD")) {
            jdbc.sql("update department set head_id = :head where id = :id")
                    .param("head", person.id())
                    .param("id", department)
                    .update();
        }
        accounts.forget(person.id());
    }

    /** Gives all these people one password anew. */
    @Transactional
    public void replacePasswords(List<String> userNames, String password) {
        String hash = passwords.hash(password);
        for (String userName : userNames) {
            people.findByUserName(userName).ifPresent(person -> person.choosePassword(hash));
        }
    }

    /** The person's id by user name. */
    public UUID idOf(String userName) {
        return people.findByUserName(userName).orElseThrow().id();
    }
}
