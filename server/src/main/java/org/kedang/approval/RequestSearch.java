package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What people type to find requests: how a number begins, or a part of the title. Each has an index
 * of its own; asked in one condition neither could be used.
 *
 * @param words whether it looks for a part of the title
 */
record RequestSearch(SqlPredicate predicate, boolean words) {
    private static final Pattern NUMBER = Pattern.compile("(?i)SQ[0-9]{1,4}(-[0-9]*)?");

    /** After every digit and dash. */
    private static final String BEHIND = "~";

    static RequestSearch of(@Nullable String q, @Nullable String type) {
        String asked = q == null ? "" : q.strip();
        boolean number = NUMBER.matcher(asked).matches();
        SqlPredicate found = number ? numbered(asked) : titled(asked);
        return new RequestSearch(found.and(typed(type)), !number && !asked.isEmpty());
    }

    private static SqlPredicate numbered(String beginning) {
        String from = beginning.toUpperCase(Locale.ROOT);
        return new SqlPredicate(
                "r.number ~>=~ :numberFrom and r.number ~<~ :numberTo",
                Map.of("numberFrom", from, "numberTo", from + BEHIND));
    }

    private static SqlPredicate titled(String part) {
        return part.isEmpty()
                ? SqlPredicate.TRUE
                : SqlPredicate.of(
                        "approval_grams(r.title) @> approval_grams(:part) and position(lower(:part)"
                                + " in lower(r.title)) > 0",
                        "part",
                        part);
    }

    private static SqlPredicate typed(@Nullable String type) {
        return type == null || type.isBlank()
                ? SqlPredicate.TRUE
                : SqlPredicate.of("r.type = :type", "type", type);
    }

    /** Whether nothing narrows the list. */
    boolean isAll() {
        return predicate.equals(SqlPredicate.TRUE);
    }

    /** Asks: rare words are found by their index, common ones in the order of the list. */
    <T> T planned(JdbcClient jdbc, TransactionTemplate transaction, Supplier<T> asking) {
        return words
                ? Objects.requireNonNull(
                        transaction.execute(
                                status -> {
                                    // which it is, only a plan for these very words can tell
                                    jdbc.sql("set local plan_cache_mode = force_custom_plan")
                                            .update();
                                    return asking.get();
                                }))
                : asking.get();
    }
}
