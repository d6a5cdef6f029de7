package org.kedang.registration;

import static org.kedang.TestClient.body;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Customers and what is asked about them, for tests. */
public final class RegistrationFixture {
    private RegistrationFixture() {}

    public static ObjectNode person(String name) {
        return body().put("type", "PERSON")
                .put("name", name + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A customer whose record tells all it must. */
    public static String complete(TestClient by) {
        return entered(by, person("备案客户").put("regionCode", "330602").put("phone", phone()));
    }

    static String entered(TestClient by, ObjectNode customer) {
        Answer answer = by.post("/api/customers", customer);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.id();
    }

    static String phone() {
        return String.format(
                Locale.ROOT, "139%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }

    static ObjectNode wish() {
        return body().put("met", "VISIT").put("source", "老客户介绍");
    }

    static Answer ask(TestClient by, String customer) {
        return by.post(at(customer) + "/requests", wish());
    }

    static String at(String customer) {
        return "/api/customers/" + customer + "/registration";
    }

    public static Answer approve(TestClient by, String request) {
        return by.post(task(by, request) + "/approve", body());
    }

    /** The person's part in deciding it. */
    public static String task(TestClient by, String request) {
        String task = by.get("/api/approvals/" + request).json().path("task").asString();
        return "/api/approval-tasks/" + task;
    }

    /** Put on record by its head. */
    public static String registered(TestClient sales, TestClient head) {
        String customer = complete(sales);
        Answer approved = approve(head, ask(sales, customer).id());
        if (approved.status() != 204) {
            throw new AssertionError(approved.text());
        }
        return customer;
    }
}
