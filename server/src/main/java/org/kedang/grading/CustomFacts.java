package org.kedang.grading;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecordType;
import org.kedang.customfield.CustomField;
import org.kedang.customfield.ShowingValues;
import org.kedang.form.FormField;
import org.kedang.grading.GradeFact.Choice;
import org.kedang.grading.GradeFact.Type;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/**
 * What a company keeps of customers in fields of its own. Who sees a grade must not learn from it
 * what is sensitive: of such a field rules know nothing.
 */
@Component
class CustomFacts implements GradeFacts {
    private static final String PREFIX = "custom_";

    private final ShowingValues values;

    CustomFacts(ShowingValues values) {
        this.values = values;
    }

    @Override
    public List<GradeFact> list() {
        return values.fields(CustomerRecordType.CODE).stream()
                .filter(one -> !one.withdrawn() && !one.sensitive())
                .flatMap(one -> fact(one).stream())
                .toList();
    }

    @Override
    public Optional<GradeFact> findKept(String code) {
        return code.startsWith(PREFIX)
                ? values.find(CustomerRecordType.CODE, code.substring(PREFIX.length()))
                        .flatMap(CustomFacts::fact)
                : Optional.empty();
    }

    private static Optional<GradeFact> fact(CustomField custom) {
        Type type = type(custom.kind());
        if (type == null) {
            return Optional.empty();
        }
        FormField field = custom.field();
        return Optional.of(
                new GradeFact(
                        PREFIX + field.name(),
                        field.label(),
                        type,
                        custom.sensitive() ? unknown(type) : sql(type, field.name()),
                        field.options().stream()
                                .map(one -> new Choice(one.value(), one.label()))
                                .toList()));
    }

    private static @Nullable Type type(FormField.Kind kind) {
        return switch (kind) {
            case NUMBER, MONEY -> Type.NUMBER;
            case DATE -> Type.DATE;
            case CHOICE -> Type.CHOICE;
            case TEXT -> Type.TEXT;
            case LONG_TEXT, CHOICES, YES_NO, PERSON, DEPARTMENT, FILE -> null;
        };
    }

    /** Names of fields are letters and digits. */
    private static String sql(Type type, String name) {
        String text = "(c.more ->> '%s')".formatted(name);
        return switch (type) {
            case NUMBER -> text + "::numeric";
            case DATE -> text + "::date";
            case CHOICE, REGION, INDUSTRY, DEPARTMENT, TEXT, TAGS -> text;
        };
    }

    private static String unknown(Type type) {
        return switch (type) {
            case NUMBER -> "null::numeric";
            case DATE -> "null::date";
            case CHOICE, REGION, INDUSTRY, DEPARTMENT, TEXT, TAGS -> "null::text";
        };
    }
}
