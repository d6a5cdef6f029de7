package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Sixteen people open dossiers at once; archival numbers have no gap and no double. The full form
 * opens 8,000.
 */
@IntegrationTest
class NumbersTrial {
    private static final int PEOPLE = 16;
    private static final int EACH = "full".equals(System.getProperty("kedang.trial")) ? 500 : 8;

    @LocalServerPort private int port;

    @Test
    void givesEveryNumberOnce() throws Exception {
        TestClient clerk = TestClient.as("clerk", port);
        String customer =
                clerk.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "编号试验 " + System.nanoTime()))
                        .id();
        long first = run(open(clerk, customer, 1).getFirst()) + 1;
        long start = System.nanoTime();
        List<String> numbers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            Callable<List<String>> person =
                    () -> open(TestClient.as("clerk", port), customer, EACH);
            for (Future<List<String>> one : people.invokeAll(Collections.nCopies(PEOPLE, person))) {
                numbers.addAll(one.get());
            }
        }
        System.out.printf(
                "numbers: %d dossiers in %.1f s%n",
                numbers.size(), (System.nanoTime() - start) / 1e9);

        Set<Long> runs = numbers.stream().map(NumbersTrial::run).collect(Collectors.toSet());
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(runs)
                .isEqualTo(
                        LongStream.range(first, first + PEOPLE * EACH)
                                .boxed()
                                .collect(Collectors.toSet()));
    }

    private static List<String> open(TestClient client, String customer, int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Answer answer =
                    client.post(
                            "/api/dossiers",
                            body().put("customerId", customer).put("title", "并发 " + i));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            numbers.add(answer.json().path("number").asString());
        }
        return numbers;
    }

    private static long run(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }
}
