package org.kedang.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Ten codes for the day when the second step is lost: shown once, each good once. They carry 80
 * random bits, so that a plain digest keeps them.
 */
@Repository
class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int BYTES = 10;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** New codes in place of all earlier ones. */
    List<String> renew(UUID person) {
        drop(person);
        List<String> codes = IntStream.range(0, COUNT).mapToObj(i -> make()).toList();
        codes.forEach(code -> keep(person, code));
        return codes;
    }

    private String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = Totp.base32(bytes).toLowerCase(Locale.ROOT);
        return String.join(
                "-",
                text.substring(0, 4),
                text.substring(4, 8),
                text.substring(8, 12),
                text.substring(12));
    }

    private void keep(UUID person, String code) {
        jdbc.sql("insert into recovery_code (person_id, hash) values (:person, :hash)")
                .param("person", person)
                .param("hash", digest(code))
                .update();
    }

    /** Uses up the code; whether it was good. */
    boolean use(UUID person, String code, Instant now) {
        return jdbc.sql(
                                """
                                update recovery_code set used_at = :now
                                where person_id = :person and hash = :hash and used_at is null
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("person", person)
                        .param("hash", digest(code))
                        .update()
                == 1;
    }

    int countLeft(UUID person) {
        return jdbc.sql(
                        """
                        select count(*) from recovery_code
                        where person_id = :person and used_at is null
                        """)
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    void drop(UUID person) {
        jdbc.sql("delete from recovery_code where person_id = :person")
                .param("person", person)
                .update();
    }

    /** Case and strokes do not matter to people who copy by hand. */
    private static byte[] digest(String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
