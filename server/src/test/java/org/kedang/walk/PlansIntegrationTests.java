package org.kedang.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import static java.util.Map.entry;

import com.github.benmanes.caffeine.cache.Cache;

import jakarta.servlet.Filter;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.Statistics;
import org.kedang.TestClient;
import org.kedang.kernel.Listings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people ask about customers is answered by indexes, however many customers there are: each
 * request is sent, and every statement that it runs is run again with its plan watched. The rows
 * that a page needs are read in the order of an index, never all and then sorted; what is counted
 * is counted to a bound.
 */
@IntegrationTest
@Transactional
class PlansIntegrationTests {
    private static final int MANY = 24_000;

    /** Tables with fewer rows are read as the planner likes. */
    private static final int LARGE = 3_000;

    /** Of tables that are small here, which index answers. */
    private static final Map<String, String> ANSWERED_BY =
            Map.ofEntries(
                    entry("/api/rights-cases", "rights_case_in_order"),
                    entry("/api/rights-cases?waiting=true", "rights_case_in_order"),
                    entry("/api/rights-cases?q=计划17", "rights_case_by_words"),
                    entry("/api/rights-cases?q=查无此词", "rights_case_by_words"),
                    entry("/api/feedback", "feedback_in_order"),
                    entry("/api/feedback?q=包装", "feedback_by_words"),
                    entry("/api/feedback?q=查无此词", "feedback_by_words"),
                    entry("/api/feedback?waiting=true", "feedback_in_order"),
                    entry("/api/feedback?state=CLOSED", "feedback_in_order"),
                    entry("/api/deletions", "customer_deletion_in_order"),
                    entry("/api/deletion-register", "deletion_register_newest"),
                    entry("/api/deletion-register?q=SM-00000200", "deletion_register_request"),
                    entry("/api/handovers", "handover_newest"));

    /** The same for who sees her own customers only, and has some of everything. */
    private static final Map<String, String> OF_HER_OWN_ANSWERED_BY =
            Map.of(
                    "/api/expenses", "expense_by_owner",
                    "/api/registrations?state=DONE", "registration_owner_done",
                    "/api/feedback", "feedback_by_owner",
                    "/api/rights-cases", "rights_case_by_owner");

    /** What counts all there is reads nothing but these, each once. */
    private static final Map<String, List<String>> COUNTED_FROM =
            Map.of(
                    "/api/confirmations/coverage", List.of("customer", "confirmation"),
                    "/api/expenses/sums", List.of("expense"),
                    "/api/grading/rules/{rules}/preview", List.of("customer"));

    /** A bounded count reads no more, and a little for rows that are passed over. */
    private static final int COUNTED = 15_000;

    private static final List<String> WAYS_OF_SMALL_TABLES =
            List.of("seqscan", "hashjoin", "mergejoin", "material");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort int port;
    @Autowired WebApplicationContext context;
    @Autowired JdbcClient jdbc;
    @Autowired Listings listings;
    @Autowired Environment environment;

    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private MockMvc server;
    private @Nullable Statistics statistics;

    private void fill() throws IOException {
        statistics = new Statistics(jdbc, environment);
        new ManyCustomers(jdbc).fill(MANY);
        jdbc
                .sql(
                        """
                        select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                            and has_table_privilege(c.oid, 'select')
                            and c.relname !~ '^(audit|act)_' order by 1
                        """)
                .query(String.class)
                .list()
                .stream()
                .filter(table -> count(table) > 0)
                .forEach(statistics::gather);
        server =
                MockMvcBuilders.webAppContextSetup(context)
                        .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                        .build();
    }

    private long count(String table) {
        long rows =
                jdbc.sql("select count(*) from (select 1 from %s limit 500000) x".formatted(table))
                        .query(Long.class)
                        .single();
        sizes.put(table, rows);
        return rows;
    }

    @AfterEach
    void forget() {
        if (statistics != null) {
            statistics.close();
        }
        // which lists were long while all this was there
        Cache<?, ?> longOnes = (Cache<?, ?>) ReflectionTestUtils.getField(listings, "longOnes");
        Objects.requireNonNull(longOnes).invalidateAll();
    }

    /** What is asked; words in braces stand for ids. */
    private static final List<String> OF_ALL =
            List.of(
                    "/api/customers",
                    "/api/customers?page=400",
                    "/api/customers?sort=number",
                    "/api/customers?sort=name",
                    "/api/customers?sort=-kind",
                    "/api/customers?sort=grade",
                    "/api/customers?sort=-createdAt",
                    "/api/customers?type=PERSON",
                    "/api/customers?kind=KEY&sort=name",
                    "/api/customers?grade=A",
                    "/api/customers?regionCode=330000",
                    "/api/customers?regionCode=330681&sort=-createdAt",
                    "/api/customers?industryCode=C",
                    "/api/customers?tag=重点跟进",
                    "/api/customers?ownerId={sales}",
                    "/api/customers?departmentId={department}",
                    "/api/customers?createdFrom=2026-10-01&createdTo=2026-10-02",
                    "/api/customers?createdFrom=2026-03-01&createdTo=2026-03-02",
                    "/api/customers?createdFrom=2026-03-01&createdTo=2026-03-02&sort=updatedAt",
                    "/api/customers?createdTo=2026-03-02&kind=KEY&sort=name",
                    "/api/customers?kind=KEY&grade=A&regionCode=330681&sort=name",
                    "/api/customers?companySize=MICRO",
                    "/api/customers?nature=ASSOCIATION",
                    "/api/customers?source=TENDER&sort=name",
                    "/api/customers?cooperatingFrom=2020-01-01&cooperatingTo=2020-01-31",
                    "/api/customers?sharedWithMe=true",
                    "/api/customers/duplicates?name=计划17&phone=13500000017",
                    "/api/certificates",
                    "/api/certificates?within=366&page=40",
                    "/api/certificates?due=REVIEW&within=30",
                    "/api/certificates?kind=PERMIT",
                    "/api/certificates?ownerId={sales}",
                    "/api/certificates?departmentId={department}",
                    "/api/registrations",
                    "/api/registrations?overdue=true",
                    "/api/registrations?mine=true",
                    "/api/registrations?state=DONE",
                    "/api/expenses",
                    "/api/expenses?kind=GIFT&year=2025",
                    "/api/handovers",
                    "/api/confirmations",
                    "/api/confirmations?mine=true",
                    "/api/confirmations?ownerId={sales}",
                    "/api/confirmations?unchanged=true",
                    "/api/rights-cases",
                    "/api/rights-cases?waiting=true",
                    "/api/rights-cases?late=true",
                    "/api/rights-cases?state=DONE",
                    "/api/rights-cases?mine=true",
                    "/api/rights-cases?q=计划17",
                    "/api/rights-cases?q=查无此词",
                    "/api/feedback",
                    "/api/feedback?waiting=true",
                    "/api/feedback?state=CLOSED",
                    "/api/feedback?mine=true",
                    "/api/feedback?q=包装",
                    "/api/feedback?q=查无此词",
                    "/api/people?q=王",
                    "/api/departments",
                    "/api/saved-views?list=customers");

    private static final List<String> OF_ONE =
            List.of(
                    "/api/customers/{busy}",
                    "/api/customers/{busy}/hints",
                    "/api/customers/{busy}/timeline",
                    "/api/customers/{busy}/timeline?beforeAt=2026-10-20T00:00:00Z&beforeId={busy}",
                    "/api/customers/{busy}/group",
                    "/api/customers/{busy}/versions",
                    "/api/customers/{busy}/versions/compare?from=1&to=2",
                    "/api/customers/{busy}/contacts",
                    "/api/contacts/{contact}/roles",
                    "/api/customers/{busy}/certificates",
                    "/api/customers/{busy}/preferences",
                    "/api/customers/{busy}/registration",
                    "/api/customers/{busy}/consents",
                    "/api/customers/{busy}/letters",
                    "/api/customers/{busy}/grade-reason",
                    "/api/customers/{busy}/confirmation",
                    "/api/expenses?customerId={busy}",
                    "/api/expenses/sums?customerId={busy}",
                    "/api/rights-cases?customerId={busy}",
                    "/api/feedback?customerId={busy}",
                    "/api/dossiers?customerId={busy}");

    private static final List<String> OF_OVERSEERS =
            List.of(
                    "/api/handovers/{handover}/lines",
                    "/api/deletions",
                    "/api/deletions?state=EXECUTED",
                    "/api/deletion-register",
                    "/api/deletion-register?q=SM-00000200");

    private static final Map<String, String> WRITTEN =
            Map.of(
                    "/api/identifications", "{\"typed\":\"13000000077\"}",
                    "/api/identifications?", "{\"typed\":\"浙A00077\"}",
                    "/api/identifications?name", "{\"typed\":\"张芳华\"}",
                    "/api/handovers/preview",
                            "{\"selection\":{\"ownerId\":\"{sales}\"},\"toPerson\":\"{head}\",\"reason\":\"试\"}");

    @Test
    void readsNoMoreThanItShows() throws Exception {
        // signing in is another transaction, which would wait for this one
        String clerk = token("clerk");
        String sales = token("sales");
        fill();
        SoftAssertions all = new SoftAssertions();
        for (String path : OF_ONE) {
            look(all, clerk, "GET", path, "");
        }
        for (String path : OF_ALL) {
            look(all, clerk, "GET", path, "");
        }
        for (String path : OF_ALL) {
            if (!ANSWERED_BY.containsKey(path)) {
                look(all, sales, "GET", path, "");
            }
        }
        for (Map.Entry<String, String> own : OF_HER_OWN_ANSWERED_BY.entrySet()) {
            all.assertThat(plans(run(sales, "GET", own.getKey(), "")))
                    .as("her own " + own.getKey())
                    .contains(own.getValue());
        }
        for (Map.Entry<String, List<String>> counted : COUNTED_FROM.entrySet()) {
            all.assertThat(
                            plans(
                                    run(clerk, "GET", counted.getKey(), "").stream()
                                            .filter(one -> one.statement().contains("count(*)"))
                                            .toList()))
                    .as(counted.getKey())
                    .contains(counted.getValue())
                    .doesNotContain("Nested Loop", "Hash Join", "Merge Join", "SubPlan");
        }
        for (String path : OF_OVERSEERS) {
            look(all, clerk, "GET", path, "");
        }
        for (Map.Entry<String, String> asked : WRITTEN.entrySet()) {
            look(all, clerk, "POST", asked.getKey(), asked.getValue());
        }
        all.assertAll();
    }

    /** Or whoever deletes one makes the database read all that might refer to it. */
    @Test
    void findsWhatRefersToThingsThatAreDeleted() {
        List<String> blind =
                jdbc.sql(
                                """
                                select format('%s refers to %s', k.conrelid::regclass, k.confrelid::regclass) || ' ' || k.conname
                                from pg_constraint k
                                where k.contype = 'f'
                                  and k.confrelid::regclass::text in ('customer', 'contact', 'certificate', 'content', 'consent_event')
                                  and not exists (
                                      select 1 from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1]
                                          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%IS NOT NULL)'))
                                order by 1
                                """)
                        .query(String.class)
                        .list();

        assertThat(blind).isEmpty();
    }

    private String token(String user) {
        return TestClient.as(user, port)
                .post("/api/tokens", TestClient.body().put("name", "plans").put("days", 1))
                .json()
                .path("token")
                .asString();
    }

    private void look(SoftAssertions all, String token, String method, String path, String body)
            throws Exception {
        List<Ran> ran = run(token, method, path, body);
        for (Ran one : ran) {
            all.assertThat(findings(one)).as(path + "\n" + one.statement()).isEmpty();
        }
        if (ANSWERED_BY.containsKey(path)) {
            all.assertThat(plans(ran)).as(path).contains(ANSWERED_BY.get(path));
        }
    }

    private static String plans(List<Ran> statements) {
        return statements.stream().map(Ran::plan).collect(Collectors.joining("\n"));
    }

    /** A statement and how it was answered. */
    private record Ran(String statement, String plan) {}

    private List<Ran> run(String token, String method, String path, String body) throws Exception {
        MockHttpServletResponse[] answer = new MockHttpServletResponse[1];
        List<String> statements =
                StatementLedger.during(() -> answer[0] = answer(token, method, path, body));
        assertThat(answer[0].getStatus())
                .as(path + " " + answer[0].getContentAsString())
                .isEqualTo(200);
        assertThat(statements).as(path).isNotEmpty();
        return statements.stream()
                .filter(
                        statement ->
                                statement.strip().matches("(?is)^(select|with)\\b.*")
                                        && !statement.matches(
                                                "(?is).*\\b(nextval|set_config|pg_advisory\\w+|for"
                                                    + " update|for no key update|for share)\\b.*"))
                .map(statement -> new Ran(statement, plan(statement)))
                .toList();
    }

    private MockHttpServletResponse answer(String token, String method, String path, String body)
            throws Exception {
        return server.perform(
                        request(HttpMethod.valueOf(method), named(path))
                                .header("Authorization", "Bearer " + token)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(named(body)))
                .andReturn()
                .getResponse();
    }

    private String named(String text) {
        String all = text;
        for (Map.Entry<String, String> name :
                Map.of(
                                "{busy}", "select id from customer where number = 'B00000001'",
                                "{contact}",
                                        "select c.id from contact c join customer k on k.id ="
                                                + " c.customer_id where k.number = 'B00000001' and"
                                                + " c.main",
                                "{handover}", "select id from handover where number = 'YM-000000'",
                                "{rules}",
                                        "select id from grade_rules order by version desc limit 1",
                                "{sales}", "select id from person where user_name = 'sales'",
                                "{head}", "select id from person where user_name = 'head'",
                                "{department}",
                                        "select department_id from person where user_name ="
                                                + " 'sales'")
                        .entrySet()) {
            if (all.contains(name.getKey())) {
                all =
                        all.replace(
                                name.getKey(),
                                jdbc.sql(name.getValue()).query(UUID.class).single().toString());
            }
        }
        return all;
    }

    private String plan(String statement) {
        // small as these tables are, reading them whole would be quick; indexes must do it all the
        // same
        for (String way : WAYS_OF_SMALL_TABLES) {
            jdbc.sql("set local enable_" + way + " = off").update();
        }
        jdbc.sql("set local enable_sort = on").update();
        String plan =
                jdbc.sql("explain (analyze, timing off, format json) " + statement)
                        .query(String.class)
                        .single();
        for (String way : WAYS_OF_SMALL_TABLES) {
            jdbc.sql("set local enable_" + way + " = on").update();
        }
        return plan;
    }

    /** What the statement reads too much of. */
    private List<String> findings(Ran one) {
        List<String> findings = new ArrayList<>();
        walk(JSON.readTree(one.plan()).get(0).path("Plan"), false, findings);
        return findings;
    }

    private void walk(JsonNode node, boolean counting, List<String> findings) {
        boolean counts =
                counting || node.path("Parent Relationship").asString("").equals("InitPlan");
        String table = node.path("Relation Name").asString("");
        double rows =
                (node.path("Actual Rows").asDouble()
                                + node.path("Rows Removed by Filter").asDouble()
                                + node.path("Rows Removed by Index Recheck").asDouble())
                        * node.path("Actual Loops").asDouble();
        long there = sizes.getOrDefault(table, 0L);
        double most = counts ? COUNTED : Math.max(LARGE, there * 0.6);
        if (there >= LARGE && rows > most) {
            findings.add(
                    "%s of %s: %.0f of %d rows"
                            .formatted(node.path("Node Type").asString(), table, rows, there));
        }
        for (JsonNode below : node.path("Plans")) {
            walk(below, counts, findings);
        }
    }
}
