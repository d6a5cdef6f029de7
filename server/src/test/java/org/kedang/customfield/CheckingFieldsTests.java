package org.kedang.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;
import org.kedang.form.Label;
import org.kedang.kernel.Problem;

import java.util.List;

class CheckingFieldsTests {
    private static final CustomField LEVEL =
            CustomField.of(
                    FormField.of("level", Kind.CHOICE, "合作等级", "Level")
                            .choosing(
                                    new Option("gold", Label.of("金牌", "Gold")),
                                    new Option("silver", Label.of("银牌", "Silver"))));
    private static final CustomField BUDGET =
            CustomField.of(FormField.of("budget", Kind.MONEY, "年度预算", "Budget").from(0));
    private static final FieldSet BEFORE = new FieldSet("customer", 3, List.of(LEVEL, BUDGET));

    private static CustomField text(String name, String zh) {
        return CustomField.of(FormField.of(name, Kind.TEXT, zh, name));
    }

    private static List<String> faults(CustomField... wanted) {
        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> CheckingFields.require(BEFORE, List.of(wanted)));
        return problem.fields().stream().map(one -> one.name() + " " + one.slug()).toList();
    }

    @Test
    void letsFieldsBeAddedRenamedOrderedAndWithdrawn() {
        CustomField renamed =
                CustomField.of(FormField.of("budget", Kind.MONEY, "全年预算", "Budget").needed());

        assertThatCode(
                        () ->
                                CheckingFields.require(
                                        BEFORE,
                                        List.of(
                                                text("note1", "门牌"),
                                                renamed.inList().inFilters(),
                                                LEVEL.gone())))
                .doesNotThrowAnyException();
    }

    @Test
    void takesNoFieldAway() {
        assertThat(faults(LEVEL)).containsExactly("fields missing");
    }

    @Test
    void keepsTheKindAndTheOptionsOfAField() {
        CustomField number = CustomField.of(FormField.of("budget", Kind.NUMBER, "预算", "B"));
        CustomField fewer =
                CustomField.of(
                        FormField.of("level", Kind.CHOICE, "等级", "L")
                                .choosing(new Option("gold", Label.of("金", "G"))));

        assertThat(faults(LEVEL, number)).containsExactly("fields[1].field.kind fixed");
        assertThat(faults(fewer, BUDGET)).containsExactly("fields[0].field.options fixed");
    }

    @Test
    void tellsOfEverythingThatIsWrong() {
        CustomField file = CustomField.of(FormField.of("paper", Kind.FILE, "文件", "File"));
        CustomField reversed =
                CustomField.of(FormField.of("n", Kind.NUMBER, "数", "N").from(9).upTo(1));

        assertThat(faults(LEVEL, BUDGET, text("a", "同名"), text("a", "同名")))
                .containsExactly("fields[3].field.name twice", "fields[3].field.label twice");
        assertThat(faults(LEVEL, BUDGET, text("a", "甲").guarded().inFilters()))
                .containsExactly("fields[2].filterable not-filterable");
        assertThat(faults(LEVEL, BUDGET, file.guarded().inList().inFilters()))
                .containsExactly(
                        "fields[2].sensitive not-for-files",
                        "fields[2].listed not-for-files",
                        "fields[2].filterable not-filterable");
        assertThat(faults(LEVEL, BUDGET, reversed))
                .containsExactly("fields[2].field.most out-of-range");
        assertThat(
                        faults(
                                LEVEL,
                                BUDGET,
                                CustomField.of(FormField.of("d", Kind.DEPARTMENT, "部门", "D"))))
                .containsExactly("fields[2].field.kind invalid-choice");
        assertThat(faults(LEVEL, BUDGET, CustomField.of(FormField.of("c", Kind.CHOICE, "选", "C"))))
                .containsExactly("fields[2].field.options wrong-options");
        assertThat(
                        faults(
                                LEVEL,
                                BUDGET,
                                CustomField.of(FormField.of("t", Kind.TEXT, "文", "T").upTo(900))))
                .containsExactly("fields[2].field.most out-of-range");
    }
}
