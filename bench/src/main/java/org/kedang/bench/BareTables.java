package org.kedang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables without indexes, references and triggers for as long as they are filled: building an index
 * of rows that are there takes a fraction of entering each of them. Whoever is killed meanwhile
 * leaves them bare.
 */
final class BareTables {
    private final List<String> tables;
    private final List<String> indexes = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();

    private BareTables(List<String> tables) {
        this.tables = tables;
    }

    /** Takes away what is not needed to tell rows apart: keys and unique numbers stay. */
    static BareTables of(Connection owner, List<String> tables) throws SQLException {
        BareTables bare = new BareTables(tables);
        String named = "('" + String.join("', '", tables) + "')";
        try (Statement statement = owner.createStatement()) {
            bare.takeReferences(statement, named);
            bare.takeIndexes(statement, named);
            for (String table : tables) {
                // what is made has what triggers would fill in
                statement.execute("alter table %s disable trigger user".formatted(table));
            }
        }
        return bare;
    }

    private void takeReferences(Statement statement, String named) throws SQLException {
        List<String> away = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery(
                        """
                        select format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
                            format('alter table %%s add constraint %%I %%s not valid', conrelid::regclass, conname, pg_get_constraintdef(oid)),
                            format('alter table %%s validate constraint %%I', conrelid::regclass, conname)
                        from pg_constraint where contype = 'f' and conrelid::regclass::text in %s
                        """
                                .formatted(named))) {
            while (row.next()) {
                away.add(row.getString(1));
                references.add(row.getString(2));
                checks.add(row.getString(3));
            }
        }
        for (String one : away) {
            statement.execute(one);
        }
    }

    private void takeIndexes(Statement statement, String named) throws SQLException {
        List<String> away = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery(
                        """
                        select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                        from pg_index i where indrelid::regclass::text in %s
                            and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
                        order by indrelid::regclass::text = 'customer' desc, indrelid
                        """
                                .formatted(named))) {
            while (row.next()) {
                away.add(row.getString(1));
                indexes.add(row.getString(2));
            }
        }
        for (String one : away) {
            statement.execute(one);
        }
    }

    /** Indexes first: they help to check the references. */
    void makeAgain(Hands hands) throws SQLException {
        hands.perform(indexes);
        try (Statement statement = hands.first().createStatement()) {
            for (String reference : references) {
                statement.execute(reference);
            }
            for (String table : tables) {
                statement.execute("alter table %s enable trigger user".formatted(table));
            }
        }
        hands.perform(checks);
    }
}
