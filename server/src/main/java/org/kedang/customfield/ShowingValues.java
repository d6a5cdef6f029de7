package org.kedang.customfield;

import org.jspecify.annotations.Nullable;
import org.kedang.form.FieldWords;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.kernel.Language;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Values of custom fields for people, for the log and for the index. */
@Service
public class ShowingValues {
    /** Tells nothing of the value, not even how long it is. */
    public static final String MASK = "******";

    private final CustomFields fields;
    private final Directory directory;
    private final RecordFiles files;

    ShowingValues(CustomFields fields, Directory directory, RecordFiles files) {
        this.fields = fields;
        this.directory = directory;
        this.files = files;
    }

    public ShownValues shown(String type, Map<String, Object> values, FieldRights rights) {
        FieldSet set = fields.of(type);
        FieldAccess access = rights.of(KeepingValues.RULE);
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (CustomField field : set.fields()) {
            Object value = values.get(field.name());
            if (value != null) {
                show(field, value, access, shown);
                name(field, shown.get(field.name()), names);
            }
        }
        return new ShownValues(
                shown,
                names,
                sensitive(set, access, FieldAccess.MASKED),
                sensitive(set, access, FieldAccess.HIDDEN),
                sensitive(set, access, FieldAccess.READ));
    }

    private static void show(
            CustomField field, Object value, FieldAccess access, Map<String, Object> shown) {
        if (!field.sensitive() || access.isAtLeast(FieldAccess.READ)) {
            shown.put(field.name(), value);
        } else if (access == FieldAccess.MASKED) {
            shown.put(field.name(), MASK);
        }
    }

    private void name(CustomField field, @Nullable Object shown, Map<String, String> names) {
        if (field.kind() == Kind.PERSON && shown != null && !shown.equals(MASK)) {
            names.put(shown.toString(), directory.personName(UUID.fromString(shown.toString())));
        }
    }

    private static List<String> sensitive(FieldSet set, FieldAccess access, FieldAccess wanted) {
        return access == wanted
                ? set.fields().stream()
                        .filter(CustomField::sensitive)
                        .map(CustomField::name)
                        .toList()
                : List.of();
    }

    /** What a list shows of them, people by their names. */
    public Map<String, Object> listed(String type, Map<String, Object> values, FieldRights rights) {
        if (values.isEmpty()) {
            return Map.of();
        }
        ShownValues shown = shown(type, values, rights);
        Map<String, Object> listed = new LinkedHashMap<>();
        for (CustomField field : fields.of(type).fields()) {
            Object value = shown.values().get(field.name());
            if (value != null && field.kind() != Kind.FILE) {
                boolean person = field.kind() == Kind.PERSON;
                listed.put(
                        field.name(),
                        person
                                ? shown.names().getOrDefault(value.toString(), value.toString())
                                : value);
            }
        }
        return listed;
    }

    /** The fields in the order in which they are asked, withdrawn ones too. */
    public List<CustomField> fields(String type) {
        return fields.of(type).fields();
    }

    /** The field, also a withdrawn one. */
    public Optional<CustomField> find(String type, String name) {
        return fields.of(type).find(name);
    }

    /** What the reader may do with sensitive fields. */
    public FieldAccess access(FieldRights rights) {
        return rights.of(KeepingValues.RULE);
    }

    /** Whether the reader never sees the field's values. */
    public boolean isHidden(CustomField field, FieldRights rights) {
        return field.sensitive() && rights.of(KeepingValues.RULE) == FieldAccess.HIDDEN;
    }

    /**
     * A value for a reader who compares versions: people and files by name, all else as it is kept,
     * masked if he sees no more of it; {@code null} if there is none.
     */
    public @Nullable String compared(
            CustomField field, Map<String, Object> values, FieldRights rights) {
        Object value = values.get(field.name());
        if (value == null) {
            return null;
        }
        if (field.sensitive() && !rights.of(KeepingValues.RULE).isAtLeast(FieldAccess.READ)) {
            return MASK;
        }
        return switch (field.kind()) {
            case PERSON, DEPARTMENT, FILE -> words(field, values);
            default -> value.toString();
        };
    }

    /** In Chinese, as it stands on paper; empty if there is none. */
    public String words(CustomField field, Map<String, Object> values) {
        FormValues filled = new FormValues(values);
        Map<String, String> names = new HashMap<>();
        if (field.kind() == Kind.PERSON && filled.has(field.name())) {
            UUID id = UUID.fromString(filled.text(field.name()));
            names.put(id.toString(), directory.personName(id));
        } else if (field.kind() == Kind.FILE) {
            names.putAll(files.names(filled.ids(field.name())));
        }
        return new FieldWords(names, Language.ZH).of(field.field(), filled);
    }

    /** The same of what a reader is shown. */
    public String words(CustomField field, ShownValues shown) {
        Object value = shown.values().get(field.name());
        return MASK.equals(value)
                ? MASK
                : new FieldWords(shown.names(), Language.ZH)
                        .of(field.field(), new FormValues(shown.values()));
    }

    String logged(CustomField field, Map<String, Object> values) {
        String words = words(field, values);
        return field.sensitive() && !words.isEmpty() ? MASK : words;
    }

    /** All of them by Chinese name, for the copy that the customer has a right to. */
    public Map<String, Object> copy(String type, Map<String, Object> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (CustomField field : fields.of(type).fields()) {
            if (values.containsKey(field.name())) {
                copy.put(field.field().label().zh(), words(field, values));
            }
        }
        return copy;
    }

    /** Texts by which the record is found; nothing sensitive. */
    public List<String> texts(String type, Map<String, Object> values) {
        List<String> texts = new ArrayList<>();
        for (CustomField field : fields.of(type).fields()) {
            if (field.kind() == Kind.TEXT
                    && !field.sensitive()
                    && values.containsKey(field.name())) {
                texts.add(values.get(field.name()).toString());
            }
        }
        return texts;
    }

    /** Marks in the index by which it is narrowed; nothing sensitive. */
    public List<String> marks(String type, Map<String, Object> values) {
        List<String> marks = new ArrayList<>();
        for (CustomField field : fields.of(type).fields()) {
            Object value = values.get(field.name());
            if (value != null && !field.sensitive() && field.kind() != Kind.FILE) {
                marks.add(mark(field, value.toString()));
            }
        }
        return marks;
    }

    /** Those of ordered values sort as the values do. */
    static String mark(CustomField field, String value) {
        return field.name()
                + "="
                + switch (field.kind()) {
                    case NUMBER, MONEY -> sortable(new BigDecimal(value));
                    default -> value;
                };
    }

    /** All values that are kept lie between ± 10¹⁵. */
    private static String sortable(BigDecimal number) {
        return "%028.10f".formatted(number.add(new BigDecimal("1000000000000000")));
    }
}
