package org.kedang.registration;

import org.kedang.identity.Holders;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.kedang.registration.RegistrationClock.Stage;
import org.kedang.registration.Registrations.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells owners the day before a customer must be on record and when it is overdue, then the head.
 * Each is told once for each due day, however many nodes look and whichever is killed.
 */
@Service
class KeepingRegistrations {
    private static final int AT_ONCE = 200;

    private final Registrations registrations;
    private final TermOfToday term;
    private final Telling telling;
    private final Holders holders;
    private final TransactionTemplate transaction;

    KeepingRegistrations(
            Registrations registrations,
            TermOfToday term,
            Telling telling,
            Holders holders,
            TransactionTemplate transaction) {
        this.registrations = registrations;
        this.term = term;
        this.telling = telling;
        this.holders = holders;
        this.transaction = transaction;
    }

    /** Counts again what a change of the calendar moved, then tells what is to be told today. */
    void keep() {
        recount();
        List<Row> some = List.of();
        do {
            LocalDate due = some.isEmpty() ? LocalDate.EPOCH : some.getLast().dueOn();
            UUID customer = some.isEmpty() ? new UUID(0, 0) : some.getLast().customer();
            some = transaction.execute(status -> tellSome(due, customer));
        } while (some.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    private void recount() {
        RegistrationClock clock = term.clock();
        for (LocalDate first : registrations.firstContacts()) {
            transaction.executeWithoutResult(
                    status -> registrations.move(first, clock.dueOn(first)));
        }
    }

    private List<Row> tellSome(LocalDate afterDue, UUID afterCustomer) {
        RegistrationClock clock = term.clock();
        LocalDate today = term.today();
        List<Row> some =
                registrations.takeDue(clock.lastToTell(today), afterDue, afterCustomer, AT_ONCE);
        Map<Stage, List<UUID>> reached = new EnumMap<>(Stage.class);
        for (Row row : some) {
            Stage stage = clock.stage(row.dueOn(), today);
            if (stage.ordinal() > row.told()) {
                tell(row, stage);
                reached.computeIfAbsent(stage, one -> new ArrayList<>()).add(row.customer());
            }
        }
        reached.forEach((stage, rows) -> registrations.told(rows, stage.ordinal()));
        return some;
    }

    private void tell(Row row, Stage stage) {
        switch (stage) {
            case NOTHING -> {}
            case SOON -> tell(row.owner(), row, RegistrationNotice.SOON);
            case OVERDUE -> tell(row.owner(), row, RegistrationNotice.OVERDUE);
            case HEAD -> {
                tell(row.owner(), row, RegistrationNotice.OVERDUE);
                holders.headAbove(row.department(), 0, Set.of(row.owner()))
                        .ifPresent(head -> tell(head, row, RegistrationNotice.HEAD));
            }
        }
    }

    private void tell(UUID person, Row row, RegistrationNotice kind) {
        telling.tell(
                List.of(person),
                kind,
                new Message(
                        row.customer() + " " + row.dueOn(),
                        new Wording(
                                "%s：客户 %s".formatted(kind.words().zh(), row.customerNumber()),
                                "%s: customer %s"
                                        .formatted(kind.words().en(), row.customerNumber())),
                        new Wording(
                                "备案期限 %s，请打开客户补齐资料并申请备案。".formatted(row.dueOn()),
                                "Due %s. Open the customer, complete the record and ask for it."
                                        .formatted(row.dueOn())),
                        "/customers/" + row.customer()));
    }
}
