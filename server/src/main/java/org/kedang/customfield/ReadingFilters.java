package org.kedang.customfield;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomFilter.Condition;
import org.kedang.customfield.CustomFilter.Marks;
import org.kedang.form.FormField.Kind;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Reads conditions as they stand in an address: {@code f1=o2&f2=100..200&f3=..2026-12-31}, names
 * and values percent-encoded.
 */
@Service
public class ReadingFilters {
    private static final int MOST = 10;
    private static final String TO = "..";

    /** Behind everything that a mark of the field can be. */
    private static final String END = "~";

    private final CustomFields fields;
    private final ShowingValues showing;

    ReadingFilters(CustomFields fields, ShowingValues showing) {
        this.fields = fields;
        this.showing = showing;
    }

    /** The conditions of {@link #kept} in Chinese, each for itself. */
    public List<String> words(String type, @Nullable String text) {
        FieldSet set = fields.of(type);
        return kept(type, text).conditions().stream()
                .map(
                        one ->
                                set.find(one.field())
                                        .map(field -> words(field, one))
                                        .orElse(one.field()))
                .toList();
    }

    private String words(CustomField field, Condition condition) {
        return field.field().label().zh()
                + "："
                + switch (condition) {
                    case Condition.Is is -> showing.words(field, Map.of(field.name(), is.value()));
                    case Condition.Between between ->
                            bound(between.from()) + " 至 " + bound(between.to());
                };
    }

    private static String bound(@Nullable BigDecimal number) {
        return number == null ? "…" : number.toPlainString();
    }

    /**
     * @throws Problem {@code invalid-input} if there is no such field, lists are not narrowed by
     *     it, or the value is none of its kind
     */
    public CustomFilter read(String type, @Nullable String text) {
        return read(type, text, CustomField::filterable);
    }

    /**
     * Conditions that were read once and are kept since; whether lists are still narrowed by their
     * fields does not matter.
     */
    public CustomFilter kept(String type, @Nullable String text) {
        return read(type, text, field -> true);
    }

    private CustomFilter read(String type, @Nullable String text, Predicate<CustomField> allowed) {
        if (text == null || text.isBlank()) {
            return CustomFilter.NONE;
        }
        FieldSet set = fields.of(type);
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        List<Condition> conditions = new ArrayList<>();
        String[] parts = text.split("&");
        for (String part : parts) {
            Condition condition = condition(set, part, allowed);
            if (condition == null || parts.length > MOST) {
                throw problem.field(
                        CustomValues.MEMBER,
                        "wrong-filter",
                        "筛选条件不对：字段须可筛选，值须符合字段类型，最多 %d 个条件。".formatted(MOST),
                        "Wrong condition: the field must be one that lists are narrowed by, the"
                                + " value of its kind, at most %d of them.".formatted(MOST));
            }
            conditions.add(condition);
        }
        return new CustomFilter(conditions);
    }

    private static @Nullable Condition condition(
            FieldSet set, String part, Predicate<CustomField> allowed) {
        int at = part.indexOf('=');
        if (at < 1) {
            return null;
        }
        try {
            String value = decoded(part.substring(at + 1));
            return set.find(decoded(part.substring(0, at)))
                    .filter(allowed)
                    .map(field -> field.isRanged() ? between(field, value) : is(field, value))
                    .orElse(null);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Condition is(CustomField field, String value) {
        String kept =
                field.kind() == Kind.PERSON ? UUID.fromString(value).toString() : value.strip();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("nothing");
        }
        return new Condition.Is(field.name(), kept, ShowingValues.mark(field, kept));
    }

    private static Condition between(CustomField field, String value) {
        int at = value.indexOf(TO);
        String from = at < 0 ? value : value.substring(0, at);
        String to = at < 0 ? value : value.substring(at + TO.length());
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("no bound");
        }
        return new Condition.Between(
                field.name(),
                number(field, from),
                number(field, to),
                new Marks(
                        from.isEmpty() ? field.name() + "=" : ShowingValues.mark(field, from),
                        to.isEmpty() ? field.name() + "=" + END : ShowingValues.mark(field, to)));
    }

    private static @Nullable BigDecimal number(CustomField field, String bound) {
        if (bound.isEmpty()) {
            return null;
        }
        return field.kind() == Kind.DATE
                ? new BigDecimal(LocalDate.parse(bound).toString().replace("-", ""))
                : bounded(new BigDecimal(bound));
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (number.precision() - number.scale() > 15) {
            throw new IllegalArgumentException("too large");
        }
        return number;
    }
}
