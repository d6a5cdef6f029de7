package org.kedang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What keeping the events of reads costs: the same reads, in turns, from a server as it is and from
 * servers that lack a part of it. Called by {@code ./kedang bench --audit}; {@code bench.sides}
 * names them as {@code name,url,folder;…}, first the one as it is, last the one that keeps nothing.
 */
final class AuditCost {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);

    /** The JVMs are still learning. */
    private static final int COLD = ROUNDS / 3;

    /**
     * One of the servers.
     *
     * @param events how many it has kept before
     */
    private record Side(
            String name, Options options, Product product, List<UUID> ids, Load load, long events) {
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
        List<Side> sides = sides(Options.of(arguments));
        System.out.printf(
                "| round | side | reads/s | p50 ms | CPU ms: server | PostgreSQL | load |%n"
                        + "|--:|---|--:|--:|--:|--:|--:|%n");
        List<List<Load.Outcome>> rounds = new ArrayList<>();
        try (SealLag lag = SealLag.watch(new Database(sides.getFirst().options().data()))) {
            for (int round = 1; round <= ROUNDS; round++) {
                List<Load.Outcome> outcomes = round(round, sides);
                if (round > COLD) {
                    rounds.add(outcomes);
                }
            }
            summary(sides, rounds);
            lag.print();
        }
        for (Side side : sides) {
            System.out.printf(
                    "%s: %,d events kept%n", side.name(), events(side.options()) - side.events());
        }
    }

    /**
     * Each round begins with another side: whoever is later finds a warmer machine.
     *
     * @return in the order of the sides
     */
    private static List<Load.Outcome> round(int round, List<Side> sides)
            throws InterruptedException {
        List<Load.Outcome> outcomes = new ArrayList<>();
        for (int turn = 0; turn < sides.size(); turn++) {
            Side side = sides.get((round + turn) % sides.size());
            Load.Outcome o = side.measure();
            outcomes.add(o);
            System.out.printf(
                    "| %d | %s | %,.0f | %.1f | %.2f | %.2f | %.1f |%n",
                    round,
                    side.name(),
                    o.perSecond(),
                    o.p50Millis(),
                    o.cpu().server(),
                    o.cpu().database(),
                    Machine.load());
        }
        Collections.rotate(outcomes, round);
        return outcomes;
    }

    private static void summary(List<Side> sides, List<List<Load.Outcome>> rounds) {
        System.out.printf(
                "%nMedians of the last %d rounds%n%n"
                        + "| side | reads/s | of silent | p50 ms | CPU ms: server | PostgreSQL |%n"
                        + "|---|--:|--:|--:|--:|--:|%n",
                rounds.size());
        for (int i = 0; i < sides.size(); i++) {
            int side = i;
            System.out.printf(
                    "| %s | %,.0f | %.0f %% | %.1f | %.3f | %.3f |%n",
                    sides.get(side).name(),
                    median(rounds, round -> round.get(side).perSecond()),
                    100 * median(rounds, round -> ratio(round, side)),
                    median(rounds, round -> round.get(side).p50Millis()),
                    median(rounds, round -> round.get(side).cpu().server()),
                    median(rounds, round -> round.get(side).cpu().database()));
        }
    }

    private static double ratio(List<Load.Outcome> round, int side) {
        return round.get(side).perSecond() / round.getLast().perSecond();
    }

    private static double median(
            List<List<Load.Outcome>> rounds, ToDoubleFunction<List<Load.Outcome>> figure) {
        List<Double> figures = rounds.stream().map(figure::applyAsDouble).sorted().toList();
        return figures.get(figures.size() / 2);
    }

    private static List<Side> sides(Options options)
            throws IOException, InterruptedException, SQLException {
        List<Side> sides = new ArrayList<>();
        for (String[] side :
                Stream.of(System.getProperty("bench.sides", "").split(";"))
                        .map(side -> side.split(","))
                        .toList()) {
            sides.add(side(side[0], options.at(side[1], Path.of(side[2]))));
        }
        return sides;
    }

    private static Side side(String name, Options options)
            throws IOException, InterruptedException, SQLException {
        Database database = new Database(options.data());
        new MadeCustomers(database).fill(options.customers());
        Processes processes = options.processes(database);
        Load load =
                new Load(
                        options.connections(), options.seconds(), processes, Rest.watch(processes));
        Product clerk = Product.signIn(options.url(), "clerk", options.password());
        return new Side(name, options, clerk, ids(database), load, events(options));
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
