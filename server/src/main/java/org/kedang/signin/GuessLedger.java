package org.kedang.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Wrong guesses for one account, counted apart by where they come from, so that nobody can use up
 * what another place may still try. Accounts are user names as typed, whether anyone has them or
 * not.
 */
@Repository
class GuessLedger {
    enum Kind {
        DEVICE,
        PLACE,
        STRANGERS
    }

    /**
     * One budget of guesses.
     *
     * @param source digest of the device, or the place; empty for {@code STRANGERS}
     * @param failures how many are allowed within the window; the last one bars
     * @param bar how long the bar holds
     */
    record Budget(Kind kind, String source, int failures, Duration window, Duration bar) {}

    private final JdbcClient jdbc;

    GuessLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Attempts at one account happen one after the other until their transactions end. */
    void hold(String account) {
        jdbc.sql("select pg_advisory_xact_lock(7423002, hashtext(:account))")
                .param("account", account)
                .query()
                .singleRow();
    }

    /** Until when attempts on this budget are refused, if they are. */
    Optional<Instant> barredUntil(String account, Budget budget, Instant now) {
        return jdbc.sql(
                        """
                        select barred_until from sign_in_guesses
                        where account = :account and kind = :kind and source = :source
                            and barred_until > :now
                        """)
                .param("account", account)
                .param("kind", budget.kind().name())
                .param("source", budget.source())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Counts one wrong guess.
     *
     * @return whether it was the last one allowed
     */
    boolean spend(String account, Budget budget, Instant now) {
        int failures =
                jdbc.sql(
                                """
                                insert into sign_in_guesses as g (account, kind, source, failures, since)
                                values (:account, :kind, :source, 1, :now)
                                on conflict (account, kind, source) do update set
                                    failures = case when g.since < :start or g.barred_until <= :now then 1 else g.failures + 1 end,
                                    since = case when g.since < :start or g.barred_until <= :now then :now else g.since end,
                                    barred_until = null
                                returning failures
                                """)
                        .param("account", account)
                        .param("kind", budget.kind().name())
                        .param("source", budget.source())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("start", now.minus(budget.window()).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single();
        boolean last = failures >= budget.failures();
        if (last) {
            bar(account, budget, now.plus(budget.bar()));
        }
        return last;
    }

    private void bar(String account, Budget budget, Instant until) {
        jdbc.sql(
                        """
                        update sign_in_guesses set barred_until = :until
                        where account = :account and kind = :kind and source = :source
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("kind", budget.kind().name())
                .param("source", budget.source())
                .update();
    }

    /** The guesses of this budget are forgiven. */
    void forgive(String account, Budget budget) {
        jdbc.sql(
                        """
                        delete from sign_in_guesses
                        where account = :account and kind = :kind and source = :source
                        """)
                .param("account", account)
                .param("kind", budget.kind().name())
                .param("source", budget.source())
                .update();
    }

    /** All guesses for the account are forgiven. */
    void forgive(String account) {
        jdbc.sql("delete from sign_in_guesses where account = :account")
                .param("account", account)
                .update();
    }

    /** Drops what no longer counts. */
    int sweep(Instant before) {
        return jdbc.sql(
                        """
                        delete from sign_in_guesses
                        where since < :before and (barred_until is null or barred_until < :before)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
