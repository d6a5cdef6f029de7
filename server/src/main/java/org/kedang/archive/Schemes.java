package org.kedang.archive;

import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The scheme in force. */
@Repository
public class Schemes {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Recent<String, Scheme> current = new Recent<>(FRESH, 1, key -> load());

    Schemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Scheme current() {
        return current.get("current");
    }

    private Scheme load() {
        return new Scheme(
                jdbc.sql("select code, name from fonds order by code")
                        .query(Scheme.Fonds.class)
                        .list(),
                jdbc.sql("select code, name, number_rule from category order by position")
                        .query(Scheme.Category.class)
                        .list(),
                jdbc.sql(
                                """
                                select c.*, array(select d.name from required_document d
                                    where d.class_code = c.code order by d.position) required
                                from record_class c order by c.position
                                """)
                        .query(Schemes::recordClass)
                        .list(),
                jdbc.sql("select code, zh, en, years from retention_period order by position")
                        .query(Scheme.RetentionPeriod.class)
                        .list(),
                Arrays.stream(SecrecyLevel.values())
                        .map(level -> new Scheme.Level(level, level.zh(), level.en()))
                        .toList());
    }

    private static Scheme.RecordClass recordClass(ResultSet row, int number) throws SQLException {
        return new Scheme.RecordClass(
                row.getString("code"),
                row.getString("category_code"),
                row.getString("name"),
                row.getString("filed"),
                row.getString("trigger"),
                row.getString("period_code"),
                SecrecyLevel.ofStored(row.getInt("secrecy")),
                List.of((String[]) row.getArray("required").getArray()));
    }
}
