package org.kedang.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.customer.CustomerContents;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.HintSource;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineSource;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.KeyingPhones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.node.ObjectNode;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@IntegrationTest
class ContactIntegrationTests {
    @LocalServerPort int port;
    @Autowired ContactHistory history;
    @Autowired ContactHints hints;
    @Autowired ContactContents contents;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;
    @Autowired List<KeyingPhones> keyings;

    private TestClient sales;
    private String customer = "";

    @BeforeEach
    void register() {
        sales = TestClient.as("sales", port);
        customer = customerOf(sales);
    }

    private static String customerOf(TestClient who) {
        return who.post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put(
                                        "name",
                                        "联系人客户" + UUID.randomUUID().toString().substring(0, 8)))
                .id();
    }

    private String at() {
        return "/api/customers/" + customer + "/contacts";
    }

    private static ObjectNode person(String name, String role) {
        return body().put("name", name).put("role", role);
    }

    private Answer added(ObjectNode contact) {
        Answer answer = sales.post(at(), contact);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer change(Answer contact, ObjectNode patch, long version) {
        return sales.patch(
                "/api/contacts/" + contact.id(), patch, "If-Match", "\"" + version + "\"");
    }

    @Test
    void listsWhomToCallFirstAndWhoDecides() {
        added(person("赵使用", "USER"));
        added(person("钱决策", "DECIDER").put("mobile", "138 0575 1234"));
        added(person("孙主要", "BUYER").put("main", true));
        Answer gone = added(person("李已走", "DECIDER"));
        change(gone, body().put("leftOn", today().toString()), 0);

        Answer list = sales.get(at());

        assertThat(names(list)).containsExactly("孙主要", "钱决策", "赵使用", "李已走");
        assertThat(list.json().at("/deciders").toString()).contains("钱决策", "李已走");
        assertThat(sales.get("/api/audit/events?subject=" + customer).text())
                .contains("contact.added", "contact.changed", "contact.listed")
                .doesNotContain("13805751234", "138 0575 1234");
    }

    private static List<String> names(Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    @Test
    void keepsWhoDecidedFromWhenToWhenAndWhy() {
        Answer old = added(person("老总", "DECIDER").put("roleSince", "2020-03-01"));
        assertThat(
                        change(old, body().put("role", "INFLUENCER"), 0)
                                .json()
                                .at("/fields/0/name")
                                .asString())
                .as("says no reason")
                .isEqualTo("reason");
        Answer early =
                change(
                        old,
                        body().put("role", "OTHER")
                                .put("reason", "退居二线")
                                .put("roleSince", "2020-02-29"),
                        0);
        assertThat(early.json().at("/fields/0/slug").asString()).isEqualTo("out-of-range");

        change(
                old,
                body().put("role", "INFLUENCER")
                        .put("reason", "退居二线")
                        .put("roleSince", "2026-01-10"),
                0);
        added(person("新总", "DECIDER").put("roleSince", "2026-01-10").put("reason", "董事会任命"));

        var deciders = sales.get(at()).json().path("deciders");
        assertThat(deciders.at("/0/contactName").asString()).isEqualTo("新总");
        assertThat(deciders.at("/0/reason").asString()).isEqualTo("董事会任命");
        assertThat(deciders.at("/0/until").isMissingNode() || deciders.at("/0/until").isNull())
                .isTrue();
        assertThat(deciders.at("/1/since").asString()).isEqualTo("2020-03-01");
        assertThat(deciders.at("/1/until").asString()).isEqualTo("2026-01-10");
        assertThat(deciders.at("/1/endReason").asString()).isEqualTo("退居二线");
        assertThat(sales.get("/api/contacts/" + old.id() + "/roles").json().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void knowsWhenSomebodyWhoLeftDecided() {
        added(person("前任", "DECIDER").put("roleSince", "2015-01-01").put("leftOn", "2020-12-31"));

        var term = sales.get(at()).json().at("/deciders/0");
        assertThat(term.path("since").asString()).isEqualTo("2015-01-01");
        assertThat(term.path("until").asString()).isEqualTo("2020-12-31");
        assertThat(
                        sales.post(
                                        at(),
                                        person("颠倒", "DECIDER")
                                                .put("roleSince", "2021-01-01")
                                                .put("leftOn", "2020-12-31"))
                                .json()
                                .at("/fields/0/name")
                                .asString())
                .isEqualTo("roleSince");
    }

    @Test
    void hasOneMainContactHoweverManyAreMadeAtOnce() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one =
                    () -> sales.post(at(), person("主要", "OTHER").put("main", true)).status();
            List<Integer> answers =
                    people.invokeAll(IntStream.range(0, 6).mapToObj(i -> one).toList()).stream()
                            .map(Future::resultNow)
                            .toList();

            assertThat(answers).isSubsetOf(201, 409).contains(201);
        }
        long main =
                sales.get(at())
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("main").asBoolean())
                        .count();
        assertThat(main).isEqualTo(1);
    }

    @Test
    void keepsAllOrNothingOfAStaleSave() {
        Answer contact = added(person("冲突", "OTHER"));

        assertThat(change(contact, body().put("position", "甲"), 0).status()).isEqualTo(200);
        Answer stale = change(contact, body().put("position", "乙"), 0);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.slug()).isEqualTo("stale-version");
        assertThat(stale.json().at("/current/position").asString()).isEqualTo("甲");
        assertThat(
                        sales.patch("/api/contacts/" + contact.id(), body().put("position", "丙"))
                                .status())
                .isEqualTo(428);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' ', name, required",
        "name, a\u202eb, name, forbidden-character",
        "mobile, 12345678901, mobile, invalid-mobile",
        "mobile, 0575-88120101, mobile, invalid-mobile",
        "phone, 8812, phone, invalid-phone",
        "phone, 0575-88120101/88120102, phone, invalid-phone",
        "mail, wang@, mail, invalid-mail",
        "birthday, 1985-02-30, birthday, invalid-birthday",
        "birthday, 2999-01-01, birthday, invalid-birthday",
        "leftOn, 2999-01-01, leftOn, in-future",
        "roleSince, 2999-01-01, roleSince, out-of-range",
        "emergencyPhone, 13805751234, emergencyName, required",
    })
    void refusesWhatCannotBe(String field, String value, String told, String slug) {
        Answer refused = sales.post(at(), person("输入", "OTHER").put(field, value));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo(told);
        assertThat(refused.json().at("/fields/0/slug").asString()).isEqualTo(slug);
        assertThat(sales.get(at()).json().path("items")).isEmpty();
    }

    @Test
    void hidesContactsOfCustomersThatAreNotSeen() {
        TestClient clerk = TestClient.as("clerk", port);
        String ofRecords = customerOf(clerk);
        Answer contact =
                clerk.post(
                        "/api/customers/" + ofRecords + "/contacts",
                        person("密", "DECIDER").put("mobile", "13805750001"));
        String one = "/api/contacts/" + contact.id();

        assertThat(sales.get("/api/customers/" + ofRecords + "/contacts").status()).isEqualTo(404);
        assertThat(
                        sales.post(
                                        "/api/customers/" + ofRecords + "/contacts",
                                        person("x", "OTHER"))
                                .status())
                .isEqualTo(404);
        assertThat(sales.get(one + "/roles").status()).isEqualTo(404);
        assertThat(sales.patch(one, body().put("position", "x"), "If-Match", "\"0\"").status())
                .isEqualTo(404);
        assertThat(sales.delete(one + "?reason=x").status()).isEqualTo(404);
        assertThat(sales.post(one + "/reveal", body().put("field", "mobile")).status())
                .isIn(403, 404);
        TestClient manager = TestClient.as("gm", port);
        assertThat(manager.get("/api/customers/" + ofRecords + "/contacts").status())
                .isEqualTo(200);
        assertThat(manager.patch(one, body().put("position", "x"), "If-Match", "\"0\"").status())
                .isEqualTo(403);
    }

    /** Sales people may change phones and see ID numbers, and with them birthdays, masked. */
    @Test
    void masksABirthdayAsAnIdNumberAndShowsItOnRequest() {
        Answer contact =
                added(
                        person("生日", "USER")
                                .put("birthday", "1985-05-12")
                                .put("phone", "0575-88120101"));

        assertThat(contact.json().path("birthday").asString()).isEqualTo("--05-12");
        assertThat(contact.json().path("phone").asString()).isEqualTo("0575-88120101");
        assertThat(contact.json().path("maskedFields").toString()).isEqualTo("[\"birthday\"]");
        assertThat(change(contact, body().put("birthday", "1986-05-12"), 0).slug())
                .isEqualTo("contact-field-not-yours");
        Answer clear =
                sales.post(
                        "/api/contacts/" + contact.id() + "/reveal",
                        body().put("field", "birthday"));
        assertThat(clear.json().path("value").asString()).isEqualTo("1985-05-12");
        assertThat(sales.get("/api/audit/events?subject=" + customer).text())
                .contains("contact.revealed")
                .doesNotContain("1985");
    }

    @Test
    void tellsTimelineWarnsAndGivesACopy() {
        Answer decider = added(person("周总", "DECIDER").put("position", "总经理"));
        CustomerSummary summary =
                new CustomerSummary(
                        UUID.fromString(customer), "", "", UUID.randomUUID(), UUID.randomUUID());
        TimelineSource told = history;
        assertThat(told.list(Actor.SYSTEM, summary, null, 10))
                .extracting(entry -> entry.what().zh())
                .containsExactlyInAnyOrder("登记联系人", "成为决策人");
        HintSource warned = hints;
        assertThat(warned.list(Actor.SYSTEM, summary)).isEmpty();

        change(decider, body().put("leftOn", today().toString()).put("reason", "离职"), 0);

        TimelineEntry newest = told.list(Actor.SYSTEM, summary, null, 1).getFirst();
        assertThat(newest.what().zh()).isEqualTo("不再是决策人");
        assertThat(
                        told.list(
                                Actor.SYSTEM,
                                summary,
                                new TimelineEntry.Place(newest.at(), newest.id()),
                                10))
                .hasSize(2);
        assertThat(warned.list(Actor.SYSTEM, summary).getFirst().text().zh()).contains("周总");
        CustomerContents kept = contents;
        assertThat(kept.count(summary.id())).isEqualTo(1);
        assertThat(kept.copy(summary.id()).getFirst()).containsEntry("职务", "总经理");
        transaction.executeWithoutResult(status -> kept.erase(summary.id()));
        assertThat(sales.get(at()).json().path("items")).isEmpty();
    }

    @Test
    void removesOneWithAReason() {
        Answer contact = added(person("登错", "OTHER"));

        assertThat(sales.delete("/api/contacts/" + contact.id()).status()).isEqualTo(400);
        assertThat(
                        sales.delete("/api/contacts/" + contact.id() + "?reason=%E7%99%BB%E9%94%99")
                                .status())
                .isEqualTo(204);

        assertThat(sales.get(at()).json().path("items")).isEmpty();
        assertThat(sales.get("/api/audit/events?subject=" + customer).text()).contains("登错");
    }

    @Test
    void keysAnewWhatWasKeyedByOlderRules() throws SQLException {
        Answer contact =
                added(
                        person("号码旧键", "BUYER")
                                .put("mobile", "+86 138 5700 4321")
                                .put("phone", "0575-88129999-8"));
        UUID id = UUID.fromString(contact.id());
        jdbc.sql("update contact set mobile_key = '8613857004321', phone_key = 'x' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update customer set phone = :phone, phone_key = 'y' where id = :id")
                .param("phone", "0575-88129998 转 1 / 13857004322")
                .param("id", UUID.fromString(customer))
                .update();

        try (Connection connection = database.getConnection()) {
            for (KeyingPhones keying : keyings) {
                keying.migrate(context(connection));
            }
        }

        assertThat(
                        jdbc.sql(
                                        "select mobile_key || ' ' || phone_key from contact where"
                                                + " id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single())
                .isEqualTo("13857004321 057588129999");
        assertThat(
                        jdbc.sql("select phone_key || ' ' || version from customer where id = :id")
                                .param("id", UUID.fromString(customer))
                                .query(String.class)
                                .single())
                .isEqualTo("057588129998 0");
        assertThat(sales.get(at()).json().at("/items/0/mobile").asString())
                .isEqualTo("13857004321");
        assertThat(sales.get(at()).json().at("/items/0/phone").asString())
                .isEqualTo("0575-88129999转8");
    }

    private static Context context(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new IllegalStateException("not asked");
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"13857009876", "+86 138 5700 9876", "0086-138-5700-9876", "013857009876"})
    void isTheSameCallerHoweverTheNumberIsWritten(String typed) {
        added(person("来电人", "BUYER").put("mobile", "138 5700 9876"));

        Answer identified = sales.post("/api/identifications", body().put("typed", typed));

        assertThat(identified.text()).contains(customer);
    }

    private static LocalDate today() {
        return LocalDate.now(ChinaTime.ZONE);
    }
}
