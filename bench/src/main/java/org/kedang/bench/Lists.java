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
import java.util.UUID;

/**
 * Every list, filter, sort, picker and the one page among a million customers. Called by {@code
 * ./kedang bench --lists}; {@code --only} takes several parts of names, separated by commas.
 */
final class Lists {
    private static final String[] INFIXES = {
        "鉴湖", "越州", "会稽", "兰亭", "纺织", "印染", "宏泰", "瑞恒", "稽山", "曹娥"
    };

    private final Options options;
    private final Product clerk;
    private final Product sales;
    private final List<String> ids;
    private final Map<String, Load.Deed> deeds = new LinkedHashMap<>();

    private Lists(Options options, Database database)
            throws IOException, InterruptedException, SQLException {
        this.options = options;
        this.clerk = Product.signIn(options.url(), "clerk", options.password());
        this.sales = Product.signIn(options.url(), "sales", options.password());
        try (Connection owner = database.connect()) {
            ids =
                    texts(
                            owner,
                            "select id from customer where number like 'B%' order by md5(number)"
                                    + " limit 20000");
            ofAll(owner);
            ofOne(owner);
        }
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        Database database = new Database(options.data());
        Lists lists = new Lists(options, database);
        Processes processes = options.processes(database);
        Rest rest = Rest.watch(processes);
        Load load = new Load(options.connections(), options.seconds(), processes, rest);
        System.out.printf(
                "| request | per second | p50 ms | p95 ms | p99 ms | CPU ms each: server |"
                    + " PostgreSQL | failures | load |%n|---|--:|--:|--:|--:|--:|--:|--:|--:|%n");
        try (Limits limits = new Limits(database, options.connections(), options.data())) {
            String key = "limit: PostgreSQL read by key";
            print(
                    load.measureReads(
                            key, (t, r) -> limits.readRow(t, UUID.fromString(lists.some(t, r)))));
            for (Map.Entry<String, Load.Deed> deed : lists.deeds.entrySet()) {
                if (lists.isWanted(deed.getKey())) {
                    print(load.measureReads(deed.getKey(), deed.getValue()));
                }
            }
            print(
                    load.measureReads(
                            key + ", again",
                            (t, r) -> limits.readRow(t, UUID.fromString(lists.some(t, r)))));
        }
    }

    private boolean isWanted(String name) {
        for (String part : options.only().split(",")) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private String some(int thread, long run) {
        return ids.get((int) ((thread * 1_237L + run * 7) % ids.size()));
    }

    /** The same question each time. */
    private void ask(String name, String path) {
        deeds.put(name, (t, r) -> clerk.get(path));
    }

    /** Asked by one who sees her own customers only. */
    private void askAsSales(String name, String path) {
        deeds.put(name + ", own only", (t, r) -> sales.get(path));
    }

    private void askBoth(String name, String path) {
        ask(name, path);
        askAsSales(name, path);
    }

    /** One of many customers each time. */
    private void askOfSome(String name, String rest) {
        deeds.put(name, (t, r) -> clerk.get("/api/customers/" + some(t, r) + rest));
    }

    private void ofAll(Connection owner) throws SQLException {
        String somebody = one(owner, "select id from person where user_name = 'sales'");
        String department =
                one(owner, "select department_id from person where user_name = 'sales'");
        askBoth("customers", "/api/customers");
        ask("customers, page 500", "/api/customers?page=500");
        for (String sort : List.of("number", "-name", "kind", "-grade", "createdAt", "updatedAt")) {
            askBoth("customers by " + sort, "/api/customers?sort=" + sort);
        }
        for (String filter :
                List.of(
                        "type=PERSON",
                        "kind=KEY",
                        "grade=A",
                        "regionCode=330600",
                        "regionCode=330681",
                        "industryCode=C",
                        "tag=" + encoded("重点跟进"),
                        "tag=" + encoded("稀有"),
                        "tag=" + encoded("没有的"),
                        "createdFrom=2026-03-01&createdTo=2026-03-07",
                        "sharedWithMe=true",
                        "kind=KEY&grade=A&regionCode=330681&sort=name")) {
            ask("customers, " + decoded(filter), "/api/customers?" + filter);
        }
        ask("customers of a person", "/api/customers?ownerId=" + somebody);
        ask("customers of a department", "/api/customers?departmentId=" + department);
        deeds.put(
                "picker: customer by name",
                (t, r) -> clerk.get("/api/customers?size=20&q=" + word(t, r)));
        ask("picker: person", "/api/people?q=" + encoded("王"));
        ask("picker: department", "/api/departments");
        ask("picker: region", "/api/regions");
        ask("picker: streets", "/api/regions/330602/streets");
        ask("picker: industry", "/api/industries");
        deeds.put(
                "duplicates by name and phone",
                (t, r) ->
                        clerk.get(
                                "/api/customers/duplicates?name=%s&phone=1%d"
                                        .formatted(
                                                encoded("绍兴鉴湖宏泰纺织" + r % 977 + "有限公司"),
                                                3_000_000_000L + (t * 100L + r) * 7919L)));
        identifications();
        askBoth("certificates that end", "/api/certificates");
        ask("certificates that end in 366 days, page 200", "/api/certificates?within=366&page=200");
        ask("certificates to review", "/api/certificates?due=REVIEW&within=30");
        ask("certificates, permits", "/api/certificates?kind=PERMIT");
        ask("certificates of a person", "/api/certificates?ownerId=" + somebody);
        askBoth("registrations", "/api/registrations");
        ask("registrations, overdue", "/api/registrations?overdue=true");
        ask("registrations, mine", "/api/registrations?mine=true");
        askBoth("registrations, done", "/api/registrations?state=DONE");
        askBoth("expenses", "/api/expenses");
        ask("expenses, gifts of a year", "/api/expenses?kind=GIFT&year=2025");
        ask("figures: expenses of all, summed", "/api/expenses/sums");
        ask("handovers", "/api/handovers");
        ask(
                "lines of a handover",
                "/api/handovers/"
                        + one(owner, "select id from handover order by made_at limit 1")
                        + "/lines");
        askBoth("confirmations due", "/api/confirmations");
        ask("confirmations due, unchanged", "/api/confirmations?unchanged=true");
        ask("confirmations due of a person", "/api/confirmations?ownerId=" + somebody);
        ask("figures: confirmations", "/api/confirmations/coverage");
        ask("grading: runs", "/api/grading/runs");
        for (String rules :
                texts(owner, "select id from grade_rules order by version desc limit 1")) {
            ask("figures: preview of grade rules", "/api/grading/rules/" + rules + "/preview");
            ask("grading: who moves", "/api/grading/rules/" + rules + "/movers");
        }
        askBoth("rights cases", "/api/rights-cases");
        ask("rights cases, late", "/api/rights-cases?late=true");
        ask("rights cases, done", "/api/rights-cases?state=DONE");
        ask("rights cases by words", "/api/rights-cases?q=" + encoded("鉴湖"));
        askBoth("feedback", "/api/feedback");
        ask("feedback, closed", "/api/feedback?state=CLOSED");
        ask("feedback by a rare word", "/api/feedback?q=" + encoded("包装破损"));
        ask("feedback by a word that is nowhere", "/api/feedback?q=" + encoded("查无此词"));
        ask("deletions", "/api/deletions");
        ask("deletion register", "/api/deletion-register");
        ask("deletion register by number", "/api/deletion-register?q=SM-00000200");
        ask("saved views", "/api/saved-views?list=customers");
    }

    private void identifications() {
        identify("by a contact's phone", (t, r) -> "13%09d".formatted(2 * anyRun(t, r)));
        identify("by plate", (t, r) -> "浙A" + "%05d".formatted(anyRun(t, r) % 100_000 / 7 * 7));
        identify("by member number", (t, r) -> "VIP%08d".formatted(anyRun(t, r) / 5 * 5));
        identify("by a contact's name", (t, r) -> "张芳华");
        identify("by a phone that nobody has", (t, r) -> "19900000000");
    }

    private interface Typed {
        String of(int thread, long run);
    }

    private void identify(String how, Typed typed) {
        deeds.put(
                "identification " + how,
                (t, r) -> clerk.ask("/api/identifications", Map.of("typed", typed.of(t, r))));
    }

    private long anyRun(int thread, long run) {
        return 100 + (thread * 9_973L + run * 31) % (options.customers() - 200);
    }

    /** What the one page asks, of customers as most are and of one about whom much is kept. */
    private void ofOne(Connection owner) throws SQLException {
        String busy =
                one(
                        owner,
                        "select id from customer where number = '%s'"
                                .formatted(MadeCustomers.number(MadeCustomers.BUSY)));
        for (String rest :
                List.of(
                        "",
                        "/hints",
                        "/timeline",
                        "/contacts",
                        "/certificates",
                        "/preferences",
                        "/registration",
                        "/consents",
                        "/letters",
                        "/grade-reason",
                        "/confirmation",
                        "/group",
                        "/versions")) {
            askOfSome("a customer: " + (rest.isEmpty() ? "record" : rest.substring(1)), rest);
            ask(
                    "5,000 entries: " + (rest.isEmpty() ? "record" : rest.substring(1)),
                    "/api/customers/" + busy + rest);
        }
        ask("5,000 entries: expenses", "/api/expenses?customerId=" + busy);
        ask("5,000 entries: sums of expenses", "/api/expenses/sums?customerId=" + busy);
        ask("5,000 entries: rights cases", "/api/rights-cases?customerId=" + busy);
        ask("5,000 entries: feedback", "/api/feedback?customerId=" + busy);
        ask("5,000 entries: dossiers", "/api/dossiers?customerId=" + busy);
        ask(
                "5,000 entries: versions compared",
                "/api/customers/" + busy + "/versions/compare?from=1&to=900");
        ask(
                "5,000 entries: timeline, a hundred from the middle",
                "/api/customers/"
                        + busy
                        + "/timeline?size=100&beforeAt=2026-08-01T00:00:00Z&beforeId="
                        + busy);
        deeds.put("the one page, all requests", (t, r) -> page(some(t, r)));
        deeds.put("the one page with 5,000 entries, all requests", (t, r) -> page(busy));
    }

    private void page(String id) throws IOException, InterruptedException {
        for (String rest : ONE_PAGE) {
            clerk.get(rest.replace("{id}", id));
        }
    }

    /** What the client asks when it opens a customer, one after the other here. */
    private static final List<String> ONE_PAGE =
            List.of(
                    "/api/customers/{id}",
                    "/api/customers/{id}/hints",
                    "/api/customers/{id}/timeline");

    private static String word(int thread, long run) {
        return encoded(INFIXES[(int) ((thread * 7 + run) % INFIXES.length)]);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String one(Connection owner, String sql) throws SQLException {
        return texts(owner, sql).getFirst();
    }

    private static List<String> texts(Connection owner, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
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
