package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.form.FormField;
import org.kedang.form.Forms;
import org.kedang.identity.Holders;
import org.kedang.kernel.Permission;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds out who must decide. Neither the requester nor whom it is about is ever among them. */
@Component
class FindingApprovers {
    private final Holders holders;
    private final RequestTypes types;
    private final Forms forms;
    private final ApprovalSettings settings;

    FindingApprovers(Holders holders, RequestTypes types, Forms forms, ApprovalSettings settings) {
        this.holders = holders;
        this.types = types;
        this.forms = forms;
        this.settings = settings;
    }

    /** Those whom the step names, in the order named, each once; perhaps nobody. */
    List<UUID> named(Request request, Step step) {
        Set<UUID> people = new LinkedHashSet<>();
        step.approvers().stream()
                .flatMap(approver -> found(request, step, approver))
                .filter(person -> !request.concerns(person))
                .forEach(people::add);
        return List.copyOf(people);
    }

    /** Those who decide where nobody else is left; perhaps nobody. */
    List<UUID> guardians(Request request) {
        String role = settings.guardianRole();
        List<UUID> guardians =
                role == null
                        ? holders.ofPermission(Permission.PROCESS_MANAGE, null)
                        : holders.ofRole(role);
        return guardians.stream().filter(person -> !request.concerns(person)).toList();
    }

    /** Whom to ask when a person does not decide in time. */
    Optional<UUID> above(UUID department, Request request, Set<UUID> not) {
        Set<UUID> excluded = new HashSet<>(not);
        excluded.addAll(stakeholders(request));
        return holders.headAbove(department, 0, excluded);
    }

    /** Those who can act; whoever is found by role, permission or place always can. */
    private Stream<UUID> found(Request request, Step step, Approver approver) {
        return switch (approver) {
            case Approver.Person p -> able(List.of(p.id()));
            case Approver.Role r -> holders.ofRole(r.code()).stream();
            case Approver.HolderOf h ->
                    holders.ofPermission(h.permission(), department(request)).stream();
            case Approver.DepartmentHead d -> head(request, request.department(), d.levels());
            case Approver.SubjectDepartmentHead ignored -> head(request, department(request), 0);
            case Approver.OfType ignored ->
                    able(types.get(request.type()).deciders(request.requester(), request.fields()));
            case Approver.Chosen ignored ->
                    able(request.chosen().getOrDefault(step.id(), List.of()));
            case Approver.Field f -> ofField(request, f.name());
        };
    }

    private Stream<UUID> able(List<UUID> people) {
        return people.stream().filter(holders::isActive);
    }

    private Stream<UUID> ofField(Request request, String name) {
        UUID value = request.fields().id(name);
        boolean department =
                forms.get(request.type(), request.formVersion())
                        .find(name)
                        .filter(field -> field.kind() == FormField.Kind.DEPARTMENT)
                        .isPresent();
        return department
                ? head(request, value, 0)
                : able(value == null ? List.of() : List.of(value));
    }

    private Stream<UUID> head(Request request, @Nullable UUID department, int levels) {
        return department == null
                ? Stream.empty()
                : holders.headAbove(department, levels, stakeholders(request)).stream();
    }

    private static @Nullable UUID department(Request request) {
        Subject subject = request.subject();
        return subject == null ? null : subject.department();
    }

    private static Set<UUID> stakeholders(Request request) {
        Set<UUID> people = new HashSet<>(Set.of(request.requester()));
        Subject subject = request.subject();
        if (subject != null && subject.person() != null) {
            people.add(subject.person());
        }
        return people;
    }
}
