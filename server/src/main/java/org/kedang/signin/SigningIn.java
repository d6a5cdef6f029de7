package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.identity.Credential;
import org.kedang.identity.Credentials;
import org.kedang.identity.Passwords;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Signing in with name and password, signing out, choosing a password. */
@Service
public class SigningIn {
    private sealed interface Outcome {
        record In(Account account) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    private final Credentials credentials;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SigningIn(
            Credentials credentials,
            Accounts accounts,
            Passwords passwords,
            SignInSettings settings,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The account, or a problem that does not tell whether the name or the password was wrong. */
    public Account signIn(String userName, String password, @Nullable String address) {
        // failures are committed, so the outcome leaves the transaction as a value
        Outcome outcome =
                Objects.requireNonNull(
                        transaction.execute(status -> decide(userName, password, address)));
        return switch (outcome) {
            case Outcome.In in -> in.account();
            case Outcome.Refused refused -> throw refused.problem();
        };
    }

    /**
     * Opens the account of somebody who proved in another way who they are.
     *
     * @param way what proved it, as the log shows it
     * @return the account, or a problem if it is closed or locked
     */
    public Account admit(UUID person, String way, @Nullable String address) {
        Outcome outcome =
                Objects.requireNonNull(
                        transaction.execute(status -> decideProved(person, way, address)));
        return switch (outcome) {
            case Outcome.In in -> in.account();
            case Outcome.Refused refused -> throw refused.problem();
        };
    }

    private Outcome decideProved(UUID id, String way, @Nullable String address) {
        Credential person = credentials.lock(id);
        Instant now = clock.instant();
        if (person.isClosed() || person.isLocked(now)) {
            audit.record(about(person, SignInAct.SIGN_IN_REFUSED, address).reason(way).refused());
            return person.isClosed()
                    ? new Outcome.Refused(Problem.of(SignInProblem.ACCOUNT_CLOSED))
                    : locked(person, now);
        }
        person.signedIn(now);
        audit.record(about(person, SignInAct.SIGNED_IN, address).reason(way));
        return new Outcome.In(accounts.find(person.id()).orElseThrow(Problem::notFound));
    }

    /**
     * Sign-ins of one person happen one after the other, so that guesses at the same moment all
     * count.
     */
    private Outcome decide(String userName, String password, @Nullable String address) {
        Optional<Credential> found = credentials.lock(userName.strip().toLowerCase(Locale.ROOT));
        if (found.isEmpty() || found.get().isClosed()) {
            passwords.pretendToMatch(password);
            audit.record(Entry.of(nobody(userName, address), SignInAct.SIGN_IN_REFUSED).refused());
            return wrong();
        }
        Credential person = found.get();
        Instant now = clock.instant();
        if (person.isLocked(now)) {
            passwords.pretendToMatch(password);
            audit.record(about(person, SignInAct.SIGN_IN_REFUSED, address).refused());
            return locked(person, now);
        }
        if (!passwords.matches(password, person.passwordHash())) {
            return failed(person, now, address);
        }
        person.signedIn(now);
        audit.record(about(person, SignInAct.SIGNED_IN, address));
        return new Outcome.In(accounts.find(person.id()).orElseThrow(Problem::notFound));
    }

    private Outcome failed(Credential person, Instant now, @Nullable String address) {
        boolean locks =
                person.failedSignIn(now, settings.failuresBeforeLock(), settings.lockDuration());
        audit.record(about(person, SignInAct.SIGN_IN_REFUSED, address).refused());
        if (!locks) {
            return wrong();
        }
        audit.record(about(person, SignInAct.ACCOUNT_LOCKED, address));
        return locked(person, now);
    }

    private Outcome wrong() {
        return new Outcome.Refused(
                Problem.of(SignInProblem.WRONG_CREDENTIALS, settings.failuresBeforeLock()));
    }

    private static Outcome locked(Credential person, Instant now) {
        Instant until = person.lockedUntil();
        long minutes = until == null ? 1 : Duration.between(now, until).plusSeconds(59).toMinutes();
        return new Outcome.Refused(Problem.of(SignInProblem.ACCOUNT_LOCKED, minutes));
    }

    private static Entry about(Credential person, SignInAct act, @Nullable String address) {
        Actor actor =
                new Actor(
                        person.id(),
                        person.userName(),
                        person.name(),
                        person.departmentId(),
                        java.util.Set.of(),
                        address,
                        null);
        return Entry.of(actor, act).subject("person", person.id(), person.name());
    }

    private static Actor nobody(String userName, @Nullable String address) {
        String shown = userName.length() > 60 ? userName.substring(0, 60) + "…" : userName;
        return new Actor(
                new UUID(0, 0), shown, "", new UUID(0, 0), java.util.Set.of(), address, null);
    }

    @Transactional
    public void signOut(Actor actor) {
        audit.record(
                Entry.of(actor, SignInAct.SIGNED_OUT).subject("person", actor.id(), actor.name()));
    }

    /** Changes one's own password; all other sessions of the person end. */
    @Transactional
    public void choosePassword(Actor actor, String current, String replacement) {
        Credential person = credentials.lock(actor.id());
        if (!passwords.matches(current, person.passwordHash())) {
            throw Problem.of(SignInProblem.CURRENT_PASSWORD_WRONG);
        }
        if (current.equals(replacement)) {
            throw Problem.of(SignInProblem.PASSWORD_UNCHANGED);
        }
        passwords.check(person.userName(), replacement);
        person.choosePassword(passwords.hash(replacement));
        credentials.store(person);
        audit.record(
                Entry.of(actor, SignInAct.PASSWORD_CHANGED)
                        .subject("person", person.id(), person.name()));
    }
}
