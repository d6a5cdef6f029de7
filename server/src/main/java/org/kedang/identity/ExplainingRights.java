package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.EffectiveRights.Counts;
import org.kedang.identity.EffectiveRights.GrantLine;
import org.kedang.identity.EffectiveRights.OpenedLine;
import org.kedang.identity.EffectiveRights.PermissionLine;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells what somebody may see and do, and where each right comes from. */
@Service
public class ExplainingRights {
    private final People people;
    private final Granting granting;
    private final Accounts accounts;
    private final Visibilities visibilities;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExplainingRights(
            People people,
            Granting granting,
            Accounts accounts,
            Visibilities visibilities,
            Directory directory,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.granting = granting;
        this.accounts = accounts;
        this.visibilities = visibilities;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether the reader may know the rights of the person: it is himself, or he grants to that
     * person, or he audits.
     */
    public boolean mayKnow(Actor reader, UUID person) {
        if (reader.id().equals(person) || reader.may(Permission.AUDIT_READ)) {
            return true;
        }
        return granting.isOfficer(reader)
                || visibilities
                        .of(reader, Permission.ROLE_GRANT)
                        .includes(person, directory.person(person).departmentId());
    }

    /**
     * The rights as they stand.
     *
     * @param own whether the reader is the person, who is then told which things were opened
     * @throws Problem {@code not-found}
     */
    public EffectiveRights explain(UUID id, boolean own) {
        Person person = people.findById(id).orElseThrow(Problem::notFound);
        List<GrantLine> grants = grants(person);
        return new EffectiveRights(
                id,
                person.name(),
                person.userName(),
                directory.departmentName(person.departmentId()),
                !person.isClosed(),
                person.clearance(),
                accounts.find(id).map(Account::clearance).orElse(SecrecyLevel.PUBLIC),
                holding(person.secretUntil()),
                grants,
                permissions(id, grants),
                opened(person, own));
    }

    private @Nullable LocalDate holding(@Nullable LocalDate until) {
        return until == null || until.isBefore(today()) ? null : until;
    }

    private List<GrantLine> grants(Person person) {
        return jdbc.sql(
                        """
                        select g.*, r.zh, r.en, r.scope, r.networks, r.retired, po.name post_name,
                               array(select permission from role_permission rp where rp.role = r.code order by 1) permissions,
                               array(select department_id from role_department rd where rd.role = r.code) chosen
                        from role_grant g join role r on r.code = g.role
                        left join post t on t.id = g.post_id left join position po on po.id = t.position_id
                        where g.person_id = :person and g.state <> 'ENDED' order by r.position, g.id
                        """)
                .param("person", person.id())
                .query((row, n) -> grant(row, person))
                .list();
    }

    private GrantLine grant(ResultSet row, Person person) throws SQLException {
        Scope scope = Scope.valueOf(row.getString("scope"));
        UUID department = row.getObject("department_id", UUID.class);
        UUID approvedBy = row.getObject("approved_by", UUID.class);
        return new GrantLine(
                row.getObject("id", UUID.class),
                row.getString("role"),
                row.getString("zh"),
                row.getString("en"),
                row.getBoolean("administrator"),
                row.getBoolean("high"),
                directory.departmentName(department),
                row.getString("post_name"),
                scope,
                names(reach(scope, department, (UUID[]) row.getArray("chosen").getArray())),
                Arrays.stream((String[]) row.getArray("permissions").getArray())
                        .map(Permission::valueOf)
                        .toList(),
                List.of((String[]) row.getArray("networks").getArray()),
                by(row.getObject("granted_by", UUID.class)),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                approvedBy == null ? null : directory.personName(approvedBy),
                row.getObject("valid_until", LocalDate.class),
                instant(row, "reviewed_at"),
                row.getString("reason"),
                counts(
                        person,
                        row.getString("state").equals("SUSPENDED"),
                        row.getBoolean("retired"),
                        row.getObject("valid_until", LocalDate.class)));
    }

    private Set<UUID> reach(Scope scope, UUID department, UUID[] chosen) {
        return switch (scope) {
            case NONE, OWN, ALL -> Set.of();
            case DEPARTMENT -> Set.of(department);
            case DEPARTMENT_AND_BELOW -> directory.departmentsBelow(department);
            case CHOSEN -> Set.of(chosen);
        };
    }

    private Counts counts(
            Person person, boolean suspended, boolean retired, @Nullable LocalDate validUntil) {
        if (person.isClosed()) {
            return Counts.ACCOUNT_CLOSED;
        }
        if (suspended) {
            return Counts.SUSPENDED;
        }
        if (validUntil != null && validUntil.isBefore(today())) {
            return Counts.EXPIRED;
        }
        return retired ? Counts.ROLE_RETIRED : Counts.COUNTS;
    }

    private List<PermissionLine> permissions(UUID person, List<GrantLine> grants) {
        return accounts.find(person).map(Account::everywhere).stream()
                .flatMap(
                        rights ->
                                EnumSet.allOf(Permission.class).stream()
                                        .filter(rights.permissions()::contains)
                                        .map(permission -> line(permission, rights, grants)))
                .toList();
    }

    private PermissionLine line(Permission permission, Rights rights, List<GrantLine> grants) {
        Visibility reach = rights.visibility(permission);
        return new PermissionLine(
                permission,
                reach.own(),
                reach.everything(),
                names(reach.departments()),
                grants.stream()
                        .filter(grant -> grant.counts() == Counts.COUNTS)
                        .filter(grant -> grant.permissions().contains(permission))
                        .map(GrantLine::id)
                        .toList());
    }

    private List<OpenedLine> opened(Person person, boolean own) {
        return jdbc.sql(
                        """
                        select e.* from explicit_grant e where e.ended_at is null
                          and (e.person_id = :person or e.department_id = :department or e.department_id in
                              (select p.department_id from post p where p.person_id = :person
                               and p.since <= :today and (p.until is null or p.until >= :today)))
                        order by e.valid_until desc limit 200
                        """)
                .param("person", person.id())
                .param("department", person.departmentId())
                .param("today", today())
                .query((row, n) -> opened(row, person, own))
                .list();
    }

    private OpenedLine opened(ResultSet row, Person person, boolean own) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID dossier = row.getObject("dossier_id", UUID.class);
        UUID department = row.getObject("department_id", UUID.class);
        Instant until = row.getObject("valid_until", OffsetDateTime.class).toInstant();
        boolean expired = !until.isAfter(clock.instant());
        Counts counts = counts(person, row.getObject("suspended_at") != null, false, null);
        return new OpenedLine(
                row.getObject("id", UUID.class),
                customer != null ? OpenedLine.Type.CUSTOMER : OpenedLine.Type.DOSSIER,
                own ? (customer != null ? customer : dossier) : null,
                row.getBoolean("may_edit"),
                department == null ? null : directory.departmentName(department),
                by(row.getObject("granted_by", UUID.class)),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                until,
                counts == Counts.COUNTS && expired ? Counts.EXPIRED : counts);
    }

    private String by(UUID person) {
        return person.equals(Actor.SYSTEM.id())
                ? Actor.SYSTEM.name()
                : directory.personName(person);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private List<String> names(Collection<UUID> departments) {
        return departments.stream().map(directory::departmentName).sorted().toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }
}
