package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 字段规则: what each role may do with a customer's sensitive fields. */
@Service
public class SettingFieldRules {
    /** One field of a role. */
    public record FieldRule(SensitiveField field, FieldAccess access) {}

    /** A role that shows customers, with all its field rules. */
    public record RoleFields(String role, String zh, String en, List<FieldRule> fields) {}

    private record Line(String role, SensitiveField field, FieldAccess access) {}

    private final JdbcClient jdbc;
    private final Roles roles;
    private final Accounts accounts;
    private final Granting granting;
    private final Visibilities visibilities;
    private final Audit audit;

    SettingFieldRules(
            JdbcClient jdbc,
            Roles roles,
            Accounts accounts,
            Granting granting,
            Visibilities visibilities,
            Audit audit) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.accounts = accounts;
        this.granting = granting;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /** The rules of all roles that show customers. */
    public List<RoleFields> list() {
        List<Line> lines =
                jdbc.sql("select role, field, access from field_rule").query(Line.class).list();
        return roles.list().stream()
                .filter(role -> role.permissions().contains(Permission.CUSTOMER_READ))
                .map(role -> roleFields(role, lines))
                .toList();
    }

    private static RoleFields roleFields(Role role, List<Line> lines) {
        FieldRights rights = rights(role.code(), lines);
        return new RoleFields(role.code(), role.zh(), role.en(), rules(rights));
    }

    private static FieldRights rights(String role, List<Line> lines) {
        Map<SensitiveField, FieldAccess> own = new EnumMap<>(SensitiveField.class);
        lines.stream()
                .filter(line -> line.role().equals(role))
                .forEach(line -> own.put(line.field(), line.access()));
        return FieldRights.ofLines(own);
    }

    private static List<FieldRule> rules(FieldRights rights) {
        return List.of(SensitiveField.values()).stream()
                .map(field -> new FieldRule(field, rights.of(field)))
                .toList();
    }

    /** What the actor's own roles allow together. */
    public List<FieldRule> listOf(Actor actor) {
        return rules(visibilities.of(actor, Permission.CUSTOMER_READ).fields());
    }

    /** The rules of one role. */
    public List<FieldRule> rulesOf(String role) {
        return rules(stored(role));
    }

    /**
     * Whether the change needs a second person, after all other rules have been checked.
     *
     * @throws Problem as {@link #set}, the second person excepted
     */
    public boolean needsSecondPerson(Actor by, String role, List<FieldRule> wished) {
        if (!granting.isOfficer(by)) {
            throw Problem.of(IdentityProblem.NOT_ADMINISTERED);
        }
        getRole(role);
        return widens(role, wished);
    }

    private Role getRole(String code) {
        return roles.find(code)
                .filter(r -> r.permissions().contains(Permission.CUSTOMER_READ))
                .orElseThrow(Problem::notFound);
    }

    /** Whether any of the rules allows more than is allowed now. */
    public boolean widens(String role, List<FieldRule> wished) {
        FieldRights before = stored(role);
        return wished.stream()
                .anyMatch(rule -> rule.access().compareTo(before.of(rule.field())) > 0);
    }

    private FieldRights stored(String role) {
        return rights(
                role,
                jdbc.sql("select role, field, access from field_rule where role = :role")
                        .param("role", role)
                        .query(Line.class)
                        .list());
    }

    /**
     * Changes rules of a role; those of fields that are not named stay. Narrowing counts at once,
     * widening needs a second person.
     *
     * @param approvedBy the second person, who must hold {@link Permission#GRANT_APPROVE}
     * @throws Problem {@code not-found} for a role that shows no customers, {@code
     *     not-administered}, {@code second-person-needed}, {@code invalid-second-person}
     */
    @Transactional
    public void set(
            Actor by,
            String code,
            List<FieldRule> wished,
            @Nullable String reason,
            @Nullable UUID approvedBy) {
        Role role = getRole(code);
        if (!granting.isOfficer(by)) {
            throw Problem.of(IdentityProblem.NOT_ADMINISTERED);
        }
        jdbc.sql("select pg_advisory_xact_lock(7424)").query().singleRow();
        if (widens(code, wished)) {
            granting.requireSecondPerson(by, null, approvedBy);
        }
        FieldRights before = stored(code);
        Entry entry =
                Entry.of(by, IdentityAct.FIELD_RULES_CHANGED)
                        .subject("role", roleId(code), role.zh())
                        .reason(reason);
        wished.forEach(
                rule ->
                        entry.change(
                                rule.field().property(), before.of(rule.field()), rule.access()));
        if (entry.hasChanges()) {
            wished.forEach(rule -> store(code, rule));
            accounts.forgetAll();
            audit.record(entry);
        }
    }

    /** Roles are known by code; the log knows subjects by id. */
    private static UUID roleId(String code) {
        return UUID.nameUUIDFromBytes(
                ("role " + code).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void store(String role, FieldRule rule) {
        jdbc.sql(
                        """
                        insert into field_rule (role, field, access) values (:role, :field, :access)
                        on conflict (role, field) do update set access = excluded.access
                        """)
                .param("role", role)
                .param("field", rule.field().name())
                .param("access", rule.access().name())
                .update();
    }
}
