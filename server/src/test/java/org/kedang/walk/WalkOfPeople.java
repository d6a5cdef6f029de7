package org.kedang.walk;

import static org.kedang.walk.Lines.json;

import org.kedang.kernel.Permission;

import java.util.List;

/** How what is kept about the people of a customer is walked. */
final class WalkOfPeople {
    private WalkOfPeople() {}

    static void add(Lines lines) {
        contacts(lines);
        certificates(lines);
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

    private static Question written(String path, String customer, String body) {
        return json("POST", path.replace("{customerId}", customer), body);
    }
}
