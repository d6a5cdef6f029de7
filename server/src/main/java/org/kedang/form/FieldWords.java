package org.kedang.form;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Language;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What was filled in, as it is read on paper; the client says the same on the screen.
 *
 * @param names of people, departments and files that values name, by id
 */
public record FieldWords(Map<String, String> names, Language language) {
    private static final DecimalFormatSymbols SIGNS =
            DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    /** The value in words; empty if not filled in. */
    public String of(FormField field, FormValues values) {
        Object value = values.all().get(field.name());
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case MONEY -> "¥ " + number("#,##0.00", value);
            case NUMBER -> number("#,##0.##########", value);
            case YES_NO -> value.equals(true) ? language.of("是", "Yes") : language.of("否", "No");
            case CHOICE -> option(field, value);
            case CHOICES -> list(value, one -> option(field, one));
            case FILE -> list(value, this::name);
            case PERSON, DEPARTMENT -> name(value);
            case TEXT, LONG_TEXT, DATE -> value.toString();
        };
    }

    private static String number(String pattern, Object value) {
        return new DecimalFormat(pattern, SIGNS).format(new BigDecimal(value.toString()));
    }

    private String list(Object value, Function<Object, String> words) {
        List<String> all =
                value instanceof List<?> some
                        ? some.stream().map(one -> words.apply(String.valueOf(one))).toList()
                        : List.of();
        return language.list(all);
    }

    private String option(FormField field, @Nullable Object value) {
        String chosen = String.valueOf(value);
        return field.options().stream()
                .filter(one -> one.value().equals(chosen))
                .map(one -> one.label().in(language))
                .findFirst()
                .orElse(chosen);
    }

    private String name(Object id) {
        return names.getOrDefault(id.toString(), id.toString());
    }
}
