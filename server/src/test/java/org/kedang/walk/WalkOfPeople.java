package org.kedang.walk;

import static org.kedang.walk.Lines.json;

import org.kedang.kernel.Permission;

import java.util.ArrayList;
import java.util.List;

/** How what is kept about the people of a customer is walked. */
final class WalkOfPeople {
    private static final String PREFERENCE =
            "{\"topicId\":\"01930000-0000-7000-8000-000000000002\",\"importance\":\"NICE\",\"text\":\"%s\"}";
    private static final String ACTIVITY = "{\"kind\":\"OTHER\",\"name\":\"走查\",\"heldOn\":\"%s\"}";

    private WalkOfPeople() {}

    static void add(Lines lines) {
        contacts(lines);
        certificates(lines);
        preferences(lines);
    }

    /** Contacts are reached by their customer; no id of one finds another's. */
    private static void contacts(Lines lines) {
        String all = "/api/customers/{customerId}/contacts";
        lines.one("GET " + all, Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .change(
                        "POST " + all,
                        Permission.CUSTOMER_WRITE,
                        Kind.CUSTOMER,
                        id -> written(all, id, "{\"name\":\"走查\",\"role\":\"OTHER\"}"),
                        id -> written(all, id, "{\"name\":\"走查\"}"),
                        400)
                .plain("PATCH /api/contacts/{id}", Permission.CUSTOMER_WRITE)
                .plain("DELETE /api/contacts/{id}", Permission.CUSTOMER_WRITE)
                .plain("GET /api/contacts/{id}/roles", Permission.CUSTOMER_READ)
                .plain("POST /api/contacts/{id}/reveal", Permission.SENSITIVE_REVEAL);
    }

    /** As contacts are; the list over all customers names those within sight only. */
    private static void certificates(Lines lines) {
        String all = "/api/customers/{customerId}/certificates";
        lines.one("GET " + all, Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .change(
                        "POST " + all,
                        Permission.CUSTOMER_WRITE,
                        Kind.CUSTOMER,
                        id -> written(all, id, "{\"kind\":\"PERMIT\",\"longTerm\":true}"),
                        id -> written(all, id, "{\"kind\":\"PERMIT\"}"),
                        400)
                .plain("GET /api/certificates", Permission.CUSTOMER_READ)
                .plain("PATCH /api/certificates/{id}", Permission.CUSTOMER_WRITE)
                .plain("POST /api/certificates/{id}/renewal", Permission.CUSTOMER_WRITE)
                .plain("POST /api/certificates/{id}/void", Permission.CUSTOMER_WRITE)
                .plain("POST /api/certificates/{id}/reviews", Permission.CUSTOMER_WRITE)
                .plain("POST /api/certificates/{id}/reveal", Permission.SENSITIVE_REVEAL)
                .plain("GET /api/certificates/{id}/scan", Permission.CUSTOMER_READ)
                .line(
                        "POST /api/certificates/{id}/scan",
                        Permission.CUSTOMER_WRITE,
                        (who, world) ->
                                List.of(
                                        WalkTable.multipart(
                                                "/api/certificates/" + World.missing() + "/scan")));
    }

    /** Nobody is recognised whom the asker may not see, by name or by telephone. */
    private static void preferences(Lines lines) {
        String all = "/api/customers/{customerId}/preferences";
        lines.one("GET " + all, Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .change(
                        "POST " + all,
                        Permission.CUSTOMER_WRITE,
                        Kind.CUSTOMER,
                        id -> written(all, id, PREFERENCE.formatted("走查")),
                        id -> written(all, id, PREFERENCE.formatted("")),
                        400);
        String activities = "/api/customers/{customerId}/activities";
        lines.change(
                "POST " + activities,
                Permission.CUSTOMER_WRITE,
                Kind.CUSTOMER,
                id -> written(activities, id, ACTIVITY.formatted("2026-11-20")),
                id -> written(activities, id, ACTIVITY.formatted("2999-11-20")),
                400);
        String identifiers = "/api/customers/{customerId}/identifiers";
        lines.change(
                "POST " + identifiers,
                Permission.CUSTOMER_WRITE,
                Kind.CUSTOMER,
                id -> written(identifiers, id, "{\"kind\":\"PLATE\",\"value\":\"浙D12345\"}"),
                id -> written(identifiers, id, "{\"kind\":\"PLATE\",\"value\":\"走查\"}"),
                400);
        lines.plain("PUT /api/preferences/{id}", Permission.CUSTOMER_WRITE)
                .plain("DELETE /api/preferences/{id}", Permission.CUSTOMER_WRITE)
                .plain("PUT /api/customer-activities/{id}", Permission.CUSTOMER_WRITE)
                .plain("DELETE /api/customer-activities/{id}", Permission.CUSTOMER_WRITE)
                .plain("DELETE /api/customer-identifiers/{id}", Permission.CUSTOMER_WRITE)
                .plain("GET /api/preference-topics", null)
                .plain("POST /api/preference-topics", Permission.DEPARTMENT_MANAGE)
                .plain("PUT /api/preference-topics/{id}", Permission.DEPARTMENT_MANAGE)
                .line(
                        "POST /api/identifications",
                        Permission.CUSTOMER_READ,
                        WalkOfPeople::identifications);
    }

    private static List<Question> identifications(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        for (Planted customer : world.forbidden(Kind.CUSTOMER, who)) {
            for (String typed : List.of(customer.word(), customer.fields().get("phone"))) {
                all.add(json("POST", "/api/identifications", "{\"typed\":\"" + typed + "\"}"));
            }
        }
        return all;
    }

    private static Question written(String path, String customer, String body) {
        return json("POST", path.replace("{customerId}", customer), body);
    }
}
