package org.kedang.feedback;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.ReachingCustomers;
import org.kedang.feedback.Feedback.State;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A word of a customer from its recording to its end. */
@Service
public class HandlingFeedback {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final FeedbackInbox inbox;
    private final ReachingCustomers customers;
    private final Holders holders;
    private final Directory directory;
    private final Telling telling;
    private final Audit audit;

    HandlingFeedback(
            FeedbackInbox inbox,
            ReachingCustomers customers,
            Holders holders,
            Directory directory,
            Telling telling,
            Audit audit) {
        this.inbox = inbox;
        this.customers = customers;
        this.holders = holders;
        this.directory = directory;
        this.telling = telling;
        this.audit = audit;
    }

    public Listing<Feedback> list(Actor reader, FeedbackInbox.Filter filter, Paging paging) {
        Listing<Feedback> found = inbox.list(reader, filter, paging);
        audit.recordRead(Entry.of(reader, FeedbackAct.LISTED).reason(filter.q()));
        return found;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public Feedback get(Actor reader, UUID id) {
        Feedback found = inbox.find(reader, id).orElseThrow(Problem::notFound);
        audit.recordRead(about(reader, FeedbackAct.READ, found));
        return found;
    }

    /**
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}
     */
    @Transactional
    public UUID receive(Actor by, NewFeedback told) {
        if (told.customerId() != null) {
            customers.getChangeable(by, told.customerId());
        }
        if (told.receivedOn().isAfter(inbox.today()) || told.receivedOn().isBefore(EARLIEST)) {
            throw Problem.invalid(
                    "receivedOn", "out-of-range", "日期不能晚于今天。", "The day cannot lie in the future.");
        }
        UUID id = Ids.next();
        inbox.add(id, told, by.id());
        audit.record(about(by, FeedbackAct.RECEIVED, inbox.find(by, id).orElseThrow()));
        return id;
    }

    /**
     * Gives it to somebody: who recorded it or has it, and who sees to all, may do that.
     *
     * @throws Problem {@code not-found}, {@code feedback-not-yours}, {@code feedback-not-now},
     *     {@code invalid-input}
     */
    @Transactional
    public void assign(Actor by, UUID id, UUID person) {
        Feedback held = inbox.lock(by, id);
        boolean fresh = held.state() == State.NEW;
        if (!fresh && !held.own()) {
            throw Problem.of(FeedbackProblem.NOT_YOURS);
        }
        require(fresh || held.state() == State.ASSIGNED);
        if (!holders.isActive(person)) {
            throw Problem.invalid(
                    "personId",
                    "unknown",
                    "找不到此人，或账号已停用，请另选。",
                    "There is no such active person; choose somebody else.");
        }
        inbox.assign(id, person);
        audit.record(
                about(by, FeedbackAct.ASSIGNED, held)
                        .change("assignedTo", held.assignedToName(), directory.personName(person)));
        if (!person.equals(by.id())) {
            tell(person, held);
        }
    }

    private void tell(UUID person, Feedback held) {
        telling.tell(
                List.of(person),
                FeedbackNotice.ASSIGNED,
                new Message(
                        held.id() + " " + person,
                        new Wording(
                                "客户反馈由您处理：" + held.number(),
                                "A customer's feedback is yours: " + held.number()),
                        new Wording("请打开反馈查看。", "Open it to see it."),
                        "/feedback?open=" + held.id()));
    }

    /**
     * @throws Problem as {@link #assign}
     */
    @Transactional
    public void answer(Actor by, UUID id, String answer) {
        Feedback held = workedOn(by, id);
        require(held.state() == State.ASSIGNED);
        inbox.answer(id, answer, by.id());
        audit.record(about(by, FeedbackAct.ANSWERED, held));
    }

    /**
     * Ends what was answered.
     *
     * @throws Problem as {@link #assign}
     */
    @Transactional
    public void close(Actor by, UUID id, String conclusion) {
        Feedback held = workedOn(by, id);
        require(held.state() == State.ANSWERED);
        inbox.close(id, conclusion, by.id());
        audit.record(about(by, FeedbackAct.CLOSED, held).reason(conclusion));
    }

    private Feedback workedOn(Actor by, UUID id) {
        Feedback held = inbox.lock(by, id);
        if (!held.own()) {
            throw Problem.of(FeedbackProblem.NOT_YOURS);
        }
        return held;
    }

    private static void require(boolean now) {
        if (!now) {
            throw Problem.of(FeedbackProblem.NOT_NOW);
        }
    }

    private static Entry about(Actor by, FeedbackAct act, Feedback held) {
        @Nullable UUID customer = held.customerId();
        return Entry.of(by, act).subject("feedback", held.id(), held.number()).customer(customer);
    }
}
