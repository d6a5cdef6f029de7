package org.kedang.customfield;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;

import java.util.EnumSet;
import java.util.Set;

/**
 * A field that was added to a record.
 *
 * @param sensitive whether it is seen and changed only as ID numbers are
 * @param listed whether it stands among the columns that a list shows at first
 * @param filterable whether a list can be narrowed by it
 * @param withdrawn whether it is asked for no longer; values that are there stay and are shown
 */
@Schema(name = "CustomField")
public record CustomField(
        @NotNull(message = "required") @Valid FormField field,
        boolean sensitive,
        boolean listed,
        boolean filterable,
        boolean withdrawn) {
    static final Set<Kind> KINDS =
            EnumSet.of(
                    Kind.TEXT,
                    Kind.NUMBER,
                    Kind.MONEY,
                    Kind.DATE,
                    Kind.CHOICE,
                    Kind.PERSON,
                    Kind.FILE);

    public static CustomField of(FormField field) {
        return new CustomField(field, false, false, false, false);
    }

    public CustomField guarded() {
        return new CustomField(field, true, listed, filterable, withdrawn);
    }

    public CustomField inList() {
        return new CustomField(field, sensitive, true, filterable, withdrawn);
    }

    public CustomField inFilters() {
        return new CustomField(field, sensitive, listed, true, withdrawn);
    }

    public CustomField gone() {
        return new CustomField(field, sensitive, listed, filterable, true);
    }

    public String name() {
        return field.name();
    }

    public Kind kind() {
        return field.kind();
    }

    /** Whether its values have an order, by which a list is narrowed from one to another. */
    boolean isRanged() {
        return switch (kind()) {
            case NUMBER, MONEY, DATE -> true;
            case TEXT, LONG_TEXT, CHOICE, CHOICES, YES_NO, PERSON, DEPARTMENT, FILE -> false;
        };
    }
}
