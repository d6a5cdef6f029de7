package org.kedang;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** As if somebody had signed in eleven minutes ago. */
public final class OldProof {
    private OldProof() {}

    /** Makes the proof in all sessions of the person that old. */
    public static void of(UUID person, JdbcClient jdbc, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(now.minus(Duration.ofMinutes(11)).toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int aged =
                jdbc.sql(
                                """
                                update spring_session_attributes set attribute_bytes = :old
                                where attribute_name = 'provedAt' and session_primary_id in (
                                    select s.primary_id from spring_session s join sign_in i on i.session_id = s.session_id
                                    where i.person_id = :person)
                                """)
                        .param("old", bytes.toByteArray())
                        .param("person", person)
                        .update();
        assertThat(aged).isPositive();
    }
}
