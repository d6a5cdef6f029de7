package org.kedang.approval;

import org.kedang.approval.ProcessSketch.Part;
import org.kedang.approval.ProcessSketch.When;
import org.kedang.form.FormField;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Looks at the conditions of a drawing. */
record CheckingConditions(RequestType type, ProcessFindings found) {
    private static final Set<Condition.Operator> ORDERING =
            Set.of(
                    Condition.Operator.GREATER,
                    Condition.Operator.AT_LEAST,
                    Condition.Operator.LESS,
                    Condition.Operator.AT_MOST);

    /**
     * @param before conditions of the same branch, which are looked at first
     */
    void check(Part branch, When when, Set<When> before) {
        if (!before.add(when)) {
            found.error(
                    branch.id(),
                    "条件重复，后一条路永远走不到。",
                    "The condition stands twice; the later way is never taken.");
        }
        Optional<FormField> field = type.form().find(when.fact());
        if (field.isEmpty()
                && !ProcessDesk.FACTS.containsKey(when.fact())
                && !type.factLabels().containsKey(when.fact())) {
            found.error(
                    branch.id(),
                    "条件中的“%s”不是表单栏目，也不是此类申请提供的信息。".formatted(when.fact()),
                    "\"%s\" is neither a field of the form nor told by this type of request."
                            .formatted(when.fact()));
        }
        if (field.filter(f -> f.kind() == FormField.Kind.FILE).isPresent()) {
            found.error(branch.id(), "附件不能作为条件。", "Files cannot be compared.");
        }
        if (when.value().isBlank()) {
            found.error(branch.id(), "请填写条件的值。", "Say what to compare with.");
        } else if (field.isPresent()
                && isNumber(field.get())
                && !isNumber(when.value(), when.operator())) {
            found.error(
                    branch.id(),
                    "“%s”须与数字比较。".formatted(field.get().label().zh()),
                    "\"%s\" is compared with numbers.".formatted(field.get().label().en()));
        } else if (field.isPresent()
                && ORDERING.contains(when.operator())
                && !isNumber(field.get())
                && field.get().kind() != FormField.Kind.DATE) {
            found.error(
                    branch.id(),
                    "只有数字、金额和日期可以比较大小。",
                    "Only numbers, amounts and dates are greater or less.");
        }
    }

    private static boolean isNumber(FormField field) {
        return field.kind() == FormField.Kind.NUMBER || field.kind() == FormField.Kind.MONEY;
    }

    private static boolean isNumber(String value, Condition.Operator operator) {
        try {
            for (String one :
                    operator == Condition.Operator.IN ? value.split(",") : new String[] {value}) {
                new BigDecimal(one.strip());
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
