package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.UUID;

/** From the paper back to the record, and lists as people keep them. */
@IntegrationTest
class PrintingIntegrationTests {
    @LocalServerPort int port;
    @Autowired ApprovalDesk desk;

    @Test
    void leadsFromThePaperToTheSealOfTheRecord() throws InterruptedException {
        Actor head = desk.known("head");
        UUID request = desk.submit(desk.known("sales"), "trial-all", head);
        String path = "/api/approvals/" + request;
        TestClient sales = TestClient.as("sales", port);

        Answer printed = sales.post(path + "/prints", body());

        assertThat(printed.status()).as(printed.text()).isEqualTo(201);
        assertThat(printed.json().path("address").asString())
                .isEqualTo("http://127.0.0.1:" + port + "/approvals/" + request + "/proof");
        assertThat(printed.json().path("qr").asString()).startsWith("<svg").contains("<path");
        assertThat(desk.log(request)).containsExactly("approval.submitted", "approval.printed");
        TestClient stranger = TestClient.as("clerk", port);
        assertThat(stranger.post(path + "/prints", body()).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/proof").status()).isEqualTo(404);

        TestClient approver = TestClient.as("head", port);
        JsonNode proof = sealed(approver, path + "/proof");
        assertThat(proof.path("number").asString()).startsWith("SQ");
        assertThat(proof.at("/acts/0/zh").asString()).isEqualTo("提交申请");
        assertThat(proof.at("/acts/0/seal/intact").asBoolean()).isTrue();
        assertThat(proof.at("/acts/0/seal/checkpoint").asLong())
                .isGreaterThan(proof.at("/acts/0/seal/index").asLong());
    }

    @Test
    void isTakenOutAsADocument() throws IOException {
        Actor head = desk.known("head");
        UUID request = desk.submit(desk.known("sales"), "trial-all", head);
        String path = "/api/approvals/" + request + "/pdf";

        Answer taken = TestClient.as("sales", port).get(path);

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.header("Content-Type")).contains("application/pdf");
        assertThat(taken.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"?SQ\\d{4}-\\d+\\.pdf\"?");
        try (PDDocument document = Loader.loadPDF(taken.raw().body())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("试用申请审批单", "试一试", "测试需要", "尚无审批意见");
            assertThat(text.replaceAll("\\s", ""))
                    .contains("http://127.0.0.1:" + port + "/approvals/" + request + "/proof");
        }
        assertThat(desk.log(request)).containsExactly("approval.submitted", "approval.printed");
        Answer refused = TestClient.as("clerk", port).get(path);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.slug()).isEqualTo("not-found");
        assertThat(desk.log(request)).hasSize(2);
    }

    /** The log is sealed every second. */
    private static JsonNode sealed(TestClient reader, String path) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            JsonNode proof = reader.get(path).json();
            if (proof.at("/acts/1/seal").isObject()) {
                return proof;
            }
            Thread.sleep(300);
        }
        throw new AssertionError("not sealed: " + path);
    }

    @Test
    void keepsViewsOfListsForTheirOwner() {
        TestClient sales = TestClient.as("sales", port);
        String name = "销售部" + UUID.randomUUID().toString().substring(0, 6);
        Answer kept = sales.post("/api/saved-views", view(name, "DONE"));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(sales.post("/api/saved-views", view(name, "MINE")).id()).isEqualTo(kept.id());

        JsonNode mine =
                sales.get("/api/saved-views?list=approvals")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(mine.at("/query/box").asString()).isEqualTo("MINE");
        assertThat(sales.get("/api/saved-views?list=customers").text()).doesNotContain(name);
        TestClient other = TestClient.as("clerk", port);
        assertThat(other.get("/api/saved-views?list=approvals").text()).doesNotContain(name);
        String own = "/api/saved-views/" + kept.id();
        assertThat(other.delete(own).status()).isEqualTo(404);
        assertThat(sales.post("/api/saved-views", view("", "MINE")).slug())
                .isEqualTo("invalid-input");
        assertThat(sales.post("/api/saved-views", view("长", "x".repeat(300))).slug())
                .isEqualTo("invalid-input");
        assertThat(sales.delete(own).status()).isEqualTo(204);
        assertThat(sales.delete(own).status()).isEqualTo(404);
    }

    private static ObjectNode view(String name, String box) {
        ObjectNode view = body().put("list", "approvals").put("name", name);
        view.putObject("query").put("box", box);
        return view;
    }
}
