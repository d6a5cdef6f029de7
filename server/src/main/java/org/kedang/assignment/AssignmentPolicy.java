package org.kedang.assignment;

import org.jspecify.annotations.Nullable;
import org.kedang.assignment.AssignmentRule.Place;
import org.kedang.assignment.Proposal.Step;
import org.kedang.form.Label;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks the rules in order; the first that names somebody decides. The same rules, people and loads
 * always name the same person: of several with as few customers the one with the smaller id.
 */
record AssignmentPolicy(List<AssignmentRule> rules, Staff staff, LocalDate today) {
    private static final Label OFF = Label.of("规则未启用", "The rule is switched off");

    /** Whom the customer was found by, and where it is. */
    record Lead(UUID collector, @Nullable String regionCode) {}

    /** What a rule says: somebody, or why nobody. */
    private record Answer(Optional<UUID> person, Label why) {
        static Answer nobody(String zh, String en) {
            return new Answer(Optional.empty(), Label.of(zh, en));
        }

        static Answer of(UUID person, String zh, String en) {
            return new Answer(Optional.of(person), Label.of(zh, en));
        }
    }

    Proposal propose(Lead lead) {
        List<Step> steps = new ArrayList<>();
        for (AssignmentRule rule : rules) {
            Answer answer = rule.active() ? answer(rule, lead) : new Answer(Optional.empty(), OFF);
            steps.add(new Step(rule.name(), answer.person().isPresent(), answer.why()));
            if (answer.person().isPresent()) {
                return new Proposal(answer.person().get(), "", steps);
            }
        }
        return staff.isEntitled(lead.collector())
                ? new Proposal(lead.collector(), "", steps)
                : new Proposal(null, "", steps);
    }

    private Answer answer(AssignmentRule rule, Lead lead) {
        return switch (rule.kind()) {
            case COLLECTOR -> collector(rule, lead.collector());
            case REGION -> region(rule, lead.regionCode());
            case NEW_STAFF -> newStaff(rule);
            case LOAD -> least(rule, members(rule), "负荷最轻", "Fewest customers");
        };
    }

    private Answer collector(AssignmentRule rule, UUID collector) {
        if (!staff.isEntitled(collector)) {
            return Answer.nobody("登记人没有负责客户的权限", "Whoever entered it may not look after customers");
        }
        return hasRoom(rule, collector)
                ? Answer.of(collector, "登记人负责", "Whoever entered it")
                : Answer.nobody(
                        "登记人已负责 %d 个客户，达到上限 %d".formatted(load(collector), rule.most()),
                        "Whoever entered it has %d customers, the limit is %d"
                                .formatted(load(collector), rule.most()));
    }

    private long load(UUID person) {
        return staff.loads(List.of(person)).getOrDefault(person, 0L);
    }

    /** Customers are only counted where there is a limit. */
    private boolean hasRoom(AssignmentRule rule, UUID person) {
        return rule.most() == null || load(person) < rule.most();
    }

    private static boolean hasRoom(AssignmentRule rule, long load) {
        return rule.most() == null || load < rule.most();
    }

    private Answer region(AssignmentRule rule, @Nullable String code) {
        if (code == null) {
            return Answer.nobody("客户没有填地区", "The customer has no region");
        }
        return rule.places().stream()
                .filter(place -> code.startsWith(place.prefix()))
                .max(Comparator.comparingInt(place -> place.prefix().length()))
                .map(place -> ofPlace(rule, place))
                .orElseGet(
                        () ->
                                Answer.nobody(
                                        "没有为地区 %s 指定负责人".formatted(code),
                                        "Nobody is named for region " + code));
    }

    private Answer ofPlace(AssignmentRule rule, Place place) {
        UUID person = place.person();
        if (person != null) {
            return staff.isEntitled(person) && hasRoom(rule, person)
                    ? Answer.of(
                            person,
                            "地区 %s 的负责人".formatted(place.prefix()),
                            "Named for region " + place.prefix())
                    : Answer.nobody(
                            "地区 %s 的负责人已停用、无权或达到上限".formatted(place.prefix()),
                            "Whoever is named for region %s is closed, not entitled or full"
                                    .formatted(place.prefix()));
        }
        List<UUID> people =
                place.department() == null ? List.of() : staff.entitledOf(place.department());
        return least(
                rule,
                people,
                "地区 %s 所属部门中负荷最轻".formatted(place.prefix()),
                "Fewest customers in the department of region " + place.prefix());
    }

    private Answer newStaff(AssignmentRule rule) {
        LocalDate since = today.minusMonths(rule.months() == null ? 0 : rule.months());
        List<UUID> fresh =
                members(rule).stream().filter(one -> staff.joined(one).isAfter(since)).toList();
        return fresh.isEmpty()
                ? Answer.nobody("该部门没有新人", "Nobody in the department is new")
                : least(rule, fresh, "新人中负荷最轻", "The new one with the fewest customers");
    }

    private List<UUID> members(AssignmentRule rule) {
        return rule.department() == null ? List.of() : staff.entitledOf(rule.department());
    }

    private Answer least(AssignmentRule rule, List<UUID> people, String zh, String en) {
        Map<UUID, Long> loads = staff.loads(people);
        return people.stream()
                .filter(one -> hasRoom(rule, loads.getOrDefault(one, 0L)))
                .min(
                        Comparator.comparingLong((UUID one) -> loads.getOrDefault(one, 0L))
                                .thenComparing(UUID::toString))
                .map(
                        one ->
                                Answer.of(
                                        one,
                                        "%s（%d 个客户）".formatted(zh, loads.getOrDefault(one, 0L)),
                                        "%s (%d)".formatted(en, loads.getOrDefault(one, 0L))))
                .orElseGet(
                        () ->
                                people.isEmpty()
                                        ? Answer.nobody(
                                                "没有可负责客户的人员",
                                                "Nobody there may look after customers")
                                        : Answer.nobody("人人都已达到上限", "Everybody there is full"));
    }
}
