package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Task.Origin;
import org.kedang.approval.Task.State;
import org.kedang.approval.Task.Voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Who signs in one step and what has come of it. Every change gives another signing; nothing here
 * knows of people, clocks or rows.
 *
 * @param share percent of the votes that must agree, for {@link Mode#VOTE}
 */
record Signing(Mode mode, int share, List<Task> tasks) {
    /** What has come of the step so far. */
    enum Result {
        UNDECIDED,
        APPROVED,
        REJECTED
    }

    Signing {
        tasks = tasks.stream().sorted(Comparator.comparingInt(Task::place)).toList();
    }

    /**
     * The step begins.
     *
     * @param agreed those who agreed in the step before, who are not asked again
     */
    static Signing begin(
            Mode mode,
            int share,
            List<UUID> people,
            Origin origin,
            Set<UUID> agreed,
            Supplier<UUID> ids) {
        List<Task> tasks = new ArrayList<>();
        UUID last = null;
        for (UUID person : people) {
            Task task = Task.named(ids.get(), person, origin, tasks.size(), last);
            tasks.add(agreed.contains(person) ? task.with(State.SKIPPED) : task);
            last = mode == Mode.ONE_AFTER_ANOTHER ? task.id() : null;
        }
        return new Signing(mode, share, tasks).settled();
    }

    Optional<Task> find(UUID id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** Somebody has decided; others may be next, or no longer needed. */
    Signing decide(UUID id, State decision) {
        return change(id, task -> task.with(decision)).settled();
    }

    /** Another person has the task now. */
    Signing transfer(UUID id, UUID fresh, UUID to) {
        Task old = find(id).orElseThrow();
        Task task =
                new Task(
                        fresh,
                        to,
                        Origin.TRANSFERRED,
                        old.voice(),
                        old.place(),
                        old.after(),
                        old.state());
        return change(id, one -> one.with(State.MOVED)).follow(id, fresh).and(task);
    }

    /** Another person is asked for an opinion first. */
    Signing delegate(UUID id, UUID fresh, UUID to) {
        return before(id, fresh, to, Origin.DELEGATED, Voice.ADVISES);
    }

    /** Another person must agree first. */
    Signing addBefore(UUID id, UUID fresh, UUID who) {
        return before(id, fresh, who, Origin.ADDED, Voice.CONSENTS);
    }

    private Signing before(UUID id, UUID fresh, UUID who, Origin origin, Voice voice) {
        Task asking = find(id).orElseThrow();
        Task task = new Task(fresh, who, origin, voice, asking.place(), asking.after(), State.OPEN);
        return change(id, one -> one.behind(fresh).with(State.WAITING)).and(task).settled();
    }

    /** Another person must agree afterwards. */
    Signing addAfter(UUID id, UUID fresh, UUID who) {
        Task asking = find(id).orElseThrow();
        Task task =
                new Task(
                        fresh,
                        who,
                        Origin.ADDED,
                        Voice.CONSENTS,
                        asking.place(),
                        id,
                        State.WAITING);
        return follow(id, fresh).and(task);
    }

    /** An added signer who has not decided is not asked after all. */
    Signing remove(UUID id) {
        Task task = find(id).orElseThrow();
        return change(id, one -> one.with(State.MOVED)).follow(id, task.after()).settled();
    }

    /** Who has not decided what is open. */
    List<UUID> waitedFor() {
        return tasks.stream().filter(task -> task.state() == State.OPEN).map(Task::person).toList();
    }

    Result result() {
        if (tasks.stream().anyMatch(Signing::forbids)) {
            return Result.REJECTED;
        }
        List<Task> votes = votes();
        long yes = votes.stream().filter(Task::agreed).count();
        long no = votes.stream().filter(task -> task.state() == State.REJECTED).count();
        Result result =
                switch (mode) {
                    case ONE_AFTER_ANOTHER, ALL -> count(yes, no, votes.size(), 100);
                    case ANY -> yes > 0 ? Result.APPROVED : count(yes, no, votes.size(), 100);
                    case VOTE -> count(yes, no, votes.size(), share);
                };
        return result == Result.APPROVED && awaitsConsent() ? Result.UNDECIDED : result;
    }

    /** A consent refused ends the step whatever the others say. */
    private static boolean forbids(Task task) {
        return task.voice() == Voice.CONSENTS && task.state() == State.REJECTED;
    }

    private Result count(long yes, long no, long all, int needed) {
        if (mode == Mode.ANY && no > 0) {
            return Result.REJECTED;
        }
        if (yes * 100 >= all * needed) {
            return Result.APPROVED;
        }
        return (all - no) * 100 < all * needed ? Result.REJECTED : Result.UNDECIDED;
    }

    private List<Task> votes() {
        return tasks.stream()
                .filter(task -> task.voice() == Voice.DECIDES && task.state() != State.MOVED)
                .toList();
    }

    /** Whether somebody added behind one who has agreed must still agree. */
    private boolean awaitsConsent() {
        return tasks.stream()
                .filter(task -> task.voice() == Voice.CONSENTS && task.isLeft())
                .anyMatch(task -> comesAfterAgreement(task));
    }

    private boolean comesAfterAgreement(Task task) {
        UUID after = task.after();
        return after != null
                && find(after)
                        .map(one -> one.isLeft() ? comesAfterAgreement(one) : one.letsOn())
                        .orElse(false);
    }

    /** Opens whose turn it is, or closes what is left when the result is there. */
    private Signing settled() {
        return result() == Result.UNDECIDED
                ? with(task -> isNext(task) ? task.with(State.OPEN) : task)
                : with(task -> task.isLeft() ? task.with(State.UNNEEDED) : task);
    }

    private boolean isNext(Task task) {
        UUID after = task.after();
        return task.state() == State.WAITING
                && (after == null || find(after).map(Task::letsOn).orElse(true));
    }

    /** What came after one comes after another. */
    private Signing follow(UUID one, @Nullable UUID other) {
        return with(task -> Objects.equals(task.after(), one) ? task.behind(other) : task);
    }

    private Signing change(UUID id, UnaryOperator<Task> change) {
        return with(task -> task.id().equals(id) ? change.apply(task) : task);
    }

    private Signing with(UnaryOperator<Task> change) {
        return new Signing(mode, share, tasks.stream().map(change).toList());
    }

    private Signing and(Task task) {
        List<Task> more = new ArrayList<>(tasks);
        more.add(task);
        return new Signing(mode, share, more);
    }
}
