package org.kedang.handover;

import org.kedang.audit.Audit;
import org.kedang.customer.ReassigningCustomers;
import org.kedang.handover.Handovers.Held;
import org.kedang.handover.Handovers.Line;
import org.kedang.identity.Accounts;
import org.kedang.kernel.Actor;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries handovers out, batch by batch. A batch is one transaction with all that says it is done,
 * so that a killed server goes on where it stood; a customer that somebody else gave away meanwhile
 * is left alone.
 */
@Service
class CarryingHandovers {
    private final Handovers handovers;
    private final ReassigningCustomers reassigning;
    private final Accounts accounts;
    private final Telling telling;
    private final HandoverSettings settings;
    private final Audit audit;
    private final TransactionTemplate transaction;

    CarryingHandovers(
            Handovers handovers,
            ReassigningCustomers reassigning,
            Accounts accounts,
            Telling telling,
            HandoverSettings settings,
            Audit audit,
            TransactionTemplate transaction) {
        this.handovers = handovers;
        this.reassigning = reassigning;
        this.accounts = accounts;
        this.telling = telling;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** All that is running, until nothing is left. */
    void carry() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> carryNext()));
        }
    }

    private boolean carryNext() {
        Optional<Held> next = handovers.takeRunning();
        next.ifPresent(held -> carryBatch(actor(held), held));
        return next.isPresent();
    }

    /** Whoever made it, with his rights of now; the system if his account is closed. */
    private Actor actor(Held held) {
        return accounts.find(held.madeBy())
                .map(account -> account.actor(Actor.Connection.INSIDE))
                .orElse(Actor.SYSTEM);
    }

    /** A small one, within the present transaction. */
    void carryNow(Actor by, UUID id) {
        handovers.start(id);
        Held held = handovers.lock(id).orElseThrow();
        boolean more = true;
        while (more) {
            more = carryBatch(by, held);
        }
    }

    /** Whether there may be more. */
    private boolean carryBatch(Actor by, Held held) {
        List<Line> lines = handovers.nextLines(held.id(), settings.batch());
        if (lines.isEmpty()) {
            end(by, held);
            return false;
        }
        int first = lines.getFirst().place();
        int last = lines.getLast().place();
        List<UUID> unchanged = handovers.lockUnchanged(held.id(), first, last);
        reassigning.reassign(
                by,
                unchanged,
                held.toOwner(),
                held.toDepartment(),
                held.number() + " " + held.reason());
        handovers.settle(held.id(), first, last, unchanged);
        handovers.count(held.id(), unchanged.size(), lines.size() - unchanged.size());
        return true;
    }

    private void end(Actor by, Held held) {
        handovers.end(held.id(), HandoverState.DONE);
        audit.record(HandingOver.about(by, HandoverAct.ENDED, held.id(), held.number()));
        telling.tell(
                List.of(held.madeBy(), held.toOwner()),
                HandoverNotice.ENDED,
                new Message(
                        held.id().toString(),
                        new Wording(
                                "客户移交 %s 已完成".formatted(held.number()),
                                "Handover %s is done".formatted(held.number())),
                        new Wording(
                                "共 %d 个客户，打开可看结果、打印告知函。".formatted(held.total()),
                                "%d customers. Open it for the result and the letters."
                                        .formatted(held.total())),
                        "/handovers/" + held.id()));
    }
}
