package org.kedang.confirmation;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Whoever may change a record says that it is right; what he says is about the version he saw. */
@Service
public class ConfirmingRecords {
    private static final int MOST_AT_ONCE = 200;

    /** A version of a customer's record. */
    @Schema(name = "ConfirmationOf")
    public record Seen(
            @NotNull(message = "required") UUID customer,
            @NotNull(message = "required") Long version) {}

    /** What was looked through. */
    @Schema(name = "ConfirmationBatch")
    public record Batch(
            @NotEmpty(message = "required") @Size(max = MOST_AT_ONCE, message = "too-many:200")
                    List<@Valid @NotNull(message = "required") Seen> items) {}

    /**
     * What became of one of many.
     *
     * @param refusal why it was not confirmed; {@code null} if it was
     */
    @Schema(name = "ConfirmationLine")
    public record Line(UUID customer, String name, @Nullable Label refusal) {}

    private final Rounds rounds;
    private final ReachingCustomers reaching;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConfirmingRecords(
            Rounds rounds,
            ReachingCustomers reaching,
            JdbcClient jdbc,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rounds = rounds;
        this.reaching = reaching;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Confirms each for itself: what is refused for one hinders none of the others.
     *
     * @throws Problem {@code no-confirmation-round}
     */
    public List<Line> confirm(Actor by, Batch batch) {
        Round round =
                rounds.findCurrent().orElseThrow(() -> Problem.of(ConfirmationProblem.NO_ROUND));
        return batch.items().stream().distinct().map(seen -> line(by, round, seen)).toList();
    }

    private Line line(Actor by, Round round, Seen seen) {
        String name = "";
        try {
            CustomerSummary customer = reaching.get(by, seen.customer());
            name = customer.name();
            transaction.executeWithoutResult(status -> confirm(by, round, seen));
            return new Line(seen.customer(), name, null);
        } catch (Problem refused) {
            return new Line(seen.customer(), name, Label.of(refused.zh(), refused.en()));
        }
    }

    /** The record cannot change between the look at its version and the end of this. */
    private void confirm(Actor by, Round round, Seen seen) {
        CustomerSummary customer = reaching.getChangeable(by, seen.customer());
        long version =
                jdbc.sql("select version from customer where id = :id for share")
                        .param("id", seen.customer())
                        .query(Long.class)
                        .optional()
                        .orElseThrow(Problem::notFound);
        if (version != seen.version()) {
            throw Problem.of(ConfirmationProblem.CHANGED_SINCE);
        }
        jdbc.sql(
                        """
                        insert into confirmation (customer_id, quarter, version, confirmed_by, confirmed_at)
                        values (:customer, :quarter, :version, :by, :now)
                        on conflict (customer_id, quarter) do update
                        set version = excluded.version, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
                        """)
                .param("customer", seen.customer())
                .param("quarter", round.quarter())
                .param("version", version)
                .param("by", by.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(
                Entry.of(by, ConfirmationAct.CONFIRMED)
                        .subject("customer", customer.id(), customer.name())
                        .customer(customer.id())
                        .change("version", null, version));
    }
}
