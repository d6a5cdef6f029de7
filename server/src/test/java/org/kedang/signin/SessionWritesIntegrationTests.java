package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request of a signed-in person writes nothing about the session, but once a minute. */
@IntegrationTest
class SessionWritesIntegrationTests {
    private static final long TWO_MINUTES = 120_000;

    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @Test
    void keepsTheLastUseToTheMinute() {
        TestClient clerk = TestClient.as("clerk", port);
        clerk.get("/api/session");
        String row = newest();
        long kept = lastUse(row);

        clerk.get("/api/session");
        assertThat(lastUse(row)).isEqualTo(kept);

        jdbc.sql("update spring_session set last_access_time = ? where primary_id = ?")
                .params(kept - TWO_MINUTES, row)
                .update();
        assertThat(clerk.get("/api/session").status()).isEqualTo(200);
        assertThat(lastUse(row)).isGreaterThanOrEqualTo(kept);
    }

    private String newest() {
        return jdbc.sql("select primary_id from spring_session order by creation_time desc limit 1")
                .query(String.class)
                .single();
    }

    private long lastUse(String row) {
        return jdbc.sql("select last_access_time from spring_session where primary_id = ?")
                .param(row)
                .query(Long.class)
                .single();
    }
}
