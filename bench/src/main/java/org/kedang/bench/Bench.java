package org.kedang.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the usual requests of a running product with many customers, and in the same run what
 * the machine can do at best. Called by {@code ./kedang bench}, first with {@code fill} to make the
 * data, then, after the index was rebuilt, to measure.
 */
final class Bench {
    private static final String[] INFIXES = {
        "鉴湖", "越州", "会稽", "兰亭", "纺织", "印染", "宏泰", "瑞恒", "稽山", "曹娥", "天姥", "柯岩"
    };

    private final Options options;
    private final Database database;
    private final Product clerk;
    private final Product browser;
    private final List<UUID> ids = new ArrayList<>();
    private final AtomicLong fresh = new AtomicLong(System.currentTimeMillis());

    private Bench(Options options) throws IOException, InterruptedException {
        this.options = options;
        this.database = new Database(options.data());
        this.clerk = Product.signIn(options.url(), "clerk", options.password());
        this.browser = Product.withSession(options.url(), "clerk", options.password());
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        if (arguments.length > 0 && arguments[arguments.length - 1].equals("fill")) {
            fill(options);
        } else {
            new Bench(options).measure();
        }
    }

    private static void fill(Options options) throws IOException, SQLException {
        long began = System.nanoTime();
        int made = new MadeCustomers(new Database(options.data())).fill(options.customers());
        System.out.printf("%d customers made in %.1f s%n", made, (System.nanoTime() - began) / 1e9);
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        sampleIds();
        Processes processes = options.processes(database);
        Rest rest = Rest.watch(processes);
        Load load = new Load(options.connections(), options.seconds(), processes, rest);
        List<Load.Outcome> outcomes = new ArrayList<>();
        try (Limits limits = new Limits(database, options.connections(), options.data())) {
            for (Map.Entry<String, Load.Deed> deed : deeds(limits).entrySet()) {
                if (deed.getKey().contains(options.only())) {
                    outcomes.add(load.measure(deed.getKey(), deed.getValue()));
                }
            }
        }
        print(outcomes, rest);
    }

    private Map<String, Load.Deed> deeds(Limits limits) throws IOException, InterruptedException {
        Map<String, Load.Deed> deeds = new LinkedHashMap<>();
        deeds.put("limit: PostgreSQL read by key", (t, r) -> limits.readRow(t, anyId()));
        deeds.put("least request: who am I", (t, r) -> clerk.get("/api/session"));
        addRequests(deeds);
        addUploads(deeds, limits);
        // once more at the end: the machine may have changed meanwhile
        deeds.put("limit: PostgreSQL read by key, again", (t, r) -> limits.readRow(t, anyId()));
        return deeds;
    }

    private void addRequests(Map<String, Load.Deed> deeds) {
        deeds.put("read a customer", (t, r) -> clerk.get("/api/customers/" + anyId()));
        deeds.put(
                "read a customer, signed in by cookie",
                (t, r) -> browser.get("/api/customers/" + anyId()));
        deeds.put("infix search of names", (t, r) -> clerk.get("/api/customers?q=" + infix(t, r)));
        deeds.put("one box", (t, r) -> clerk.get("/api/search?q=" + infix(t, r)));
        deeds.put("list page", (t, r) -> clerk.get("/api/customers?page=" + (1 + r % 20)));
        deeds.put(
                "list page, filtered and sorted",
                (t, r) -> clerk.get("/api/customers?kind=KEY&sort=name&page=" + (1 + r % 20)));
        deeds.put(
                "create a customer",
                (t, r) ->
                        clerk.post(
                                "/api/customers",
                                Map.of(
                                        "type",
                                        "ORGANISATION",
                                        "name",
                                        "新客户" + fresh.incrementAndGet())));
    }

    private void addUploads(Map<String, Load.Deed> deeds, Limits limits)
            throws IOException, InterruptedException {
        List<String> items = items();
        byte[] small = bytes(100 << 10);
        byte[] large = bytes(1 << 20);
        deeds.put("limit: fsynced write of 100 KB", (t, r) -> limits.writeFile(t, r, small));
        deeds.put("upload 100 KB", (t, r) -> upload(items.get(t), small));
        deeds.put("limit: fsynced write of 1 MB", (t, r) -> limits.writeFile(t, r, large));
        deeds.put("upload 1 MB", (t, r) -> upload(items.get(t), large));
    }

    private void upload(String item, byte[] content) throws IOException, InterruptedException {
        clerk.upload("/api/items/" + item + "/files", name(), content);
    }

    private String name() {
        return "bench-" + fresh.incrementAndGet() + ".bin";
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** One for each connection, as people file into different items. */
    private List<String> items() throws IOException, InterruptedException {
        String dossier =
                clerk.post(
                                "/api/dossiers",
                                Map.of("customerId", ids.getFirst().toString(), "title", "测速案卷"))
                        .path("id")
                        .asString();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < options.connections(); i++) {
            items.add(
                    clerk.post(
                                    "/api/dossiers/" + dossier + "/items",
                                    Map.of("title", "测速文件 " + i, "documentDate", "2026-11-22"))
                            .path("id")
                            .asString());
        }
        return items;
    }

    private static String infix(int thread, long run) {
        return URLEncoder.encode(
                INFIXES[(int) ((thread * 7 + run) % INFIXES.length)], StandardCharsets.UTF_8);
    }

    private UUID anyId() {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }

    private void sampleIds() throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select id from customer order by md5(id::text) limit 20000")) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
    }

    private static void print(List<Load.Outcome> outcomes, Rest rest) {
        System.out.printf(
                "%nat rest: %.0f ms of CPU in a second%n%n| request | per second | p50 ms | p99 ms"
                    + " | CPU ms each | server | workers | PostgreSQL | after the answer | failures"
                    + " |%n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|%n",
                rest.perSecond().total() * 1000);
        for (Load.Outcome o : outcomes) {
            System.out.printf(
                    "| %s | %,.0f | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f | %.2f | %d |%n",
                    o.name(),
                    o.perSecond(),
                    o.p50Millis(),
                    o.p99Millis(),
                    o.cpu().total(),
                    o.cpu().server(),
                    o.cpu().workers(),
                    o.cpu().database(),
                    o.behind(),
                    o.failures());
        }
    }
}
