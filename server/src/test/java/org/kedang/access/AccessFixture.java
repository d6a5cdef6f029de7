package org.kedang.access;

import static org.kedang.TestClient.body;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** People and requests for the tests of this module, made the way people make them. */
final class AccessFixture {
    private final int port;

    AccessFixture(int port) {
        this.port = port;
    }

    TestClient as(String userName) {
        return TestClient.as(userName, port);
    }

    String department(String name) {
        for (var one : as("sysadmin").get("/api/departments").json().path("items")) {
            if (one.path("name").asString().equals(name)) {
                return one.path("id").asString();
            }
        }
        throw new AssertionError("No department " + name);
    }

    String person(String userName) {
        return as("secadmin").get("/api/people?q=" + userName).json().at("/items/0/id").asString();
    }

    /** A person without rights, who has chosen the usual password. */
    Newcomer newcomer(String department) {
        String userName = "n" + UUID.randomUUID().toString().substring(0, 8);
        Answer added =
                as("sysadmin")
                        .post(
                                "/api/people",
                                body().put("userName", userName)
                                        .put("name", "新" + userName.substring(1, 4))
                                        .put("departmentId", department(department)));
        TestClient fresh = TestClient.at(port);
        String first = added.json().path("initialPassword").asString();
        fresh.signIn(userName, first);
        fresh.put(
                "/api/session/password",
                body().put("current", first).put("replacement", TestClient.PASSWORD));
        return new Newcomer(added.id(), userName);
    }

    record Newcomer(String id, String userName) {}

    static ObjectNode request(ObjectNode wish) {
        ObjectNode request = body().put("reason", "岗位需要");
        request.set("wish", wish);
        return request;
    }

    static ObjectNode role(String person, String role) {
        return request(body().put("kind", "ROLE").put("personId", person).put("role", role));
    }

    static ObjectNode clearance(String person, String level) {
        return request(body().put("kind", "CLEARANCE").put("personId", person).put("level", level));
    }

    /** Where people decide the rights request. */
    static String approval(Answer request) {
        return "/api/approvals/" + request.json().path("approvalId").asString();
    }

    /** The person's part in deciding it. */
    String task(Answer request, String userName) {
        String task = as(userName).get(approval(request)).json().path("task").asString();
        return "/api/approval-tasks/" + task;
    }

    Answer approve(Answer request, String userName) {
        return as(userName).post(task(request, userName) + "/approve", body());
    }

    /** How the rights request stands now. */
    Answer again(Answer request) {
        return as("secadmin").get("/api/rights-requests/" + request.id());
    }
}
