package org.kedang.identity;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one person may do with each sensitive field of the customers within reach. */
public record FieldRights(Map<SensitiveField, FieldAccess> access) {
    /** Every field hidden. */
    public static final FieldRights NONE = everywhere(FieldAccess.HIDDEN);

    static final FieldRights ALL = everywhere(FieldAccess.EDIT);

    /** Every field in its masked form. */
    public static final FieldRights MASKED = everywhere(FieldAccess.MASKED);

    private static FieldRights everywhere(FieldAccess access) {
        return of(Map.of(), access);
    }

    /** As the lines of a role say; a field without a line is masked. */
    static FieldRights ofLines(Map<SensitiveField, FieldAccess> lines) {
        return of(lines, FieldAccess.MASKED);
    }

    private static FieldRights of(Map<SensitiveField, FieldAccess> lines, FieldAccess otherwise) {
        Map<SensitiveField, FieldAccess> access = new EnumMap<>(SensitiveField.class);
        for (SensitiveField field : SensitiveField.values()) {
            access.put(field, lines.getOrDefault(field, otherwise));
        }
        return new FieldRights(access);
    }

    /** The better of both, field by field. */
    FieldRights or(FieldRights other) {
        Map<SensitiveField, FieldAccess> best = new EnumMap<>(access);
        other.access.forEach((field, one) -> best.merge(field, one, FieldAccess::better));
        return new FieldRights(best);
    }

    /** The stricter of both, field by field. */
    public FieldRights and(FieldRights other) {
        Map<SensitiveField, FieldAccess> strictest = new EnumMap<>(access);
        other.access.forEach((field, one) -> strictest.merge(field, one, FieldAccess::stricter));
        return new FieldRights(strictest);
    }

    /** The same with nothing clear. */
    public FieldRights masked() {
        Map<SensitiveField, FieldAccess> masked = new EnumMap<>(SensitiveField.class);
        for (SensitiveField field : SensitiveField.values()) {
            masked.put(
                    field,
                    of(field) == FieldAccess.HIDDEN ? FieldAccess.HIDDEN : FieldAccess.MASKED);
        }
        return new FieldRights(masked);
    }

    public FieldAccess of(SensitiveField field) {
        return access.getOrDefault(field, FieldAccess.HIDDEN);
    }

    /** The value as the person is shown it: clear, masked, or {@code null}. */
    public @Nullable String shown(SensitiveField field, @Nullable String value) {
        return switch (of(field)) {
            case HIDDEN -> null;
            case MASKED -> field.masked(value);
            case READ, EDIT -> value;
        };
    }

    /** How somebody is reached, as the person is shown it: a mail address, else a phone number. */
    public @Nullable String shownContact(@Nullable String contact) {
        boolean mail = contact != null && contact.contains("@");
        return shown(mail ? SensitiveField.MAIL : SensitiveField.PHONE, contact);
    }

    /** Names of the fields with exactly this access. */
    public List<String> names(FieldAccess wanted) {
        return Arrays.stream(SensitiveField.values())
                .filter(field -> of(field) == wanted)
                .map(SensitiveField::property)
                .toList();
    }
}
