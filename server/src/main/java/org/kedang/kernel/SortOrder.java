package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An order by one field of an allow-list: {@code name} ascending, {@code -name} descending.
 *
 * @param column the SQL column or expression behind the field
 */
public record SortOrder(String column, boolean descending) {

    /**
     * Reads a request's {@code sort} against the fields a list can be ordered by.
     *
     * @param allowed field name in the API → SQL column
     */
    public static SortOrder parse(
            @Nullable String sort, String fallback, Map<String, String> allowed) {
        String asked = sort == null || sort.isBlank() ? fallback : sort.strip();
        boolean descending = asked.startsWith("-");
        String field = descending ? asked.substring(1) : asked;
        String column = allowed.get(field);
        if (column == null) {
            throw Problem.of(
                    KernelProblem.UNKNOWN_SORT_FIELD,
                    shortened(field),
                    Arrays.stream(allowed.keySet().toArray(String[]::new))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return new SortOrder(column, descending);
    }

    /**
     * {@code order by} list with the id as last word, so that pages never overlap. Nulls stand
     * where PostgreSQL's indexes have them (last when ascending), so that an index on the column
     * and the id gives the order in both directions.
     */
    public String sql(String idColumn) {
        String direction = descending ? " desc" : " asc";
        return column + direction + ", " + idColumn + (descending ? " desc" : " asc");
    }

    private static String shortened(String field) {
        return field.length() > 40 ? field.substring(0, 40) + "…" : field;
    }
}
