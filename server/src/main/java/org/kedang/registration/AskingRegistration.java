package org.kedang.registration;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.NewRequest;
import org.kedang.approval.Submitting;
import org.kedang.approval.Submitting.Submitted;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.registration.Registrations.Row;
import org.kedang.registration.Registrations.Wish;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Asking that customers be put on record. */
@Service
public class AskingRegistration {
    private static final int MOST_AT_ONCE = 200;

    /**
     * What is told about the customer's beginnings.
     *
     * @param firstContactOn the day that is known already if not given
     */
    @Schema(name = "RegistrationWish")
    public record Asked(
            @Nullable LocalDate firstContactOn,
            @NotNull(message = "required") MeetingWay met,
            @PlainText(max = 200, required = true) String source,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {}

    /** The same for many customers. */
    @Schema(name = "RegistrationBatch")
    public record Batch(
            @NotEmpty(message = "required") @Size(max = MOST_AT_ONCE, message = "too-many:200")
                    List<@NotNull(message = "required") UUID> customers,
            @NotNull(message = "required") MeetingWay met,
            @PlainText(max = 200, required = true) String source,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {}

    /**
     * What became of one of many.
     *
     * @param number of the request; {@code null} if it was refused
     * @param refusal why, in words
     */
    @Schema(name = "RegistrationBatchLine")
    public record Line(
            UUID customer, String name, @Nullable String number, @Nullable Label refusal) {}

    private final Registrations registrations;
    private final ReachingCustomers reaching;
    private final Submitting submitting;
    private final TermOfToday term;
    private final Audit audit;
    private final TransactionTemplate transaction;

    AskingRegistration(
            Registrations registrations,
            ReachingCustomers reaching,
            Submitting submitting,
            TermOfToday term,
            Audit audit,
            TransactionTemplate transaction) {
        this.registrations = registrations;
        this.reaching = reaching;
        this.submitting = submitting;
        this.term = term;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Asks for one customer.
     *
     * @throws Problem {@code already-registered}, {@code registration-already-asked}, {@code
     *     record-incomplete}, {@code invalid-input}, {@code not-found}, {@code not-permitted}
     */
    public Submitted ask(Actor by, UUID customer, Asked asked) {
        return Objects.requireNonNull(transaction.execute(status -> askNow(by, customer, asked)));
    }

    private Submitted askNow(Actor by, UUID customer, Asked asked) {
        CustomerSummary summary = reaching.getChangeable(by, customer);
        Row row =
                registrations
                        .lock(customer)
                        .orElseThrow(() -> Problem.of(RegistrationProblem.ALREADY_REGISTERED));
        requireOpen(row);
        CustomerRegistration.requireComplete(row);
        LocalDate first = Objects.requireNonNullElse(asked.firstContactOn(), row.firstContactOn());
        CustomerRegistration.requireDay(first, row.enteredOn(), "firstContactOn");
        Wish wish = new Wish(first, asked.met(), asked.source().strip());
        registrations.ask(customer, wish, term.clock().dueOn(first));
        Submitted request = submitting.submit(by, request(summary, wish, asked.reason()));
        registrations.waitFor(customer, request.id());
        audit.record(
                Entry.of(by, RegistrationAct.ASKED)
                        .subject("customer", customer, summary.name())
                        .customer(customer)
                        .request(request.id())
                        .change("firstContactOn", row.firstContactOn(), first));
        return request;
    }

    private static void requireOpen(Row row) {
        switch (row.state()) {
            case DUE -> {}
            case ASKED -> throw Problem.of(RegistrationProblem.ALREADY_ASKED);
            case DONE -> throw Problem.of(RegistrationProblem.ALREADY_REGISTERED);
        }
    }

    private static NewRequest request(
            CustomerSummary customer, Wish wish, @Nullable String reason) {
        return new NewRequest(
                CustomerRegistration.CODE,
                new FormValues(
                        Map.of(
                                CustomerRegistration.CUSTOMER,
                                customer.number(),
                                CustomerRegistration.FIRST_CONTACT,
                                wish.firstContactOn().toString(),
                                CustomerRegistration.MET,
                                wish.met().name(),
                                CustomerRegistration.SOURCE,
                                wish.source())),
                reason == null || reason.isBlank() ? "新客户备案" : reason,
                Map.of());
    }

    /** Asks for many, each for itself: what is refused for one hinders none of the others. */
    public List<Line> askMany(Actor by, Batch batch) {
        Asked asked = new Asked(null, batch.met(), batch.source(), batch.reason());
        return batch.customers().stream()
                .distinct()
                .map(customer -> line(by, customer, asked))
                .toList();
    }

    private Line line(Actor by, UUID customer, Asked asked) {
        String name = "";
        try {
            name = reaching.get(by, customer).name();
            return new Line(customer, name, ask(by, customer, asked).number(), null);
        } catch (Problem refused) {
            return new Line(customer, name, null, Label.of(refused.zh(), refused.en()));
        }
    }
}
