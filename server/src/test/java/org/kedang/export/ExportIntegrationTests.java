package org.kedang.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.customfield.DefinedFields;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Customers leave as a file: small ones at once, others when it was agreed to. */
@IntegrationTest
class ExportIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired MakingExports making;

    private TestClient sales;
    private String tag = "";

    @BeforeEach
    void registerTwo() {
        sales = TestClient.as("sales", port);
        tag = "导出" + UUID.randomUUID().toString().substring(0, 8);
        register("13800001111");
        register("13800002222");
    }

    private void register(String phone) {
        ObjectNode one =
                body().put("type", "ORGANISATION")
                        .put("name", "=1+1 " + tag + phone.substring(7))
                        .put("phone", phone)
                        .put("acceptDuplicates", true);
        one.putArray("tags").add(tag);
        assertThat(sales.post("/api/customers", one).status()).isEqualTo(201);
    }

    private ObjectNode wish(boolean clear) {
        ObjectNode wish = body().put("clear", clear).put("purpose", "寄送展会请柬");
        wish.putObject("selection").put("tag", tag);
        ArrayNode columns = wish.putArray("columns");
        List.of("PHONE", "NAME").forEach(columns::add);
        return wish;
    }

    private static String file(Answer export) {
        return "/api/customer-exports/" + export.id() + "/file";
    }

    private JsonNode own(String id) {
        for (JsonNode one : sales.get("/api/customer-exports").json().path("items")) {
            if (one.path("id").asString().equals(id)) {
                return one;
            }
        }
        throw new AssertionError(id);
    }

    private static List<List<String>> cells(Answer file, int sheet) throws IOException {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(file.raw().body()));
                Stream<Row> rows = book.getSheet(sheet).orElseThrow().openStream()) {
            List<List<String>> all = new ArrayList<>();
            rows.forEach(row -> all.add(row.stream().map(cell -> cell.getRawValue()).toList()));
            return all;
        }
    }

    private void decide(TestClient who, String request, String how) {
        String task = who.get("/api/approvals/" + request).json().path("task").asString();
        Answer decided =
                who.post("/api/approval-tasks/" + task + "/" + how, body().put("opinion", "可以"));
        assertThat(decided.status()).as(decided.text()).isLessThan(300);
    }

    @Test
    void makesSmallOnesAtOnceWithWhatIsSensitiveMasked() throws IOException {
        Answer export = sales.post("/api/customer-exports", wish(false));

        assertThat(export.status()).as(export.text()).isEqualTo(201);
        assertThat(export.json().path("state").asString()).isEqualTo("READY");
        assertThat(export.json().path("rows").asLong()).isEqualTo(2);
        Answer file = sales.get(file(export));
        List<List<String>> rows = cells(file, 0);
        assertThat(rows.getFirst()).containsExactly("名称", "电话");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).first().asString().startsWith("=1+1 " + tag);
        assertThat(rows.toString()).doesNotContain("13800001111").contains("****");
        assertThat(cells(file, 1).toString()).contains("李晓梅", "寄送展会请柬", tag, "已遮盖");
        assertThat(own(export.id()).path("fetched").asInt()).isOne();
        assertThat(
                        jdbc.sql("select act from audit_event where subject_id = :id")
                                .param("id", UUID.fromString(export.id()))
                                .query(String.class)
                                .list())
                .contains(
                        "customer-export.asked",
                        "customer-export.made",
                        "customer-export.exported");
    }

    @Test
    void showsWhatIsSensitiveOnlyWhenTwoAgreed() throws IOException {
        Answer export = sales.post("/api/customer-exports", wish(true));
        assertThat(export.json().path("state").asString()).isEqualTo("ASKED");
        String request = export.json().path("requestId").asString();
        assertThat(sales.get(file(export)).status()).isEqualTo(404);

        TestClient head = TestClient.as("head", port);
        assertThat(head.get("/api/approvals/" + request).json().path("changes").toString())
                .contains(tag, "名称、电话", "按权限完整显示");
        decide(head, request, "approve");
        assertThat(own(export.id()).path("state").asString()).isEqualTo("ASKED");
        decide(TestClient.as("clerk", port), request, "approve");
        making.work();

        assertThat(own(export.id()).path("state").asString()).isEqualTo("READY");
        assertThat(cells(sales.get(file(export)), 0).toString())
                .contains("13800001111", "13800002222");
        assertThat(head.get(file(export)).status()).isEqualTo(404);
    }

    @Test
    void makesNothingWhenRejected() {
        Answer export = sales.post("/api/customer-exports", wish(true));
        decide(TestClient.as("head", port), export.json().path("requestId").asString(), "reject");

        assertThat(own(export.id()).path("state").asString()).isEqualTo("REFUSED");
        assertThat(sales.get(file(export)).status()).isEqualTo(404);
    }

    @Test
    void removesTheFileWhenItsTimeIsOver() {
        Answer export = sales.post("/api/customer-exports", wish(false));
        jdbc.sql(
                        "update customer_export set expires_at = now() - interval '1 minute' where"
                                + " id = :id")
                .param("id", UUID.fromString(export.id()))
                .update();

        assertThat(sales.get(file(export)).slug()).isEqualTo("export-gone");
        making.work();

        assertThat(own(export.id()).path("state").asString()).isEqualTo("EXPIRED");
        assertThat(sales.get(file(export)).status()).isEqualTo(410);
    }

    @Test
    void holdsOnlyWhatTheRequesterMaySee() {
        ObjectNode everything = body();
        long own =
                sales.post("/api/customer-exports/preview", everything)
                        .json()
                        .path("count")
                        .asLong();

        assertThat(own).isEqualTo(sales.get("/api/customers").json().path("total").asLong());
        String others =
                jdbc.sql(
                                "select d.id from department d where not exists (select 1 from"
                                        + " person p where p.user_name = 'sales' and"
                                        + " p.department_id = d.id) limit 1")
                        .query(String.class)
                        .single();
        assertThat(
                        sales.post(
                                        "/api/customer-exports/preview",
                                        body().put("departmentId", others))
                                .json()
                                .path("count")
                                .asLong())
                .isEqualTo(
                        sales.get("/api/customers?departmentId=" + others)
                                .json()
                                .path("total")
                                .asLong());
    }

    @Test
    void refusesWhatHoldsNothing() {
        ObjectNode wish = wish(false);
        wish.withObject("/selection").put("tag", "没有" + tag);

        Answer refused = sales.post("/api/customer-exports", wish);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("nothing-to-export");
        assertThat(sales.post("/api/customer-exports", wish.put("purpose", " ")).status())
                .isEqualTo(400);
    }

    private DefinedFields define() {
        DefinedFields fields =
                new DefinedFields(TestClient.as("sysadmin", port), "customer", tag.substring(2))
                        .field("level", "CHOICE filterable", "gold", "silver")
                        .field("secret", "TEXT sensitive")
                        .field("paper", "FILE");
        fields.define();
        List<String> ids =
                sales.get("/api/customers?tag=" + encoded(tag))
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("id").asString())
                        .toList();
        for (int i = 0; i < ids.size(); i++) {
            ObjectNode patch = body();
            patch.putObject("more")
                    .put(fields.name("level"), i == 0 ? "gold" : "silver")
                    .put(fields.name("secret"), "暗号" + i);
            Answer changed =
                    TestClient.as("clerk", port)
                            .patch("/api/customers/" + ids.get(i), patch, "If-Match", "\"0\"");
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ObjectNode wish(boolean clear, DefinedFields fields, String... names) {
        ObjectNode wish = wish(clear);
        wish.putArray("columns").add("NAME");
        ArrayNode more = wish.putArray("more");
        List.of(names).forEach(name -> more.add(fields.name(name)));
        return wish;
    }

    @Test
    void holdsACompanysOwnFieldsAsTheListShowsThem() throws IOException {
        DefinedFields fields = define();
        try {
            Answer export =
                    sales.post("/api/customer-exports", wish(false, fields, "level", "secret"));
            assertThat(export.status()).as(export.text()).isEqualTo(201);
            List<List<String>> rows = cells(sales.get(file(export)), 0);
            assertThat(rows.getFirst())
                    .containsExactly("名称", fields.name("level"), fields.name("secret"));
            assertThat(rows.toString()).contains("选gold", "选silver").doesNotContain("暗号");
            assertThat(rows.get(1)).last().isEqualTo("******");

            Answer clear = sales.post("/api/customer-exports", wish(true, fields, "secret"));
            assertThat(clear.json().path("state").asString()).isEqualTo("ASKED");
            assertThat(
                            TestClient.as("head", port)
                                    .get(
                                            "/api/approvals/"
                                                    + clear.json().path("requestId").asString())
                                    .json()
                                    .path("changes")
                                    .toString())
                    .contains("名称、" + fields.name("secret"), "按权限完整显示");
            assertThat(
                            sales.post("/api/customer-exports", wish(true, fields, "level"))
                                    .json()
                                    .path("state")
                                    .asString())
                    .as("nothing sensitive, so nobody must agree")
                    .isEqualTo("READY");
            for (String none : List.of("paper", "unknown")) {
                assertThat(
                                sales.post("/api/customer-exports", wish(false, fields, none))
                                        .json()
                                        .at("/fields/0/slug")
                                        .asString())
                        .isEqualTo("unknown-column");
            }
        } finally {
            fields.withdrawAll();
        }
    }

    @Test
    void isMadeThoughListsAreNoLongerNarrowedByAField() throws IOException {
        DefinedFields fields = define();
        try {
            ObjectNode wish = wish(true, fields, "level");
            ((ArrayNode) wish.path("columns")).add("PHONE");
            ((ObjectNode) wish.path("selection")).put("more", fields.name("level") + "=gold");
            Answer export = sales.post("/api/customer-exports", wish);
            assertThat(export.json().path("state").asString()).isEqualTo("ASKED");

            fields.set("level", "filterable", false);
            assertThat(sales.post("/api/customer-exports/preview", wish.path("selection")).slug())
                    .isEqualTo("invalid-input");
            String request = export.json().path("requestId").asString();
            decide(TestClient.as("head", port), request, "approve");
            fields.withdrawAll();
            decide(TestClient.as("clerk", port), request, "approve");
            making.work();

            assertThat(own(export.id()).path("state").asString()).isEqualTo("READY");
            assertThat(own(export.id()).path("selection").asString())
                    .contains(fields.name("level") + "：选gold");
            List<List<String>> rows = cells(sales.get(file(export)), 0);
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1)).contains("选gold");
        } finally {
            fields.withdrawAll();
        }
    }

    private static void await(BooleanSupplier done) {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            try {
                never.await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void findsByWordsAsTheListDoes() {
        ObjectNode words = body().put("q", tag);
        await(() -> sales.get("/api/customers?q=" + tag).json().path("total").asLong() == 2);

        assertThat(sales.post("/api/customer-exports/preview", words).json().path("count").asLong())
                .isEqualTo(sales.get("/api/customers?q=" + tag).json().path("total").asLong());
    }
}
