package org.kedang.deletion;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Agreed;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.DeletingCustomer;
import org.kedang.customer.DeletingCustomer.Doomed;
import org.kedang.deletion.Deletions.Held;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Doing what was approved, by a further person, once and wholly. */
@Service
public class ExecutingDeletions {
    /**
     * What whoever does it must know before.
     *
     * @param hindrances why it cannot be done now
     * @param changed whether the customer was changed since the approval
     * @param own whether the reader had a part in the request and so must not do it
     */
    @Schema(name = "CustomerDeletionOutlook")
    public record Outlook(
            List<Erased> contents, List<Label> hindrances, boolean changed, boolean own) {}

    private final Deletions deletions;
    private final DeletionRegister register;
    private final DeletingCustomer deleting;
    private final ContentsOfCustomers contents;
    private final Agreed agreed;
    private final TellingOfDeletions telling;
    private final Audit audit;

    ExecutingDeletions(
            Deletions deletions,
            DeletionRegister register,
            DeletingCustomer deleting,
            ContentsOfCustomers contents,
            Agreed agreed,
            TellingOfDeletions telling,
            Audit audit) {
        this.deletions = deletions;
        this.register = register;
        this.deleting = deleting;
        this.contents = contents;
        this.agreed = agreed;
        this.telling = telling;
        this.audit = audit;
    }

    /**
     * @throws Problem {@code not-found}, {@code deletion-over}
     */
    @Transactional
    public Outlook look(Actor reader, UUID id) {
        Held one = deletions.get(id);
        requireWaiting(one);
        return new Outlook(
                contents.count(one.customerId()),
                contents.hindrances(one.customerId()),
                !isUnchanged(one, deleting.lock(one.customerId()).orElse(null)),
                isConcerned(reader, one));
    }

    /**
     * Deletes the customer and all that is kept about it, and writes the register; all of it or
     * nothing.
     *
     * @return the number in the register
     * @throws Problem {@code not-found}, {@code deletion-over}, {@code deletion-second-person},
     *     {@code customer-changed-since}, {@code deletion-hindered}
     */
    @Transactional
    public String execute(Actor by, UUID id) {
        Held one = deletions.lock(id);
        requireWaiting(one);
        if (isConcerned(by, one)) {
            throw Problem.of(DeletionProblem.SECOND_PERSON);
        }
        Doomed customer = deleting.lock(one.customerId()).orElse(null);
        if (customer == null || !isUnchanged(one, customer)) {
            throw Problem.of(DeletionProblem.CHANGED_SINCE);
        }
        contents.requireUnhindered(customer.id());
        List<Erased> erased = contents.count(customer.id());
        contents.erase(customer.id());
        deleting.erase(customer.id());
        String number =
                register.add(one, customer, agreed.listPeople(one.requestId()), erased, by.id());
        deletions.end(id, Deletion.State.EXECUTED, by.id(), null);
        audit.record(about(by, DeletionAct.EXECUTED, one).change("register", null, number));
        telling.ended(one, true);
        return number;
    }

    /**
     * Says that it will not be done; the customer stays, and a new request is needed.
     *
     * @throws Problem {@code not-found}, {@code deletion-over}
     */
    @Transactional
    public void abandon(Actor by, UUID id, String reason) {
        Held one = deletions.lock(id);
        requireWaiting(one);
        deletions.end(id, Deletion.State.ABANDONED, by.id(), reason.strip());
        audit.record(about(by, DeletionAct.ABANDONED, one).reason(reason));
        telling.ended(one, false);
    }

    private static void requireWaiting(Held one) {
        if (one.state() != Deletion.State.APPROVED) {
            throw Problem.of(DeletionProblem.OVER);
        }
    }

    private boolean isConcerned(Actor actor, Held one) {
        return actor.id().equals(one.requestedBy())
                || agreed.listPeople(one.requestId()).contains(actor.id());
    }

    private static boolean isUnchanged(Held one, @Nullable Doomed customer) {
        return customer != null && customer.version() == one.customerVersion();
    }

    private static Entry about(Actor by, DeletionAct act, Held one) {
        return Entry.of(by, act)
                .subject("customer", one.customerId(), one.customerNumber())
                .customer(one.customerId())
                .request(one.requestId());
    }
}
