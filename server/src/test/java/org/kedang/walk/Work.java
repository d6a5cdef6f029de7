package org.kedang.walk;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What an answer cost. Whoever measures how long a refusal takes learns no more than the refusal
 * says, if a thing not to be seen costs the same as a thing that is not there.
 *
 * @param statements SQL statements, in order
 * @param deeds the results of what the log holds of it, in order; the log may tell both apart
 */
record Work(List<String> statements, List<String> deeds) {

    /** An answer and what it cost. */
    record Done(Answer answer, Work work) {}

    static Done of(Question question, TestClient client, Walker who, JdbcClient jdbc) {
        String entry = StatementLedger.open();
        Instant begun = Instant.now();
        Answer answer = question.with(StatementLedger.HEADER, entry).ask(client);
        return new Done(answer, new Work(StatementLedger.close(entry), deeds(who, begun, jdbc)));
    }

    private static List<String> deeds(Walker who, Instant begun, JdbcClient jdbc) {
        return jdbc.sql(
                        "select result from audit_event where actor_id = :who and at >= :begun"
                                + " and at < :later order by at, id")
                .param("who", who.id())
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                // spares the database the months to come
                .param("later", begun.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    @Override
    public String toString() {
        return "%d statements %s, deeds %s".formatted(statements.size(), statements, deeds);
    }
}
