package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

/** People, departments and passwords from a directory over TLS. */
class LdapIntegrationTests extends EnterpriseTest {
    @Autowired LdapDirectory ldap;

    @BeforeAll
    static void fill() throws Exception {
        if (DIRECTORY.server.getEntry("ou=sales," + CompanyDirectory.BASE) == null) {
            DIRECTORY.department("ou=sales", "海外销售部");
            DIRECTORY.department("ou=east,ou=sales", "东亚组");
            DIRECTORY.person("zhao.liu", "赵六", "ou=east,ou=sales");
            DIRECTORY.person("qian.qi", "钱七", "ou=sales");
        }
    }

    @Test
    void takesOverPeopleAndDepartmentsWithoutAnyRight() {
        TestClient sysadmin = TestClient.as("sysadmin", PORT);

        run(sysadmin);

        JsonNode zhao = person(sysadmin, "zhao.liu");
        assertThat(zhao.path("name").asString()).isEqualTo("赵六");
        assertThat(zhao.path("departmentName").asString()).isEqualTo("东亚组");
        assertThat(zhao.path("roles").size()).isZero();
        TestClient someone = TestClient.at(PORT);
        assertThat(someone.signIn("zhao.liu", CompanyDirectory.PASSWORD).status()).isEqualTo(204);
        assertThat(someone.get("/api/customers").slug()).isEqualTo("not-permitted");
        assertThat(someone.get("/api/session").json().path("mustChangePassword").asBoolean())
                .isFalse();
    }

    @Test
    void takesOverAgainWithoutChangingAnything() {
        TestClient sysadmin = TestClient.as("sysadmin", PORT);
        run(sysadmin);

        JsonNode second = run(sysadmin);

        assertThat(second.path("added").asInt()).isZero();
        assertThat(second.path("changed").asInt()).isZero();
        assertThat(second.path("departmentsAdded").asInt()).isZero();
        assertThat(second.path("departmentsChanged").asInt()).isZero();
        assertThat(sysadmin.get("/api/directory").json().at("/last/at").asString())
                .isEqualTo(second.path("at").asString());
    }

    @Test
    void movesWhoMovedAndReportsWhoIsGone() throws Exception {
        DIRECTORY.person("sun.ba", "孙八", "ou=sales");
        TestClient sysadmin = TestClient.as("sysadmin", PORT);
        run(sysadmin);
        String id = person(sysadmin, "sun.ba").path("id").asString();

        DIRECTORY.server.modifyDN(
                "uid=sun.ba,ou=sales," + CompanyDirectory.BASE,
                "uid=sun.ba",
                true,
                "ou=east,ou=sales," + CompanyDirectory.BASE);
        assertThat(run(sysadmin).path("changed").asInt()).isEqualTo(1);
        JsonNode moved = person(sysadmin, "sun.ba");
        assertThat(moved.path("id").asString()).isEqualTo(id);
        assertThat(moved.path("departmentName").asString()).isEqualTo("东亚组");

        DIRECTORY.server.delete("uid=sun.ba,ou=east,ou=sales," + CompanyDirectory.BASE);
        JsonNode report = run(sysadmin);
        assertThat(report.path("missing").toString()).contains("孙八 (sun.ba)");
        assertThat(report.path("locked").asInt()).isZero();
        assertThat(TestClient.at(PORT).signIn("sun.ba", CompanyDirectory.PASSWORD).slug())
                .isEqualTo("wrong-credentials");
    }

    @Test
    void leavesAMoverWhatHeHoldsAndTellsWhoCanHandItOver() throws Exception {
        DIRECTORY.person("zhou.jiu", "周九", "ou=sales");
        TestClient sysadmin = TestClient.as("sysadmin", PORT);
        run(sysadmin);
        JsonNode person = person(sysadmin, "zhou.jiu");
        TestClient clerk = TestClient.as("clerk", PORT);
        Answer customer =
                clerk.post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put("name", "调岗客户")
                                .put("acceptDuplicates", true)
                                .put("ownerId", person.path("id").asString()));
        assertThat(customer.status()).as(customer.text()).isEqualTo(201);
        String before = clerk.get("/api/customers/" + customer.id()).text();

        DIRECTORY.server.modifyDN(
                "uid=zhou.jiu,ou=sales," + CompanyDirectory.BASE,
                "uid=zhou.jiu",
                true,
                "ou=east,ou=sales," + CompanyDirectory.BASE);
        assertThat(run(sysadmin).path("changed").asInt()).isEqualTo(1);

        assertThat(person(sysadmin, "zhou.jiu").path("departmentName").asString()).isEqualTo("东亚组");
        assertThat(clerk.get("/api/customers/" + customer.id()).text()).isEqualTo(before);
        JsonNode told = sysadmin.get("/api/notices").json().at("/items/0");
        assertThat(told.path("kind").asString()).isEqualTo("handover.mover-holds");
        assertThat(told.toString())
                .contains("周九已调岗，仍持有 1 项", "从海外销售部调到东亚组", "1 个客户和其他 0 项", "/people?q=zhou.jiu");

        assertThat(run(sysadmin).path("changed").asInt()).isZero();
        assertThat(sysadmin.get("/api/notices").text().split("周九已调岗", -1)).hasSize(2);
        DIRECTORY.server.delete("uid=zhou.jiu,ou=east,ou=sales," + CompanyDirectory.BASE);
    }

    @Test
    void doesNotTakeOverAnAccountByItsNameAlone() throws Exception {
        DIRECTORY.person("gm", "冒名者", "ou=sales");
        TestClient sysadmin = TestClient.as("sysadmin", PORT);

        JsonNode report = run(sysadmin);

        assertThat(report.path("skipped").toString()).contains("gm");
        assertThat(TestClient.at(PORT).signIn("gm", CompanyDirectory.PASSWORD).slug())
                .isEqualTo("wrong-credentials");
        assertThat(TestClient.at(PORT).signIn("gm", TestClient.PASSWORD).status()).isEqualTo(204);
        DIRECTORY.server.delete("uid=gm,ou=sales," + CompanyDirectory.BASE);
    }

    @Test
    void refusesWrongAndEmptyPasswordsAndFiltersInNames() {
        run(TestClient.as("sysadmin", PORT));

        assertThat(ldap.prove("qian.qi", CompanyDirectory.PASSWORD)).isPresent();
        assertThat(ldap.prove("qian.qi", "wrong")).isEmpty();
        assertThat(ldap.prove("qian.qi", "")).isEmpty();
        for (String name :
                new String[] {"*", "qian*", "qian.qi)(uid=*", "*)(|(uid=*", "qian.qi\0", "\\2a"}) {
            assertThat(ldap.find(name)).as(name).isEmpty();
            assertThat(ldap.prove(name, CompanyDirectory.PASSWORD)).as(name).isEmpty();
        }
    }

    @Test
    void keepsNoPasswordHere() {
        TestClient sysadmin = TestClient.as("sysadmin", PORT);
        run(sysadmin);
        String id = person(sysadmin, "qian.qi").path("id").asString();
        TestClient qian = TestClient.at(PORT);
        qian.signIn("qian.qi", CompanyDirectory.PASSWORD);

        assertThat(
                        qian.put(
                                        "/api/session/password",
                                        body().put("current", CompanyDirectory.PASSWORD)
                                                .put("replacement", "Another-2026!"))
                                .slug())
                .isEqualTo("directory-password");
        assertThat(sysadmin.post("/api/people/" + id + "/password-reset", body()).slug())
                .isIn("directory-account", "step-up-required");
    }

    private static JsonNode run(TestClient sysadmin) {
        Answer answer = sysadmin.post("/api/directory/runs", body());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode person(TestClient sysadmin, String userName) {
        return sysadmin.get("/api/people?q=" + userName).json().at("/items/0");
    }
}
