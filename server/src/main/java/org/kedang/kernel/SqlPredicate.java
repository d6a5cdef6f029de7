package org.kedang.kernel;

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

    public SqlPredicate and(SqlPredicate other) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.putAll(other.params);
        return new SqlPredicate("(" + sql + ") and (" + other.sql + ")", all);
    }
}
