package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The rules, as rows; one of each kind. */
@Repository
public class Rules {
    private final JdbcClient jdbc;

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Rule> list() {
        return jdbc.sql("select * from alert_rule order by position")
                .query((row, n) -> rule(row))
                .list();
    }

    Rule get(RuleKind kind) {
        return one("select * from alert_rule where kind = :kind", kind);
    }

    Rule lock(RuleKind kind) {
        return one("select * from alert_rule where kind = :kind for update", kind);
    }

    private Rule one(String sql, RuleKind kind) {
        return jdbc.sql(sql)
                .param("kind", kind.name())
                .query((row, n) -> rule(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    void keep(Rule rule, UUID by, String byName, Instant now) {
        jdbc.sql(
                        """
                        update alert_rule set enabled = :on, off_reason = :offReason, threshold = :limit,
                            window_minutes = :window, days = :days, factor = :factor, night_from = :nightFrom,
                            night_until = :nightUntil, acts = :acts, version = version + 1, changed_by = :by, changed_by_name = :byName,
                            changed_at = :now
                        where kind = :kind
                        """)
                .param("kind", rule.kind().name())
                .param("on", rule.on())
                .param("offReason", rule.offReason())
                .param("limit", rule.limit())
                .param("window", rule.windowMinutes())
                .param("days", rule.days())
                .param("factor", rule.factor())
                .param("nightFrom", rule.nightFrom())
                .param("nightUntil", rule.nightUntil())
                .param("acts", rule.acts().toArray(String[]::new))
                .param("by", by)
                .param("byName", byName)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Rule rule(ResultSet row) throws SQLException {
        OffsetDateTime changed = row.getObject("changed_at", OffsetDateTime.class);
        return new Rule(
                RuleKind.valueOf(row.getString("kind")),
                row.getBoolean("enabled"),
                row.getString("off_reason"),
                row.getObject("threshold", Integer.class),
                row.getObject("window_minutes", Integer.class),
                row.getObject("days", Integer.class),
                factor(row),
                row.getObject("night_from", LocalTime.class),
                row.getObject("night_until", LocalTime.class),
                List.of((String[]) row.getArray("acts").getArray()),
                row.getLong("version"),
                changed == null ? null : changed.toInstant(),
                row.getString("changed_by_name"));
    }

    private static @Nullable Double factor(ResultSet row) throws SQLException {
        double factor = row.getDouble("factor");
        return row.wasNull() ? null : factor;
    }
}
