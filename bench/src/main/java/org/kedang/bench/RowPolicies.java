package org.kedang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same question "may this reader see the row?", as row-level security could ask it of
 * PostgreSQL. The reader stands in settings of the session; without them no row is seen.
 */
enum RowPolicies {
    /** No policy: the query's own predicate alone. */
    NONE,
    /** Settings read once for each query, as scalar sub-queries that the planner runs first. */
    ONCE,
    /** Settings read again for each row. */
    EACH_ROW,
    /** A stable function called for each row. */
    FUNCTION,
    /** No policy once more: how much two equal measurements differ. */
    NONE_AGAIN;

    private static final String PERSON = "nullif(current_setting('kedang.person', true), '')::uuid";
    private static final String EVERYTHING = "current_setting('kedang.everything', true) = 'on'";
    private static final String DEPARTMENTS = ids("kedang.departments");
    private static final String GRANTED = ids("kedang.granted");

    private static String ids(String setting) {
        return "nullif(current_setting('%s', true), '')::uuid[]".formatted(setting);
    }

    private boolean secures() {
        return this != NONE && this != NONE_AGAIN;
    }

    /** Puts this way in force for the application's user; what was there before goes. */
    void install(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            remove(statement);
            if (!secures()) {
                return;
            }
            if (this == FUNCTION) {
                statement.execute(function());
            }
            table(statement, "customer", using("id"));
            table(statement, "dossier", "(" + using("customer_id") + ") and " + secrecy());
        }
    }

    static void remove(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            remove(statement);
        }
    }

    private static void remove(Statement statement) throws SQLException {
        for (String table : new String[] {"customer", "dossier"}) {
            statement.execute("drop policy if exists bench_reader on " + table);
            statement.execute("alter table " + table + " disable row level security");
        }
        statement.execute("drop function if exists bench_sees(uuid, uuid, uuid)");
    }

    private static void table(Statement statement, String table, String using) throws SQLException {
        statement.execute(
                "create policy bench_reader on %s for select to kedang_app using (%s)"
                        .formatted(table, using));
        statement.execute("alter table " + table + " enable row level security");
    }

    private String using(String customer) {
        return switch (this) {
            case NONE, NONE_AGAIN -> "true";
            case FUNCTION -> "bench_sees(owner_id, department_id, %s)".formatted(customer);
            case EACH_ROW ->
                    "%s or owner_id = %s or department_id = any (%s) or %s = any (%s)"
                            .formatted(EVERYTHING, PERSON, DEPARTMENTS, customer, GRANTED);
            case ONCE ->
                    ("(select %s) or owner_id = (select %s) or department_id = any ((select"
                                    + " %s)::uuid[]) or %s = any ((select %s)::uuid[])")
                            .formatted(EVERYTHING, PERSON, DEPARTMENTS, customer, GRANTED);
        };
    }

    private String secrecy() {
        String clearance = "nullif(current_setting('kedang.clearance', true), '')::smallint";
        return this == ONCE ? "secrecy <= (select " + clearance + ")" : "secrecy <= " + clearance;
    }

    private static String function() {
        return """
        create function bench_sees(owner uuid, department uuid, customer uuid) returns boolean
        language plpgsql stable as $$ begin
            return %s or owner = %s or department = any (%s) or customer = any (%s);
        end $$
        """
                .formatted(EVERYTHING, PERSON, DEPARTMENTS, GRANTED);
    }
}
