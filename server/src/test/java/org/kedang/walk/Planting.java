package org.kedang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plants things over HTTP, as somebody who may do everything with them. */
final class Planting {
    /** Stands in every planted file. */
    static final String INSIDE = "违约责任";

    private final TestClient planter;
    private final Words words = new Words();
    private final List<Planted> all = new ArrayList<>();

    Planting(TestClient planter) {
        this.planter = planter;
    }

    List<Planted> all() {
        return List.copyOf(all);
    }

    Planted customer(UUID owner, UUID department) {
        return customer("ORGANISATION", "creditCode", words.creditCode(), owner, department);
    }

    Planted person(UUID owner, UUID department) {
        return customer("PERSON", "idNumber", words.idNumber(), owner, department);
    }

    private Planted customer(
            String type, String code, String codeValue, UUID owner, UUID department) {
        String word = words.next();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(code, codeValue);
        fields.put("phone", words.phone());
        fields.put("shortName", words.next());
        fields.put("address", "绍兴市" + words.next());
        fields.put("mail", words.next() + "@walk.example");
        fields.put("web", "https://" + words.next() + ".example/");
        fields.put("note", words.next());
        ObjectNode body =
                TestClient.body()
                        .put("type", type)
                        .put("name", Words.COMMON + word)
                        .put("ownerId", owner.toString())
                        .put("departmentId", department.toString());
        fields.forEach(body::put);
        Answer made = made(planter.post("/api/customers", body));
        return keep(Kind.CUSTOMER, made, owner, department, 0, null, word, fields);
    }

    /** Of the customer's department and owner. */
    Planted dossier(Planted customer, int secrecy) {
        return dossier(customer, customer.department(), secrecy);
    }

    Planted dossier(Planted customer, UUID department, int secrecy) {
        String word = words.next();
        Map<String, String> fields = Map.of("note", words.next());
        ObjectNode body =
                TestClient.body()
                        .put("customerId", customer.id().toString())
                        .put("title", Words.COMMON + word)
                        .put("departmentId", department.toString())
                        .put("secrecy", level(secrecy));
        fields.forEach(body::put);
        Answer made = made(planter.post("/api/dossiers", body));
        return keep(
                Kind.DOSSIER, made, customer.owner(), department, secrecy, customer, word, fields);
    }

    Planted item(Planted dossier, int secrecy) {
        String word = words.next();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of("documentNumber", "responsibleParty", "documentKind", "note")) {
            fields.put(field, words.next());
        }
        ObjectNode body =
                TestClient.body()
                        .put("title", Words.COMMON + word + "营业执照")
                        .put("documentDate", "2026-11-22")
                        .put("secrecy", level(secrecy));
        fields.forEach(body::put);
        fields.put("keywords", words.next());
        body.putArray("keywords").add(fields.get("keywords"));
        Answer made = made(planter.post("/api/dossiers/" + dossier.id() + "/items", body));
        return keep(
                Kind.ITEM,
                made,
                dossier.owner(),
                dossier.department(),
                secrecy,
                dossier,
                word,
                fields);
    }

    Planted file(Planted item) {
        String word = words.next();
        String inside = words.next();
        byte[] content =
                "%s条款：%s。\n"
                        .formatted(INSIDE, Words.COMMON + inside)
                        .getBytes(StandardCharsets.UTF_8);
        String name = Words.COMMON + word + ".txt";
        Answer made = made(planter.upload("/api/items/" + item.id() + "/files", name, content));
        Map<String, String> fields =
                Map.of("inside", inside, "sha256", made.json().path("sha256").asString());
        Planted file =
                new Planted(
                        Kind.FILE,
                        UUID.fromString(made.id()),
                        item.owner(),
                        item.department(),
                        item.secrecy(),
                        item,
                        name,
                        word,
                        fields);
        all.add(file);
        return file;
    }

    private Planted keep(
            Kind kind,
            Answer made,
            UUID owner,
            UUID department,
            int secrecy,
            @org.jspecify.annotations.Nullable Planted parent,
            String word,
            Map<String, String> fields) {
        Planted planted =
                new Planted(
                        kind,
                        UUID.fromString(made.id()),
                        owner,
                        department,
                        secrecy,
                        parent,
                        made.json().path("number").asString(),
                        word,
                        fields);
        all.add(planted);
        return planted;
    }

    static String level(int secrecy) {
        return List.of("PUBLIC", "INTERNAL", "CONFIDENTIAL", "SECRET").get(secrecy);
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
