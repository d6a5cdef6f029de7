package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Adding, granting, unlocking and closing accounts, and the departments they belong to. */
@Service
public class ManagingPeople {
    private static final String COLUMNS =
            "p.*, array(select distinct role from role_grant g where g.person_id = p.id and g.state"
                    + " <> 'ENDED') as roles";

    /** A person in the list; only administrators get the account's state. */
    @Schema(name = "Person")
    public record PersonView(
            UUID id,
            String userName,
            String name,
            UUID departmentId,
            String departmentName,
            @Nullable List<String> roles,
            @Nullable SecrecyLevel clearance,
            @Nullable String state,
            @Nullable Employment employment,
            @Nullable Boolean mustChangePassword,
            @Nullable Instant lastSignInAt) {}

    /** A new account with its first password, shown once. */
    public record NewPerson(
            UUID id, String userName, String name, UUID departmentId, String initialPassword) {}

    private final People people;
    private final Roles roles;
    private final Accounts accounts;
    private final Directory directory;
    private final Passwords passwords;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Listings listings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ManagingPeople(
            People people,
            Roles roles,
            Accounts accounts,
            Directory directory,
            Passwords passwords,
            Audit audit,
            JdbcClient jdbc,
            Listings listings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.people = people;
        this.roles = roles;
        this.accounts = accounts;
        this.directory = directory;
        this.passwords = passwords;
        this.audit = audit;
        this.jdbc = jdbc;
        this.listings = listings;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public NewPerson add(Actor actor, String userName, String name, UUID departmentId) {
        Department department = directory.department(departmentId);
        String password = passwords.give();
        Person person =
                people.saveAndFlush(
                        new Person(
                                userName,
                                name,
                                department.id(),
                                passwords.hash(password),
                                clock.instant()));
        audit.record(
                Entry.of(actor, IdentityAct.PERSON_ADDED)
                        .subject("person", person.id(), name)
                        .change("userName", null, userName)
                        .change("department", null, department.name()));
        return new NewPerson(person.id(), userName, name, departmentId, password);
    }

    @Transactional
    public void unlock(Actor actor, UUID id) {
        Person person = other(actor, id);
        person.unlock();
        events.publishEvent(new AccountReopened(id, person.userName()));
        people.flush();
        accounts.forget(id);
        audit.record(
                Entry.of(actor, IdentityAct.ACCOUNT_UNLOCKED).subject("person", id, person.name()));
    }

    /** A new first password, shown once. */
    @Transactional
    public String resetPassword(Actor actor, UUID id) {
        Person person = other(actor, id);
        if (person.isService()) {
            throw Problem.of(IdentityProblem.SERVICE_ACCOUNT);
        }
        if (person.directoryId() != null) {
            throw Problem.of(IdentityProblem.DIRECTORY_ACCOUNT);
        }
        String password = passwords.give();
        person.givePassword(passwords.hash(password));
        events.publishEvent(new AccountReopened(id, person.userName()));
        people.flush();
        accounts.forget(id);
        audit.record(
                Entry.of(actor, IdentityAct.PASSWORD_RESET).subject("person", id, person.name()));
        return password;
    }

    private Person other(Actor actor, UUID id) {
        if (actor.id().equals(id)) {
            throw Problem.of(IdentityProblem.OWN_GRANT);
        }
        return people.findById(id).orElseThrow(Problem::notFound);
    }

    @Transactional
    public Department addDepartment(
            Actor actor, String code, String name, @Nullable UUID parentId) {
        if (parentId != null && directory.department(parentId).closed()) {
            throw Problem.of(IdentityProblem.DEPARTMENT_CLOSED);
        }
        Department department = new Department(Ids.next(), code, name, parentId, false);
        jdbc.sql(
                        "insert into department (id, code, name, parent_id) values (:id, :code,"
                                + " :name, :parent)")
                .param("id", department.id())
                .param("code", code)
                .param("name", name)
                .param("parent", parentId)
                .update();
        audit.record(
                Entry.of(actor, IdentityAct.DEPARTMENT_ADDED)
                        .subject("department", department.id(), name)
                        .change("code", null, code));
        return department;
    }

    public List<RoleView> listRoles() {
        return roles.list().stream()
                .map(
                        r ->
                                new RoleView(
                                        r.code(),
                                        r.zh(),
                                        r.en(),
                                        r.permissions().stream().sorted().toList(),
                                        r.scope(),
                                        r.administrator(),
                                        r.high()))
                .toList();
    }

    /** A role as people read it. */
    @Schema(name = "Role")
    public record RoleView(
            String code,
            String zh,
            String en,
            List<Permission> permissions,
            Scope scope,
            boolean administrator,
            boolean high) {}

    /**
     * What narrows the list; {@code null} does not. State, role, group and kind of employment
     * narrow only for those who see them.
     *
     * @param below whether people of departments below count too
     */
    public record Filter(
            @Nullable String q,
            @Nullable UUID departmentId,
            boolean below,
            @Nullable UUID groupId,
            @Nullable AccountState state,
            @Nullable String role,
            @Nullable Employment employment) {}

    /** People who fit; state and rights only with {@code detailed}. */
    public Listing<PersonView> list(Filter filter, boolean detailed, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, detailed, params);
        return listings.read(
                new Listings.Rows(
                        COLUMNS, "person p", new SqlPredicate(where, params), "p.name, p.id"),
                paging,
                (row, n) -> view(row, detailed));
    }

    private String where(Filter filter, boolean detailed, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(detailed ? "true" : "p.state = 'ACTIVE'");
        String q = filter.q();
        if (q != null && !q.isBlank()) {
            where.append(
                    " and (position(:q in lower(p.name)) > 0 or position(:q in p.user_name) > 0)");
            params.put("q", q.strip().toLowerCase(java.util.Locale.ROOT));
        }
        UUID department = filter.departmentId();
        if (department != null) {
            where.append(" and p.department_id in (:departments)");
            params.put("departments", filter.below() ? below(department) : Set.of(department));
        }
        if (detailed) {
            narrow(where, filter, params);
        }
        return where.toString();
    }

    private Set<UUID> below(UUID department) {
        Set<UUID> all = directory.departmentsBelow(department);
        return all.isEmpty() ? Set.of(department) : all;
    }

    private void narrow(StringBuilder where, Filter filter, Map<String, Object> params) {
        AccountState state = filter.state();
        if (state != null) {
            where.append(" and ").append(state.condition());
            params.put("now", OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
        }
        if (filter.role() != null) {
            where.append(
                    " and exists (select 1 from role_grant g where g.person_id = p.id and g.role ="
                            + " :role and g.state <> 'ENDED')");
            params.put("role", filter.role());
        }
        if (filter.groupId() != null) {
            where.append(
                    " and exists (select 1 from person_group_member m where m.person_id = p.id and"
                            + " m.group_id = :group)");
            params.put("group", filter.groupId());
        }
        Employment employment = filter.employment();
        if (employment != null) {
            where.append(" and p.employment = :employment");
            params.put("employment", employment.name());
        }
    }

    private PersonView view(java.sql.ResultSet row, boolean detailed) throws java.sql.SQLException {
        UUID department = row.getObject("department_id", UUID.class);
        OffsetDateTime lastSignIn = row.getObject("last_sign_in_at", OffsetDateTime.class);
        return new PersonView(
                row.getObject("id", UUID.class),
                row.getString("user_name"),
                row.getString("name"),
                department,
                directory.departmentName(department),
                detailed ? List.of((String[]) row.getArray("roles").getArray()) : null,
                detailed ? SecrecyLevel.ofStored(row.getInt("clearance")) : null,
                detailed ? state(row) : null,
                detailed ? Employment.valueOf(row.getString("employment")) : null,
                detailed ? row.getBoolean("must_change_password") : null,
                detailed && lastSignIn != null ? lastSignIn.toInstant() : null);
    }

    private String state(java.sql.ResultSet row) throws java.sql.SQLException {
        OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        boolean locked = lockedUntil != null && clock.instant().isBefore(lockedUntil.toInstant());
        boolean stolen = row.getObject("stolen_at", OffsetDateTime.class) != null;
        return stolen ? "STOLEN" : locked ? "LOCKED" : row.getString("state");
    }
}
