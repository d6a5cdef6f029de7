package org.kedang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables without indexes and references for as long as they are filled: building an index of rows
 * that are there takes a fraction of entering each of them. All in the transaction of the
 * connection, so that whoever is killed leaves them as they were.
 */
final class BareTables {
    private final Connection owner;
    private final List<String> toMakeAgain;

    private BareTables(Connection owner, List<String> toMakeAgain) {
        this.owner = owner;
        this.toMakeAgain = toMakeAgain;
    }

    /** Takes away what is not needed to tell rows apart: keys and unique numbers stay. */
    static BareTables of(Connection owner, List<String> tables) throws SQLException {
        String named = "('" + String.join("', '", tables) + "')";
        List<String> again = new ArrayList<>();
        List<String> references = new ArrayList<>();
        try (Statement statement = owner.createStatement()) {
            takeAway(
                    statement,
                    references,
                    """
                    select format('alter table %%I drop constraint %%I', conrelid::regclass, conname),
                        format('alter table %%I add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                    from pg_constraint where contype = 'f' and conrelid::regclass::text in %s
                    """
                            .formatted(named));
            takeAway(
                    statement,
                    again,
                    """
                    select format('drop index %%I', indexrelid::regclass), pg_get_indexdef(indexrelid)
                    from pg_index i where indrelid::regclass::text in %s
                        and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
                    """
                            .formatted(named));
        }
        // indexes first: they help to check the references
        again.addAll(references);
        return new BareTables(owner, again);
    }

    private static void takeAway(Statement statement, List<String> again, String sql)
            throws SQLException {
        List<String> away = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                away.add(row.getString(1));
                again.add(row.getString(2));
            }
        }
        for (String one : away) {
            statement.execute(one);
        }
    }

    void makeAgain() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("set local maintenance_work_mem = '512MB'");
            for (String sql : toMakeAgain) {
                statement.execute(sql);
            }
        }
    }
}
