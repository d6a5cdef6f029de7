package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which roles people hold where, what roles allow, and what was opened singly. */
@Repository
class Grants {
    private static final String EFFECTIVE =
            "g.state = 'EFFECTIVE' and (g.valid_until is null or g.valid_until >= :today)";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    Grants(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** The roles that count for the person today. */
    List<HeldRole> heldBy(UUID person) {
        return jdbc.sql(
                        """
                        select r.code, r.administrator, r.scope, r.networks, g.department_id,
                               array(select permission from role_permission rp where rp.role = r.code) permissions,
                               array(select department_id from role_department rd where rd.role = r.code) chosen,
                               array(select field || ' ' || access from field_rule fr where fr.role = r.code) fields
                        from role_grant g join role r on r.code = g.role
                        where g.person_id = :person and not r.retired and %s
                        order by r.position, g.id
                        """
                                .formatted(EFFECTIVE))
                .param("person", person)
                .param("today", today())
                .query((row, n) -> held(row))
                .list();
    }

    private HeldRole held(ResultSet row) throws SQLException {
        Scope scope = Scope.valueOf(row.getString("scope"));
        UUID department = row.getObject("department_id", UUID.class);
        return new HeldRole(
                row.getString("code"),
                row.getBoolean("administrator"),
                Arrays.stream(texts(row, "permissions"))
                        .map(Permission::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class))),
                scope,
                switch (scope) {
                    case NONE, OWN, ALL -> Set.of();
                    case DEPARTMENT -> Set.of(department);
                    case DEPARTMENT_AND_BELOW -> directory.departmentsBelow(department);
                    case CHOSEN -> Set.of((UUID[]) row.getArray("chosen").getArray());
                },
                Arrays.stream(texts(row, "networks")).map(IpAddressMatcher::new).toList(),
                FieldRights.ofLines(
                        Arrays.stream(texts(row, "fields"))
                                .map(line -> line.split(" ", 2))
                                .collect(
                                        Collectors.toMap(
                                                line -> SensitiveField.valueOf(line[0]),
                                                line -> FieldAccess.valueOf(line[1])))));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    /** What is open to the person now, singly or as a member of a department. */
    Opened openedTo(UUID person, UUID department) {
        record Row(@Nullable UUID customerId, @Nullable UUID dossierId, boolean mayEdit) {}
        List<Row> rows =
                jdbc.sql(
                                """
                                select customer_id, dossier_id, may_edit from explicit_grant
                                where ended_at is null and suspended_at is null and valid_until > :now
                                  and (person_id = :person or department_id = :department or department_id in
                                      (select p.department_id from post p where p.person_id = :person and p.state = 'HELD'
                                       and p.since <= :today and (p.until is null or p.until >= :today)))
                                """)
                        .param("person", person)
                        .param("department", department)
                        .param("today", today())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .query(Row.class)
                        .list();
        return new Opened(
                ids(rows.stream().map(Row::customerId).toList()),
                ids(rows.stream().map(Row::dossierId).toList()),
                ids(rows.stream().filter(Row::mayEdit).map(Row::customerId).toList()),
                ids(rows.stream().filter(Row::mayEdit).map(Row::dossierId).toList()));
    }

    private static Set<UUID> ids(List<@Nullable UUID> some) {
        return some.stream()
                .flatMap(java.util.stream.Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Codes of all roles that a person holds and that have not ended, suspended ones included. */
    List<String> rolesOf(UUID person) {
        return jdbc.sql(
                        "select distinct r.position, r.code from role_grant g join role r on r.code"
                            + " = g.role where g.person_id = :person and g.state <> 'ENDED' order"
                            + " by r.position")
                .param("person", person)
                .query((row, n) -> row.getString("code"))
                .list();
    }

    void add(RoleGrant grant) {
        jdbc.sql(
                        """
                        insert into role_grant (id, person_id, role, administrator, high, department_id, post_id, state,
                                                valid_until, reason, granted_by, granted_at, approved_by)
                        select :id, :personId, r.code, r.administrator, r.high, :departmentId, :postId, 'EFFECTIVE',
                               :validUntil, :reason, :grantedBy, :now, :approvedBy
                        from role r where r.code = :role
                        """)
                .param("id", grant.id())
                .param("personId", grant.personId())
                .param("departmentId", grant.departmentId())
                .param("postId", grant.postId())
                .param("validUntil", grant.validUntil())
                .param("reason", grant.reason())
                .param("grantedBy", grant.grantedBy())
                .param("approvedBy", grant.approvedBy())
                .param("role", grant.role())
                .param("now", now())
                .update();
    }

    Optional<RoleGrant> find(UUID id) {
        return jdbc.sql(
                        """
                        select id, person_id, role, department_id, post_id, valid_until, reason, granted_by, approved_by, state
                        from role_grant where id = :id
                        """)
                .param("id", id)
                .query(RoleGrant.class)
                .optional();
    }

    List<RoleGrant> listOf(UUID person) {
        return jdbc.sql(
                        """
                        select g.id, g.person_id, g.role, g.department_id, g.post_id, g.valid_until, g.reason, g.granted_by,
                               g.approved_by, g.state
                        from role_grant g join role r on r.code = g.role
                        where g.person_id = :person and g.state <> 'ENDED' order by r.position, g.id
                        """)
                .param("person", person)
                .query(RoleGrant.class)
                .list();
    }

    /** Whether there was such a grant in the state it comes from. */
    boolean turn(UUID id, String from, String to) {
        return jdbc.sql("update role_grant set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    boolean end(UUID id, UUID by, @Nullable String reason) {
        return jdbc.sql(
                                """
                                update role_grant set state = 'ENDED', ended_by = :by, ended_at = :now, end_reason = :reason
                                where id = :id and state <> 'ENDED'
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** The first grants of an installation, by the system itself. */
    void give(UUID person, String role, UUID department) {
        add(
                new RoleGrant(
                        Ids.next(),
                        person,
                        role,
                        department,
                        null,
                        null,
                        null,
                        org.kedang.kernel.Actor.SYSTEM.id(),
                        null,
                        RoleGrant.State.EFFECTIVE));
    }

    /**
     * People who could still act in an office; others who ask wait until this transaction ends, so
     * that the last two do not go at the same time.
     */
    long lockHolders(String role) {
        jdbc.sql("select code from role where code = :role for no key update")
                .param("role", role)
                .query()
                .singleRow();
        return jdbc.sql(
                        """
                        select count(distinct g.person_id) from role_grant g join person p on p.id = g.person_id
                        where g.role = :role and p.state = 'ACTIVE' and %s
                        """
                                .formatted(EFFECTIVE))
                .param("role", role)
                .param("today", today())
                .query(Long.class)
                .single();
    }

    /** Whether the role is one of the separated offices. */
    boolean isOffice(String role) {
        return jdbc.sql("select administrator from role where code = :role")
                .param("role", role)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ChinaTime.ZONE));
    }

    boolean isAnyoneGranted() {
        return jdbc.sql("select exists (select 1 from role_grant)").query(Boolean.class).single();
    }
}
