package org.kedang.signin;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Signing in by name and password and, where it is set up, a second step; signing out. */
@Service
public class SigningIn {
    /** How far a sign-in got. */
    public sealed interface Progress {
        /** The person is in. */
        record In(Account account) implements Progress {}

        /** The password was right; one of these ways must follow. */
        record HalfWay(UUID person, List<String> ways) implements Progress {}

        /** The proof was good, and nothing was opened by it. */
        record Proved(UUID person) implements Progress {}
    }

    private sealed interface Outcome {
        record Done(Progress progress) implements Outcome {}

        record Refused(Problem problem, boolean guess) implements Outcome {}
    }

    /** What follows a good proof. */
    private interface Next {
        Outcome after(Credential person, Guesses.Attempt attempt, Origin origin);
    }

    private final Credentials credentials;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final Guesses guesses;
    private final KnownDevices devices;
    private final AddressBuckets addresses;
    private final SecondSteps secondSteps;
    private final PasswordAge passwordAge;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SigningIn(
            Credentials credentials,
            Accounts accounts,
            Passwords passwords,
            PasswordProof proof,
            Guesses guesses,
            KnownDevices devices,
            AddressBuckets addresses,
            SecondSteps secondSteps,
            PasswordAge passwordAge,
            SignInSettings settings,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.passwords = passwords;
        this.proof = proof;
        this.guesses = guesses;
        this.devices = devices;
        this.addresses = addresses;
        this.secondSteps = secondSteps;
        this.passwordAge = passwordAge;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * How far it got, or a problem that does not tell whether the name or the password was wrong.
     */
    public Progress signIn(String userName, String password, Origin origin) {
        return decide(
                origin, () -> byPassword(plain(userName), password, origin, this::passwordRight));
    }

    /** Only checks the password, counting failures as for signing in; opens nothing. */
    UUID prove(String userName, String password, Origin origin) {
        return ((Progress.Proved)
                        decide(
                                origin,
                                () -> byPassword(plain(userName), password, origin, this::proved)))
                .person();
    }

    /** Only checks the code of a second step, counting failures; opens nothing. */
    void proveByCode(UUID id, String code, Origin origin) {
        decide(origin, () -> byCode(id, code, origin, this::proved));
    }

    private static String plain(String userName) {
        return userName.strip().toLowerCase(Locale.ROOT);
    }

    private Outcome proved(Credential person, Guesses.Attempt attempt, Origin origin) {
        attempt.succeeded();
        return new Outcome.Done(new Progress.Proved(person.id()));
    }

    /** The second step of somebody whose password was right. */
    public Account secondStep(UUID id, String code, Origin origin) {
        Progress progress = decide(origin, () -> byCode(id, code, origin, this::codeRight));
        return ((Progress.In) progress).account();
    }

    /**
     * Lets in somebody who proved who she is in another way, which counts as both steps.
     *
     * @param way what people read in the list of sessions, in capitals
     */
    public Account admit(UUID id, String way, Origin origin) {
        Progress progress =
                decide(
                        origin,
                        () -> {
                            Credential person = credentials.lock(id);
                            return barOf(person, origin)
                                    .orElseGet(() -> enter(person, way, origin));
                        });
        return ((Progress.In) progress).account();
    }

    /** Failures are committed, so the outcome leaves the transaction as a value. */
    private Progress decide(Origin origin, java.util.function.Supplier<Outcome> judgement) {
        addresses.check(origin);
        Outcome outcome = Objects.requireNonNull(transaction.execute(status -> judgement.get()));
        return switch (outcome) {
            case Outcome.Done done -> done.progress();
            case Outcome.Refused refused -> {
                if (refused.guess()) {
                    addresses.failed(origin);
                }
                throw refused.problem();
            }
        };
    }

    private Outcome byPassword(String userName, String password, Origin origin, Next next) {
        Optional<Credential> found =
                credentials.lock(userName).filter(person -> !person.isClosed());
        Instant now = clock.instant();
        String known =
                found.map(person -> devices.findKnown(person.id(), origin, now)).orElse(null);
        Guesses.Attempt attempt = guesses.attempt(userName, known, origin);
        Optional<Problem> bar = attempt.bar(now).or(() -> lockOf(found, attempt, now));
        if (bar.isPresent()) {
            passwords.pretendToMatch(password);
            return refused(found, userName, origin, bar.get(), false);
        }
        if (found.isEmpty()) {
            passwords.pretendToMatch(password);
            return failed(found, userName, attempt, origin);
        }
        Credential person = found.get();
        if (!proof.isRight(person, password)) {
            return failed(found, userName, attempt, origin);
        }
        return barOf(person, origin).orElseGet(() -> next.after(person, attempt, origin));
    }

    /** Strangers hear of a lock only after the right password; else it would tell who exists. */
    private static Optional<Problem> lockOf(
            Optional<Credential> found, Guesses.Attempt attempt, Instant now) {
        return attempt.isFromKnownDevice()
                ? found.flatMap(person -> lockOf(person, now))
                : Optional.empty();
    }

    private static Optional<Problem> lockOf(Credential person, Instant now) {
        if (person.isStolen()) {
            return Optional.of(Problem.of(SignInProblem.ACCOUNT_STOLEN));
        }
        Instant until = person.lockedUntil();
        return until != null && person.isLocked(now)
                ? Optional.of(Problem.of(SignInProblem.ACCOUNT_LOCKED, Guesses.minutes(now, until)))
                : Optional.empty();
    }

    private Outcome passwordRight(Credential person, Guesses.Attempt attempt, Origin origin) {
        List<String> ways =
                accounts.find(person.id()).map(secondSteps::waysAfterPassword).orElse(List.of());
        if (!ways.isEmpty()) {
            return new Outcome.Done(new Progress.HalfWay(person.id(), ways));
        }
        attempt.succeeded();
        return enter(person, "PASSWORD", origin);
    }

    private Outcome byCode(UUID id, String code, Origin origin, Next next) {
        Credential person = credentials.lock(id);
        Instant now = clock.instant();
        Guesses.Attempt attempt =
                guesses.attempt(person.userName(), devices.findKnown(id, origin, now), origin);
        Optional<Outcome> bar =
                attempt.bar(now)
                        .map(problem -> refused(Optional.of(person), "", origin, problem, false))
                        .or(() -> barOf(person, origin));
        if (bar.isPresent()) {
            return bar.get();
        }
        if (!secondSteps.use(id, code)) {
            Outcome failed = failed(Optional.of(person), "", attempt, origin);
            return failed instanceof Outcome.Refused refused
                            && refused.problem().type() == SignInProblem.WRONG_CREDENTIALS
                    ? new Outcome.Refused(Problem.of(SignInProblem.CODE_WRONG), true)
                    : failed;
        }
        return next.after(person, attempt, origin);
    }

    private Outcome codeRight(Credential person, Guesses.Attempt attempt, Origin origin) {
        attempt.succeeded();
        return enter(person, "PASSWORD+CODE", origin);
    }

    private Optional<Outcome> barOf(Credential person, Origin origin) {
        Optional<Problem> bar =
                person.isClosed()
                        ? Optional.of(Problem.of(SignInProblem.ACCOUNT_CLOSED))
                        : lockOf(person, clock.instant()).or(() -> networkBar(person, origin));
        return bar.map(problem -> refused(Optional.of(person), "", origin, problem, false));
    }

    /** Roles that all count elsewhere only let nobody in here. */
    private Optional<Problem> networkBar(Credential person, Origin origin) {
        return accounts.find(person.id())
                .filter(account -> account.isBarredFrom(origin.address()))
                .map(account -> Problem.of(SignInProblem.NETWORK_NOT_ALLOWED, origin.address()));
    }

    private Outcome enter(Credential person, String way, Origin origin) {
        Instant now = clock.instant();
        person.signedIn(now);
        if (passwordAge.isOver(person, now)) {
            person.expirePassword();
        }
        credentials.store(person);
        Account account = accounts.find(person.id()).orElseThrow(Problem::notFound);
        // with the roles that count from now on: who watches administrators looks for those
        Actor actor = account.actor(origin.connection(null));
        audit.record(
                Entry.of(actor, SignInAct.SIGNED_IN)
                        .subject("person", person.id(), person.name())
                        .reason(way));
        return new Outcome.Done(new Progress.In(account));
    }

    private Outcome failed(
            Optional<Credential> found, String userName, Guesses.Attempt attempt, Origin origin) {
        Instant now = clock.instant();
        Optional<Problem> last = attempt.failed(now);
        if (last.isPresent() && attempt.isFromKnownDevice()) {
            found.ifPresent(
                    person -> {
                        person.lockUntil(now.plus(settings.lockDuration()));
                        audit.record(about(person, SignInAct.ACCOUNT_LOCKED, origin));
                    });
        }
        return refused(found, userName, origin, last.orElseGet(this::wrong), true);
    }

    private Outcome refused(
            Optional<Credential> found,
            String userName,
            Origin origin,
            Problem problem,
            boolean guess) {
        audit.record(
                found.map(person -> about(person, SignInAct.SIGN_IN_REFUSED, origin))
                        .orElseGet(
                                () -> Entry.of(nobody(userName, origin), SignInAct.SIGN_IN_REFUSED))
                        .reason(problem.type().slug())
                        .refused());
        return new Outcome.Refused(problem, guess);
    }

    private Problem wrong() {
        return Problem.of(SignInProblem.WRONG_CREDENTIALS, settings.failuresBeforeLock());
    }

    static Entry about(Credential person, SignInAct act, Origin origin) {
        Actor actor =
                Actor.named(
                        person.id(),
                        person.userName(),
                        person.name(),
                        person.departmentId(),
                        origin.connection(null));
        return Entry.of(actor, act).subject("person", person.id(), person.name());
    }

    private static Actor nobody(String userName, Origin origin) {
        String shown = userName.length() > 60 ? userName.substring(0, 60) + "…" : userName;
        return Actor.stranger(shown, origin.connection(null));
    }

    @Transactional
    public void signOut(Actor actor) {
        audit.record(
                Entry.of(actor, SignInAct.SIGNED_OUT).subject("person", actor.id(), actor.name()));
    }
}
