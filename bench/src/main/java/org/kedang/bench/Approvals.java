package org.kedang.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How quickly requests are submitted and decided among 100,000 open ones, and how quickly an inbox
 * opens among 1,000,000 closed ones. Called by {@code ./kedang bench --approvals}; {@code
 * --customers} is the number of closed requests, a tenth as many are open.
 */
final class Approvals {
    private static final String TYPE = "g-bench";
    private static final String COMMON = URLEncoder.encode("测速", StandardCharsets.UTF_8);
    private static final String RARE = URLEncoder.encode("鉴湖", StandardCharsets.UTF_8);

    private Approvals() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        Database database = new Database(options.data());
        Product requester = Product.signIn(options.url(), "sales", options.password());
        Product decider = Product.signIn(options.url(), "head", options.password());
        Product overseer = Product.signIn(options.url(), "auditor", options.password());
        define(options);
        fill(options, database, requester, decider);
        Processes processes = options.processes(database);
        Rest rest = Rest.watch(processes);
        Load load = new Load(options.connections(), options.seconds(), processes, rest);
        System.out.printf(
                "| request | per second | p50 ms | p95 ms | p99 ms | CPU ms each: server |"
                    + " PostgreSQL | failures | load |%n|---|--:|--:|--:|--:|--:|--:|--:|--:|%n");
        try (Limits limits = new Limits(database, options.connections(), options.data());
                OpenTasks tasks = new OpenTasks(database, options.connections())) {
            for (Map.Entry<String, Load.Deed> deed :
                    deeds(requester, decider, overseer, limits, tasks).entrySet()) {
                if (deed.getKey().contains(options.only())) {
                    print(load.measure(deed.getKey(), deed.getValue()));
                }
            }
        }
    }

    private static void define(Options options) throws IOException, InterruptedException {
        Product administrator = Product.signIn(options.url(), "sysadmin", options.password());
        for (var type : administrator.get("/api/approval-types").path("items")) {
            if (type.path("code").asString().equals(TYPE)) {
                return;
            }
        }
        String department =
                administrator.get("/api/departments").path("items").get(0).path("id").asString();
        administrator.act(
                "/api/approval-types",
                Map.of(
                        "code",
                        TYPE,
                        "name",
                        Map.of("zh", "测速申请", "en", "Bench"),
                        "departmentId",
                        department,
                        "fields",
                        List.of(
                                Map.of(
                                        "name",
                                        "note",
                                        "kind",
                                        "TEXT",
                                        "label",
                                        Map.of("zh", "事由", "en", "Note"),
                                        "required",
                                        true,
                                        "options",
                                        List.of()))));
    }

    private static void fill(Options options, Database database, Product requester, Product decider)
            throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        UUID open = submit(requester);
        UUID closed = submit(requester);
        approve(decider, closed);
        try (Connection owner = database.connect()) {
            MadeRequests made = new MadeRequests(owner);
            made.fillOpen(open, options.customers() / 10);
            made.fillClosed(closed, options.customers());
        }
        System.out.printf(
                "%,d closed and %,d open requests there in %.0f s%n",
                options.customers(), options.customers() / 10, (System.nanoTime() - began) / 1e9);
    }

    private static UUID submit(Product requester) throws IOException, InterruptedException {
        return UUID.fromString(
                requester
                        .post(
                                "/api/approvals",
                                Map.of(
                                        "type",
                                        TYPE,
                                        "fields",
                                        Map.of("note", "测速"),
                                        "reason",
                                        "测速"))
                        .path("id")
                        .asString());
    }

    /** As people do: the card is opened, then decided. */
    private static void approve(Product decider, UUID request)
            throws IOException, InterruptedException {
        String task = decider.get("/api/approvals/" + request).path("task").asString();
        decide(decider, task);
    }

    private static void decide(Product decider, String task)
            throws IOException, InterruptedException {
        decider.act("/api/approval-tasks/" + task + "/approve", Map.of());
    }

    private static Map<String, Load.Deed> deeds(
            Product requester, Product decider, Product overseer, Limits limits, OpenTasks tasks) {
        Map<String, Load.Deed> deeds = new LinkedHashMap<>();
        byte[] page = new byte[8 << 10];
        deeds.put("limit: fsynced write of 8 KB", (t, r) -> limits.writeFile(t, r, page));
        deeds.put("submit, open the card, decide", (t, r) -> approve(decider, submit(requester)));
        deeds.put("submit, decide", (t, r) -> decide(decider, tasks.of(t, submit(requester))));
        deeds.put("inbox: to do", (t, r) -> decider.get("/api/approvals?box=TODO"));
        deeds.put(
                "inbox: to do, page 40", (t, r) -> decider.get("/api/approvals?box=TODO&page=40"));
        deeds.put("inbox: how much is to do", (t, r) -> decider.get("/api/approvals/count"));
        deeds.put("inbox: done", (t, r) -> decider.get("/api/approvals?box=DONE"));
        deeds.put("inbox: mine", (t, r) -> requester.get("/api/approvals?box=MINE"));
        deeds.put(
                "inbox: done, by number",
                (t, r) -> decider.get("/api/approvals?box=DONE&q=SQ1002-" + (1 + r % 1000) * 7));
        deeds.put(
                "inbox: done, by a rare word",
                (t, r) -> decider.get("/api/approvals?box=DONE&q=" + RARE));
        deeds.put(
                "inbox: done, by a word that all have",
                (t, r) -> decider.get("/api/approvals?box=DONE&q=" + COMMON));
        deeds.put(
                "inbox: done, by type",
                (t, r) -> decider.get("/api/approvals?box=DONE&type=" + TYPE));
        deeds.put(
                "inbox: done, page 400", (t, r) -> decider.get("/api/approvals?box=DONE&page=400"));
        for (int days : new int[] {7, 30, 366}) {
            String span = span(days);
            deeds.put(
                    "figures of %d days".formatted(days),
                    (t, r) -> overseer.get("/api/approval-figures" + span));
            deeds.put(
                    "requests of %d days".formatted(days),
                    (t, r) -> overseer.get("/api/approval-figures/requests" + span));
            deeds.put(
                    "requests of %d days, page 400".formatted(days),
                    (t, r) -> overseer.get("/api/approval-figures/requests" + span + "&page=400"));
        }
        return deeds;
    }

    /** Until today, in China. */
    private static String span(int days) {
        LocalDate last = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return "?first=%s&last=%s".formatted(last.minusDays(days - 1L), last);
    }

    private static void print(Load.Outcome o) {
        System.out.printf(
                "| %s | %,.0f | %.1f | %.1f | %.1f | %.2f | %.2f | %d | %.1f |%n",
                o.name(),
                o.perSecond(),
                o.p50Millis(),
                o.p95Millis(),
                o.p99Millis(),
                o.cpu().server(),
                o.cpu().database(),
                o.failures(),
                Machine.load());
    }
}
