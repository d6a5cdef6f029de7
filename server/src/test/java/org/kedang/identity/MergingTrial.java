package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.BigDepartment;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A large department is merged: all of it, each thing told to the log, while others go on working.
 */
@IntegrationTest
class MergingTrial {
    private static final boolean FULL = "full".equals(System.getProperty("kedang.trial"));
    private static final int CUSTOMERS = FULL ? 10_000 : 60;

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private TestClient sysadmin;
    private String from = "";
    private String into = "";

    @BeforeEach
    void fillADepartment() {
        sysadmin = TestClient.as("sysadmin", port);
        from = department();
        into = department();
        BigDepartment.fill(jdbc, UUID.fromString(from), CUSTOMERS);
    }

    @Test
    void movesAllOfItWhileOthersWork() {
        TestClient clerk = TestClient.as("clerk", port);
        long begun = System.nanoTime();
        CompletableFuture<Answer> merging =
                CompletableFuture.supplyAsync(
                        () ->
                                sysadmin.post(
                                        "/api/departments/" + from + "/merge",
                                        body().put("into", into).put("reason", "机构调整")));
        long slowest = 0;
        int done = 0;
        do {
            long start = System.nanoTime();
            Answer made =
                    clerk.post(
                            "/api/customers",
                            body().put("type", "ORGANISATION")
                                    .put("name", "并存" + UUID.randomUUID()));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            slowest = Math.max(slowest, System.nanoTime() - start);
            done++;
        } while (!merging.isDone());
        Answer merged = merging.join();
        System.out.printf(
                "merged %d customers and %d dossiers in %d ms; meanwhile %d customers registered,"
                        + " the slowest in %d ms%n",
                CUSTOMERS,
                CUSTOMERS,
                (System.nanoTime() - begun) / 1_000_000,
                done,
                slowest / 1_000_000);

        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        assertThat(merged.json().at("/counts/customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(count("customer where department_id = :id", into)).isEqualTo(CUSTOMERS);
        assertThat(count("dossier where department_id = :id", into)).isEqualTo(CUSTOMERS);
        assertThat(count("customer where department_id = :id", from)).isZero();
        assertThat(told("customer")).isEqualTo(CUSTOMERS);
        assertThat(told("dossier")).isEqualTo(CUSTOMERS);
    }

    private long told(String kind) {
        return count(
                "audit_event e join "
                        + kind
                        + " t on t.id = e.subject_id where t.department_id = :id",
                into);
    }

    private long count(String what, String id) {
        return jdbc.sql("select count(*) from " + what)
                .param("id", UUID.fromString(id))
                .query(Long.class)
                .single();
    }

    private String department() {
        String code =
                "M"
                        + Long.toString(System.nanoTime() % 100_000_000, 36)
                                .toUpperCase(java.util.Locale.ROOT);
        Answer made =
                sysadmin.post(
                        "/api/departments", body().put("code", code).put("name", "大部门" + code));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.id();
    }
}
