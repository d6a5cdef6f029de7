package org.kedang.handover;

import org.kedang.approval.Following;
import org.kedang.approval.NewRequest;
import org.kedang.approval.Submitting;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.FormValues;
import org.kedang.identity.Accounts;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Hands customers over: few at once, many when the heads of both departments agreed, carried out in
 * the background.
 */
@Service
public class HandingOver {
    private final Handovers handovers;
    private final CarryingHandovers carrying;
    private final Submitting submitting;
    private final Following following;
    private final Visibilities visibilities;
    private final Holders holders;
    private final Accounts accounts;
    private final Directory directory;
    private final HandoverSettings settings;
    private final Audit audit;
    private final Clock clock;

    HandingOver(
            Handovers handovers,
            CarryingHandovers carrying,
            Submitting submitting,
            Following following,
            Visibilities visibilities,
            Holders holders,
            Accounts accounts,
            Directory directory,
            HandoverSettings settings,
            Audit audit,
            Clock clock) {
        this.handovers = handovers;
        this.carrying = carrying;
        this.submitting = submitting;
        this.following = following;
        this.visibilities = visibilities;
        this.holders = holders;
        this.accounts = accounts;
        this.directory = directory;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What would happen; nothing is kept. */
    public Handover.Preview preview(Actor by, Handover.Wish wish) {
        int count =
                handovers.count(
                        which(by, wish), wish.toPerson(), departmentOf(wish), settings.most());
        return new Handover.Preview(Math.min(count, settings.most()), count >= settings.large());
    }

    /**
     * Plans it, and carries it out if it is small.
     *
     * @return its id
     * @throws Problem {@code nothing-to-hand-over}, {@code too-many-to-hand-over}, {@code
     *     handover-taker-unfit}, {@code invalid-input}
     */
    @Transactional
    public UUID handOver(Actor by, Handover.Wish wish) {
        UUID department = departmentOf(wish);
        requireFit(wish.toPerson());
        UUID id = Ids.next();
        String number = handovers.nextNumber(clock.instant().atZone(ChinaTime.ZONE).getYear());
        handovers.add(id, number, wish, department, by.id());
        int total =
                handovers.addLines(
                        id, which(by, wish), wish.toPerson(), department, settings.most());
        requireSome(total);
        audit.record(
                about(by, HandoverAct.PLANNED, id, number)
                        .reason(wish.reason())
                        .change("customers", null, total)
                        .change("to", null, directory.personName(wish.toPerson())));
        if (total < settings.large()) {
            carrying.carryNow(by, id);
        } else {
            ask(by, id, number, wish, department, total);
        }
        return id;
    }

    private void requireSome(int total) {
        if (total == 0) {
            throw Problem.of(HandoverProblem.NOTHING);
        }
        if (total > settings.most()) {
            throw Problem.of(HandoverProblem.TOO_MANY, settings.most());
        }
    }

    private void ask(
            Actor by, UUID id, String number, Handover.Wish wish, UUID department, int total) {
        Submitting.Submitted request =
                submitting.submit(
                        by,
                        new NewRequest(
                                CustomerHandover.CODE,
                                new FormValues(
                                        Map.of(
                                                CustomerHandover.NUMBER,
                                                number,
                                                CustomerHandover.COUNT,
                                                total,
                                                CustomerHandover.TAKER,
                                                wish.toPerson().toString(),
                                                CustomerHandover.DEPARTMENT,
                                                department.toString())),
                                wish.reason(),
                                Map.of()));
        handovers.askedBy(id, request.id());
    }

    /** A customer of his own must be within the taker's reach. */
    void requireFit(UUID taker) {
        boolean fit =
                holders.isActive(taker)
                        && accounts.find(taker)
                                .map(account -> account.actor(Actor.Connection.INSIDE))
                                .filter(
                                        actor ->
                                                visibilities
                                                        .of(actor, Permission.CUSTOMER_WRITE)
                                                        .includes(taker, actor.departmentId()))
                                .isPresent();
        if (!fit) {
            throw Problem.of(HandoverProblem.TAKER_UNFIT);
        }
    }

    private UUID departmentOf(Handover.Wish wish) {
        UUID named = wish.toDepartment();
        if (directory.personName(wish.toPerson()).isEmpty()) {
            throw Problem.invalid("toPerson", "unknown", "没有此人。", "There is no such person.");
        }
        if (named != null && directory.departmentName(named).isEmpty()) {
            throw Problem.invalid(
                    "toDepartment", "unknown", "没有这个部门。", "There is no such department.");
        }
        return named == null ? directory.person(wish.toPerson()).departmentId() : named;
    }

    private SqlPredicate which(Actor by, Handover.Wish wish) {
        if (!wish.selection().isNarrowed()) {
            throw Problem.invalid(
                    "selection",
                    "required",
                    "请选择客户，或至少填一个筛选条件。",
                    "Choose customers, or narrow the choice by one condition at least.");
        }
        return visibilities
                .of(by, Permission.CUSTOMER_WRITE)
                .customers("c")
                .and(wish.selection().predicate());
    }

    /**
     * Stops it; what is done stays done.
     *
     * @throws Problem {@code not-found} for anybody but who made it, {@code handover-over}
     */
    @Transactional
    public void cancel(Actor by, UUID id, String reason) {
        Handovers.Held held =
                handovers
                        .lock(id)
                        .filter(one -> one.madeBy().equals(by.id()))
                        .orElseThrow(Problem::notFound);
        switch (held.state()) {
            case ASKED -> {
                handovers.cancelOpen(id);
                handovers.end(id, HandoverState.CANCELLED);
                if (held.request() != null) {
                    following.withdraw(by, held.request(), reason);
                }
            }
            case RUNNING -> {
                handovers.cancelOpen(id);
                handovers.end(id, HandoverState.CANCELLED);
            }
            case DONE, CANCELLED, REFUSED -> throw Problem.of(HandoverProblem.OVER);
        }
        audit.record(about(by, HandoverAct.CANCELLED, id, held.number()).reason(reason));
    }

    static Entry about(Actor by, HandoverAct act, UUID id, String number) {
        return Entry.of(by, act).subject("handover", id, number);
    }
}
