package org.kedang.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The accounts that may act. A closed account has no rights from the next second on, on every node.
 */
@Service
public class Accounts {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Row(
            UUID id,
            String userName,
            String name,
            UUID departmentId,
            String passwordHash,
            boolean mustChangePassword,
            String state,
            int clearance) {}

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Directory directory;
    private final LoadingCache<UUID, Optional<Account>> cache;

    Accounts(JdbcClient jdbc, Grants grants, Directory directory) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.directory = directory;
        this.cache =
                Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(FRESH).build(this::load);
    }

    /** The account, unless it is closed or unknown. */
    public Optional<Account> find(UUID person) {
        return cache.get(person);
    }

    /** What was just changed on this node counts at once here. */
    void forget(UUID person) {
        cache.invalidate(person);
        directory.forget(person);
    }

    private Optional<Account> load(UUID id) {
        return jdbc.sql("select * from person where id = :id and state = 'ACTIVE'")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(this::account);
    }

    private Account account(Row row) {
        return new Account(
                row.id(),
                row.userName(),
                row.name(),
                row.departmentId(),
                grants.rolesOf(row.id()),
                grants.permissionsOf(row.id()),
                visibility(row),
                row.mustChangePassword(),
                stamp(row.passwordHash()));
    }

    private Visibility visibility(Row row) {
        Scope scope = grants.scopeOf(row.id());
        Set<UUID> departments =
                switch (scope) {
                    case NONE, OWN, ALL -> Set.of();
                    case DEPARTMENT -> Set.of(row.departmentId());
                    case DEPARTMENT_AND_BELOW -> directory.departmentsBelow(row.departmentId());
                };
        return new Visibility(
                row.id(),
                scope == Scope.NONE,
                scope == Scope.ALL,
                departments,
                SecrecyLevel.ofStored(row.clearance()));
    }

    private static String stamp(String passwordHash) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(passwordHash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
