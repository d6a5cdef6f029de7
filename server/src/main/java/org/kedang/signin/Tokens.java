package org.kedang.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bearer tokens for scripts: shown once, kept as a digest only. */
@Service
public class Tokens {
    private static final String MARK = "kd_";
    private static final int MOST_DAYS = 366;

    /** A token as its owner sees it later. */
    @Schema(name = "Token")
    public record TokenView(
            UUID id,
            String name,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A token at the one moment when its secret is shown. */
    public record NewToken(UUID id, String name, String token, Instant expiresAt) {}

    private record Known(UUID id, UUID person, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** By digest; a revoked token is refused within a second on every node. */
    private final Cache<String, Known> recent =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(1))
                    .build();

    Tokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public NewToken issue(Actor actor, String name, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.of(SignInProblem.TOKEN_DAYS);
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = Ids.next();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(Duration.ofDays(days));
        jdbc.sql(
                        """
                        insert into token (id, person_id, name, hash, created_at, expires_at)
                        values (:id, :person, :name, :hash, :now, :expires)
                        """)
                .param("id", id)
                .param("person", actor.id())
                .param("name", name)
                .param("hash", digest(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        audit.record(Entry.of(actor, SignInAct.TOKEN_ISSUED).subject("token", id, name));
        return new NewToken(id, name, token, expiresAt);
    }

    public List<TokenView> list(Actor actor) {
        return jdbc.sql(
                        "select id, name, created_at, expires_at, last_used_at from token where"
                                + " person_id = :person order by created_at desc")
                .param("person", actor.id())
                .query(
                        (row, n) ->
                                new TokenView(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("expires_at", OffsetDateTime.class)
                                                .toInstant(),
                                        instant(
                                                row.getObject(
                                                        "last_used_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @Transactional
    public void revoke(Actor actor, UUID id) {
        String name =
                jdbc.sql("delete from token where id = :id and person_id = :person returning name")
                        .param("id", id)
                        .param("person", actor.id())
                        .query(String.class)
                        .optional()
                        .orElseThrow(Problem::notFound);
        recent.invalidateAll();
        audit.record(Entry.of(actor, SignInAct.TOKEN_REVOKED).subject("token", id, name));
    }

    /** Whose token this is, if it is valid. */
    public Optional<UUID> owner(String token) {
        if (!token.startsWith(MARK)) {
            return Optional.empty();
        }
        byte[] digest = digest(token);
        Known known = recent.get(HexFormat.of().formatHex(digest), key -> load(digest));
        return known == null || !clock.instant().isBefore(known.expiresAt())
                ? Optional.empty()
                : Optional.of(known.person());
    }

    private @Nullable Known load(byte[] digest) {
        return jdbc.sql(
                        "select id, person_id, expires_at, last_used_at from token where hash ="
                                + " :hash")
                .param("hash", digest)
                .query(
                        (row, n) -> {
                            Known known =
                                    new Known(
                                            row.getObject("id", UUID.class),
                                            row.getObject("person_id", UUID.class),
                                            row.getObject("expires_at", OffsetDateTime.class)
                                                    .toInstant());
                            noteUse(
                                    known,
                                    instant(row.getObject("last_used_at", OffsetDateTime.class)));
                            return known;
                        })
                .optional()
                .orElse(null);
    }

    /** To the hour is exact enough and costs one write an hour. */
    private void noteUse(Known known, @Nullable Instant last) {
        Instant now = clock.instant();
        if (last == null || last.plus(Duration.ofHours(1)).isBefore(now)) {
            jdbc.sql("update token set last_used_at = :now where id = :id")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", known.id())
                    .update();
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
