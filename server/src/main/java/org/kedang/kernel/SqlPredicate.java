package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition for a {@code where} clause with its named parameters.
 *
 * @param sql a boolean SQL expression
 * @param params values of the expression's named parameters
 */
public record SqlPredicate(String sql, Map<String, Object> params) {
    public static final SqlPredicate TRUE = new SqlPredicate("true", Map.of());
    public static final SqlPredicate FALSE = new SqlPredicate("false", Map.of());

    public static SqlPredicate of(String sql, String name, Object value) {
        return new SqlPredicate(sql, Map.of(name, value));
    }

    /** The condition on a value that was given; nothing is narrowed without one. */
    public static SqlPredicate ifGiven(String sql, String name, @Nullable Object value) {
        return value == null ? TRUE : of(sql, name, value);
    }

    /** That a column has the value, if one was given; an enum stands there by its name. */
    public static SqlPredicate equal(String column, String name, @Nullable Object value) {
        Object stored = value instanceof Enum<?> constant ? constant.name() : value;
        return ifGiven(column + " = :" + name, name, stored);
    }

    /** A condition without parameters, if it is asked for. */
    public static SqlPredicate onlyIf(boolean asked, String sql) {
        return asked ? new SqlPredicate(sql, Map.of()) : TRUE;
    }

    public SqlPredicate and(SqlPredicate other) {
        if (equals(TRUE) || other.equals(FALSE)) {
            return other;
        }
        return equals(FALSE) || other.equals(TRUE) ? this : joined("and", other);
    }

    public SqlPredicate or(SqlPredicate other) {
        if (equals(FALSE) || other.equals(TRUE)) {
            return other;
        }
        return equals(TRUE) || other.equals(FALSE) ? this : joined("or", other);
    }

    /**
     * The same with its parameters named apart, to stand beside one that has other values under the
     * same names.
     */
    public SqlPredicate named(String prefix) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        String text = sql;
        for (Map.Entry<String, Object> param : params.entrySet()) {
            text = text.replaceAll(":" + param.getKey() + "\\b", ":" + prefix + param.getKey());
            renamed.put(prefix + param.getKey(), param.getValue());
        }
        return new SqlPredicate(text, renamed);
    }

    private SqlPredicate joined(String word, SqlPredicate other) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.putAll(other.params);
        // in brackets, so that it can stand beside any other condition
        return new SqlPredicate("((" + sql + ") " + word + " (" + other.sql + "))", all);
    }
}
