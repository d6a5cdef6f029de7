package org.kedang.signin;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Account;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.kernel.QrDrawing;
import org.kedang.kernel.Recent;
import org.kedang.storage.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The second step of signing in: codes of an authenticator program, and recovery codes. */
@Service
public class SecondSteps {
    private static final int SECRET_BYTES = 20;

    /**
     * What an authenticator program needs.
     *
     * @param secret base32, for typing
     * @param uri the same as {@code otpauth:} address
     * @param qr the address drawn as SVG
     */
    public record Enrolment(String secret, String uri, String qr) {}

    private record Row(byte[] secret, boolean confirmed, long lastStep) {}

    private final JdbcClient jdbc;
    private final Keys keys;
    private final RecoveryCodes recoveryCodes;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Recent<String, Set<String>> demanding;
    private final Recent<UUID, Boolean> ready;

    SecondSteps(JdbcClient jdbc, Keys keys, RecoveryCodes recoveryCodes, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.recoveryCodes = recoveryCodes;
        this.audit = audit;
        this.clock = clock;
        Duration fresh = Duration.ofSeconds(1);
        this.demanding = new Recent<>(fresh, 1, all -> rolesThatDemand());
        this.ready = new Recent<>(fresh, 20_000, person -> hasTotp(person) || hasPasskey(person));
    }

    /** The ways in which the person can take a second step; empty if one step is enough. */
    public List<String> ways(UUID person) {
        return hasTotp(person) ? List.of("TOTP", "RECOVERY_CODE") : List.of();
    }

    /**
     * The ways in which a right password must be followed; empty if it is enough. A passkey asks
     * for the device and for its owner, so it is a second step too: the only one, where a role
     * demands one and no program of codes is set up.
     */
    List<String> waysAfterPassword(Account account) {
        List<String> ways = new ArrayList<>(ways(account.id()));
        if ((!ways.isEmpty() || isDemanded(account)) && hasPasskey(account.id())) {
            ways.add("PASSKEY");
        }
        return ways;
    }

    /** Whether one of the person's roles demands a second step that she has not set up yet. */
    public boolean isOwed(Account account) {
        return isDemanded(account) && !ready.get(account.id());
    }

    private boolean isDemanded(Account account) {
        Set<String> roles = demanding.get("all");
        return account.everywhere().roles().stream().anyMatch(roles::contains);
    }

    /** After a role began or ceased to demand a second step. */
    void demandsChanged() {
        demanding.forgetAll();
    }

    /** After a passkey was added or removed. */
    void passkeysChanged(UUID person) {
        ready.forget(person);
    }

    private boolean hasPasskey(UUID person) {
        return jdbc.sql("select exists (select 1 from passkey where person_id = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    private Set<String> rolesThatDemand() {
        return Set.copyOf(jdbc.sql("select role from role_second_step").query(String.class).list());
    }

    public boolean hasTotp(UUID person) {
        return find(person).filter(Row::confirmed).isPresent();
    }

    public int recoveryCodesLeft(UUID person) {
        return recoveryCodes.countLeft(person);
    }

    /** Begins anew; nothing changes for sign-in until a code confirms. */
    @Transactional
    public Enrolment begin(Actor actor) {
        if (hasTotp(actor.id())) {
            throw Problem.of(SignInProblem.TOTP_IS_ON);
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql(
                        """
                        insert into totp (person_id, secret, begun_at) values (:person, :secret, :now)
                        on conflict (person_id) do update set secret = :secret, begun_at = :now
                        """)
                .param("person", actor.id())
                .param("secret", keys.seal(secret, purpose(actor.id())))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return enrolment(actor.userName(), secret);
    }

    private static Enrolment enrolment(String userName, byte[] secret) {
        String base32 = Totp.base32(secret);
        String issuer = URLEncoder.encode("客档", StandardCharsets.UTF_8);
        String uri =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                        .formatted(issuer, userName, base32, issuer);
        return new Enrolment(base32, uri, QrDrawing.svg(uri));
    }

    /** Turns the second step on; the recovery codes are shown this once. */
    @Transactional
    public List<String> confirm(Actor actor, String code) {
        Row row = find(actor.id()).orElseThrow(() -> Problem.of(SignInProblem.TOTP_NOT_BEGUN));
        if (row.confirmed()) {
            throw Problem.of(SignInProblem.TOTP_IS_ON);
        }
        if (!accept(actor.id(), row, code)) {
            throw Problem.of(SignInProblem.CODE_WRONG);
        }
        jdbc.sql("update totp set confirmed_at = :now where person_id = :person")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", actor.id())
                .update();
        ready.forget(actor.id());
        audit.record(about(actor, SignInAct.SECOND_STEP_ON));
        return recoveryCodes.renew(actor.id());
    }

    @Transactional
    public List<String> renewRecoveryCodes(Actor actor) {
        if (!hasTotp(actor.id())) {
            throw Problem.of(SignInProblem.TOTP_NOT_BEGUN);
        }
        audit.record(about(actor, SignInAct.RECOVERY_CODES_RENEWED));
        return recoveryCodes.renew(actor.id());
    }

    @Transactional
    public void turnOff(Actor actor) {
        drop(actor.id());
        audit.record(about(actor, SignInAct.SECOND_STEP_OFF));
    }

    /**
     * A second person takes away what its owner lost, passkeys too; the next sign-in needs one
     * step.
     */
    @Transactional
    public void takeAway(Actor by, UUID person, String name) {
        jdbc.sql("delete from passkey where person_id = :person").param("person", person).update();
        drop(person);
        audit.record(Entry.of(by, SignInAct.SECOND_STEP_OFF).subject("person", person, name));
    }

    private void drop(UUID person) {
        jdbc.sql("delete from totp where person_id = :person").param("person", person).update();
        recoveryCodes.drop(person);
        ready.forget(person);
    }

    /** Uses up a code of either kind; whether it was good. Runs in the caller's transaction. */
    boolean use(UUID person, String code) {
        String plain = code.strip().replace(" ", "");
        Optional<Row> row = find(person).filter(Row::confirmed);
        if (row.isEmpty()) {
            return false;
        }
        return plain.length() == Totp.DIGITS
                ? accept(person, row.get(), plain)
                : recoveryCodes.use(person, plain, clock.instant());
    }

    private boolean accept(UUID person, Row row, String code) {
        byte[] secret = keys.open(row.secret(), purpose(person));
        Instant now = clock.instant();
        OptionalLong step = Totp.findStep(secret, code.strip(), now, row.lastStep());
        return step.isPresent()
                && jdbc.sql(
                                        """
                                        update totp set last_step = :step
                                        where person_id = :person and last_step < :step
                                        """)
                                .param("step", step.getAsLong())
                                .param("person", person)
                                .update()
                        == 1;
    }

    private Optional<Row> find(UUID person) {
        return jdbc.sql(
                        """
                        select secret, confirmed_at is not null as confirmed, last_step
                        from totp where person_id = :person
                        """)
                .param("person", person)
                .query(Row.class)
                .optional();
    }

    private static String purpose(UUID person) {
        return "totp:" + person;
    }

    private static Entry about(Actor actor, SignInAct act) {
        return Entry.of(actor, act).subject("person", actor.id(), actor.name());
    }
}
