package org.kedang.signin;

import org.kedang.identity.Passwords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Passwords that people had before, as hashes. */
@Repository
class PastPasswords {
    private final JdbcClient jdbc;
    private final Passwords passwords;

    PastPasswords(JdbcClient jdbc, Passwords passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    void keep(UUID person, String hash, Instant now) {
        jdbc.sql(
                        """
                        insert into past_password (person_id, hash, replaced_at)
                        values (:person, :hash, :now)
                        """)
                .param("person", person)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was one of the person's latest ones. */
    boolean contains(UUID person, String password, int latest) {
        return jdbc
                .sql(
                        """
                        select hash from past_password where person_id = :person
                        order by replaced_at desc limit :latest
                        """)
                .param("person", person)
                .param("latest", latest)
                .query(String.class)
                .list()
                .stream()
                .anyMatch(hash -> passwords.matches(password, hash));
    }

    /** When the last password was replaced by the present one. */
    Optional<Instant> lastReplaced(UUID person) {
        return jdbc.sql(
                        "select replaced_at from past_password where person_id = :person order by"
                                + " replaced_at desc limit 1")
                .param("person", person)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
