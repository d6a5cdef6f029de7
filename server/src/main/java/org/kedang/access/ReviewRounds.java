package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.identity.IdentityProblem;
import org.kedang.identity.ReviewableGrants;
import org.kedang.identity.ReviewableGrants.Key;
import org.kedang.identity.ReviewableGrants.Reviewable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The quarterly review of all grants: begun by the clock, decided line by line by the holder's
 * head, and whatever nobody confirmed in time stops counting until somebody does.
 */
@Service
public class ReviewRounds {
    /** What a reviewer says of a grant. */
    public enum Decision {
        CONFIRM,
        REVOKE
    }

    private static final String OVERDUE_NOTE = "权限复核逾期未确认，自动暂停";

    private final ReviewLines lines;
    private final ReviewableGrants grants;
    private final Granting granting;
    private final Directory directory;
    private final ReviewSettings settings;
    private final Audit audit;
    private final Clock clock;

    ReviewRounds(
            ReviewLines lines,
            ReviewableGrants grants,
            Granting granting,
            Directory directory,
            ReviewSettings settings,
            Audit audit,
            Clock clock) {
        this.lines = lines;
        this.grants = grants;
        this.granting = granting;
        this.directory = directory;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The quarter a day lies in, such as {@code 2026-Q4}. */
    static String period(LocalDate day) {
        return "%d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** What the clock does each day; doing it twice changes nothing. */
    @Transactional
    public void keep() {
        begin(Actor.SYSTEM);
        lines.listOpenReviews().forEach(this::follow);
    }

    /**
     * Begins this quarter's review before the clock does.
     *
     * @throws Problem {@code review-exists}, {@code not-administered}
     */
    @Transactional
    public UUID start(Actor by) {
        if (!granting.isOfficer(by)) {
            throw Problem.of(IdentityProblem.NOT_ADMINISTERED);
        }
        return begin(by).orElseThrow(() -> Problem.of(AccessProblem.REVIEW_EXISTS));
    }

    private Optional<UUID> begin(Actor by) {
        LocalDate today = Days.today(clock);
        UUID id = Ids.next();
        if (!lines.addReview(id, period(today), by.id(), today.plusDays(settings.days()))) {
            return Optional.empty();
        }
        Map<UUID, UUID> reviewers = grants.reviewers();
        List<Reviewable> all = grants.list();
        lines.add(id, all, one -> reviewer(one, reviewers));
        audit.record(
                Entry.of(by, AccessAct.REVIEW_STARTED)
                        .subject("accessReview", id, period(today))
                        .change("lines", null, all.size()));
        return Optional.of(id);
    }

    /** Offices are reviewed by the security officer. */
    private static @Nullable UUID reviewer(Reviewable one, Map<UUID, UUID> reviewers) {
        UUID person = one.personId();
        return one.office() || person == null ? null : reviewers.get(person);
    }

    /** Heads change and grants end while a review runs. */
    private void follow(ReviewLines.OpenReview review) {
        Map<Key, Reviewable> alive =
                grants.list().stream().collect(Collectors.toMap(Reviewable::key, one -> one));
        Map<UUID, UUID> reviewers = grants.reviewers();
        boolean overdue = Days.today(clock).isAfter(review.dueOn());
        for (ReviewLines.Waiting line : lines.listWaiting(review.id())) {
            Reviewable grant = alive.get(line.key());
            if (grant == null) {
                lines.end(line.id());
            } else {
                lines.assign(line.id(), reviewer(grant, reviewers));
                if (overdue && line.state() == ReviewLine.State.OPEN) {
                    lapse(line);
                }
            }
        }
        lines.closeIfSettled(review.id());
    }

    private void lapse(ReviewLines.Waiting line) {
        boolean suspended = grants.suspend(line.key(), OVERDUE_NOTE);
        lines.lapse(line.id());
        audit.record(
                about(Actor.SYSTEM, AccessAct.LINE_OVERDUE, line)
                        .change("state", "EFFECTIVE", suspended ? "SUSPENDED" : "LAST_OF_OFFICE"));
    }

    /**
     * Confirms or revokes lines one by one; all of them or none.
     *
     * @throws Problem {@code review-line-not-yours}, {@code review-line-decided}, {@code
     *     last-of-office}, {@code not-found}
     */
    @Transactional
    public void decide(Actor by, Set<UUID> ids, Decision decision, @Nullable String note) {
        for (UUID id : ids.stream().sorted().toList()) {
            decide(by, lines.lock(id), decision, note);
        }
    }

    private void decide(
            Actor by, ReviewLines.Waiting line, Decision decision, @Nullable String note) {
        if (!isFor(by, line)) {
            throw Problem.of(AccessProblem.REVIEW_LINE_NOT_YOURS);
        }
        if (!line.isWaiting()) {
            throw Problem.of(AccessProblem.REVIEW_LINE_DECIDED);
        }
        switch (decision) {
            case CONFIRM -> grants.confirm(by, line.key(), note);
            case REVOKE -> grants.revoke(by, line.key(), note);
        }
        lines.settle(line.id(), decision, by.id(), note);
        lines.closeIfSettled(line.reviewId());
        audit.record(
                about(
                                by,
                                decision == Decision.CONFIRM
                                        ? AccessAct.LINE_CONFIRMED
                                        : AccessAct.LINE_REVOKED,
                                line)
                        .reason(note));
    }

    /**
     * Nobody reviews himself. The security officer takes what has no reviewer, and what is overdue;
     * a security officer's own grants go to somebody who may approve grants.
     */
    boolean isFor(Actor actor, ReviewLines.Waiting line) {
        if (actor.id().equals(line.personId())) {
            return false;
        }
        if (actor.id().equals(line.reviewerId())) {
            return true;
        }
        boolean unassigned = line.reviewerId() == null;
        if (granting.isOfficer(actor)) {
            return unassigned || line.state() == ReviewLine.State.OVERDUE;
        }
        return unassigned
                && "SECURITY_OFFICER".equals(line.role())
                && actor.may(Permission.GRANT_APPROVE);
    }

    private Entry about(Actor by, AccessAct act, ReviewLines.Waiting line) {
        Entry entry =
                Entry.of(by, act)
                        .subject("reviewLine", line.id(), directory.personName(line.personId()))
                        .change("role", line.role(), line.role() == null ? "EXPLICIT" : null);
        return line.personId() == null ? entry : entry.within(line.personId());
    }
}
