package org.kedang.grading;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the facts are for one customer. */
@Repository
class FactValues {
    private final JdbcClient jdbc;

    FactValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What these are, by code: {@link BigDecimal}, {@link LocalDate}, a text, or a list of texts;
     * without those that are not known.
     */
    Optional<Map<String, Object>> find(List<GradeFact> asked, UUID customer, LocalDate today) {
        String columns =
                Stream.concat(
                                Stream.of("c.id"),
                                asked.stream()
                                        .map(
                                                fact ->
                                                        "(%s) as \"%s\""
                                                                .formatted(
                                                                        fact.sql(), fact.code())))
                        .collect(Collectors.joining(", "));
        return jdbc.sql("select " + columns + " from customer c where c.id = :id")
                .param("id", customer)
                .param("today", today)
                .query((row, n) -> read(row, asked))
                .optional();
    }

    private static Map<String, Object> read(ResultSet row, List<GradeFact> asked)
            throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (GradeFact fact : asked) {
            Object value = value(row, fact);
            if (value != null) {
                values.put(fact.code(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, GradeFact fact) throws SQLException {
        return switch (fact.type()) {
            case NUMBER -> row.getBigDecimal(fact.code());
            case DATE -> row.getObject(fact.code(), LocalDate.class);
            case CHOICE, REGION, INDUSTRY, DEPARTMENT, TEXT -> row.getString(fact.code());
            case TAGS -> List.of((String[]) row.getArray(fact.code()).getArray());
        };
    }
}
