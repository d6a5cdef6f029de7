package org.kedang.customfield;

import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What fields must obey, and what may not become of fields that hold values. */
final class CheckingFields {
    /** Withdrawn ones too: they are never taken away. */
    static final int MOST = 200;

    private static final int MOST_ASKED = 60;

    private final List<CustomField> fields;
    private final FieldSet before;
    private final Problem problem = Problem.of(KernelProblem.INVALID_INPUT);

    private CheckingFields(FieldSet before, List<CustomField> fields) {
        this.before = before;
        this.fields = fields;
    }

    /**
     * @throws Problem {@code invalid-input} with all that is wrong
     */
    static void require(FieldSet before, List<CustomField> fields) {
        CheckingFields checking = new CheckingFields(before, fields);
        checking.checkAll();
        if (!checking.problem.fields().isEmpty()) {
            throw checking.problem;
        }
    }

    private void checkAll() {
        Set<String> names = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            CustomField one = fields.get(i);
            String at = "fields[" + i + "].";
            if (!names.add(one.name())) {
                problem.field(
                        at + "field.name", "twice", "字段代码重复。", "Two fields have the same code.");
            }
            if (!one.withdrawn() && !labels.add(one.field().label().zh().strip())) {
                problem.field(
                        at + "field.label",
                        "twice",
                        "已有同名字段，请换一个名称。",
                        "Another field has this name; choose a different one.");
            }
            checkKind(one, at);
            checkTraits(one, at);
            before.find(one.name()).ifPresent(old -> checkChange(old, one, at));
        }
        checkMissing(names);
        if (fields.stream().filter(one -> !one.withdrawn()).count() > MOST_ASKED) {
            problem.field(
                    "fields",
                    "too-many",
                    "最多 %d 个在用字段，请先停用一些。".formatted(MOST_ASKED),
                    "At most %d fields in use; withdraw some first.".formatted(MOST_ASKED));
        }
    }

    private void checkKind(CustomField one, String at) {
        FormField field = one.field();
        if (!CustomField.KINDS.contains(one.kind())) {
            problem.field(
                    at + "field.kind",
                    "invalid-choice",
                    "自定义字段没有这种类型。",
                    "Custom fields have no such kind.");
        }
        if ((one.kind() == Kind.CHOICE) == field.options().stream().noneMatch(Option::offered)) {
            problem.field(
                    at + "field.options",
                    "wrong-options",
                    "选项类字段须有选项，其他类型不能有选项。",
                    "A choice, and nothing else, needs options.");
        }
        Set<String> values = new HashSet<>();
        if (!field.options().stream().map(Option::value).allMatch(values::add)) {
            problem.field(
                    at + "field.options", "twice", "选项代码重复。", "Two options have the same code.");
        }
        checkBounds(field, at);
    }

    private void checkBounds(FormField field, String at) {
        if (field.least() != null
                && field.most() != null
                && field.least().compareTo(field.most()) > 0) {
            problem.field(
                    at + "field.most",
                    "out-of-range",
                    "最大值不能小于最小值。",
                    "The greatest value cannot be below the least.");
        }
        boolean counts = field.kind() == Kind.TEXT || field.kind() == Kind.FILE;
        int most = field.kind() == Kind.TEXT ? 200 : 50;
        if (counts
                && field.most() != null
                && (field.most().signum() <= 0
                        || field.most().stripTrailingZeros().scale() > 0
                        || field.most().intValue() > most)) {
            problem.field(
                    at + "field.most",
                    "out-of-range",
                    "请填 1 至 %d 的整数。".formatted(most),
                    "A whole number from 1 to %d.".formatted(most));
        }
    }

    private void checkTraits(CustomField one, String at) {
        boolean file = one.kind() == Kind.FILE;
        if (file && one.sensitive()) {
            problem.field(
                    at + "sensitive",
                    "not-for-files",
                    "文件字段不能设为敏感，请改用证照或档案保管。",
                    "A field for files cannot be sensitive; keep such files as certificates or"
                            + " archives.");
        }
        if (file && one.listed()) {
            problem.field(
                    at + "listed",
                    "not-for-files",
                    "文件字段不能作为列表列。",
                    "A field for files cannot be a column.");
        }
        if (one.filterable() && (file || one.sensitive())) {
            problem.field(
                    at + "filterable",
                    "not-filterable",
                    "敏感字段和文件字段不能用来筛选。",
                    "Lists are not narrowed by sensitive fields or by files.");
        }
    }

    private void checkChange(CustomField old, CustomField now, String at) {
        if (old.kind() != now.kind()) {
            problem.field(
                    at + "field.kind",
                    "fixed",
                    "已有字段不能改变类型；请停用它，另建一个。",
                    "A field keeps its kind; withdraw it and add another one.");
        }
        Set<String> values =
                now.field().options().stream().map(Option::value).collect(Collectors.toSet());
        if (old.field().options().stream().anyMatch(option -> !values.contains(option.value()))) {
            problem.field(
                    at + "field.options",
                    "fixed",
                    "已有选项可以改名或停用，不能删除：可能已有记录选用。",
                    "Options can be renamed or withdrawn, not removed: records may have chosen"
                            + " them.");
        }
    }

    private void checkMissing(Set<String> names) {
        List<String> missing =
                before.fields().stream()
                        .filter(one -> !names.contains(one.name()))
                        .map(one -> one.field().label().zh())
                        .toList();
        if (!missing.isEmpty()) {
            problem.field(
                    "fields",
                    "missing",
                    "字段不能删除，只能停用：%s。".formatted(String.join("、", missing)),
                    "Fields are withdrawn, never removed: %s."
                            .formatted(String.join(", ", missing)));
        }
    }
}
