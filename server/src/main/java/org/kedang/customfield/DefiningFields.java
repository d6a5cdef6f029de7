package org.kedang.customfield;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Adding fields to records, ordering, renaming and withdrawing them. */
@Service
public class DefiningFields {
    private final List<RecordType> types;
    private final CustomFields fields;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    DefiningFields(
            List<RecordType> types,
            CustomFields fields,
            Audit audit,
            ApplicationEventPublisher events) {
        this.types = types.stream().sorted(Comparator.comparing(RecordType::code)).toList();
        this.fields = fields;
        this.audit = audit;
        this.events = events;
    }

    public List<RecordType> types() {
        return types;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public RecordType type(String code) {
        return types.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /**
     * The fields in force.
     *
     * @throws Problem {@code not-found} if there is no such kind of record
     */
    public FieldSet get(String type) {
        return fields.of(type(type).code());
    }

    /**
     * Replaces the fields, in the order in which they are asked. A field that was there stays, with
     * its kind and its options, at least as a withdrawn one: records have values of it.
     *
     * @throws Problem {@code not-found}, {@code stale-version}, {@code invalid-input} with all that
     *     is wrong
     */
    @Transactional
    public FieldSet define(Actor by, String code, long basedOn, List<CustomField> wanted) {
        RecordType type = type(code);
        FieldSet before = fields.lock(code);
        if (before.version() != basedOn) {
            throw Problem.of(KernelProblem.STALE_VERSION).with("current", before);
        }
        CheckingFields.require(before, wanted);
        Entry entry = entry(by, type, before, wanted);
        if (!entry.hasChanges() && before.fields().equals(wanted)) {
            return before;
        }
        FieldSet after = fields.add(by, new FieldSet(code, before.version() + 1, wanted));
        audit.record(entry);
        events.publishEvent(new FieldsChanged(code, changesVisibility(before, after)));
        return after;
    }

    private static boolean changesVisibility(FieldSet before, FieldSet after) {
        return before.fields().stream()
                .anyMatch(
                        old ->
                                after.find(old.name())
                                        .filter(now -> now.sensitive() != old.sensitive())
                                        .isPresent());
    }

    private static Entry entry(
            Actor by, RecordType type, FieldSet before, List<CustomField> wanted) {
        Entry entry =
                Entry.of(by, CustomFieldAct.DEFINED)
                        .subject("record-type", idOf(type), type.name().zh());
        wanted.forEach(
                now ->
                        entry.change(
                                now.field().label().zh(),
                                before.find(now.name()).map(DefiningFields::said).orElse(""),
                                said(now)));
        return entry.change("order", order(before.fields()), order(wanted));
    }

    /** Kinds of records are known by code; the log knows subjects by id. */
    private static UUID idOf(RecordType type) {
        return UUID.nameUUIDFromBytes(
                ("record-type " + type.code()).getBytes(StandardCharsets.UTF_8));
    }

    private static String order(List<CustomField> fields) {
        return String.join("、", fields.stream().map(one -> one.field().label().zh()).toList());
    }

    private static String said(CustomField one) {
        FormField field = one.field();
        List<String> words = new ArrayList<>(List.of(field.label().zh(), said(one.kind())));
        add(words, field.required(), "必填");
        add(words, one.sensitive(), "敏感");
        add(words, one.listed(), "列表显示");
        add(words, one.filterable(), "可筛选");
        add(words, one.withdrawn(), "已停用");
        add(words, field.least() != null, "≥ " + field.least());
        add(words, field.most() != null, "≤ " + field.most());
        List<String> options =
                field.options().stream()
                        .map(some -> some.label().zh() + (some.offered() ? "" : "（停用）"))
                        .toList();
        add(words, !options.isEmpty(), String.join("／", options));
        return String.join("，", words);
    }

    private static void add(List<String> words, boolean holds, String word) {
        if (holds) {
            words.add(word);
        }
    }

    private static String said(Kind kind) {
        return switch (kind) {
            case TEXT -> "文本";
            case LONG_TEXT -> "多行文本";
            case NUMBER -> "数字";
            case MONEY -> "金额";
            case DATE -> "日期";
            case CHOICE -> "单选";
            case CHOICES -> "多选";
            case YES_NO -> "是否";
            case PERSON -> "人员";
            case DEPARTMENT -> "部门";
            case FILE -> "文件";
        };
    }
}
