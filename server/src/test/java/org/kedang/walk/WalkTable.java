package org.kedang.walk;

import static org.kedang.walk.Lines.TRACELESS;
import static org.kedang.walk.Lines.count;
import static org.kedang.walk.Lines.get;
import static org.kedang.walk.Lines.holds;
import static org.kedang.walk.Lines.id;
import static org.kedang.walk.Lines.json;
import static org.kedang.walk.Lines.like;
import static org.kedang.walk.Lines.status;
import static org.kedang.walk.Lines.total;
import static org.kedang.walk.World.encoded;

import org.kedang.kernel.Permission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every operation of the API and how it is walked. Without a line here an operation fails the
 * build.
 */
final class WalkTable {
    /** Was never planted. */
    private static final String NOWHERE = Words.START + "zzzz";

    private WalkTable() {}

    static Map<String, Line> all() {
        Lines lines = new Lines();
        customers(lines);
        PrivacyLines.add(lines);
        customFields(lines);
        registrations(lines);
        handovers(lines);
        grading(lines);
        confirmations(lines);
        dossiers(lines);
        items(lines);
        files(lines);
        search(lines);
        audit(lines);
        oversight(lines);
        sharing(lines);
        access(lines);
        people(lines);
        own(lines);
        WalkOfPeople.add(lines);
        return lines.all();
    }

    private static void customers(Lines lines) {
        lines.one("GET /api/customers/{id}", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .one("GET /api/customers/{id}/hints", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .one("GET /api/customers/{id}/timeline", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .one("GET /api/customers/{id}/group", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .one("GET /api/customers/{id}/versions", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .one("GET /api/customers/{id}/key-changes", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .plain("GET /api/customer-exports", Permission.CUSTOMER_READ)
                .plain("POST /api/customer-exports", Permission.CUSTOMER_READ)
                .plain("GET /api/customer-exports/{id}/file", Permission.CUSTOMER_READ)
                .line(
                        "POST /api/customer-exports/preview",
                        Permission.CUSTOMER_READ,
                        (who, world) ->
                                List.of(
                                        json(
                                                        "POST",
                                                        "/api/customer-exports/preview",
                                                        "{\"q\":\"" + Words.COMMON + "\"}")
                                                .expecting(
                                                        total(
                                                                "/count",
                                                                world.count(Kind.CUSTOMER, who)))))
                .plain("GET /api/key-checks", null)
                .plain("PUT /api/key-checks", Permission.PROCESS_MANAGE)
                .one(
                        "GET /api/customers/{id}/versions/compare",
                        Permission.CUSTOMER_READ,
                        Kind.CUSTOMER,
                        "?from=0&to=0")
                .change(
                        "POST /api/customers/{id}/restore",
                        Permission.CUSTOMER_WRITE,
                        Kind.CUSTOMER,
                        id -> restore(id, 0),
                        id -> restore(id, 999),
                        409)
                .line("GET /api/customers", Permission.CUSTOMER_READ, WalkTable::customerLists)
                .line(
                        "GET /api/customers/duplicates",
                        Permission.CUSTOMER_READ,
                        WalkTable::duplicates)
                .line("POST /api/customers", Permission.CUSTOMER_WRITE, WalkTable::sameAgain)
                .change(
                        "PATCH /api/customers/{id}",
                        Permission.CUSTOMER_WRITE,
                        Kind.CUSTOMER,
                        id ->
                                json(
                                        "PATCH",
                                        "/api/customers/" + id,
                                        "{\"note\":\"走查\"}",
                                        "If-Match",
                                        "\"0\""),
                        id ->
                                json(
                                        "PATCH",
                                        "/api/customers/" + id,
                                        "{\"note\":\"走查\"}",
                                        "If-Match",
                                        "\"999\""),
                        409);
    }

    private static void customFields(Lines lines) {
        lines.plain("GET /api/record-types", null)
                .plain("GET /api/record-types/{type}/fields", null)
                .plain("PUT /api/record-types/{type}/fields", Permission.PROCESS_MANAGE)
                .line(
                        "GET /api/record-types/{type}/records/{id}/files",
                        Permission.CUSTOMER_READ,
                        (who, world) ->
                                world.forbidden(Kind.CUSTOMER, who).stream()
                                        .map(
                                                customer ->
                                                        like(
                                                                id ->
                                                                        get(
                                                                                "/api/record-types/customer/records/"
                                                                                        + id
                                                                                        + "/files",
                                                                                TRACELESS),
                                                                customer))
                                        .toList())
                .plain("POST /api/custom-files", Permission.CUSTOMER_WRITE)
                .plain("DELETE /api/custom-files/{id}", Permission.CUSTOMER_WRITE)
                .plain("GET /api/custom-files/{id}/content", Permission.CUSTOMER_READ)
                .line(
                        "POST /api/customers/{id}/more/{name}/reveal",
                        Permission.SENSITIVE_REVEAL,
                        (who, world) ->
                                world.forbidden(Kind.CUSTOMER, who).stream()
                                        .map(customer -> like(WalkTable::revealed, customer))
                                        .toList())
                .plain("POST /api/contacts/{id}/more/{name}/reveal", Permission.SENSITIVE_REVEAL);
    }

    private static Question revealed(String customer) {
        return json("POST", "/api/customers/" + customer + "/more/nothing/reveal", "{}");
    }

    private static void registrations(Lines lines) {
        lines.one("GET /api/customers/{id}/registration", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .line(
                        "GET /api/registrations",
                        Permission.CUSTOMER_READ,
                        (who, world) -> List.of(get("/api/registrations?size=200", TRACELESS)))
                .change(
                        "POST /api/customers/{id}/registration/requests",
                        Permission.CUSTOMER_WRITE,
                        Kind.CUSTOMER,
                        id -> asked(id, "走查"),
                        id -> asked(id, ""),
                        400)
                .line(
                        "POST /api/registrations/requests",
                        Permission.CUSTOMER_WRITE,
                        (who, world) ->
                                world.forbidden(Kind.CUSTOMER, who).stream()
                                        .map(
                                                customer ->
                                                        like(
                                                                id ->
                                                                        json(
                                                                                "POST",
                                                                                "/api/registrations/requests",
                                                                                "{\"customers\":[\"%s\"],\"met\":\"VISIT\",\"source\":\"走查\"}"
                                                                                        .formatted(
                                                                                                id)),
                                                                customer))
                                        .toList())
                .line(
                        "GET /api/expenses",
                        Permission.CUSTOMER_READ,
                        (who, world) -> spending("/api/expenses", who, world))
                .line(
                        "GET /api/expenses/sums",
                        Permission.CUSTOMER_READ,
                        (who, world) -> spending("/api/expenses/sums", who, world));
    }

    private static void handovers(Lines lines) {
        lines.plain("GET /api/assignment-rules", Permission.PROCESS_MANAGE)
                .plain("PUT /api/assignment-rules", Permission.PROCESS_MANAGE)
                .plain("POST /api/assignment-rules/try", Permission.PROCESS_MANAGE)
                .plain("GET /api/handovers", Permission.CUSTOMER_READ)
                .plain("GET /api/handovers/{id}", Permission.CUSTOMER_READ)
                .plain("GET /api/handovers/{id}/lines", Permission.CUSTOMER_READ)
                .plain("POST /api/handovers/{id}/cancel", Permission.CUSTOMER_WRITE)
                .line(
                        "POST /api/handovers",
                        Permission.CUSTOMER_WRITE,
                        (who, world) -> handed("/api/handovers", 409, who, world))
                .line(
                        "POST /api/handovers/preview",
                        Permission.CUSTOMER_WRITE,
                        (who, world) -> handed("/api/handovers/preview", 200, who, world));
    }

    /** Nobody gives away what he does not see: it is as if it were not there. */
    private static List<Question> handed(String path, int status, Walker who, World world) {
        return world.forbidden(Kind.CUSTOMER, who).stream()
                .map(
                        customer ->
                                json(
                                                "POST",
                                                path,
                                                "{\"selection\":{\"customers\":[\"%s\"]},\"toPerson\":\"%s\",\"reason\":\"走查\"}"
                                                        .formatted(id(customer), who.id()))
                                        .expecting(status(status)))
                .toList();
    }

    private static Question asked(String customer, String source) {
        return json(
                "POST",
                "/api/customers/" + customer + "/registration/requests",
                "{\"met\":\"VISIT\",\"source\":\"" + source + "\"}");
    }

    private static List<Question> spending(String path, Walker who, World world) {
        List<Question> all = new ArrayList<>(List.of(get(path, TRACELESS)));
        world.forbidden(Kind.CUSTOMER, who)
                .forEach(
                        customer ->
                                all.add(
                                        like(
                                                id -> get(path + "?customerId=" + id, TRACELESS),
                                                customer)));
        return all;
    }

    private static void grading(Lines lines) {
        lines.one("GET /api/customers/{id}/grade-reason", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .plain("GET /api/grading/facts", null);
        Stream.of(
                        "GET /api/grading/rules",
                        "POST /api/grading/rules",
                        "DELETE /api/grading/draft",
                        "POST /api/grading/draft/requests",
                        "GET /api/grading/rules/{id}/preview",
                        "GET /api/grading/rules/{id}/movers",
                        "GET /api/grading/runs",
                        "POST /api/grading/runs",
                        "POST /api/grading/runs/{id}/cancel")
                .forEach(operation -> lines.plain(operation, Permission.GRADING_MANAGE));
    }

    private static void confirmations(Lines lines) {
        lines.one("GET /api/customers/{id}/confirmation", Permission.CUSTOMER_READ, Kind.CUSTOMER)
                .line(
                        "GET /api/confirmations",
                        Permission.CUSTOMER_READ,
                        (who, world) -> List.of(get("/api/confirmations?size=200", TRACELESS)))
                .plain("GET /api/confirmations/round", Permission.CUSTOMER_READ)
                .plain("GET /api/confirmations/coverage", Permission.CUSTOMER_READ)
                .line(
                        "POST /api/confirmations",
                        Permission.CUSTOMER_WRITE,
                        (who, world) ->
                                world.forbidden(Kind.CUSTOMER, who).stream()
                                        .map(customer -> like(WalkTable::confirmed, customer))
                                        .toList());
    }

    private static Question confirmed(String customer) {
        return json(
                "POST",
                "/api/confirmations",
                "{\"items\":[{\"customer\":\"%s\",\"version\":0}]}".formatted(customer));
    }

    private static Question restore(String id, int basedOn) {
        return json(
                "POST",
                "/api/customers/" + id + "/restore",
                "{\"version\":0,\"fields\":[\"note\"]}",
                "If-Match",
                "\"" + basedOn + "\"");
    }

    private static List<Question> customerLists(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        all.add(
                get(
                        "/api/customers?size=100&q=" + encoded(Words.COMMON),
                        total("/total", world.count(Kind.CUSTOMER, who))));
        for (UUID department : departments(world)) {
            long seen = count(world, who, Kind.CUSTOMER, c -> c.department().equals(department));
            all.add(
                    get(
                            "/api/customers?size=100&sort=name&departmentId=" + department,
                            total("/total", seen)));
        }
        for (Planted customer : world.forbidden(Kind.CUSTOMER, who)) {
            for (String text : texts(customer)) {
                all.add(like(q -> get("/api/customers?q=" + encoded(q), TRACELESS), text, NOWHERE));
            }
        }
        return all;
    }

    private static Stream<UUID> departmentStream(World world) {
        return world.all().stream().map(Planted::department).distinct();
    }

    private static List<UUID> departments(World world) {
        return departmentStream(world).toList();
    }

    /** Its number, the word in its title, and what else is searched. */
    private static List<String> texts(Planted planted) {
        List<String> texts = new ArrayList<>(List.of(planted.number(), planted.word()));
        texts.addAll(planted.fields().values());
        return texts;
    }

    /**
     * That somebody else has such a customer is told, so that nobody registers it twice: how many,
     * and nothing of them. It takes the exact name, code or phone to be told.
     */
    private static List<Question> duplicates(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        for (Planted customer : world.forbidden(Kind.CUSTOMER, who)) {
            for (String asked :
                    List.of(
                            "name=" + encoded(Words.COMMON + customer.word()),
                            "phone=" + customer.fields().get("phone"))) {
                all.add(
                        get(
                                "/api/customers/duplicates?" + asked,
                                holds(
                                        "tells of one and not which",
                                        answer ->
                                                answer.json().path("candidates").isEmpty()
                                                        && answer.json().path("hidden").asInt()
                                                                == 1)));
            }
        }
        return all;
    }

    private static List<Question> sameAgain(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        for (Planted customer : world.forbidden(Kind.CUSTOMER, who)) {
            Map<String, String> fields = customer.fields();
            String code = fields.containsKey("creditCode") ? "creditCode" : "idNumber";
            String body =
                    "{\"type\":\"%s\",\"name\":\"走查另一个\",\"phone\":\"%s\",\"%s\":\"%s\""
                            .formatted(
                                    code.equals("creditCode") ? "ORGANISATION" : "PERSON",
                                    fields.get("phone"),
                                    code,
                                    fields.get(code));
            all.add(json("POST", "/api/customers", body + "}").expecting(status(409)));
            all.add(
                    json("POST", "/api/customers", body + ",\"acceptDuplicates\":true}")
                            .expecting(status(409)));
        }
        return all;
    }

    private static void dossiers(Lines lines) {
        lines.line("GET /api/dossiers/{id}", Permission.ARCHIVE_READ, WalkTable::dossierViews)
                .line("GET /api/dossiers", Permission.ARCHIVE_READ, WalkTable::dossierLists)
                .line(
                        "POST /api/dossiers",
                        Permission.ARCHIVE_WRITE,
                        (who, world) ->
                                world.forbidden(Kind.CUSTOMER, who).stream()
                                        .filter(customer -> !world.isShown(customer, who))
                                        .map(
                                                customer ->
                                                        like(
                                                                id ->
                                                                        json(
                                                                                "POST",
                                                                                "/api/dossiers",
                                                                                "{\"customerId\":\"%s\",\"title\":\"走查\"}"
                                                                                        .formatted(
                                                                                                id)),
                                                                customer))
                                        .toList());
    }

    private static List<Question> dossierViews(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        world.forbidden(Kind.DOSSIER, who)
                .forEach(d -> all.add(like(id -> get("/api/dossiers/" + id, TRACELESS), d)));
        for (Planted dossier : world.seen(Kind.DOSSIER, who)) {
            long items = count(world, who, Kind.ITEM, item -> item.whole() == dossier);
            all.add(
                    get(
                            "/api/dossiers/" + id(dossier),
                            holds(
                                    "counts %d items and misses the licence only if none is seen"
                                            .formatted(items),
                                    answer ->
                                            answer.json().path("itemCount").asLong(-1) == items
                                                    && answer.json()
                                                                    .path("missing")
                                                                    .toString()
                                                                    .contains("营业执照")
                                                            == (items == 0))));
        }
        return all;
    }

    private static List<Question> dossierLists(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        all.add(
                get(
                        "/api/dossiers?size=100&q=" + encoded(Words.COMMON),
                        total("/total", world.count(Kind.DOSSIER, who))));
        for (UUID department : departments(world)) {
            long seen = count(world, who, Kind.DOSSIER, d -> d.department().equals(department));
            all.add(
                    get(
                            "/api/dossiers?size=100&sort=title&departmentId=" + department,
                            total("/total", seen)));
            for (int level = 0; level <= 3; level++) {
                int secrecy = level;
                long some =
                        count(
                                world,
                                who,
                                Kind.DOSSIER,
                                d -> d.department().equals(department) && d.secrecy() == secrecy);
                all.add(
                        get(
                                "/api/dossiers?departmentId=%s&secrecy=%s"
                                        .formatted(department, Planting.level(secrecy)),
                                total("/total", some)));
            }
        }
        for (Planted dossier : world.forbidden(Kind.DOSSIER, who)) {
            for (String text : texts(dossier)) {
                all.add(like(q -> get("/api/dossiers?q=" + encoded(q), TRACELESS), text, NOWHERE));
            }
        }
        for (Planted customer : world.forbidden(Kind.CUSTOMER, who)) {
            long seen = count(world, who, Kind.DOSSIER, d -> d.whole() == customer);
            all.add(get("/api/dossiers?customerId=" + id(customer), total("/total", seen)));
        }
        return all;
    }

    private static void items(Lines lines) {
        lines.one("GET /api/items/{id}", Permission.ARCHIVE_READ, Kind.ITEM)
                .line(
                        "GET /api/dossiers/{dossierId}/items",
                        Permission.ARCHIVE_READ,
                        WalkTable::itemLists)
                .change(
                        "POST /api/dossiers/{dossierId}/items",
                        Permission.ARCHIVE_WRITE,
                        Kind.DOSSIER,
                        id ->
                                json(
                                        "POST",
                                        "/api/dossiers/" + id + "/items",
                                        "{\"title\":\"走查\",\"documentDate\":\"2026-11-22\"}"),
                        id ->
                                json(
                                        "POST",
                                        "/api/dossiers/" + id + "/items",
                                        "{\"title\":\"走查\",\"documentDate\":\"9999-11-22\"}"),
                        400)
                .change(
                        "PATCH /api/items/{id}",
                        Permission.ARCHIVE_WRITE,
                        Kind.ITEM,
                        id ->
                                json(
                                        "PATCH",
                                        "/api/items/" + id,
                                        "{\"note\":\"走查\"}",
                                        "If-Match",
                                        "\"0\""),
                        id ->
                                json(
                                        "PATCH",
                                        "/api/items/" + id,
                                        "{\"note\":\"走查\"}",
                                        "If-Match",
                                        "\"999\""),
                        409);
    }

    private static List<Question> itemLists(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        Function<String, Question> ask =
                id -> get("/api/dossiers/" + id + "/items?size=100", TRACELESS);
        world.forbidden(Kind.DOSSIER, who).forEach(d -> all.add(like(ask, d)));
        for (Planted dossier : world.seen(Kind.DOSSIER, who)) {
            long seen = count(world, who, Kind.ITEM, item -> item.whole() == dossier);
            all.add(ask.apply(id(dossier)).expecting(total("/total", seen)));
            for (Planted item : world.forbidden(Kind.ITEM, who)) {
                if (item.whole() == dossier) {
                    all.add(
                            get(
                                    "/api/dossiers/%s/items?q=%s"
                                            .formatted(id(dossier), item.word()),
                                    total("/total", 0)));
                }
            }
        }
        return all;
    }

    private static void files(Lines lines) {
        Stream.of("", "/content", "/findings", "/text")
                .forEach(
                        part ->
                                lines.one(
                                        "GET /api/files/{id}" + part,
                                        Permission.ARCHIVE_READ,
                                        Kind.FILE));
        lines.one("GET /api/items/{itemId}/files", Permission.ARCHIVE_READ, Kind.ITEM)
                .change(
                        "POST /api/items/{itemId}/files",
                        Permission.ARCHIVE_WRITE,
                        Kind.ITEM,
                        WalkTable::uploadInto,
                        null,
                        0)
                .plain("OPTIONS /api/uploads", Permission.ARCHIVE_WRITE)
                .line("POST /api/uploads", Permission.ARCHIVE_WRITE, WalkTable::uploads);
        Stream.of("HEAD", "DELETE", "PATCH")
                .forEach(
                        method ->
                                lines.line(
                                        method + " /api/uploads/{id}",
                                        Permission.ARCHIVE_WRITE,
                                        (who, world) ->
                                                List.of(
                                                        like(
                                                                id -> upload(method, id),
                                                                world.upload(),
                                                                World.missing()))));
    }

    private static Question uploadInto(String item) {
        return multipart("/api/items/" + item + "/files");
    }

    static Question multipart(String path) {
        String body =
                "--qq\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename=\"zou.txt\"\r\n\r\n"
                    + "zou\r\n"
                    + "--qq--\r\n";
        return new Question(
                "POST",
                path,
                body,
                List.of("Content-Type", "multipart/form-data; boundary=qq"),
                TRACELESS);
    }

    private static List<Question> uploads(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        world.forbidden(Kind.DOSSIER, who)
                .forEach(d -> all.add(like(id -> begin("dossierId", id), d)));
        world.forbidden(Kind.ITEM, who).forEach(i -> all.add(like(id -> begin("itemId", id), i)));
        world.seen(Kind.ITEM, who).stream()
                .filter(item -> !Oracle.changes(who, item))
                .forEach(item -> all.add(begin("itemId", id(item)).expecting(status(403))));
        return all;
    }

    private static Question begin(String name, String id) {
        return new Question(
                "POST",
                "/api/uploads",
                null,
                List.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        "3",
                        "Upload-Metadata",
                        "filename " + base64("zou.txt") + "," + name + " " + base64(id)),
                TRACELESS);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Question upload(String method, String id) {
        List<String> headers = new ArrayList<>(List.of("Tus-Resumable", "1.0.0"));
        if (method.equals("PATCH")) {
            headers.addAll(
                    List.of(
                            "Upload-Offset",
                            "0",
                            "Content-Type",
                            "application/offset+octet-stream"));
        }
        return new Question(
                method,
                "/api/uploads/" + id,
                method.equals("PATCH") ? "abc" : null,
                headers,
                TRACELESS);
    }

    private static void search(Lines lines) {
        lines.line("GET /api/search", null, WalkTable::searches)
                .notAsked(
                        "POST /api/search/rebuild",
                        Permission.HEALTH_READ,
                        "the index would be away while others walk");
    }

    private static List<Question> searches(Walker who, World world) {
        if (!who.may(Permission.CUSTOMER_READ) && !who.may(Permission.ARCHIVE_READ)) {
            return List.of(get("/api/search?q=" + encoded(Words.COMMON), status(403)));
        }
        List<Question> all = new ArrayList<>();
        String common = "/api/search?size=100&q=" + encoded(Words.COMMON);
        all.add(get(common, countsOfEachKind(who, world)));
        for (Kind kind : Kind.values()) {
            all.add(
                    get(
                            common + "&type=" + kind,
                            who.may(
                                            kind == Kind.CUSTOMER
                                                    ? Permission.CUSTOMER_READ
                                                    : Permission.ARCHIVE_READ)
                                    ? total("/total", world.count(kind, who))
                                    : TRACELESS));
            for (Planted thing : world.forbidden(kind, who)) {
                if (!world.isShown(thing, who)) {
                    texts(thing)
                            .forEach(
                                    text ->
                                            all.add(
                                                    like(
                                                            q ->
                                                                    get(
                                                                            "/api/search?q="
                                                                                    + encoded(q),
                                                                            TRACELESS),
                                                            text,
                                                            NOWHERE)));
                }
            }
        }
        for (Planted customer : world.forbidden(Kind.CUSTOMER, who)) {
            if (!world.isShown(customer, who)) {
                all.add(like(id -> get(common + "&customerId=" + id, TRACELESS), customer));
            }
        }
        return all;
    }

    private static Question.Expected countsOfEachKind(Walker who, World world) {
        Map<Kind, Long> seen =
                Stream.of(Kind.values())
                        .collect(Collectors.toMap(kind -> kind, kind -> world.count(kind, who)));
        return holds(
                "counts are " + seen,
                answer ->
                        seen.entrySet().stream()
                                .allMatch(
                                        kind ->
                                                answer.json()
                                                                .at("/counts/" + kind.getKey())
                                                                .asLong(0)
                                                        == kind.getValue()));
    }

    private static void audit(Lines lines) {
        lines.line("GET /api/audit/events", null, WalkTable::events)
                .plain("GET /api/audit/acts", null)
                .plain("POST /api/audit/exports/range", Permission.AUDIT_EXPORT)
                .plain("POST /api/audit/exports/selection", Permission.AUDIT_EXPORT)
                .plain("POST /api/audit/exports/sheet", Permission.AUDIT_EXPORT)
                .plain("GET /api/audit/evidence", Permission.AUDIT_READ)
                .plain("GET /api/audit/checkpoints", Permission.AUDIT_READ)
                .plain("GET /api/audit/checkpoints/file", Permission.AUDIT_READ)
                .plain("GET /api/audit/checkpoints/{size}/time-stamp", Permission.AUDIT_READ)
                .plain("GET /api/audit/key", Permission.AUDIT_READ)
                .plain("GET /api/audit/events/{id}/proof", Permission.AUDIT_READ)
                .plain("GET /api/audit/consistency", Permission.AUDIT_READ)
                .plain("POST /api/audit/restore-confirmations", Permission.AUDIT_REVIEW)
                .plain("POST /api/audit/keys", Permission.AUDIT_REVIEW)
                .plain("POST /api/audit/checkpoint-publications", Permission.AUDIT_REVIEW);
    }

    /** Figures, reviews and reports name people and acts, no planted thing. */
    private static void oversight(Lines lines) {
        String someDays = "from=2026-11-01&to=2026-11-22";
        lines.line(
                        "GET /api/activity",
                        Permission.AUDIT_READ,
                        (who, world) -> List.of(get("/api/activity?" + someDays, TRACELESS)))
                .plain("GET /api/audit-rounds", Permission.AUDIT_REVIEW)
                .plain("POST /api/audit-rounds", Permission.AUDIT_REVIEW)
                .plain("GET /api/audit-rounds/{id}", Permission.AUDIT_REVIEW)
                .line(
                        "GET /api/audit-rounds/{id}/samples",
                        Permission.AUDIT_REVIEW,
                        (who, world) ->
                                List.of(
                                        get(
                                                "/api/audit-rounds/"
                                                        + World.missing()
                                                        + "/samples?kind=REFUSED",
                                                status(404))))
                .plain("POST /api/audit-rounds/{id}/checks", Permission.AUDIT_REVIEW)
                .plain("POST /api/audit-rounds/{id}/findings", Permission.AUDIT_REVIEW)
                .plain("POST /api/audit-rounds/{id}/signature", Permission.AUDIT_REVIEW)
                .plain("POST /api/audit-rounds/{id}/remarks", Permission.AUDIT_REVIEW)
                .plain("GET /api/review-rule", Permission.AUDIT_REVIEW)
                .plain("PUT /api/review-rule", Permission.AUDIT_REVIEW)
                .plain("GET /api/audit-findings/mine", null)
                .plain("POST /api/audit-findings/{id}/answer", null)
                .plain("POST /api/audit-findings/{id}/return", Permission.AUDIT_REVIEW)
                .plain("POST /api/audit-findings/{id}/close", Permission.AUDIT_REVIEW)
                .line(
                        "GET /api/administrator-oversight",
                        Permission.ADMINISTRATOR_OVERSEE,
                        (who, world) ->
                                List.of(get("/api/administrator-oversight?" + someDays, TRACELESS)))
                .line(
                        "GET /api/administrator-oversight/events",
                        Permission.ADMINISTRATOR_OVERSEE,
                        (who, world) ->
                                List.of(
                                        get(
                                                "/api/administrator-oversight/events?size=200&from=2026-11-01&to="
                                                        + java.time.LocalDate.now(
                                                                java.time.ZoneId.of(
                                                                        "Asia/Shanghai")),
                                                new Question.IdsOnly())))
                .plain("GET /api/administrator-reports", Permission.ADMINISTRATOR_OVERSEE)
                .plain("GET /api/administrator-reports/{id}", Permission.ADMINISTRATOR_OVERSEE)
                .plain("POST /api/administrator-reports", Permission.ADMINISTRATOR_OVERSEE);
    }

    private static List<Question> events(Walker who, World world) {
        boolean watches = who.may(Permission.AUDIT_READ);
        List<Question> all = new ArrayList<>();
        all.add(get("/api/audit/events?size=200", watches ? new Question.IdsOnly() : status(403)));
        Function<String, Question> ask =
                id -> get("/api/audit/events?size=200&subject=" + id, TRACELESS);
        for (Kind kind : Kind.values()) {
            for (Planted thing : world.forbidden(kind, who)) {
                all.add(
                        watches
                                ? ask.apply(id(thing)).expecting(new Question.IdsOnly())
                                : like(ask, thing));
            }
            world.seen(kind, who)
                    .forEach(thing -> all.add(ask.apply(id(thing)).expecting(status(200))));
        }
        return all;
    }

    /** Field rules, revealing, and what is opened singly. */
    private static void sharing(Lines lines) {
        lines.plain("GET /api/field-rules", Permission.ROLE_GRANT)
                .plain("GET /api/field-rules/mine", null)
                .plain("PUT /api/field-rules/{role}", Permission.ROLE_GRANT)
                .line(
                        "POST /api/customers/{id}/reveal",
                        Permission.SENSITIVE_REVEAL,
                        (who, world) ->
                                world.forbidden(Kind.CUSTOMER, who).stream()
                                        .map(customer -> like(WalkTable::reveal, customer))
                                        .toList())
                .line(
                        "GET /api/explicit-grants",
                        Permission.ACCESS_GRANT,
                        WalkTable::sharesOfThings)
                .line("POST /api/explicit-grants", Permission.ACCESS_GRANT, WalkTable::shares)
                .line(
                        "GET /api/explicit-grants/overview",
                        Permission.ROLE_GRANT,
                        (who, world) ->
                                List.of(
                                        get(
                                                "/api/explicit-grants/overview?size=200",
                                                new Question.IdsOnly())))
                .line(
                        "GET /api/explicit-grants/people/{personId}",
                        null,
                        (who, world) ->
                                List.of(
                                        get(
                                                "/api/explicit-grants/people/" + who.id(),
                                                new Question.IdsOnly())))
                .plain("POST /api/explicit-grants/{id}/end", null);
    }

    private static Question reveal(String id) {
        return json("POST", "/api/customers/" + id + "/reveal", "{\"field\":\"phone\"}");
    }

    private static List<Question> sharesOfThings(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.CUSTOMER, Kind.DOSSIER)) {
            String path = "/api/explicit-grants?kind=" + kind + "&thing=";
            world.forbidden(kind, who)
                    .forEach(p -> all.add(like(id -> get(path + id, TRACELESS), p)));
        }
        return all;
    }

    private static List<Question> shares(Walker who, World world) {
        List<Question> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.CUSTOMER, Kind.DOSSIER)) {
            world.forbidden(kind, who).forEach(p -> all.add(like(id -> share(kind, id), p)));
        }
        return all;
    }

    private static Question share(Kind kind, String id) {
        return json(
                "POST",
                "/api/explicit-grants",
                """
                {"kind":"%s","thing":"%s","departmentId":"%s","mayEdit":false,"validUntil":"2099-01-01T00:00:00Z","reason":"走查"}\
                """
                        .formatted(kind, id, World.missing()));
    }

    private static void access(Lines lines) {
        Stream.of(
                        "GET /api/access-work",
                        "GET /api/access-review-lines",
                        "POST /api/access-review-lines/decide",
                        "GET /api/access-reviews",
                        "GET /api/access-reviews/{id}/lines",
                        "GET /api/agreements/mine",
                        "GET /api/agreements/{id}/scan",
                        "GET /api/rights-requests",
                        "GET /api/rights-requests/{id}")
                .forEach(operation -> lines.plain(operation, null));
        Stream.of(
                        "GET /api/agreements",
                        "POST /api/agreements",
                        "GET /api/agreements/{id}",
                        "POST /api/agreements/{id}/end",
                        "POST /api/rights-requests",
                        "GET /api/role-definitions",
                        "GET /api/role-definitions/{code}/holders")
                .forEach(operation -> lines.plain(operation, Permission.ROLE_GRANT));
        lines.line(
                        "POST /api/agreements/{id}/scan",
                        Permission.ROLE_GRANT,
                        (who, world) ->
                                List.of(multipart("/api/agreements/" + World.missing() + "/scan")))
                .notAsked(
                        "POST /api/access-reviews",
                        Permission.ROLE_GRANT,
                        "a review of everybody's grants would begin; it takes nothing")
                .line("GET /api/people/{id}/effective-rights", null, WalkTable::effectiveRights)
                .line("POST /api/people/{id}/effective-rights/probe", null, WalkTable::probes);
    }

    /** What was opened singly, each is told of oneself by its id; of others not even that. */
    private static List<Question> effectiveRights(Walker who, World world) {
        return List.of(
                get("/api/people/" + who.id() + "/effective-rights", new Question.IdsOnly()),
                get("/api/people/" + world.colleague() + "/effective-rights", TRACELESS));
    }

    /** Not by those who only watch: what they type would stand in the log that others watch. */
    private static List<Question> probes(Walker who, World world) {
        if (who.may(Permission.AUDIT_READ) && !who.may(Permission.ROLE_GRANT)) {
            return List.of();
        }
        List<Question> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.CUSTOMER, Kind.DOSSIER)) {
            for (Planted thing : world.forbidden(kind, who)) {
                all.add(like(number -> probe(who.id(), kind, number), thing.number(), NOWHERE));
                all.add(probe(world.colleague(), kind, thing.number()));
            }
        }
        return all;
    }

    private static Question probe(UUID person, Kind kind, String number) {
        return json(
                "POST",
                "/api/people/" + person + "/effective-rights/probe",
                "{\"type\":\"%s\",\"number\":\"%s\"}".formatted(kind, number));
    }

    private static void people(Lines lines) {
        lines.plain("GET /api/people", null)
                .plain("GET /api/roles", null)
                .plain("GET /api/people/{id}/posts", null)
                .plain("GET /api/positions", null);
        Stream.of(
                        "POST /api/people",
                        "POST /api/people/bulk",
                        "GET /api/people/import/template",
                        "GET /api/people/{id}/details",
                        "PUT /api/people/{id}/details",
                        "GET /api/people/{id}/groups",
                        "GET /api/people/{id}/holdings",
                        "GET /api/people/{id}/holdings/{kind}",
                        "POST /api/people/{id}/close",
                        "POST /api/people/{id}/lock",
                        "POST /api/people/{id}/move-settlement",
                        "POST /api/people/{id}/password-reset",
                        "POST /api/people/{id}/reopen",
                        "POST /api/people/{id}/stolen",
                        "DELETE /api/people/{id}/totp",
                        "GET /api/sessions",
                        "DELETE /api/sessions/{id}",
                        "POST /api/people/{id}/unlock",
                        "GET /api/groups",
                        "POST /api/groups",
                        "PUT /api/groups/{id}",
                        "DELETE /api/groups/{id}",
                        "POST /api/service-accounts",
                        "PUT /api/service-accounts/{id}/keeper")
                .forEach(operation -> lines.plain(operation, Permission.PERSON_MANAGE));
        Stream.of("/api/people/import", "/api/people/import/check")
                .forEach(
                        path ->
                                lines.line(
                                        "POST " + path,
                                        Permission.PERSON_MANAGE,
                                        (who, world) -> List.of(sheet(path))));
        Stream.of(
                        "POST /api/people/{id}/posts",
                        "PUT /api/positions/{id}/roles",
                        "GET /api/posts/proposed",
                        "POST /api/posts/{id}/confirm",
                        "POST /api/posts/{id}/end")
                .forEach(operation -> lines.plain(operation, Permission.ROLE_GRANT));
        departments(lines);
    }

    private static Question sheet(String path) {
        return new Question(
                "POST",
                path,
                "no sheet",
                List.of(
                        "Content-Type",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                TRACELESS);
    }

    private static void departments(Lines lines) {
        lines.plain("GET /api/departments", null);
        Stream.of(
                        "POST /api/departments",
                        "GET /api/departments/tree",
                        "PUT /api/departments/{id}",
                        "POST /api/departments/{id}/close",
                        "POST /api/departments/{id}/merge",
                        "POST /api/positions",
                        "PUT /api/positions/{id}",
                        "POST /api/positions/{id}/close",
                        "POST /api/positions/{id}/reopen")
                .forEach(operation -> lines.plain(operation, Permission.DEPARTMENT_MANAGE));
        // who closes a department is told how much it has, and nothing of it
        lines.line(
                "GET /api/departments/{id}/estate",
                Permission.DEPARTMENT_MANAGE,
                (who, world) ->
                        departments(world).stream()
                                .map(
                                        department ->
                                                get(
                                                        "/api/departments/"
                                                                + department
                                                                + "/estate",
                                                        status(200)))
                                .toList());
    }

    private static void own(Lines lines) {
        String session = "the walker's own session or account would end or change";
        Stream.of(
                        "POST /api/session",
                        "DELETE /api/session",
                        "DELETE /api/session/live",
                        "PUT /api/session/password",
                        "GET /api/session/oidc",
                        "GET /api/session/oidc/callback",
                        "POST /api/session/passkey",
                        "POST /api/session/passkey/ceremony",
                        "POST /api/session/second-step",
                        "POST /api/session/step-up",
                        "POST /api/session/step-up/passkey",
                        "POST /api/session/stolen",
                        "POST /api/session/totp",
                        "DELETE /api/session/totp",
                        "POST /api/session/totp/confirmation",
                        "POST /api/session/recovery-codes",
                        "POST /api/stolen")
                .forEach(operation -> lines.notAsked(operation, null, session));
        Stream.of(
                        "GET /api/session",
                        "GET /api/session/live",
                        "GET /api/session/ways",
                        "GET /api/identities",
                        "POST /api/identities",
                        "DELETE /api/identities/{id}",
                        "DELETE /api/session/live/{id}",
                        "POST /api/session/new-sign-ins/seen",
                        "GET /api/session/security",
                        "GET /api/session/step-up",
                        "GET /api/passkeys",
                        "POST /api/passkeys",
                        "POST /api/passkeys/ceremony",
                        "DELETE /api/passkeys/{id}",
                        "GET /api/tokens",
                        "POST /api/tokens",
                        "DELETE /api/tokens/{id}",
                        "GET /api/service-accounts",
                        "GET /api/service-accounts/{account}/tokens",
                        "POST /api/service-accounts/{account}/tokens",
                        "DELETE /api/service-accounts/{account}/tokens/{id}",
                        "GET /api/setup",
                        "POST /api/setup",
                        "GET /api/industries",
                        "GET /api/regions",
                        "GET /api/regions/{county}/streets",
                        "GET /api/scheme")
                .forEach(operation -> lines.plain(operation, null));
        Stream.of(
                        "POST /api/people/{id}/identities",
                        "GET /api/directory",
                        "POST /api/directory/runs")
                .forEach(operation -> lines.plain(operation, Permission.PERSON_MANAGE));
        calendar(lines);
        approvals(lines);
        alerts(lines);
        notices(lines);
        lines.plain("GET /api/customers/timeline-kinds", Permission.CUSTOMER_READ)
                .plain("GET /api/health", Permission.HEALTH_READ)
                .plain("GET /api/sign-in-rules", Permission.NETWORK_MANAGE)
                .plain("PUT /api/sign-in-rules/{role}", Permission.NETWORK_MANAGE);
    }

    /** Requests know nothing of customers and archives: no id of theirs finds one. */
    private static void approvals(Lines lines) {
        Stream.of(
                        "GET /api/approvals",
                        "GET /api/approvals/count",
                        "POST /api/approvals",
                        "GET /api/approvals/{id}",
                        "POST /api/approvals/{id}/resubmit",
                        "POST /api/approvals/{id}/withdraw",
                        "POST /api/approvals/{id}/urge",
                        "POST /api/approvals/{id}/copies",
                        "POST /api/approval-tasks/{id}/approve",
                        "POST /api/approval-tasks/approve-all",
                        "GET /api/approval-phrases",
                        "POST /api/approval-phrases",
                        "DELETE /api/approval-phrases/{id}",
                        "POST /api/approval-tasks/{id}/reject",
                        "POST /api/approval-tasks/{id}/return",
                        "POST /api/approval-tasks/{id}/transfer",
                        "POST /api/approval-tasks/{id}/delegate",
                        "POST /api/approval-tasks/{id}/signers",
                        "DELETE /api/approval-tasks/{id}",
                        "GET /api/approval-types",
                        "POST /api/approval-types",
                        "DELETE /api/approval-types/{code}",
                        "POST /api/approvals/{id}/prints",
                        "GET /api/approvals/{id}/pdf",
                        "GET /api/approvals/{id}/proof",
                        "GET /api/saved-views",
                        "POST /api/saved-views",
                        "DELETE /api/saved-views/{id}",
                        "DELETE /api/approval-files/{id}",
                        "GET /api/approval-files/{id}/content",
                        "GET /api/approval-deputies",
                        "POST /api/approval-deputies",
                        "DELETE /api/approval-deputies/{id}")
                .forEach(operation -> lines.plain(operation, null));
        lines.line(
                "POST /api/approval-files",
                null,
                (who, world) ->
                        List.of(multipart("/api/approval-files?type=unlock-account&field=none")));
        lines.plain("POST /api/approvals/{id}/terminate", Permission.PROCESS_MANAGE)
                .plain("GET /api/approval-types/{code}/bpmn", Permission.PROCESS_MANAGE);
        lines.plain("GET /api/approval-figures", Permission.APPROVAL_OVERSEE)
                .plain("GET /api/approval-figures/requests", Permission.APPROVAL_OVERSEE)
                .plain("POST /api/approval-figures/exports", Permission.APPROVAL_OVERSEE);
        for (String one :
                List.of(
                        "GET /api/processes",
                        "GET /api/processes/{type}/words",
                        "GET /api/processes/{type}/versions",
                        "GET /api/processes/{type}/versions/{version}",
                        "GET /api/processes/{type}/versions/{version}/bpmn",
                        "POST /api/processes/{type}/checks",
                        "POST /api/processes/{type}/trials",
                        "POST /api/processes/{type}/drafts",
                        "DELETE /api/processes/{type}/drafts")) {
            lines.plain(one, Permission.PROCESS_MANAGE);
        }
    }

    private static void calendar(Lines lines) {
        lines.plain("GET /api/calendar/{year}", null)
                .plain("GET /api/calendar/{year}/sheet", null)
                .line(
                        "POST /api/calendar/{year}/import",
                        Permission.CALENDAR_MANAGE,
                        (who, world) -> List.of(sheet("/api/calendar/2090/import")))
                .plain("PUT /api/calendar/days/{day}", Permission.CALENDAR_MANAGE)
                .plain("DELETE /api/calendar/days/{day}", Permission.CALENDAR_MANAGE);
    }

    /** One's own, and their words name nothing that was planted. */
    private static void notices(Lines lines) {
        Stream.of(
                        "GET /api/notices",
                        "POST /api/notices/read",
                        "POST /api/notices/{id}/read",
                        "GET /api/notice-choices",
                        "PUT /api/notice-choices")
                .forEach(operation -> lines.plain(operation, null));
        lines.notAsked("GET /api/notices/stream", null, "it stays open; it tells a number");
    }

    /** Numbers only: an alert's id and a rule's kind name nothing that was planted. */
    private static void alerts(Lines lines) {
        Stream.of(
                        "GET /api/alerts",
                        "GET /api/alerts/{id}",
                        "GET /api/alert-work",
                        "POST /api/alerts/{id}/acknowledge",
                        "POST /api/alerts/{id}/close")
                .forEach(operation -> lines.plain(operation, null));
        Stream.of(
                        "GET /api/alert-rules",
                        "PUT /api/alert-rules/{kind}",
                        "POST /api/alert-rules/{kind}/preview")
                .forEach(operation -> lines.plain(operation, Permission.AUDIT_REVIEW));
    }
}
