package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The full trial is {@code -Dkedang.trial.numbers=500}: so many dossiers by each of 16 people. */
@IntegrationTest
class NumbersIntegrationTests {
    private static final int PEOPLE = 16;
    private static final int EACH = Integer.getInteger("kedang.trial.numbers", 8);

    @LocalServerPort private int port;
    @Autowired private OpeningDossiers opening;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    @Test
    void leavesNoGapAndNoDoubleWhenManyOpenAtOnce() throws Exception {
        TestClient clerk = TestClient.as("clerk", port);
        String customer = new ArchiveFixture(clerk).customer();
        open(clerk, customer, 1);
        long first = run(open(clerk, customer, 1).getFirst()) + 1;
        long start = System.nanoTime();
        List<String> numbers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            Callable<List<String>> person = () -> open(TestClient.as("clerk", port), customer, EACH);
            List<Future<List<String>>> all =
                    people.invokeAll(java.util.Collections.nCopies(PEOPLE, person));
            for (Future<List<String>> one : all) {
                numbers.addAll(one.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("numbers: %d dossiers in %.1f s%n", numbers.size(), seconds);

        Set<Long> runs = numbers.stream().map(NumbersIntegrationTests::run).collect(Collectors.toSet());
        Set<Long> expected =
                IntStream.range(0, PEOPLE * EACH)
                        .mapToObj(i -> first + i)
                        .collect(Collectors.toSet());
        assertThat(runs).isEqualTo(expected);
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void leavesNoGapAfterARollback() {
        TestClient clerk = TestClient.as("clerk", port);
        String customer = new ArchiveFixture(clerk).customer();
        UUID id = jdbc.sql("select id from person where user_name = 'clerk'").query(UUID.class).single();
        Actor actor = new Actor(id, "clerk", "clerk", id, Set.of(), null, null);
        OpenDossier wish = new OpenDossier(UUID.fromString(customer), "撤销", null, null, null, null, null);
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
                    client.post("/api/dossiers", TestClient.body().put("customerId", customer).put("title", "并发 " + i));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            numbers.add(answer.json().path("number").asString());
        }
        return numbers;
    }

    private static long run(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }
}
