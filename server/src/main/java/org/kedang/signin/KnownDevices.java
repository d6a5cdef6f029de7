package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;

/** Browsers from which a person got in before; kept as digests of the secrets in their cookies. */
@Repository
class KnownDevices {
    private final JdbcClient jdbc;
    private final SignInSettings settings;

    KnownDevices(JdbcClient jdbc, SignInSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The device's digest if the person got in from it before, within its lifetime. */
    @Nullable String findKnown(UUID person, Origin origin, Instant now) {
        String device = origin.device();
        if (device == null) {
            return null;
        }
        return jdbc.sql(
                        """
                        select device from known_device
                        where person_id = :person and device = :device and last_seen_at > :since
                        """)
                .param("person", person)
                .param("device", digest(device))
                .param("since", now.minus(settings.deviceLifetime()).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    boolean hasAny(UUID person) {
        return jdbc.sql("select exists (select 1 from known_device where person_id = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    void remember(UUID person, String device, Instant now) {
        jdbc.sql(
                        """
                        insert into known_device (person_id, device, since, last_seen_at)
                        values (:person, :device, :now, :now)
                        on conflict (person_id, device) do update set last_seen_at = :now
                        """)
                .param("person", person)
                .param("device", digest(device))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(UUID person) {
        jdbc.sql("delete from known_device where person_id = :person")
                .param("person", person)
                .update();
    }

    private static String digest(String device) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(device.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
