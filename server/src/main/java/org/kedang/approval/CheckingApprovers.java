package org.kedang.approval;

import org.kedang.approval.ProcessSketch.Part;
import org.kedang.approval.ProcessSketch.Who;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.identity.Holders;
import org.kedang.identity.Roles;

import java.util.Optional;

/** Looks at who decides the steps of a drawing. */
record CheckingApprovers(Holders holders, Roles roles, Form form, ProcessFindings found) {
    void check(Part step, Who who) {
        switch (who.by()) {
            case PERSON -> {
                if (!isActivePerson(who)) {
                    found.error(
                            step.id(),
                            "指定的人员不存在或已停用。",
                            "The named person is not there or no longer active.");
                }
            }
            case ROLE -> role(step, Optional.ofNullable(who.value()).orElse(""));
            case FIELD -> fieldWithPeople(step, who);
            case PERMISSION -> permission(step, who);
            case DEPARTMENT_HEAD -> {
                int levels = Optional.ofNullable(who.levels()).orElse(0);
                if (levels < 0 || levels > 9) {
                    found.error(step.id(), "上级层数须在 0 到 9 之间。", "Levels above are from 0 to 9.");
                }
            }
            case CHOSEN, SUBJECT_DEPARTMENT_HEAD, TYPE -> {}
        }
    }

    private boolean isActivePerson(Who who) {
        return approverOf(who)
                .filter(a -> a instanceof Approver.Person p && holders.isActive(p.id()))
                .isPresent();
    }

    private void role(Part step, String code) {
        if (roles.find(code).isEmpty()) {
            found.error(
                    step.id(),
                    "没有角色“%s”。".formatted(code),
                    "There is no role \"%s\".".formatted(code));
        } else if (holders.ofRole(code).isEmpty()) {
            found.warn(
                    step.id(),
                    "角色“%s”目前无人担任，届时将交由兜底人。".formatted(code),
                    "Nobody holds the role \"%s\" now; the guardian would decide.".formatted(code));
        }
    }

    private void permission(Part step, Who who) {
        Optional<Approver> known = approverOf(who);
        if (known.isEmpty()) {
            found.error(step.id(), "请选择权限。", "Choose a permission.");
        } else if (known.get() instanceof Approver.HolderOf h
                && holders.ofPermission(h.permission(), null).isEmpty()) {
            found.warn(
                    step.id(),
                    "目前无人拥有此权限，届时将交由兜底人。",
                    "Nobody holds this permission now; the guardian would decide.");
        }
    }

    private void fieldWithPeople(Part step, Who who) {
        boolean names =
                form.find(Optional.ofNullable(who.value()).orElse(""))
                        .filter(
                                f ->
                                        f.kind() == FormField.Kind.PERSON
                                                || f.kind() == FormField.Kind.DEPARTMENT)
                        .isPresent();
        if (!names) {
            found.error(
                    step.id(),
                    "须选择表单中“人员”或“部门”类型的栏目。",
                    "Choose a field of the form that names a person or a department.");
        }
    }

    private static Optional<Approver> approverOf(Who who) {
        try {
            return Optional.of(Sketching.approver(who));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
