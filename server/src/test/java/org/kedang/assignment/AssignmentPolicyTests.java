package org.kedang.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kedang.assignment.AssignmentPolicy.Lead;
import org.kedang.assignment.AssignmentRule.Kind;
import org.kedang.assignment.AssignmentRule.Place;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class AssignmentPolicyTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID SALES = person(100);

    private static UUID person(int n) {
        return new UUID(0, n);
    }

    /** A person of the one department. */
    private record Member(UUID id, boolean entitled, long load, LocalDate joined) {}

    private record Company(List<Member> members) implements Staff {
        private Member get(UUID person) {
            return members.stream().filter(m -> m.id().equals(person)).findFirst().orElseThrow();
        }

        @Override
        public boolean isEntitled(UUID person) {
            return get(person).entitled();
        }

        @Override
        public List<UUID> entitledOf(UUID department) {
            return department.equals(SALES)
                    ? members.stream().filter(Member::entitled).map(Member::id).toList()
                    : List.of();
        }

        @Override
        public Map<UUID, Long> loads(List<UUID> people) {
            return people.stream()
                    .filter(one -> get(one).load() > 0)
                    .collect(Collectors.toMap(Function.identity(), one -> get(one).load()));
        }

        @Override
        public LocalDate joined(UUID person) {
            return get(person).joined();
        }
    }

    private static Member member(int n, long load) {
        return new Member(person(n), true, load, TODAY.minusYears(n));
    }

    private static AssignmentRule rule(
            Kind kind,
            boolean active,
            @Nullable Integer most,
            @Nullable Integer months,
            List<Place> places) {
        return new AssignmentRule(kind, kind.name(), active, most, months, SALES, places);
    }

    private static Proposal propose(
            Company company, UUID collector, @Nullable String region, AssignmentRule... rules) {
        return new AssignmentPolicy(List.of(rules), company, TODAY)
                .propose(new Lead(collector, region));
    }

    @Test
    void givesItToTheCollectorUntilHeIsFull() {
        Company company = new Company(List.of(member(1, 9), member(2, 3)));
        AssignmentRule collector = rule(Kind.COLLECTOR, true, 10, null, List.of());
        AssignmentRule load = rule(Kind.LOAD, true, null, null, List.of());

        assertThat(propose(company, person(1), null, collector, load).person())
                .isEqualTo(person(1));
        Company full = new Company(List.of(member(1, 10), member(2, 3)));
        Proposal proposal = propose(full, person(1), null, collector, load);
        assertThat(proposal.person()).isEqualTo(person(2));
        assertThat(proposal.steps().getFirst().why().zh()).isEqualTo("登记人已负责 10 个客户，达到上限 10");
        assertThat(proposal.steps().getLast().why().zh()).isEqualTo("负荷最轻（3 个客户）");
    }

    @Test
    void prefersTheLongestRegion() {
        Company company = new Company(List.of(member(1, 0), member(2, 0), member(3, 0)));
        AssignmentRule region =
                rule(
                        Kind.REGION,
                        true,
                        null,
                        null,
                        List.of(
                                new Place("33", person(1), null),
                                new Place("330602", person(3), null),
                                new Place("3306", person(2), null)));

        assertThat(propose(company, person(1), "330602", region).person()).isEqualTo(person(3));
        assertThat(propose(company, person(1), "330681", region).person()).isEqualTo(person(2));
        assertThat(propose(company, person(1), "330100", region).person()).isEqualTo(person(1));
        assertThat(propose(company, person(2), "310000", region).steps().getFirst().why().zh())
                .isEqualTo("没有为地区 310000 指定负责人");
    }

    @Test
    void favoursNewPeopleUpToTheirLimit() {
        Company company =
                new Company(
                        List.of(
                                new Member(person(1), true, 0, TODAY.minusYears(9)),
                                new Member(person(2), true, 5, TODAY.minusMonths(2)),
                                new Member(person(3), true, 4, TODAY.minusMonths(1))));
        AssignmentRule fresh = rule(Kind.NEW_STAFF, true, 5, 6, List.of());

        assertThat(propose(company, person(1), null, fresh).person()).isEqualTo(person(3));
        assertThat(
                        propose(
                                        company,
                                        person(1),
                                        null,
                                        rule(Kind.NEW_STAFF, true, 4, 6, List.of()))
                                .steps()
                                .getFirst()
                                .why()
                                .zh())
                .isEqualTo("人人都已达到上限");
    }

    @Test
    void passesOverWhatIsSwitchedOff() {
        Company company = new Company(List.of(member(1, 9), member(2, 3)));

        Proposal proposal =
                propose(company, person(1), null, rule(Kind.LOAD, false, null, null, List.of()));

        assertThat(proposal.person()).isEqualTo(person(1));
        assertThat(proposal.steps().getFirst().why().zh()).isEqualTo("规则未启用");
    }

    @Property
    void namesOnlyWhoIsEntitledAndAlwaysTheSame(
            @ForAll("companies") Company company, @ForAll("ruleLists") List<AssignmentRule> rules) {
        UUID collector = company.members().getFirst().id();
        AssignmentPolicy policy = new AssignmentPolicy(rules, company, TODAY);
        Lead lead = new Lead(collector, "330602");

        Proposal proposal = policy.propose(lead);

        assertThat(policy.propose(lead)).isEqualTo(proposal);
        if (proposal.person() != null) {
            assertThat(company.isEntitled(Objects.requireNonNull(proposal.person()))).isTrue();
        } else {
            assertThat(company.isEntitled(collector)).isFalse();
        }
        assertThat(proposal.steps().stream().filter(Proposal.Step::applied).count())
                .isLessThanOrEqualTo(1);
        assertThat(proposal.steps()).hasSizeLessThanOrEqualTo(rules.size());
    }

    @Provide
    Arbitrary<Company> companies() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(
                        size ->
                                Combinators.combine(
                                                Arbitraries.of(true, false).list().ofSize(size),
                                                Arbitraries.longs()
                                                        .between(0, 6)
                                                        .list()
                                                        .ofSize(size),
                                                Arbitraries.integers()
                                                        .between(0, 40)
                                                        .list()
                                                        .ofSize(size))
                                        .as(AssignmentPolicyTests::company));
    }

    private static Company company(List<Boolean> entitled, List<Long> loads, List<Integer> months) {
        return new Company(
                IntStream.range(0, entitled.size())
                        .mapToObj(
                                i ->
                                        new Member(
                                                person(i + 1),
                                                entitled.get(i),
                                                loads.get(i),
                                                TODAY.minusMonths(months.get(i))))
                        .toList());
    }

    @Provide
    Arbitrary<List<AssignmentRule>> ruleLists() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 6).injectNull(0.3),
                        Arbitraries.of("33", "3306", "330602", "31"))
                .as(
                        (kind, active, most, prefix) ->
                                rule(
                                        kind,
                                        active,
                                        most,
                                        12,
                                        List.of(
                                                new Place(prefix, person(1), null),
                                                new Place("3306", null, SALES))))
                .list()
                .ofMaxSize(5);
    }
}
