package org.kedang.approval;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A comparison that decides which way a request takes.
 *
 * @param fact a field of the form, {@code requester.department}, {@code subject.department} (with
 *     all departments above), or what the request type tells
 * @param value what it is compared with; for {@link Operator#IN} several, parted by commas
 */
public record Condition(String fact, Operator operator, String value) {
    /** The ways to compare. Greater and less compare numbers, and text that is none like text. */
    public enum Operator {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        AT_LEAST,
        LESS,
        AT_MOST,
        IN
    }

    /** What is not known is equal to nothing, and neither greater nor less. */
    boolean holds(Map<String, ?> facts) {
        Object known = facts.get(fact);
        List<String> values =
                known instanceof Collection<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : known == null ? List.of() : List.of(known.toString());
        return operator == Operator.NOT_EQUAL
                ? values.stream().noneMatch(one -> compare(one, value) == 0)
                : values.stream().anyMatch(this::fits);
    }

    private boolean fits(String known) {
        return switch (operator) {
            case EQUAL -> compare(known, value) == 0;
            case NOT_EQUAL -> compare(known, value) != 0;
            case GREATER -> compare(known, value) > 0;
            case AT_LEAST -> compare(known, value) >= 0;
            case LESS -> compare(known, value) < 0;
            case AT_MOST -> compare(known, value) <= 0;
            case IN ->
                    Arrays.stream(value.split(","))
                            .anyMatch(one -> compare(known, one.strip()) == 0);
        };
    }

    private static int compare(String one, String other) {
        BigDecimal a = number(one);
        BigDecimal b = number(other);
        return a == null || b == null ? one.compareTo(other) : a.compareTo(b);
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
