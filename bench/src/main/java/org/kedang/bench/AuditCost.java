package org.kedang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What keeping the events of reads costs: the same reads from a server as it is and from one whose
 * reads keep nothing, in turns. Called by {@code ./kedang bench --audit}.
 */
final class AuditCost {
    private static final int ROUNDS = 9;

    /** One of the two servers. */
    private record Side(String name, Product product, List<UUID> ids, Load load) {
        Load.Outcome measure() throws InterruptedException {
            return load.measure(name, (t, r) -> product.get("/api/customers/" + any()));
        }

        private UUID any() {
            return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
        }
    }

    private AuditCost() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        Options audited = Options.of(arguments);
        Options silent =
                audited.at(
                        System.getProperty("bench.silent-url"),
                        Path.of(System.getProperty("bench.silent-data")));
        Side with = side("audited", audited);
        Side without = side("silent", silent);
        long before = events(audited);
        long silentBefore = events(silent);
        System.out.printf(
                "| round | audited: reads/s | p50 ms | CPU ms: server | PostgreSQL"
                        + " | silent: reads/s | p50 ms | CPU ms: server | PostgreSQL | ratio |%n"
                        + "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|%n");
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            ratios.add(round(round, with, without));
        }
        ratios.sort(null);
        System.out.printf(
                "%nmedian %.0f %%; %,d events kept by the audited server, %,d by the other%n",
                ratios.get(ROUNDS / 2) * 100,
                events(audited) - before,
                events(silent) - silentBefore);
    }

    private static double round(int round, Side with, Side without) throws InterruptedException {
        // whoever is second finds a warmer machine
        boolean silentFirst = round % 2 == 0;
        Load.Outcome silent = silentFirst ? without.measure() : null;
        Load.Outcome audited = with.measure();
        silent = silent == null ? without.measure() : silent;
        double ratio = audited.perSecond() / silent.perSecond();
        System.out.printf(
                "| %d | %s | %s | %.0f %% |%n", round, line(audited), line(silent), ratio * 100);
        return ratio;
    }

    private static String line(Load.Outcome o) {
        return "%,.0f | %.1f | %.2f | %.2f"
                .formatted(o.perSecond(), o.p50Millis(), o.cpu().server(), o.cpu().database());
    }

    private static Side side(String name, Options options)
            throws IOException, InterruptedException, SQLException {
        Database database = new Database(options.data());
        try (Connection owner = database.connect()) {
            new MadeCustomers(owner).fill(options.customers());
        }
        Processes processes = options.processes(database);
        Load load =
                new Load(
                        options.connections(), options.seconds(), processes, Rest.watch(processes));
        Product clerk = Product.signIn(options.url(), "clerk", options.password());
        return new Side(name, clerk, ids(database), load);
    }

    private static List<UUID> ids(Database database) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select id from customer order by md5(id::text) limit 20000")) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static long events(Options options) throws IOException, SQLException {
        try (Connection owner = new Database(options.data()).connect();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from audit_event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
