package org.kedang.grading;

import org.jspecify.annotations.Nullable;
import org.kedang.grading.GradeFact.Type;
import org.kedang.grading.GradeTest.Operator;
import org.kedang.kernel.SqlPredicate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What it means to compare a fact, told twice: in Java and in SQL, with the same result. */
final class Comparing {
    private static final Map<Type, Set<Operator>> POSSIBLE = new EnumMap<>(Type.class);
    private static final Set<Operator> ORDERED =
            EnumSet.of(
                    Operator.AT_LEAST,
                    Operator.GREATER,
                    Operator.AT_MOST,
                    Operator.LESS,
                    Operator.EQUAL,
                    Operator.KNOWN,
                    Operator.UNKNOWN);
    private static final Set<Operator> CHOSEN =
            EnumSet.of(Operator.ONE_OF, Operator.NONE_OF, Operator.KNOWN, Operator.UNKNOWN);

    static {
        for (Type type : Type.values()) {
            POSSIBLE.put(
                    type,
                    switch (type) {
                        case NUMBER, DATE -> ORDERED;
                        case CHOICE, REGION, INDUSTRY, DEPARTMENT -> CHOSEN;
                        case TEXT ->
                                EnumSet.of(Operator.CONTAINS, Operator.KNOWN, Operator.UNKNOWN);
                        case TAGS -> {
                            Set<Operator> tags = EnumSet.copyOf(CHOSEN);
                            tags.add(Operator.ALL_OF);
                            yield tags;
                        }
                    });
        }
    }

    private Comparing() {}

    static boolean isPossible(Type type, Operator operator) {
        return POSSIBLE.getOrDefault(type, Set.of()).contains(operator);
    }

    /** What all codes of a region and of those below it begin with. */
    private static String beginning(Type type, String code) {
        return type == Type.REGION && code.length() == 6 ? code.replaceAll("(00){1,2}$", "") : code;
    }

    /**
     * @param value as {@link FactValues} reads it; {@code null} if it is not known
     */
    static boolean holds(
            Type type, Operator operator, List<String> values, @Nullable Object value) {
        if (value == null || value.equals(List.of())) {
            return operator == Operator.UNKNOWN || operator == Operator.NONE_OF;
        }
        return switch (operator) {
            case KNOWN -> true;
            case UNKNOWN -> false;
            case NONE_OF -> values.stream().noneMatch(one -> isOrHas(type, value, one));
            case ONE_OF -> values.stream().anyMatch(one -> isOrHas(type, value, one));
            case ALL_OF -> values.stream().allMatch(one -> isOrHas(type, value, one));
            case CONTAINS -> values.stream().anyMatch(one -> value.toString().contains(one));
            case AT_LEAST -> compared(type, value, values) >= 0;
            case GREATER -> compared(type, value, values) > 0;
            case AT_MOST -> compared(type, value, values) <= 0;
            case LESS -> compared(type, value, values) < 0;
            case EQUAL -> compared(type, value, values) == 0;
        };
    }

    private static boolean isOrHas(Type type, Object value, String one) {
        return switch (type) {
            case TAGS -> value instanceof List<?> many && many.contains(one);
            case REGION, INDUSTRY -> value.toString().startsWith(beginning(type, one));
            case NUMBER, DATE, CHOICE, DEPARTMENT, TEXT -> one.equals(value);
        };
    }

    private static int compared(Type type, Object value, List<String> values) {
        return type == Type.DATE
                ? ((LocalDate) value).compareTo(LocalDate.parse(values.getFirst()))
                : ((BigDecimal) value).compareTo(new BigDecimal(values.getFirst()));
    }

    /**
     * The same as a condition that is true or false and never unknown.
     *
     * @param name of the parameter that carries the values
     */
    static SqlPredicate sql(GradeFact fact, Operator operator, List<String> values, String name) {
        String known =
                fact.type() == Type.TAGS
                        ? "cardinality(" + fact.sql() + ") > 0"
                        : "(" + fact.sql() + ") is not null";
        return switch (operator) {
            case KNOWN -> new SqlPredicate(known, Map.of());
            case UNKNOWN -> new SqlPredicate("not (" + known + ")", Map.of());
            case NONE_OF -> {
                SqlPredicate one = among(fact, values, name);
                yield new SqlPredicate("not (" + one.sql() + ")", one.params());
            }
            case ONE_OF -> among(fact, values, name);
            case ALL_OF -> bound("(%s) @> array[%s]::text[]", fact, name, values);
            case CONTAINS ->
                    bound(
                            "coalesce((select bool_or(position(v in %s) > 0) from"
                                    + " unnest(array[%s]::text[]) v), false)",
                            fact, name, values);
            case AT_LEAST -> ordered(fact, ">=", values, name);
            case GREATER -> ordered(fact, ">", values, name);
            case AT_MOST -> ordered(fact, "<=", values, name);
            case LESS -> ordered(fact, "<", values, name);
            case EQUAL -> ordered(fact, "=", values, name);
        };
    }

    private static SqlPredicate among(GradeFact fact, List<String> values, String name) {
        return switch (fact.type()) {
            case TAGS -> bound("(%s) && array[%s]::text[]", fact, name, values);
            case REGION, INDUSTRY ->
                    bound(
                            "coalesce((%s) like any (array[%s]::text[]), false)",
                            fact,
                            name,
                            values.stream().map(one -> beginning(fact.type(), one) + "%").toList());
            case NUMBER, DATE, CHOICE, DEPARTMENT, TEXT ->
                    bound("coalesce((%s) = any (array[%s]::text[]), false)", fact, name, values);
        };
    }

    private static SqlPredicate bound(
            String sql, GradeFact fact, String name, List<String> values) {
        return SqlPredicate.of(sql.formatted(fact.sql(), ":" + name), name, values);
    }

    private static SqlPredicate ordered(
            GradeFact fact, String sign, List<String> values, String name) {
        String value = values.getFirst();
        return SqlPredicate.of(
                "coalesce((%s) %s :%s, false)".formatted(fact.sql(), sign, name),
                name,
                fact.type() == Type.DATE ? LocalDate.parse(value) : new BigDecimal(value));
    }

    /** Those of the values that a fact of this type cannot have. */
    static List<String> senseless(GradeFact fact, List<String> values) {
        return values.stream()
                .filter(one -> !isSensible(fact, one))
                .collect(Collectors.toUnmodifiableList());
    }

    private static boolean isSensible(GradeFact fact, String value) {
        return switch (fact.type()) {
            case NUMBER -> value.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
            case DATE -> isDay(value);
            case CHOICE -> fact.options().stream().anyMatch(one -> one.value().equals(value));
            case REGION -> value.matches("[1-8][0-9]{5}([0-9]{3})?");
            case INDUSTRY -> value.matches("[A-T]([0-9]{2})?");
            case DEPARTMENT ->
                    value.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
            case TEXT, TAGS -> !value.isBlank();
        };
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).getYear() <= 9999;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
