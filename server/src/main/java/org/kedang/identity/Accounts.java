package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
            String kind,
            String post,
            String passwordHash,
            boolean mustChangePassword,
            String state,
            int clearance,
            @Nullable LocalDate secretUntil) {}

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Directory directory;
    private final Clock clock;
    private final Recent<UUID, Optional<Account>> known;

    Accounts(JdbcClient jdbc, Grants grants, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.directory = directory;
        this.clock = clock;
        this.known = new Recent<>(FRESH, 20_000, this::load);
    }

    /** The account, unless it is closed, stolen or unknown. */
    public Optional<Account> find(UUID person) {
        return known.get(person);
    }

    /** What was just changed on this node counts at once here. */
    void forget(UUID person) {
        known.forget(person);
        directory.forget(person);
    }

    /** After a change of what many people may do: it counts at once on this node. */
    public void forgetAll() {
        known.forgetAll();
    }

    private Optional<Account> load(UUID id) {
        return jdbc.sql(
                        """
                        select p.*, coalesce(
                            (select d.name || ' · ' || c.name
                             from post o join department d on d.id = o.department_id join position c on c.id = o.position_id
                             where o.person_id = p.id and o.state = 'HELD' order by o.main desc, o.since limit 1),
                            (select d.name from department d where d.id = p.department_id)) as post
                        from person p where p.id = :id and p.state = 'ACTIVE' and p.stolen_at is null
                        """)
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(this::account);
    }

    private Account account(Row row) {
        List<HeldRole> held = grants.heldBy(row.id());
        Opened opened = grants.openedTo(row.id(), row.departmentId());
        SecrecyLevel clearance = clearance(row);
        return new Account(
                row.id(),
                row.userName(),
                row.name(),
                row.departmentId(),
                row.kind().equals("EMPLOYEE"),
                row.post(),
                clearance,
                held,
                opened,
                Rights.of(row.id(), clearance, held, opened),
                row.mustChangePassword(),
                stamp(row.passwordHash()));
    }

    /** Without a valid confidentiality agreement the secret levels are closed. */
    private SecrecyLevel clearance(Row row) {
        SecrecyLevel level = SecrecyLevel.ofStored(row.clearance());
        LocalDate until = row.secretUntil();
        boolean agreed =
                until != null && !LocalDate.now(clock.withZone(ChinaTime.ZONE)).isAfter(until);
        return agreed || level.isWithin(SecrecyLevel.INTERNAL) ? level : SecrecyLevel.INTERNAL;
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
