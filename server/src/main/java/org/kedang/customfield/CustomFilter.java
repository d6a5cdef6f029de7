package org.kedang.customfield;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/** What narrows a list by custom fields; all conditions hold. */
public record CustomFilter(List<Condition> conditions) {
    public static final CustomFilter NONE = new CustomFilter(List.of());

    public CustomFilter {
        conditions = List.copyOf(conditions);
    }

    /** A condition on one field. */
    public sealed interface Condition {
        /** Name of the field. */
        String field();

        /**
         * Equal to the value.
         *
         * @param mark as {@link ShowingValues#marks} has it
         */
        record Is(String field, String value, String mark) implements Condition {}

        /**
         * Not below {@code from} and not above {@code to}; days as numbers such as 20261124.
         *
         * @param marks the same as {@link ShowingValues#marks} has it
         */
        record Between(
                String field, @Nullable BigDecimal from, @Nullable BigDecimal to, Marks marks)
                implements Condition {}
    }

    /** The first and last mark between which values lie. */
    public record Marks(String from, String to) {}
}
