package org.kedang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Requests by the hundred thousand, made of one that went the usual way: every row of it is copied
 * with ids of its own, in the tables of the product and of the engine.
 */
final class MadeRequests {
    /** Whose turn it is, or was: everybody of the demo but the requester, in turn. */
    private static final String SOMEBODY =
            "(array(select id from person where user_name in ('clerk', 'head', 'gm', 'sysadmin',"
                    + " 'secadmin', 'auditor') order by user_name))[1 + i % 6]";

    private final Connection owner;

    MadeRequests(Connection owner) {
        this.owner = owner;
    }

    /** Open ones like this one, up to so many; those already there count. */
    void fillOpen(UUID seed, int many) throws SQLException {
        int begun = count("open");
        copyRequest(seed, "open", begun, many);
        for (Map.Entry<String, List<String>> table :
                Map.of(
                                "act_ru_execution",
                                List.of("id_", "proc_inst_id_", "parent_id_", "root_proc_inst_id_"),
                                "act_ru_task",
                                List.of("id_", "execution_id_", "proc_inst_id_"),
                                "act_ru_actinst",
                                List.of("id_", "execution_id_", "proc_inst_id_", "task_id_"),
                                "act_ru_variable",
                                List.of("id_", "execution_id_", "proc_inst_id_", "task_id_"))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            String values = "";
            for (String column : columns(table.getKey())) {
                values +=
                        table.getValue().contains(column)
                                ? "s.%s || '-' || i, ".formatted(column)
                                : "s." + column + ", ";
            }
            copy(
                    table.getKey(),
                    values,
                    "s.proc_inst_id_ = (select instance_id from approval_request where id = '%s')"
                            .formatted(seed),
                    begun,
                    many);
        }
    }

    /** Closed ones like this one, up to so many, one every half minute into the past. */
    void fillClosed(UUID seed, int many) throws SQLException {
        copyRequest(seed, "closed", count("closed"), many);
    }

    private void copyRequest(UUID seed, String kind, int begun, int many) throws SQLException {
        Map<String, String> request =
                Map.of(
                        "id", id("r", kind),
                        "number", "'%s' || i".formatted(number(kind)),
                        "title", "case when i % 10000 = 0 then '鉴湖' else '' end || s.title",
                        "submitted_at", "s.submitted_at - i * interval '30 seconds'",
                        "closed_at", "s.closed_at - i * interval '30 seconds'",
                        "instance_id", "s.instance_id || '-' || i");
        copy("approval_request", request, "s.id = '%s'".formatted(seed), begun, many);
        copy(
                "approval_step",
                Map.of("id", id("s", kind), "request_id", id("r", kind)),
                "s.request_id = '%s'".formatted(seed),
                begun,
                many);
        copy(
                "approval_task",
                Map.of(
                        "id",
                        id("t", kind),
                        "step_id",
                        id("s", kind),
                        "request_id",
                        id("r", kind),
                        "person_id",
                        SOMEBODY,
                        "decided_by",
                        "case when s.decided_by is not null then " + SOMEBODY + " end",
                        "opened_at",
                        "s.opened_at - i * interval '30 seconds'",
                        "decided_at",
                        "s.decided_at - i * interval '30 seconds'"),
                "s.request_id = '%s'".formatted(seed),
                begun,
                many);
    }

    /** Before every year that has numbers of its own. */
    private static String number(String kind) {
        return kind.equals("open") ? "SQ1001-" : "SQ1002-";
    }

    private static String id(String what, String kind) {
        return "md5('%s%s' || i)::uuid".formatted(what, kind);
    }

    private void copy(String table, Map<String, String> own, String seed, int begun, int many)
            throws SQLException {
        StringBuilder values = new StringBuilder();
        for (String column : columns(table)) {
            values.append(own.getOrDefault(column, "s." + column)).append(", ");
        }
        copy(table, values.toString(), seed, begun, many);
    }

    private void copy(String table, String values, String seed, int begun, int many)
            throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "insert into %1$s (%2$s) select %3$s from %1$s s, generate_series(%5$d, %6$d) i where %4$s"
                            .formatted(
                                    table,
                                    String.join(", ", columns(table)),
                                    values.replaceAll(", $", ""),
                                    seed,
                                    begun + 1,
                                    many));
            statement.execute("analyze " + table);
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement query =
                owner.prepareStatement(
                        "select column_name from information_schema.columns where table_schema ="
                                + " current_schema() and table_name = ? and is_generated = 'NEVER'"
                                + " order by ordinal_position")) {
            query.setString(1, table);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private int count(String kind) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from approval_request where number like '%s%%'"
                                        .formatted(number(kind)))) {
            row.next();
            return row.getInt(1);
        }
    }
}
