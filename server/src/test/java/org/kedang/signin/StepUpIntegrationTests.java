package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Every dangerous act, asked for by whoever may do it, but with a proof that has grown old. */
@IntegrationTest
class StepUpIntegrationTests {
    private static final List<String> PEOPLE =
            List.of("clerk", "sysadmin", "secadmin", "netadmin", "auditor", "gm");

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    /** What has to be asked, and of whom. */
    private record Dangerous(
            String method, String path, String contentType, HandlerMethod handler) {
        static Dangerous of(RequestMappingInfo info, HandlerMethod handler) {
            return new Dangerous(
                    info.getMethodsCondition().getMethods().iterator().next().name(),
                    info.getPatternValues().iterator().next(),
                    info.getConsumesCondition().getConsumableMediaTypes().stream()
                            .findFirst()
                            .map(Object::toString)
                            .orElse("application/json"),
                    handler);
        }

        Answer ask(TestClient client) {
            return client.send(
                    method,
                    path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                    BodyPublishers.ofString("{}"),
                    "Content-Type",
                    contentType);
        }
    }

    private Map<String, Dangerous> dangerous() {
        Map<String, Dangerous> found = new TreeMap<>();
        endpoints
                .getHandlerMethods()
                .forEach(
                        (info, handler) -> {
                            if (handler.hasMethodAnnotation(StepUp.class)) {
                                Dangerous act = Dangerous.of(info, handler);
                                found.put(act.method() + " " + act.path(), act);
                            }
                        });
        return found;
    }

    @Test
    void knowsTheDangerousActs() {
        assertThat(dangerous())
                .containsKeys(
                        "POST /api/service-accounts",
                        "PUT /api/service-accounts/{id}/keeper",
                        "POST /api/agreements",
                        "POST /api/agreements/{id}/end",
                        "POST /api/agreements/{id}/scan",
                        "PUT /api/field-rules/{role}",
                        "POST /api/rights-requests",
                        "POST /api/departments/{id}/merge",
                        "POST /api/tokens");
    }

    @Test
    void asksForAFreshProofBeforeEveryOneOfThem() {
        Map<String, TestClient> people = new HashMap<>();
        Map<String, String> permissions = new HashMap<>();
        for (String userName : PEOPLE) {
            TestClient client = TestClient.as(userName, port);
            var me = client.get("/api/session").json();
            OldProof.of(UUID.fromString(me.at("/person/id").asString()), jdbc, clock.instant());
            people.put(userName, client);
            permissions.put(userName, me.at("/person/permissions").toString());
        }
        dangerous()
                .forEach(
                        (name, act) -> {
                            String who = whoMay(act, permissions);
                            Answer answer = act.ask(people.get(who));
                            assertThat(answer.slug())
                                    .as("%s by %s: %s", name, who, answer.text())
                                    .isEqualTo("step-up-required");
                        });
        TestClient sysadmin = people.get("sysadmin");
        sysadmin.post("/api/session/step-up", body().put("password", TestClient.PASSWORD));
        assertThat(dangerous().get("POST /api/service-accounts").ask(sysadmin).slug())
                .as("the same request after a fresh proof")
                .isEqualTo("invalid-input");
    }

    private static String whoMay(Dangerous act, Map<String, String> permissions) {
        Requires needed = act.handler().getMethodAnnotation(Requires.class);
        return PEOPLE.stream()
                .filter(
                        one ->
                                needed == null
                                        || permissions
                                                .getOrDefault(one, "")
                                                .contains("\"" + needed.value().name() + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody may " + act));
    }
}
