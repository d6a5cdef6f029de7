package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@IntegrationTest
class NumbersIntegrationTests {
    @LocalServerPort private int port;
    @Autowired private OpeningDossiers opening;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    @Test
    void leavesNoGapAfterARollback() {
        TestClient clerk = TestClient.as("clerk", port);
        String customer = new ArchiveFixture(clerk).customer();
        UUID id =
                jdbc.sql("select id from person where user_name = 'clerk'")
                        .query(UUID.class)
                        .single();
        Actor actor =
                new Actor(
                        id,
                        "clerk",
                        "clerk",
                        id,
                        null,
                        List.of(),
                        Set.of(Permission.ARCHIVE_WRITE),
                        Actor.Connection.INSIDE);
        OpenDossier wish =
                new OpenDossier(UUID.fromString(customer), "撤销", null, null, null, null, null);
        long before = run(open(clerk, customer, 1).getFirst());
        transaction.executeWithoutResult(
                status -> {
                    opening.open(actor, wish);
                    opening.open(actor, wish);
                    status.setRollbackOnly();
                });

        assertThat(run(open(clerk, customer, 1).getFirst())).isEqualTo(before + 1);
    }

    private static List<String> open(TestClient client, String customer, int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var answer =
                    client.post(
                            "/api/dossiers",
                            TestClient.body().put("customerId", customer).put("title", "并发 " + i));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            numbers.add(answer.json().path("number").asString());
        }
        return numbers;
    }

    private static long run(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }
}
