package org.kedang.customfield;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Entry;
import org.kedang.form.CheckingForms;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lets values of custom fields into a record. What was there before and was not touched is not
 * checked again: a field that was withdrawn or narrowed since does not stand in the way.
 */
@Service
public class KeepingValues {
    /** The rule that sensitive custom fields follow. */
    static final SensitiveField RULE = SensitiveField.ID_NUMBER;

    private final CustomFields fields;
    private final CheckingForms forms;
    private final Directory directory;
    private final RecordFiles files;
    private final ShowingValues showing;

    KeepingValues(
            CustomFields fields,
            CheckingForms forms,
            Directory directory,
            RecordFiles files,
            ShowingValues showing) {
        this.fields = fields;
        this.forms = forms;
        this.directory = directory;
        this.files = files;
        this.showing = showing;
    }

    /**
     * Passes the values of a new record.
     *
     * @param values tidied
     * @throws Problem {@code invalid-input}, {@code custom-field-not-yours}
     */
    public void requireNew(String type, Map<String, Object> values, FieldRights rights) {
        FieldSet set = fields.of(type);
        if (rights.of(RULE) == FieldAccess.HIDDEN) {
            requireNoneSensitive(set, values.keySet());
        }
        check(set, Map.of(), values, true, rights.of(RULE) != FieldAccess.HIDDEN);
    }

    /**
     * Passes the values of a record that is changed.
     *
     * @param named the fields of which the change speaks, whether or not it changes them; what is
     *     required is asked for only if it speaks of any
     * @param values tidied
     * @throws Problem {@code invalid-input}, {@code custom-field-not-yours} if it names a sensitive
     *     field that is not the actor's to change, whatever the value: no guess is confirmed
     */
    public void requireChange(
            String type,
            Map<String, Object> before,
            Map<String, Object> values,
            Set<String> named,
            FieldRights rights) {
        FieldSet set = fields.of(type);
        boolean edits = rights.of(RULE) == FieldAccess.EDIT;
        if (!edits) {
            requireNoneSensitive(set, named);
        }
        check(set, before, values, !named.isEmpty(), edits);
    }

    private static void requireNoneSensitive(FieldSet set, Set<String> names) {
        if (names.stream()
                .flatMap(name -> set.find(name).stream())
                .anyMatch(CustomField::sensitive)) {
            throw Problem.of(CustomFieldProblem.CUSTOM_FIELD_NOT_YOURS);
        }
    }

    private void check(
            FieldSet set,
            Map<String, Object> before,
            Map<String, Object> values,
            boolean whole,
            boolean sensitiveToo) {
        Set<String> changed = CustomValues.changed(before, values);
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        for (Problem.Field fault :
                forms.faults(set.form(), new FormValues(values), CustomValues.MEMBER)) {
            String name = CustomValues.name(fault.name());
            boolean asked =
                    whole
                            && (sensitiveToo
                                    || set.find(name).filter(CustomField::sensitive).isEmpty());
            if (changed.contains(name) || (!values.containsKey(name) && asked)) {
                problem.field(fault.name(), fault.slug(), fault.zh(), fault.en());
            }
        }
        if (problem.fields().isEmpty()) {
            requirePeople(set, values, changed, problem);
        }
        if (!problem.fields().isEmpty()) {
            throw problem;
        }
    }

    private void requirePeople(
            FieldSet set, Map<String, Object> values, Set<String> changed, Problem problem) {
        for (CustomField field : set.fields()) {
            Object value = changed.contains(field.name()) ? values.get(field.name()) : null;
            if (value != null
                    && field.kind() == Kind.PERSON
                    && directory.personName(UUID.fromString(value.toString())).isEmpty()) {
                problem.field(
                        CustomValues.path(field.name()),
                        "unknown",
                        "没有此人，请从列表中选择。",
                        "No such person; choose from the list.");
            }
        }
    }

    /**
     * Gives the record the files that its values name, in the transaction that keeps it.
     *
     * @throws Problem {@code invalid-input} if one is not there, was uploaded by somebody else or
     *     for another field, or belongs to another record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(Actor by, String type, UUID record, Map<String, Object> values) {
        for (CustomField field : fields.of(type).fields()) {
            List<UUID> named =
                    field.kind() == Kind.FILE
                            ? new FormValues(values).ids(field.name())
                            : List.of();
            if (!named.isEmpty()
                    && files.attach(by.id(), type, record, field.name(), named) < named.size()) {
                throw Problem.invalid(
                        CustomValues.path(field.name()),
                        "unknown-file",
                        "附件已不在或不属于此项，请移除后重新上传。",
                        "A file is gone or does not belong here; remove it and upload it again.");
            }
        }
    }

    /** Notes what changed under the names that people know, sensitive values masked. */
    public void log(
            Entry entry,
            String type,
            @Nullable Map<String, Object> before,
            Map<String, Object> after) {
        Map<String, Object> old = before == null ? Map.of() : before;
        Set<String> changed = CustomValues.changed(old, after);
        for (CustomField field : fields.of(type).fields()) {
            if (changed.contains(field.name())) {
                entry.changed(
                        field.field().label().zh(),
                        showing.logged(field, old),
                        showing.logged(field, after));
            }
        }
    }
}
