package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomFilter;
import org.kedang.customfield.CustomFilter.Condition;
import org.kedang.customfield.CustomValues;
import org.kedang.kernel.SqlPredicate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Conditions on custom fields of {@code customer c}, each as an index has it. */
final class CustomConditions {
    private CustomConditions() {}

    static SqlPredicate of(CustomFilter filter) {
        SqlPredicate all = SqlPredicate.TRUE;
        int run = 0;
        for (Condition condition : filter.conditions()) {
            all = all.and(of(condition).named("custom" + run++ + "_"));
        }
        return all;
    }

    private static SqlPredicate of(Condition condition) {
        return switch (condition) {
            case Condition.Is is ->
                    SqlPredicate.of(
                            "c.more @> :has::jsonb",
                            "has",
                            CustomValues.write(Map.of(is.field(), is.value())));
            case Condition.Between between -> between(between);
        };
    }

    private static SqlPredicate between(Condition.Between between) {
        StringBuilder sql =
                new StringBuilder(
                        "c.id in (select r.customer_id from customer_range r where r.field ="
                                + " :field");
        Map<String, Object> params = new HashMap<>(Map.of("field", between.field()));
        bound(sql, params, " and r.value >= :least", "least", between.from());
        bound(sql, params, " and r.value <= :most", "most", between.to());
        return new SqlPredicate(sql.append(')').toString(), params);
    }

    private static void bound(
            StringBuilder sql,
            Map<String, Object> params,
            String condition,
            String name,
            @Nullable BigDecimal value) {
        if (value != null) {
            sql.append(condition);
            params.put(name, value);
        }
    }
}
