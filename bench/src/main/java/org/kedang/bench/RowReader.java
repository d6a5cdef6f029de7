package org.kedang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody who reads lists.
 *
 * @param everything whether all departments are within reach
 * @param granted single customers granted besides
 */
record RowReader(
        String name, UUID person, boolean everything, List<UUID> departments, List<UUID> granted) {

    /** The predicate that the product's {@code Visibility} puts into its queries. */
    String predicate(String alias, String customer) {
        if (everything) {
            return "true";
        }
        List<String> any = new ArrayList<>(List.of(alias + ".owner_id = ?"));
        if (!departments.isEmpty()) {
            any.add(alias + ".department_id in (" + marks(departments) + ")");
        }
        if (!granted.isEmpty()) {
            any.add(alias + "." + customer + " in (" + marks(granted) + ")");
        }
        return "(" + String.join(" or ", any) + ")";
    }

    /** Values of the predicate's parameters, in order. */
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        if (!everything) {
            values.add(person);
            values.addAll(departments);
            values.addAll(granted);
        }
        return values;
    }

    private static String marks(List<UUID> ids) {
        return ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    }

    /** Tells PostgreSQL who reads, in one round trip; for the transaction or for the session. */
    void enter(Connection app, boolean transaction) throws SQLException {
        String sql =
                """
                select set_config('kedang.person', ?, ?), set_config('kedang.everything', ?, ?),
                  set_config('kedang.departments', ?, ?), set_config('kedang.granted', ?, ?), set_config('kedang.clearance', ?, ?)
                """;
        List<String> texts =
                List.of(
                        person.toString(),
                        everything ? "on" : "off",
                        array(departments),
                        array(granted),
                        "3");
        try (PreparedStatement statement = app.prepareStatement(sql)) {
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(2 * i + 1, texts.get(i));
                statement.setBoolean(2 * i + 2, transaction);
            }
            statement.executeQuery().close();
        }
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
