package org.kedang.grading;

import org.kedang.form.Label;

import java.util.List;

/**
 * Something known about every customer that rules may look at.
 *
 * @param code unique and lasting, camel case: rules name it
 * @param sql an expression over {@code customer} under the alias {@code c}, {@code null} where it
 *     is not known; {@code :today} is the day in China. Of the SQL type that {@link Type} says
 * @param options what can be chosen, for {@link Type#CHOICE}
 */
public record GradeFact(String code, Label label, Type type, String sql, List<Choice> options) {
    /** What can be chosen. */
    public record Choice(String value, Label label) {}

    /** What sort of value it is, which says how it can be compared. */
    public enum Type {
        /** {@code numeric} */
        NUMBER,
        /** {@code date} */
        DATE,
        /** {@code text}, one of the options. */
        CHOICE,
        /** {@code text}, a code of GB/T 2260; a province stands for all below it. */
        REGION,
        /** {@code text}, a code of GB/T 4754; a section stands for its divisions. */
        INDUSTRY,
        /** {@code text}, the id of a department. */
        DEPARTMENT,
        /** {@code text} */
        TEXT,
        /** {@code text[]}, never {@code null} */
        TAGS
    }

    public GradeFact {
        options = List.copyOf(options);
    }

    public static GradeFact of(String code, Label label, Type type, String sql) {
        return new GradeFact(code, label, type, sql, List.of());
    }
}
