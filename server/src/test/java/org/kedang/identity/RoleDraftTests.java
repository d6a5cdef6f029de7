package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.kedang.kernel.Permission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class RoleDraftTests {
    private static final List<UUID> DEPARTMENTS =
            List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

    @Test
    void isWiderWithOnePermissionMore() {
        RoleDraft reads = draft(EnumSet.of(Permission.CUSTOMER_READ), Scope.OWN, false, false);
        RoleDraft writes =
                draft(
                        EnumSet.of(Permission.CUSTOMER_READ, Permission.CUSTOMER_WRITE),
                        Scope.OWN,
                        false,
                        false);

        assertThat(writes.widens(reads)).isTrue();
        assertThat(reads.widens(writes)).isFalse();
    }

    @Test
    void isWiderOnceItNeedsNoSecondPerson() {
        RoleDraft high = draft(EnumSet.of(Permission.CUSTOMER_READ), Scope.ALL, true, false);
        RoleDraft low = draft(EnumSet.of(Permission.CUSTOMER_READ), Scope.ALL, false, false);

        assertThat(low.widens(high)).isTrue();
        assertThat(high.widens(low)).isFalse();
    }

    @Property
    void neverWidensItself(@ForAll("drafts") RoleDraft draft) {
        Assume.that(!draft.retired());
        assertThat(draft.widens(draft)).isFalse();
    }

    @Property
    void addsUpToNoWideningInSmallSteps(
            @ForAll("drafts") RoleDraft first,
            @ForAll("drafts") RoleDraft second,
            @ForAll("drafts") RoleDraft third) {
        boolean smallSteps = !second.retired() && !second.widens(first) && !third.widens(second);

        assertThat(smallSteps && third.widens(first)).isFalse();
    }

    @Property
    void isWiderThanNothingOrRetiredIfItAllowsAnything(@ForAll("drafts") RoleDraft draft) {
        boolean allows = !draft.retired() && !draft.permissions().isEmpty();

        assertThat(draft.widens(null)).isEqualTo(allows);
        assertThat(draft.widens(draft(Set.of(), Scope.ALL, false, true))).isEqualTo(allows);
    }

    @Provide
    Arbitrary<RoleDraft> drafts() {
        Arbitrary<Set<Permission>> permissions =
                Arbitraries.of(
                                Permission.CUSTOMER_READ,
                                Permission.CUSTOMER_WRITE,
                                Permission.ARCHIVE_READ)
                        .set();
        Arbitrary<Set<UUID>> departments =
                Arbitraries.of(DEPARTMENTS).set().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(
                        permissions,
                        Arbitraries.of(Scope.class),
                        departments,
                        Arbitraries.of(true, false),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(9, false), net.jqwik.api.Tuple.of(1, true)))
                .as(
                        (may, scope, chosen, high, retired) ->
                                new RoleDraft(
                                        "R1",
                                        "角色",
                                        "Role",
                                        may,
                                        scope,
                                        scope == Scope.CHOSEN ? chosen : Set.of(),
                                        high,
                                        retired));
    }

    private static RoleDraft draft(
            Set<Permission> permissions, Scope scope, boolean high, boolean retired) {
        return new RoleDraft("R1", "角色", "Role", permissions, scope, Set.of(), high, retired);
    }
}
