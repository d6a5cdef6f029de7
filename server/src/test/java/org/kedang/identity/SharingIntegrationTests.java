package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 个别授权 from grant to end. */
@IntegrationTest
class SharingIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;

    private TestClient clerk;
    private TestClient sales;
    private String customer = "";
    private String dossier = "";

    @BeforeEach
    void registerACustomerOfAnotherDepartment() {
        clerk = TestClient.as("clerk", port);
        sales = TestClient.as("sales", port);
        customer =
                clerk.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "共享" + UUID.randomUUID()))
                        .id();
        dossier =
                clerk.post(
                                "/api/dossiers",
                                body().put("customerId", customer)
                                        .put("title", "共享案卷")
                                        .put("classCode", "KH·01"))
                        .id();
    }

    private String id(String userName) {
        return jdbc.sql("select id from person where user_name = :name")
                .param("name", userName)
                .query(UUID.class)
                .single()
                .toString();
    }

    private ObjectNode wish(String kind, String thing) {
        return body().put("kind", kind)
                .put("thing", thing)
                .put("validUntil", Instant.now().plus(Duration.ofDays(7)).toString())
                .put("mayEdit", false)
                .put("reason", "联合投标");
    }

    private Answer share(TestClient by, ObjectNode wish) {
        return by.post("/api/explicit-grants", wish);
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void opensACustomerWithItsDossiersUntilItIsEnded() throws InterruptedException {
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(404);

        Answer shared = share(clerk, wish("CUSTOMER", customer).put("personId", id("sales")));

        assertThat(shared.status()).isEqualTo(201);
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(200);
        assertThat(sales.get("/api/dossiers/" + dossier).status()).isEqualTo(200);
        assertThat(ids(sales.get("/api/customers?sharedWithMe=true"))).contains(customer);
        assertThat(ids(sales.get("/api/dossiers?sharedWithMe=true"))).contains(dossier);
        assertThat(
                        sales.patch(
                                        "/api/customers/" + customer,
                                        body().put("shortName", "改"),
                                        "If-Match",
                                        "\"0\"")
                                .slug())
                .isEqualTo("not-permitted");
        JsonNode line =
                clerk.get("/api/explicit-grants?kind=CUSTOMER&thing=" + customer)
                        .json()
                        .at("/items/0");
        assertThat(line.path("receiver").asString()).isEqualTo("李晓梅");

        Answer ended = clerk.post("/api/explicit-grants/" + shared.id() + "/end", body());

        assertThat(ended.status()).isEqualTo(204);
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(404);
        assertThat(ids(sales.get("/api/customers?sharedWithMe=true"))).doesNotContain(customer);
        assertThat(clerk.get("/api/audit/events?subject=" + customer).text())
                .contains("grant.explicit-added", "grant.explicit-ended", "联合投标");
        assertThat(clerk.post("/api/explicit-grants/" + shared.id() + "/end", body()).status())
                .isEqualTo(404);
    }

    @Test
    void closesByItselfAtTheEnd() {
        share(
                clerk,
                wish("CUSTOMER", customer)
                        .put("personId", id("sales"))
                        .put("validUntil", Instant.now().plusSeconds(60).toString()));
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(200);

        jdbc.sql(
                        """
                        update explicit_grant set valid_until = now() - interval '1 second'
                        where customer_id = :customer
                        """)
                .param("customer", UUID.fromString(customer))
                .update();
        accounts.forgetAll();

        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(404);
        assertThat(
                        clerk.get("/api/explicit-grants?kind=CUSTOMER&thing=" + customer)
                                .json()
                                .path("items"))
                .isEmpty();
    }

    @Test
    void opensADossierToADepartmentForChanging() {
        String department =
                jdbc.sql("select id from department where code = 'XS'")
                        .query(UUID.class)
                        .single()
                        .toString();

        share(clerk, wish("DOSSIER", dossier).put("departmentId", department).put("mayEdit", true));

        assertThat(sales.get("/api/dossiers/" + dossier).status()).isEqualTo(200);
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(404);
        ObjectNode item =
                body().put("title", "补充协议")
                        .put("documentDate", "2026-11-01")
                        .put("carrier", "ELECTRONIC");
        assertThat(sales.post("/api/dossiers/" + dossier + "/items", item).status()).isEqualTo(201);
    }

    @Test
    void refusesWhoMayNotShareAndWhoMayNotReceive() {
        ObjectNode toSales = wish("CUSTOMER", customer).put("personId", id("sales"));
        ObjectNode toAuditor = wish("CUSTOMER", customer).put("personId", id("auditor"));
        ObjectNode toOneself = wish("CUSTOMER", customer).put("personId", id("clerk"));
        ObjectNode tooLong =
                wish("CUSTOMER", customer)
                        .put("personId", id("sales"))
                        .put("validUntil", Instant.now().plus(Duration.ofDays(400)).toString());
        ObjectNode toBoth =
                wish("CUSTOMER", customer)
                        .put("personId", id("sales"))
                        .put("departmentId", UUID.randomUUID().toString());

        assertThat(share(sales, toSales).slug()).isEqualTo("not-permitted");
        assertThat(share(TestClient.as("head", port), toSales).status()).isEqualTo(404);
        assertThat(share(TestClient.as("gm", port), toSales).slug()).isEqualTo("not-permitted");
        assertThat(share(clerk, toAuditor).slug()).isEqualTo("office-reads-no-content");
        assertThat(share(clerk, toOneself).slug()).isEqualTo("own-grant");
        assertThat(share(clerk, tooLong).slug()).isEqualTo("invalid-input");
        assertThat(share(clerk, toBoth).slug()).isEqualTo("invalid-input");
        assertThat(share(clerk, wish("CUSTOMER", customer)).slug()).isEqualTo("invalid-input");
        assertThat(share(clerk, toSales.put("reason", " ")).slug()).isEqualTo("invalid-input");
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(404);
    }

    @Test
    void letsTheSecurityOfficerEndWithoutReading() {
        Answer shared = share(clerk, wish("CUSTOMER", customer).put("personId", id("sales")));
        TestClient officer = TestClient.as("secadmin", port);

        Answer list = officer.get("/api/explicit-grants/people/" + id("sales"));

        assertThat(list.text()).contains(shared.id()).doesNotContain("共享");
        assertThat(
                        TestClient.as("gm", port)
                                .get("/api/explicit-grants/people/" + id("sales"))
                                .slug())
                .isEqualTo("not-permitted");
        assertThat(officer.post("/api/explicit-grants/" + shared.id() + "/end", body()).status())
                .isEqualTo(204);
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(404);
    }

    @Test
    void showsTheSecurityOfficerToWhomAndWhyAndNothingOfWhat() {
        Answer shared = share(clerk, wish("CUSTOMER", customer).put("personId", id("sales")));
        TestClient officer = TestClient.as("secadmin", port);

        JsonNode line = overviewOf(officer, "state=RUNNING&kind=CUSTOMER", shared.id());
        assertThat(line.path("receiver").asString()).isEqualTo("李晓梅");
        assertThat(line.path("reason").asString()).isEqualTo("联合投标");
        assertThat(line.toString()).doesNotContain("共享");
        assertThat(overviewOf(officer, "kind=DOSSIER", shared.id()).isMissingNode()).isTrue();
        assertThat(overviewOf(officer, "q=nobody", shared.id()).isMissingNode()).isTrue();

        Answer ended =
                officer.post(
                        "/api/explicit-grants/" + shared.id() + "/end", body().put("reason", "越权"));

        assertThat(ended.status()).isEqualTo(204);
        assertThat(overviewOf(officer, "state=RUNNING", shared.id()).isMissingNode()).isTrue();
        JsonNode over = overviewOf(officer, "state=ENDED&q=SALES", shared.id());
        assertThat(over.path("endReason").asString()).isEqualTo("越权");
        assertThat(over.path("state").asString()).isEqualTo("ENDED");
        assertThat(clerk.get("/api/explicit-grants/overview").slug()).isEqualTo("not-permitted");
    }

    private static JsonNode overviewOf(TestClient officer, String filter, String id) {
        return officer.get("/api/explicit-grants/overview?size=200&" + filter)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
    }
}
