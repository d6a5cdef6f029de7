package org.kedang.walk;

import static org.kedang.walk.Lines.TRACELESS;
import static org.kedang.walk.Lines.get;
import static org.kedang.walk.Lines.json;
import static org.kedang.walk.Lines.like;

import org.kedang.kernel.Permission;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How consents, rights cases, letters, feedback and deletions are walked. */
final class PrivacyLines {
    private PrivacyLines() {}

    static void add(Lines lines) {
        consents(lines);
        rightsCases(lines);
        letters(lines);
        feedback(lines);
        deletions(lines);
    }

    /** What is kept about a customer is reached as the customer is. */
    private static void consents(Lines lines) {
        lines.one("GET /api/customers/{id}/consents", Permission.CUSTOMER_READ, Kind.CUSTOMER);
        for (String way : List.of("", "/withdrawals")) {
            Function<String, Question> ask =
                    id ->
                            json(
                                    "POST",
                                    "/api/customers/" + id + "/consents" + way,
                                    "{\"purposeId\":\"01930000-0000-7000-8000-000000000301\",\"saidOn\":\"2026-01-01\",\"channel\":\"MAIL\",\"proof\":\"走查\",\"reason\":\"走查\"}");
            lines.change(
                    "POST /api/customers/{id}/consents" + way,
                    Permission.CUSTOMER_WRITE,
                    Kind.CUSTOMER,
                    ask,
                    ask,
                    400);
        }
        lines.plain("GET /api/consents/{id}/scan", Permission.CUSTOMER_READ)
                .line(
                        "POST /api/consents/{id}/scan",
                        Permission.CUSTOMER_WRITE,
                        (who, world) ->
                                List.of(
                                        WalkTable.multipart(
                                                "/api/consents/" + World.missing() + "/scan")))
                .plain("GET /api/consent-purposes", null)
                .plain("POST /api/consent-purposes", Permission.PRIVACY_MANAGE)
                .plain("PUT /api/consent-purposes/{id}", Permission.PRIVACY_MANAGE);
    }

    /** No case is planted; one that is recorded for a customer is reached as the customer is. */
    private static void rightsCases(Lines lines) {
        String body =
                "{\"kind\":\"ACCESS\",\"requester\":\"走查\",\"channel\":\"MAIL\",\"wish\":\"走查\","
                        + "\"receivedOn\":\"2000-01-01\",\"customerId\":\"%s\"}";
        lines.line(
                "POST /api/rights-cases",
                Permission.CUSTOMER_WRITE,
                (who, world) ->
                        world.forbidden(Kind.CUSTOMER, who).stream()
                                .map(
                                        p ->
                                                like(
                                                        id ->
                                                                json(
                                                                        "POST",
                                                                        "/api/rights-cases",
                                                                        body.formatted(id)),
                                                        p))
                                .toList());
        lines.line(
                "GET /api/rights-cases",
                Permission.CUSTOMER_READ,
                (who, world) ->
                        world.forbidden(Kind.CUSTOMER, who).stream()
                                .map(
                                        p ->
                                                like(
                                                        id ->
                                                                get(
                                                                        "/api/rights-cases?customerId="
                                                                                + id,
                                                                        TRACELESS),
                                                        p))
                                .toList());
        lines.plain("GET /api/rights-cases/{id}", Permission.CUSTOMER_READ)
                .plain("POST /api/rights-cases/{id}/copy", Permission.SENSITIVE_REVEAL);
        Stream.of("identity", "responsible", "notes", "answer")
                .forEach(
                        deed ->
                                lines.plain(
                                        "POST /api/rights-cases/{id}/" + deed,
                                        Permission.CUSTOMER_WRITE));
    }

    private static void letters(Lines lines) {
        Function<String, Question> ask =
                id ->
                        json(
                                "POST",
                                "/api/customers/" + id + "/letters",
                                "{\"templateId\":\"01930000-0000-7000-8000-00000000ffff\"}");
        lines.one("GET /api/customers/{id}/letters", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .change(
                        "POST /api/customers/{id}/letters",
                        Permission.CUSTOMER_WRITE,
                        Kind.CUSTOMER,
                        ask,
                        ask,
                        400)
                .plain("GET /api/letters/{id}", Permission.CUSTOMER_READ)
                .plain("POST /api/letters/{id}/handover", Permission.CUSTOMER_WRITE)
                .plain("GET /api/letter-templates", null)
                .plain("POST /api/letter-templates", Permission.PRIVACY_MANAGE)
                .plain("PUT /api/letter-templates/{id}", Permission.PRIVACY_MANAGE);
    }

    /** None is planted; what is recorded for a customer is reached as the customer is. */
    private static void feedback(Lines lines) {
        String body =
                "{\"channel\":\"MAIL\",\"text\":\"走查\",\"receivedOn\":\"1950-01-01\",\"customerId\":\"%s\"}";
        lines.line(
                        "POST /api/feedback",
                        Permission.CUSTOMER_WRITE,
                        (who, world) ->
                                world.forbidden(Kind.CUSTOMER, who).stream()
                                        .map(
                                                p ->
                                                        like(
                                                                id ->
                                                                        json(
                                                                                "POST",
                                                                                "/api/feedback",
                                                                                body.formatted(id)),
                                                                p))
                                        .toList())
                .plain("GET /api/feedback", Permission.CUSTOMER_READ)
                .plain("GET /api/feedback/{id}", Permission.CUSTOMER_READ);
        Stream.of("assignment", "answer", "end")
                .forEach(
                        deed ->
                                lines.plain(
                                        "POST /api/feedback/{id}/" + deed,
                                        Permission.CUSTOMER_WRITE));
    }

    /** Of a deleted customer its number is told, and nothing else. */
    private static void deletions(Lines lines) {
        lines.plain("GET /api/deletions", Permission.DELETION_READ)
                .plain("GET /api/deletions/{id}/outlook", Permission.CUSTOMER_ERASE)
                .plain("POST /api/deletions/{id}/execution", Permission.CUSTOMER_ERASE)
                .plain("POST /api/deletions/{id}/abandonment", Permission.CUSTOMER_ERASE)
                .plain("GET /api/deletion-register", Permission.DELETION_READ)
                .plain("POST /api/deletion-register/{id}/check", Permission.DELETION_READ);
    }
}
