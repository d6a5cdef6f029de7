package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.kedang.kernel.Permission;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class RightsTests {
    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID COLLEAGUE = new UUID(1, 2);
    private static final List<UUID> DEPARTMENTS =
            List.of(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3));
    private static final Opened NOTHING_OPENED = new Opened(Set.of(), Set.of(), Set.of(), Set.of());

    @Test
    void neverAddsReadingEverythingAndChangingOnesOwnToChangingEverything() {
        Rights rights =
                rights(
                        List.of(
                                role(Scope.ALL, Set.of(), Permission.CUSTOMER_READ),
                                role(Scope.OWN, Set.of(), Permission.CUSTOMER_WRITE)));

        assertThat(rights.visibility(Permission.CUSTOMER_READ).everything()).isTrue();
        assertThat(reaches(rights, Permission.CUSTOMER_WRITE, COLLEAGUE, DEPARTMENTS.getFirst()))
                .isFalse();
        assertThat(reaches(rights, Permission.CUSTOMER_WRITE, PERSON, DEPARTMENTS.getFirst()))
                .isTrue();
    }

    /** What roles reach together is what one of them reaches. */
    @Property
    void unitesRolesPermissionByPermission(
            @ForAll("heldRoles") List<HeldRole> held,
            @ForAll("permissions") Permission permission,
            @ForAll("departments") UUID department,
            @ForAll boolean own) {
        boolean any =
                held.stream()
                        .filter(role -> role.permissions().contains(permission))
                        .anyMatch(
                                role ->
                                        switch (role.scope()) {
                                            case NONE -> false;
                                            case ALL -> true;
                                            case OWN, DEPARTMENT, DEPARTMENT_AND_BELOW, CHOSEN ->
                                                    own || role.departments().contains(department);
                                        });
        assertThat(reaches(rights(held), permission, own ? PERSON : COLLEAGUE, department))
                .isEqualTo(any);
    }

    @Property
    void losesNothingByAnotherRole(
            @ForAll("heldRoles") List<HeldRole> held,
            @ForAll("heldRole") HeldRole another,
            @ForAll("permissions") Permission permission,
            @ForAll("departments") UUID department) {
        List<HeldRole> more = new ArrayList<>(held);
        more.add(another);
        if (reaches(rights(held), permission, COLLEAGUE, department)) {
            assertThat(reaches(rights(more), permission, COLLEAGUE, department)).isTrue();
        }
    }

    @Test
    void opensSinglyForReadingOnlyWhatMayNotBeEdited() {
        UUID customer = new UUID(3, 1);
        UUID dossier = new UUID(4, 1);
        Rights rights =
                Rights.of(
                        PERSON,
                        SecrecyLevel.INTERNAL,
                        List.of(
                                role(
                                        Scope.OWN,
                                        Set.of(),
                                        Permission.CUSTOMER_READ,
                                        Permission.CUSTOMER_WRITE,
                                        Permission.ARCHIVE_WRITE)),
                        new Opened(Set.of(customer), Set.of(dossier), Set.of(), Set.of(dossier)));

        assertThat(rights.visibility(Permission.CUSTOMER_READ).customers())
                .containsExactly(customer);
        assertThat(rights.visibility(Permission.CUSTOMER_WRITE).customers()).isEmpty();
        assertThat(rights.visibility(Permission.ARCHIVE_WRITE).dossiers()).containsExactly(dossier);
        assertThat(rights.visibility(Permission.ARCHIVE_READ).dossiers())
                .as("opened, but without a role that reads archives")
                .isEmpty();
    }

    @Property
    void givesOfEachFieldTheBestOfTheRolesThatShowCustomers(
            @ForAll("heldRoles") List<HeldRole> held, @ForAll SensitiveField field) {
        FieldAccess best =
                held.stream()
                        .filter(role -> role.permissions().contains(Permission.CUSTOMER_READ))
                        .map(role -> role.fields().of(field))
                        .max(java.util.Comparator.naturalOrder())
                        .orElse(FieldAccess.HIDDEN);

        Rights rights = rights(held);

        assertThat(rights.permissions())
                .allSatisfy(
                        permission ->
                                assertThat(rights.visibility(permission).fields().of(field))
                                        .isEqualTo(best));
    }

    @Test
    void masksAFieldOfWhichNoLineSpeaks() {
        assertThat(FieldRights.ofLines(Map.of()).access().values())
                .containsOnly(FieldAccess.MASKED);
        assertThat(FieldRights.NONE.access().values()).containsOnly(FieldAccess.HIDDEN);
    }

    @Test
    void countsARoleOnlyFromItsNetworks() {
        HeldRole bound =
                new HeldRole(
                        "CLERK",
                        false,
                        Set.of(Permission.ARCHIVE_READ),
                        Scope.ALL,
                        Set.of(),
                        List.of(new IpAddressMatcher("10.1.0.0/16")),
                        FieldRights.NONE);

        assertThat(bound.countsFrom("10.1.2.3")).isTrue();
        assertThat(bound.countsFrom("10.2.0.1")).isFalse();
        assertThat(bound.countsFrom(null)).isFalse();
        assertThat(role(Scope.OWN, Set.of()).countsFrom(null)).isTrue();
    }

    private static Rights rights(List<HeldRole> held) {
        return Rights.of(PERSON, SecrecyLevel.INTERNAL, held, NOTHING_OPENED);
    }

    private static boolean reaches(
            Rights rights, Permission permission, UUID owner, UUID department) {
        return rights.visibility(permission).includes(owner, department);
    }

    private static HeldRole role(Scope scope, Set<UUID> departments, Permission... permissions) {
        return new HeldRole(
                scope.name(),
                false,
                Set.of(permissions),
                scope,
                departments,
                List.of(),
                FieldRights.NONE);
    }

    @Provide
    Arbitrary<HeldRole> heldRole() {
        Arbitrary<Set<Permission>> permissions = permissions().set().ofMaxSize(4);
        Arbitrary<Set<UUID>> departments = departments().set().ofMaxSize(3);
        Arbitrary<Map<SensitiveField, FieldAccess>> lines =
                Arbitraries.maps(
                        Arbitraries.of(SensitiveField.class), Arbitraries.of(FieldAccess.class));
        return Combinators.combine(Arbitraries.of(Scope.class), permissions, departments, lines)
                .as(RightsTests::held);
    }

    private static HeldRole held(
            Scope scope,
            Set<Permission> allowed,
            Set<UUID> reached,
            Map<SensitiveField, FieldAccess> lines) {
        return new HeldRole(
                "R",
                false,
                allowed,
                scope,
                switch (scope) {
                    case NONE, OWN, ALL -> Set.of();
                    case DEPARTMENT, DEPARTMENT_AND_BELOW, CHOSEN -> reached;
                },
                List.of(),
                FieldRights.ofLines(lines));
    }

    @Provide
    Arbitrary<List<HeldRole>> heldRoles() {
        return heldRole().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Permission> permissions() {
        return Arbitraries.of(Permission.class);
    }

    @Provide
    Arbitrary<UUID> departments() {
        return Arbitraries.of(DEPARTMENTS);
    }
}
