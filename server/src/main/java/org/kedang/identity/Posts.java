package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 任职: rights follow the post. A post brings the roles of its position, counted from its department,
 * from its first day to its last (GB/T 39784-2021, T4-2: 易岗易权).
 */
@Service
public class Posts {
    private static final int MOST = 500;

    /**
     * What is to be assigned.
     *
     * @param main whether the post's department becomes the person's department
     * @param since first day; a day to come is kept until then
     */
    public record Wish(
            UUID personId, UUID departmentId, UUID positionId, boolean main, LocalDate since) {}

    private final PostRecords posts;
    private final Positions positions;
    private final People people;
    private final MovingPeople moving;
    private final Granting granting;
    private final Accounts accounts;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Posts(
            PostRecords posts,
            Positions positions,
            People people,
            MovingPeople moving,
            Granting granting,
            Accounts accounts,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.posts = posts;
        this.positions = positions;
        this.people = people;
        this.moving = moving;
        this.granting = granting;
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether assigning the position needs a second person. */
    public boolean isHigh(UUID position) {
        return positions.get(position).high();
    }

    /**
     * Whether the assignment needs a second person, after all other rules have been checked.
     *
     * @throws Problem as {@link #assign}, the second person excepted
     */
    public boolean needsSecondPerson(Actor by, Wish wish) {
        Position position = positions.get(wish.positionId());
        if (position.closed()) {
            throw Problem.of(IdentityProblem.POSITION_CLOSED);
        }
        granting.requireReached(by, wish.personId());
        requireSettled(wish);
        return position.roles().stream()
                .map(role -> granting.needsSecondPerson(by, grantOf(wish, role, null, null)))
                .reduce(false, Boolean::logicalOr);
    }

    public List<Post> listOf(UUID person) {
        return posts.listOf(person);
    }

    /** Posts of imported people that wait for somebody who grants. */
    public List<Post> listProposed() {
        return posts.listIn(Post.State.PROPOSED, MOST);
    }

    /**
     * Puts a person into a position of a department; its roles count from the first day on.
     *
     * @param approvedBy the second person; needed if {@link #isHigh}
     * @throws Problem those of {@link Granting#grant}, {@code position-closed}, {@code post-held},
     *     {@code department-closed}, {@code move-unsettled}
     */
    @Transactional
    public UUID assign(Actor by, Wish wish, @Nullable UUID approvedBy) {
        Position position = positions.get(wish.positionId());
        if (position.closed()) {
            throw Problem.of(IdentityProblem.POSITION_CLOSED);
        }
        Department department = directory.department(wish.departmentId());
        if (people.lockById(wish.personId()).isEmpty()) {
            throw Problem.notFound();
        }
        check(by, wish, position, approvedBy);
        UUID id = Ids.next();
        posts.dropProposed(wish);
        posts.add(id, wish, Post.State.PLANNED, by.id(), approvedBy);
        audit.record(
                about(by, IdentityAct.POST_ASSIGNED, wish.personId())
                        .change("position", null, position.name())
                        .change("department", null, department.name())
                        .change("since", null, wish.since())
                        .change("approvedBy", null, directory.personName(approvedBy)));
        if (!wish.since().isAfter(today())) {
            begin(by, get(id));
        }
        return id;
    }

    /** The system administrator says what somebody is to be; it gives nothing yet. */
    void propose(Actor by, Wish wish) {
        posts.add(Ids.next(), wish, Post.State.PROPOSED, null, null);
        audit.record(
                about(by, IdentityAct.POST_PROPOSED, wish.personId())
                        .change("position", null, positions.get(wish.positionId()).name()));
    }

    /**
     * Makes a proposed post one that counts.
     *
     * @throws Problem those of {@link #assign}
     */
    @Transactional
    public void confirm(Actor by, UUID id, @Nullable UUID approvedBy) {
        Post post =
                posts.lock(id)
                        .filter(p -> p.state() == Post.State.PROPOSED)
                        .orElseThrow(Problem::notFound);
        check(by, wish(post), positions.get(post.positionId()), approvedBy);
        posts.decide(id, Post.State.PLANNED, by.id(), approvedBy);
        audit.record(
                about(by, IdentityAct.POST_ASSIGNED, post.personId())
                        .change("position", null, post.positionName())
                        .change("department", null, post.departmentName())
                        .change("since", null, post.since()));
        if (!post.since().isAfter(today())) {
            begin(by, get(id));
        }
    }

    /**
     * Ends a post.
     *
     * @param until last day, today or later; {@code null} ends post and rights at once
     * @throws Problem {@code own-grant}, {@code not-administered}, {@code last-of-office}, {@code
     *     not-found}
     */
    @Transactional
    public void end(Actor by, UUID id, @Nullable LocalDate until, @Nullable String reason) {
        Post post =
                posts.lock(id)
                        .filter(p -> p.state() != Post.State.ENDED)
                        .orElseThrow(Problem::notFound);
        granting.requireReached(by, post.personId());
        if (until == null) {
            finish(by, post, today(), reason);
        } else if (until.isBefore(today()) || until.isBefore(post.since())) {
            throw Problem.invalid(
                    "until",
                    "invalid-date",
                    "最后一天不能早于今天或任职开始日。",
                    "The last day is not before today or the first day.");
        } else {
            posts.limit(id, until);
            accounts.forget(post.personId());
        }
        audit.record(
                about(by, IdentityAct.POST_ENDED, post.personId())
                        .change("position", post.positionName(), null)
                        .change("department", post.departmentName(), null)
                        .change("until", post.until(), until == null ? today() : until)
                        .reason(reason));
    }

    /** Ends all posts of somebody who leaves. */
    void endAllOf(Actor by, UUID person, @Nullable String reason) {
        posts.listOf(person).stream()
                .filter(post -> post.state() != Post.State.ENDED)
                .forEach(post -> finish(by, post, today(), reason));
    }

    /** What the calendar brings: posts that are due begin, posts that are over end. */
    List<UUID> listDue() {
        return posts.listToTurn(today());
    }

    /** Begins or ends one post that is due, as the system. */
    @Transactional
    public void turn(UUID id) {
        Post post = posts.lock(id).orElseThrow();
        LocalDate until = post.until();
        if (until != null && until.isBefore(today())) {
            finish(Actor.SYSTEM, post, until, "任期届满");
            audit.record(
                    about(Actor.SYSTEM, IdentityAct.POST_ENDED, post.personId())
                            .change("position", post.positionName(), null)
                            .change("department", post.departmentName(), null));
        } else if (post.state() == Post.State.PLANNED && !post.since().isAfter(today())) {
            begin(Actor.SYSTEM, post);
        }
    }

    /** Everything that could be refused is refused when the post is decided, not when it begins. */
    private void check(Actor by, Wish wish, Position position, @Nullable UUID approvedBy) {
        granting.requireReached(by, wish.personId());
        requireSettled(wish);
        position.roles()
                .forEach(role -> granting.check(by, grantOf(wish, role, null, null), approvedBy));
    }

    /** A main post elsewhere moves the person there. */
    private void requireSettled(Wish wish) {
        if (wish.main()) {
            people.findById(wish.personId())
                    .ifPresent(
                            person ->
                                    moving.requireSettled(
                                            person.id(),
                                            person.departmentId(),
                                            wish.departmentId()));
        }
    }

    private void begin(Actor by, Post post) {
        Person person = people.lockById(post.personId()).orElseThrow();
        if (person.isClosed()) {
            return;
        }
        Position position = positions.get(post.positionId());
        if (position.high() && post.approvedBy() == null) {
            return; // became high since it was planned: stays planned until a second person
            // approves
        }
        if (post.main()) {
            posts.stepBack(post.personId(), post.id());
            person.moveTo(post.departmentId());
            people.flush();
        }
        UUID decidedBy = post.decidedBy() == null ? by.id() : post.decidedBy();
        posts.decide(post.id(), Post.State.HELD, decidedBy, post.approvedBy());
        for (String role : position.roles()) {
            granting.grant(
                    by, grantOf(wish(post), role, post.id(), post.until()), post.approvedBy());
        }
        accounts.forget(post.personId());
    }

    private static Granting.Wish grantOf(
            Wish wish, String role, @Nullable UUID post, @Nullable LocalDate until) {
        return new Granting.Wish(wish.personId(), role, wish.departmentId(), post, until, "随任职");
    }

    private void finish(Actor by, Post post, LocalDate until, @Nullable String reason) {
        posts.listGrantsOf(post.id()).forEach(grant -> granting.endAlong(by, grant, reason));
        posts.end(post.id(), by.id(), until);
        accounts.forget(post.personId());
    }

    private Post get(UUID id) {
        return posts.find(id).orElseThrow(Problem::notFound);
    }

    private static Wish wish(Post post) {
        return new Wish(
                post.personId(), post.departmentId(), post.positionId(), post.main(), post.since());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ChinaTime.ZONE));
    }

    private Entry about(Actor by, IdentityAct act, UUID person) {
        return Entry.of(by, act).subject("person", person, directory.personName(person));
    }
}
