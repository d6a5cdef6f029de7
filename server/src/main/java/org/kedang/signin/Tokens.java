package org.kedang.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.ServiceAccounts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Bearer tokens for scripts: shown once, kept as a digest only. */
@Service
public class Tokens {
    private static final String MARK = "kd_";
    private static final int MOST_DAYS = 366;

    /**
     * What somebody wants a token for.
     *
     * @param scopes what it may do at most; {@code null} for all that its owner may
     */
    public record Wish(String name, int days, @Nullable Set<Permission> scopes) {}

    /**
     * Whose a token is.
     *
     * @param token which of the person's tokens it is
     * @param scopes what it may do at most, and never more than its owner may now
     */
    public record Bearer(UUID token, UUID person, Set<Permission> scopes) {}

    /** A token as its owner sees it later. */
    @Schema(name = "Token")
    public record TokenView(
            UUID id,
            String name,
            List<Permission> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A token at the one moment when its secret is shown. */
    public record NewToken(
            UUID id, String name, String token, List<Permission> scopes, Instant expiresAt) {}

    private record Known(Bearer bearer, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final ServiceAccounts serviceAccounts;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** By digest; a revoked token is refused within a second on every node. */
    private final Cache<String, Known> recent =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(1))
                    .build();

    Tokens(JdbcClient jdbc, ServiceAccounts serviceAccounts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.serviceAccounts = serviceAccounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token of one's own. */
    @Transactional
    public NewToken issue(Actor actor, Wish wish) {
        return issue(actor, actor.id(), actor.permissions(), wish);
    }

    /** A token of a program's account that the actor answers for. */
    @Transactional
    public NewToken issueFor(Actor actor, UUID account, Wish wish) {
        var service = serviceAccounts.kept(actor, account);
        return issue(actor, service.id(), Set.copyOf(service.permissions()), wish);
    }

    private NewToken issue(Actor actor, UUID owner, Set<Permission> allowed, Wish wish) {
        if (wish.days() < 1 || wish.days() > MOST_DAYS) {
            throw Problem.of(SignInProblem.TOKEN_DAYS);
        }
        List<Permission> scopes = scopes(wish.scopes(), allowed);
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = Ids.next();
        Instant expiresAt = clock.instant().plus(Duration.ofDays(wish.days()));
        insert(id, actor, owner, wish.name(), digest(token), expiresAt, scopes);
        audit.record(
                Entry.of(actor, SignInAct.TOKEN_ISSUED)
                        .subject("token", id, wish.name())
                        .within(owner)
                        .change("scopes", null, scopes));
        return new NewToken(id, wish.name(), token, scopes, expiresAt);
    }

    private static List<Permission> scopes(
            @Nullable Set<Permission> wished, Set<Permission> allowed) {
        if (wished == null) {
            return allowed.stream().sorted().toList();
        }
        if (!allowed.containsAll(wished)) {
            throw Problem.invalid(
                    "scopes",
                    "invalid-choice",
                    "令牌的范围不能超出账号自己的权限，请从列表中选择。",
                    "A token cannot do more than its account may; pick from the list.");
        }
        return wished.stream().sorted().toList();
    }

    private void insert(
            UUID id,
            Actor actor,
            UUID owner,
            String name,
            byte[] hash,
            Instant expiresAt,
            List<Permission> scopes) {
        jdbc.sql(
                        """
                        insert into token (id, person_id, issued_by, name, hash, scopes, created_at, expires_at)
                        values (:id, :owner, :actor, :name, :hash, :scopes, :now, :expires)
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("actor", actor.id())
                .param("name", name)
                .param("hash", hash)
                .param("scopes", scopes.stream().map(Permission::name).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One's own tokens, the newest first. */
    public List<TokenView> list(Actor actor) {
        return listOf(actor.id());
    }

    /** A program's tokens, for who answers for it or manages people. */
    public List<TokenView> listFor(Actor actor, UUID account) {
        return listOf(serviceAccounts.get(actor, account).id());
    }

    private List<TokenView> listOf(UUID owner) {
        return jdbc.sql("select * from token where person_id = :person order by created_at desc")
                .param("person", owner)
                .query(
                        (row, n) ->
                                new TokenView(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        permissions(row).stream().sorted().toList(),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("expires_at", OffsetDateTime.class)
                                                .toInstant(),
                                        instant(
                                                row.getObject(
                                                        "last_used_at", OffsetDateTime.class))))
                .list();
    }

    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Permission::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @Transactional
    public void revoke(Actor actor, UUID id) {
        revoke(actor, actor.id(), id);
    }

    @Transactional
    public void revokeFor(Actor actor, UUID account, UUID id) {
        revoke(actor, serviceAccounts.get(actor, account).id(), id);
    }

    private void revoke(Actor actor, UUID owner, UUID id) {
        String name =
                jdbc.sql("delete from token where id = :id and person_id = :person returning name")
                        .param("id", id)
                        .param("person", owner)
                        .query(String.class)
                        .optional()
                        .orElseThrow(Problem::notFound);
        recent.invalidateAll();
        audit.record(
                Entry.of(actor, SignInAct.TOKEN_REVOKED).subject("token", id, name).within(owner));
    }

    /** Revokes every token of the person. */
    void revokeAll(UUID person) {
        jdbc.sql("delete from token where person_id = :person").param("person", person).update();
        recent.invalidateAll();
    }

    /** Whose token this is, if it is valid. */
    public Optional<Bearer> find(String token) {
        if (!token.startsWith(MARK)) {
            return Optional.empty();
        }
        byte[] digest = digest(token);
        Known known = recent.get(HexFormat.of().formatHex(digest), key -> load(digest));
        return known == null || !clock.instant().isBefore(known.expiresAt())
                ? Optional.empty()
                : Optional.of(known.bearer());
    }

    private @Nullable Known load(byte[] digest) {
        return jdbc.sql("select * from token where hash = :hash")
                .param("hash", digest)
                .query(
                        (row, n) -> {
                            Known known =
                                    new Known(
                                            new Bearer(
                                                    row.getObject("id", UUID.class),
                                                    row.getObject("person_id", UUID.class),
                                                    permissions(row)),
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
                    .param("id", known.bearer().token())
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
