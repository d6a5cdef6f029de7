package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.AccountReopened;
import org.kedang.kernel.Problem;
import org.kedang.signin.GuessLedger.Budget;
import org.kedang.signin.GuessLedger.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many wrong passwords and codes an account bears. A browser that got in before has a budget of
 * its own; strangers have one per place and one together. So a stranger can bar himself and, at
 * worst, other strangers, but nobody at a browser that is known.
 */
@Component
class Guesses {
    private static final Duration KEPT = Duration.ofDays(2);

    private final GuessLedger ledger;
    private final SignInSettings settings;

    Guesses(GuessLedger ledger, SignInSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * Begins an attempt at the account; until the transaction ends no other attempt at it is
     * judged.
     *
     * @param knownDevice digest of the device, if this account was opened from it before
     */
    Attempt attempt(String account, @Nullable String knownDevice, Origin origin) {
        ledger.hold(account);
        return new Attempt(account, budgets(knownDevice, origin), knownDevice != null);
    }

    private List<Budget> budgets(@Nullable String knownDevice, Origin origin) {
        Duration lock = settings.lockDuration();
        int failures = settings.failuresBeforeLock();
        if (knownDevice != null) {
            return List.of(new Budget(Kind.DEVICE, knownDevice, failures, lock, lock));
        }
        return List.of(
                new Budget(Kind.PLACE, origin.place(), failures, lock, lock),
                new Budget(
                        Kind.STRANGERS,
                        "",
                        settings.strangerFailures(),
                        settings.strangerWindow(),
                        settings.strangerWindow()));
    }

    @EventListener
    void forgive(AccountReopened reopened) {
        ledger.forgive(reopened.userName());
    }

    void sweep(Instant now) {
        ledger.sweep(now.minus(KEPT));
    }

    /** One attempt at one account. */
    final class Attempt {
        private final String account;
        private final List<Budget> budgets;
        private final boolean known;

        private Attempt(String account, List<Budget> budgets, boolean known) {
            this.account = account;
            this.budgets = budgets;
            this.known = known;
        }

        boolean isFromKnownDevice() {
            return known;
        }

        /** The refusal that holds before anything is looked at, if any does. */
        Optional<Problem> bar(Instant now) {
            for (Budget budget : budgets) {
                Optional<Instant> until = ledger.barredUntil(account, budget, now);
                if (until.isPresent()) {
                    return Optional.of(refusal(budget, now, until.get()));
                }
            }
            return Optional.empty();
        }

        /** Counts a failure; tells the refusal if it was the last one allowed. */
        Optional<Problem> failed(Instant now) {
            Optional<Problem> refusal = Optional.empty();
            for (Budget budget : budgets) {
                if (ledger.spend(account, budget, now) && refusal.isEmpty()) {
                    refusal = Optional.of(refusal(budget, now, now.plus(budget.bar())));
                }
            }
            return refusal;
        }

        void succeeded() {
            ledger.forgive(account, budgets.getFirst());
        }

        private static Problem refusal(Budget budget, Instant now, Instant until) {
            return Problem.of(
                    budget.kind() == Kind.STRANGERS
                            ? SignInProblem.STRANGERS_BARRED
                            : SignInProblem.ACCOUNT_LOCKED,
                    minutes(now, until));
        }
    }

    static long minutes(Instant now, Instant until) {
        return Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes());
    }
}
