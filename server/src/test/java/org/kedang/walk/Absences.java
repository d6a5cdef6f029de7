package org.kedang.walk;

import org.kedang.TestClient;
import org.kedang.walk.Question.Like;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.Map;

/**
 * What one walker is answered about things that are not there. Asked once for each request, not
 * once for each thing that it is compared with: whatever is not there has the same answer.
 */
final class Absences {
    /**
     * @param missing what was asked for
     */
    record Absence(Work.Done done, String missing) {}

    private final TestClient client;
    private final Walker who;
    private final JdbcClient jdbc;
    private final Map<String, Absence> asked = new HashMap<>();

    Absences(TestClient client, Walker who, JdbcClient jdbc) {
        this.client = client;
        this.who = who;
        this.jdbc = jdbc;
    }

    /** The answer of before, if the same was asked of another missing thing. */
    Absence of(Like like) {
        Absence before = asked.get(key(like));
        return before == null ? anew(like) : before;
    }

    Absence anew(Like like) {
        Absence absence = new Absence(Work.of(like.absent(), client, who, jdbc), like.missing());
        asked.put(key(like), absence);
        return absence;
    }

    private static String key(Like like) {
        return like.absent().toString().replace(like.missing(), "…");
    }
}
