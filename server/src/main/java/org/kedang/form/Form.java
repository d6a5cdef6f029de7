package org.kedang.form;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fields in the order in which people fill them.
 *
 * @throws IllegalArgumentException if a name stands twice, or a choice has nothing to choose
 */
public record Form(List<FormField> fields) {
    public Form {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (FormField field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("two fields " + field.name());
            }
            if (isChoice(field) == field.options().isEmpty()) {
                throw new IllegalArgumentException("options of " + field.name());
            }
        }
    }

    public static Form of(FormField... fields) {
        return new Form(List.of(fields));
    }

    public Optional<FormField> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    static boolean isChoice(FormField field) {
        return switch (field.kind()) {
            case CHOICE, CHOICES -> true;
            case TEXT, LONG_TEXT, NUMBER, MONEY, DATE, YES_NO, PERSON, DEPARTMENT, FILE -> false;
        };
    }
}
