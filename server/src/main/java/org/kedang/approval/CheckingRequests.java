package org.kedang.approval;

import org.kedang.approval.ProcessTree.Step;
import org.kedang.form.CheckingForms;
import org.kedang.form.FormField;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Refuses requests that do not fit, field by field. */
@Component
class CheckingRequests {
    private final CheckingForms forms;
    private final Holders holders;
    private final Directory directory;

    CheckingRequests(CheckingForms forms, Holders holders, Directory directory) {
        this.forms = forms;
        this.holders = holders;
        this.directory = directory;
    }

    /** What was asked for, if it fits the form and the type does not refuse it. */
    Submission checked(Actor by, RequestType type, NewRequest asked) {
        forms.check(type.form(), asked.fields(), "fields");
        requireKnown(type, asked);
        Submission submission = new Submission(by, asked.fields(), asked.reason().strip());
        type.check(submission);
        return submission;
    }

    /** People and departments that a form names must be there. */
    private void requireKnown(RequestType type, NewRequest asked) {
        for (FormField field : type.form().fields()) {
            UUID id = names(field) ? asked.fields().id(field.name()) : null;
            if (id != null && !isKnown(field, id)) {
                throw Problem.invalid(
                        "fields." + field.name(),
                        "unknown",
                        "找不到所选的人员或部门。",
                        "There is no such person or department.");
            }
        }
    }

    private static boolean names(FormField field) {
        return field.kind() == FormField.Kind.PERSON || field.kind() == FormField.Kind.DEPARTMENT;
    }

    private boolean isKnown(FormField field, UUID id) {
        String name =
                field.kind() == FormField.Kind.PERSON
                        ? directory.personName(id)
                        : directory.departmentName(id);
        return !name.isEmpty();
    }

    /** Those whom the requester chooses must be able to decide. */
    void requireChosen(Actor by, ProcessTree tree, NewRequest asked) {
        for (Step step : tree.steps()) {
            List<UUID> people = asked.chosen().getOrDefault(step.id(), List.of());
            boolean choosing = step.approvers().contains(new Approver.Chosen());
            boolean fit =
                    people.stream().noneMatch(by.id()::equals)
                            && people.stream().allMatch(holders::isActive);
            if (choosing && (people.isEmpty() || !fit)) {
                throw Problem.invalid(
                        "chosen." + step.id(),
                        "approver-needed",
                        "请为“%s”选择审批人，不能选自己。".formatted(step.name().zh()),
                        "Choose who decides \"%s\", somebody other than yourself."
                                .formatted(step.name().en()));
            }
        }
    }
}
