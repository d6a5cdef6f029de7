package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What a browser was asked and has not answered yet; each may be answered once, soon. */
@Repository
class Ceremonies {
    static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    /** Why something was asked. */
    enum Kind {
        PASSKEY_REGISTRATION,
        PASSKEY_PROOF,
        OIDC
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Ceremonies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what the answer will be checked against. */
    @Transactional
    UUID begin(Kind kind, @Nullable UUID person, String kept) {
        Instant now = clock.instant();
        jdbc.sql("delete from ceremony where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into ceremony (id, kind, person_id, kept, expires_at) values (:id,"
                                + " :kind, :person, :kept, :expires)")
                .param("id", id)
                .param("kind", kind.name())
                .param("person", person)
                .param("kept", kept)
                .param("expires", now.plus(ANSWER_WITHIN).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** What was kept, once: whoever asks again, too late, or for somebody else gets nothing. */
    @Transactional
    Optional<String> take(UUID id, Kind kind, @Nullable UUID person) {
        return jdbc.sql(
                        """
                        delete from ceremony where id = :id and kind = :kind
                        and person_id is not distinct from cast(:person as uuid) and expires_at >= :now
                        returning kept
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
