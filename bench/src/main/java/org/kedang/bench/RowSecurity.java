package org.kedang.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What row-level security would cost: the product's list queries as the application's user, with
 * and without policies, in turns on the same tables. Called by {@code ./kedang bench --rls}.
 */
final class RowSecurity {
    private static final int ROUNDS = 10;
    private static final int RUNS = 30;
    private static final int WARM = 6;

    /** Slow queries are asked less often. */
    private static final long LONGEST_NANOS = 1_500_000_000L;

    private static final int DOSSIERS = 200_000;

    /** A page and, for lists, the count that goes with it. */
    private record Query(String name, RowReader reader, List<String> sql, List<Object> values) {}

    private final Connection owner;
    private final Connection app;
    private final List<Query> queries = new ArrayList<>();
    private final List<Map<RowPolicies, List<Long>>> queryTimes = new ArrayList<>();
    private final List<Map<RowPolicies, List<Long>>> wholeTimes = new ArrayList<>();
    private final List<Long> contextTimes = new ArrayList<>();

    private RowSecurity(Connection owner, Connection app) {
        this.owner = owner;
        this.app = app;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.of(arguments);
        Database database = new Database(options.data());
        try (Connection owner = database.connect();
                Connection app = database.connectAsApplication()) {
            new MadeCustomers(database).fill(options.customers());
            MadeDossiers.fill(owner, DOSSIERS);
            RowSecurity measured = new RowSecurity(owner, app);
            try {
                measured.makeQueries();
                measured.closedWithoutContext();
                for (int round = 0; round < ROUNDS; round++) {
                    measured.round(round);
                }
            } finally {
                RowPolicies.remove(owner);
            }
            measured.print();
        }
    }

    /** Nobody named, nothing seen: a forgotten context must not open the table. */
    private void closedWithoutContext() throws SQLException {
        for (RowPolicies way : RowPolicies.values()) {
            way.install(owner);
            try (Statement statement = app.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "select count(*) from (select 1 from customer limit 5) c")) {
                row.next();
                System.out.printf("%s without a reader: %d rows%n", way, row.getInt(1));
            }
        }
    }

    private void makeQueries() throws SQLException {
        UUID sales = id("select id from person where user_name = 'sales'");
        UUID department = id("select department_id from person where user_name = 'sales'");
        List<UUID> granted = ids("select id from customer order by md5(id::text) limit 200");
        RowReader all = new RowReader("all", sales, true, List.of(), List.of());
        RowReader one = new RowReader("department", sales, false, List.of(department), List.of());
        RowReader own = new RowReader("own", sales, false, List.of(), List.of());
        RowReader grants = new RowReader("own + 200 grants", sales, false, List.of(), granted);
        for (RowReader reader : List.of(all, one, own, grants)) {
            list("newest page", reader, "customer", "true", "c.updated_at desc, c.id desc");
        }
        for (RowReader reader : List.of(all, one)) {
            list("kind, by name", reader, "customer", "c.kind = 'KEY'", "c.name asc, c.id asc");
            list(
                    "region",
                    reader,
                    "customer",
                    "c.region_code like '3306%'",
                    "c.updated_at desc, c.id desc");
            byIds(
                    "page of found words",
                    reader,
                    ids("select id from customer order by md5(number) limit 20"));
            byIds("one by id", reader, granted.subList(0, 1));
            list("dossiers, newest page", reader, "dossier", "true", "c.opened_at desc, c.id desc");
            list("dossiers, words", reader, "dossier", WORDS, "c.opened_at desc, c.id desc");
        }
        queries.forEach(
                query -> {
                    queryTimes.add(new EnumMap<>(RowPolicies.class));
                    wholeTimes.add(new EnumMap<>(RowPolicies.class));
                });
    }

    private static final String WORDS =
            "(c.number || ' ' || c.title || ' ' || c.customer_name) ilike '%鉴湖宏泰%' escape '!'";

    private void list(String name, RowReader reader, String table, String filter, String order) {
        boolean dossiers = table.equals("dossier");
        String where =
                reader.predicate("c", dossiers ? "customer_id" : "id")
                        + (dossiers ? " and c.secrecy <= 3" : "")
                        + " and ("
                        + filter
                        + ")";
        queries.add(
                new Query(
                        name,
                        reader,
                        List.of(
                                "select c.* from %s c where %s order by %s limit 20 offset 0"
                                        .formatted(table, where, order),
                                "select count(*) from (select 1 from %s c where %s limit 10001) counted"
                                        .formatted(table, where)),
                        reader.values()));
    }

    private void byIds(String name, RowReader reader, List<UUID> ids) {
        List<Object> values = new ArrayList<>(ids);
        values.addAll(reader.values());
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        queries.add(
                new Query(
                        name,
                        reader,
                        List.of(
                                "select c.* from customer c where c.id in (%s) and %s"
                                        .formatted(marks, reader.predicate("c", "id"))),
                        values));
    }

    private void round(int round) throws SQLException {
        List<RowPolicies> ways = new ArrayList<>(List.of(RowPolicies.values()));
        Collections.rotate(ways, round);
        for (RowPolicies way : ways) {
            way.install(owner);
            for (int i = 0; i < queries.size(); i++) {
                measure(way, i);
            }
        }
    }

    private void measure(RowPolicies way, int number) throws SQLException {
        Query query = queries.get(number);
        long start = System.nanoTime();
        for (int run = -WARM; run < RUNS; run++) {
            long began = System.nanoTime();
            if (began - start > LONGEST_NANOS) {
                if (run > 0) {
                    return;
                }
                run = 0;
            }
            if (way != RowPolicies.NONE && way != RowPolicies.NONE_AGAIN) {
                query.reader().enter(app, false);
            }
            long entered = System.nanoTime();
            for (String sql : query.sql()) {
                read(sql, query.values());
            }
            long ended = System.nanoTime();
            if (run >= 0) {
                times(queryTimes.get(number), way).add(ended - entered);
                times(wholeTimes.get(number), way).add(ended - began);
                if (way == RowPolicies.ONCE) {
                    contextTimes.add(entered - began);
                }
            }
        }
    }

    private static List<Long> times(Map<RowPolicies, List<Long>> of, RowPolicies way) {
        return of.computeIfAbsent(way, any -> new ArrayList<>());
    }

    private void read(String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    row.getObject(1);
                }
            }
        }
    }

    private void print() {
        System.out.printf(
                "%ntelling who reads: p50 %.3f ms, p99 %.3f ms%n",
                at(contextTimes, 0.5), at(contextTimes, 0.99));
        System.out.printf(
                "%n| query | reader | none p50 ms | p99 | again p50 | policy p50 | p99 | cost %% |"
                        + " with telling %% | each row %% | function %% |%n");
        System.out.printf("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|%n");
        for (int i = 0; i < queries.size(); i++) {
            line(queries.get(i), queryTimes.get(i), wholeTimes.get(i));
        }
    }

    private static void line(
            Query query, Map<RowPolicies, List<Long>> alone, Map<RowPolicies, List<Long>> whole) {
        List<Long> base = new ArrayList<>(times(alone, RowPolicies.NONE));
        List<Long> again = times(alone, RowPolicies.NONE_AGAIN);
        List<Long> once = times(alone, RowPolicies.ONCE);
        List<Long> both = new ArrayList<>(base);
        both.addAll(again);
        System.out.printf(
                "| %s | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %+.0f | %+.0f | %+.0f | %+.0f |%n",
                query.name(),
                query.reader().name(),
                at(base, 0.5),
                at(base, 0.99),
                at(again, 0.5),
                at(once, 0.5),
                at(once, 0.99),
                cost(both, once),
                cost(both, times(whole, RowPolicies.ONCE)),
                cost(both, times(alone, RowPolicies.EACH_ROW)),
                cost(both, times(alone, RowPolicies.FUNCTION)));
    }

    private static double cost(List<Long> without, List<Long> with) {
        return 100 * (at(with, 0.5) / at(without, 0.5) - 1);
    }

    private static double at(List<Long> times, double quantile) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get((int) (quantile * (sorted.size() - 1))) / 1e6;
    }

    private UUID id(String sql) throws SQLException {
        return ids(sql).getFirst();
    }

    private List<UUID> ids(String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
