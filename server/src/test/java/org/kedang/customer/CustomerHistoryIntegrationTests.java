package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every version of a record is kept, told in the timeline, compared and brought back. */
@IntegrationTest
class CustomerHistoryIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private TestClient clerk;

    @BeforeEach
    void signIn() {
        clerk = TestClient.as("clerk", port);
    }

    private String register(String name, ObjectNode more) {
        Answer created =
                clerk.post(
                        "/api/customers",
                        more.put("type", "ORGANISATION").put("name", fresh(name)));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static String fresh(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    private Answer change(String id, long basedOn, ObjectNode patch) {
        Answer changed =
                clerk.patch("/api/customers/" + id, patch, "If-Match", "\"" + basedOn + "\"");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return changed;
    }

    @Test
    void keepsEveryVersionWithWhoWhenAndWhy() {
        String id = register("版本", body().put("address", "解放北路 1 号"));
        change(id, 0, body().put("grade", "B").put("reason", "年度评级"));
        change(id, 1, body().put("grade", "A").put("note", "重要"));

        JsonNode made = clerk.get("/api/customers/" + id + "/versions").json().path("items");

        assertThat(made.valueStream().map(one -> one.path("version").asInt()))
                .containsExactly(2, 1, 0);
        assertThat(made.at("/0/fields").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("grade", "note");
        assertThat(made.at("/1/reason").asString()).isEqualTo("年度评级");
        assertThat(made.at("/1/byName").asString()).isEqualTo("王建国");
        assertThat(made.at("/2/fields")).isEmpty();
    }

    @Test
    void comparesAnyTwo() {
        String id = register("比较", body().put("regionCode", "330602"));
        change(id, 0, body().put("regionCode", "330602001"));
        change(id, 1, body().put("regionCode", "110101").put("note", "迁址"));

        JsonNode found =
                clerk.get("/api/customers/" + id + "/versions/compare?from=0&to=2")
                        .json()
                        .path("items");

        assertThat(found.valueStream().map(one -> one.path("field").asString()))
                .containsExactly("regionCode", "note");
        assertThat(found.at("/0/before").asString()).isEqualTo("浙江省绍兴市越城区");
        assertThat(found.at("/0/after").asString()).isEqualTo("北京市东城区");
        assertThat(clerk.get("/api/customers/" + id + "/versions/compare?from=0&to=9").status())
                .isEqualTo(404);
    }

    @Test
    void bringsFieldsBackAsOneMoreVersion() {
        String id = register("恢复", body().put("note", "原来的").put("shortName", "旧简称"));
        change(id, 0, body().put("note", "改错的").put("shortName", "新简称"));
        ObjectNode wish = body().put("version", 0).put("reason", "录错");
        wish.putArray("fields").add("note");

        Answer restored =
                clerk.post("/api/customers/" + id + "/restore", wish, "If-Match", "\"1\"");

        assertThat(restored.status()).as(restored.text()).isEqualTo(200);
        assertThat(restored.json().path("note").asString()).isEqualTo("原来的");
        assertThat(restored.json().path("shortName").asString()).isEqualTo("新简称");
        assertThat(restored.json().path("version").asInt()).isEqualTo(2);
        assertThat(
                        clerk.post("/api/customers/" + id + "/restore", wish, "If-Match", "\"1\"")
                                .slug())
                .isEqualTo("stale-version");
    }

    @Test
    void tellsTheTimelinePageByPageWithoutGapOrRepetition() {
        String id = register("动态", body());
        for (int version = 0; version < 7; version++) {
            change(id, version, body().put("note", "第 " + version));
        }

        Set<String> seen = new HashSet<>();
        String query = "";
        int pages = 0;
        do {
            JsonNode lines = clerk.get("/api/customers/" + id + "/timeline?size=3" + query).json();
            lines.path("items")
                    .valueStream()
                    .filter(line -> line.path("kind").asString().equals("record"))
                    .forEach(
                            line -> assertThat(seen.add(line.at("/entry/id").asString())).isTrue());
            JsonNode next = lines.path("next");
            query =
                    next.path("id").asString("").isEmpty()
                            ? ""
                            : "&beforeAt=%s&beforeId=%s"
                                    .formatted(
                                            next.path("at").asString(), next.path("id").asString());
            pages++;
        } while (!query.isEmpty());

        assertThat(seen).hasSize(8);
        assertThat(pages).isGreaterThanOrEqualTo(3);
    }

    @Test
    void leavesVersionsToTheDatabase() {
        String id = register("不可改", body());
        change(id, 0, body().put("note", "改"));

        for (String statement :
                List.of(
                        "update customer_version set reason = 'x'",
                        "delete from customer_version",
                        "insert into customer_version select * from customer_version")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void showsTheGroupAndRefusesACircle() {
        String top = register("集团", body());
        String middle = register("子公司", body().put("parentId", top));
        String low = register("分公司", body().put("parentId", middle));

        JsonNode members = clerk.get("/api/customers/" + low + "/group").json().path("members");
        Answer circle =
                clerk.patch(
                        "/api/customers/" + top, body().put("parentId", low), "If-Match", "\"0\"");

        assertThat(members.valueStream().map(one -> one.path("id").asString()))
                .containsExactlyInAnyOrder(top, middle, low);
        assertThat(circle.status()).isEqualTo(400);
        assertThat(circle.json().at("/fields/0/slug").asString()).isEqualTo("circle");
        assertThat(clerk.get("/api/customers/" + middle).json().path("parentName").asString())
                .startsWith("集团");
    }

    @Test
    void findsByTagAndByIndustrySection() {
        String tag = fresh("标");
        ObjectNode tagged = body().put("industryCode", "C15");
        tagged.putArray("tags").add(tag).add(tag).add("老客户");
        String id = register("标签", tagged);

        JsonNode byTag = clerk.get("/api/customers?tag=" + tag).json();
        JsonNode bySection = clerk.get("/api/customers?industryCode=C&tag=" + tag).json();

        assertThat(byTag.path("total").asInt()).isEqualTo(1);
        assertThat(byTag.at("/items/0/id").asString()).isEqualTo(id);
        assertThat(byTag.at("/items/0/tags")).hasSize(2);
        assertThat(bySection.path("total").asInt()).isEqualTo(1);
        assertThat(
                        clerk.get("/api/customers?industryCode=D&tag=" + tag)
                                .json()
                                .path("total")
                                .asInt())
                .isZero();
    }

    @Test
    void tellsThoseConcernedOfKeyChangesAndNobodyOfOthers() {
        UUID owner =
                jdbc.sql("select id from person where user_name = 'sales'")
                        .query(UUID.class)
                        .single();
        String id = register("通知", body().put("ownerId", owner.toString()));
        change(id, 0, body().put("note", "不重要"));
        long before = told(id);
        change(id, 1, body().put("legalRepresentative", "沈国强"));

        assertThat(before).isZero();
        assertThat(told(id)).isPositive();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from notice where link = :link and"
                                            + " person_id = (select id from person where user_name"
                                            + " = 'clerk')")
                                .param("link", "/customers/" + id)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private long told(String customer) {
        return jdbc.sql("select count(*) from notice where link = :link")
                .param("link", "/customers/" + customer)
                .query(Long.class)
                .single();
    }
}
