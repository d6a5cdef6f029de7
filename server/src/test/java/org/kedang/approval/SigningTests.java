package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.kedang.approval.Signing.Result;
import org.kedang.approval.Task.Origin;
import org.kedang.approval.Task.State;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

class SigningTests {
    private final UUID anna = UUID.randomUUID();
    private final UUID bo = UUID.randomUUID();
    private final UUID chen = UUID.randomUUID();

    @Test
    void asksTheNextWhenOneAgrees() {
        Signing signing = begin(Mode.ONE_AFTER_ANOTHER, anna, bo, chen);
        assertThat(states(signing)).containsExactly(State.OPEN, State.WAITING, State.WAITING);

        Signing after = agree(signing, anna);

        assertThat(states(after)).containsExactly(State.APPROVED, State.OPEN, State.WAITING);
        assertThat(agree(agree(after, bo), chen).result()).isEqualTo(Result.APPROVED);
        assertThat(refuse(after, bo).result()).isEqualTo(Result.REJECTED);
        assertThat(states(refuse(after, bo)))
                .containsExactly(State.APPROVED, State.REJECTED, State.UNNEEDED);
    }

    @Test
    void asksAnAddedSignerFirst() {
        Signing signing = begin(Mode.ALL, anna, bo);
        Signing added = signing.addBefore(task(signing, anna), UUID.randomUUID(), chen);
        assertThat(state(added, anna)).isEqualTo(State.WAITING);
        assertThat(state(added, chen)).isEqualTo(State.OPEN);

        assertThat(state(agree(added, chen), anna)).isEqualTo(State.OPEN);
        assertThat(refuse(added, chen).result()).isEqualTo(Result.REJECTED);
        assertThat(state(added.remove(task(added, chen)), anna)).isEqualTo(State.OPEN);
    }

    @Test
    void waitsForASignerAddedBehindEvenWhereAnyoneDecides() {
        Signing signing = begin(Mode.ANY, anna, bo);
        Signing added = signing.addAfter(task(signing, anna), UUID.randomUUID(), chen);

        Signing agreed = agree(added, anna);

        assertThat(agreed.result()).isEqualTo(Result.UNDECIDED);
        assertThat(state(agreed, chen)).isEqualTo(State.OPEN);
        assertThat(agree(agreed, chen).result()).isEqualTo(Result.APPROVED);
        assertThat(refuse(agreed, chen).result()).isEqualTo(Result.REJECTED);
        assertThat(agree(added, bo).result()).isEqualTo(Result.APPROVED);
    }

    @Test
    void putsASignerAddedBehindBeforeWhoeverIsNext() {
        Signing signing = begin(Mode.ONE_AFTER_ANOTHER, anna, bo);
        Signing added = signing.addAfter(task(signing, anna), UUID.randomUUID(), chen);

        Signing agreed = agree(added, anna);

        assertThat(state(agreed, chen)).isEqualTo(State.OPEN);
        assertThat(state(agreed, bo)).isEqualTo(State.WAITING);
        assertThat(state(agree(agreed, chen), bo)).isEqualTo(State.OPEN);
    }

    @Test
    void takesAnOpinionForNoMoreThanAnOpinion() {
        Signing signing = begin(Mode.ALL, anna);
        Signing asked = signing.delegate(task(signing, anna), UUID.randomUUID(), bo);
        assertThat(state(asked, anna)).isEqualTo(State.WAITING);

        Signing against = refuse(asked, bo);

        assertThat(against.result()).isEqualTo(Result.UNDECIDED);
        assertThat(state(against, anna)).isEqualTo(State.OPEN);
        assertThat(agree(against, anna).result()).isEqualTo(Result.APPROVED);
    }

    @Test
    void letsAnotherTakeThePlaceInTheRow() {
        Signing signing = begin(Mode.ONE_AFTER_ANOTHER, anna, bo);
        Signing moved = signing.transfer(task(signing, anna), UUID.randomUUID(), chen);
        assertThat(state(moved, anna)).isEqualTo(State.MOVED);
        assertThat(state(moved, chen)).isEqualTo(State.OPEN);

        Signing after = agree(moved, chen);

        assertThat(state(after, bo)).isEqualTo(State.OPEN);
        assertThat(agree(after, bo).result()).isEqualTo(Result.APPROVED);
    }

    @Test
    void asksNobodyAgainWhoAgreedBefore() {
        Signing signing =
                Signing.begin(
                        Mode.ONE_AFTER_ANOTHER,
                        100,
                        List.of(anna, bo),
                        Origin.NAMED,
                        Set.of(anna),
                        UUID::randomUUID);

        assertThat(states(signing)).containsExactly(State.SKIPPED, State.OPEN);
    }

    @Property
    void carriesAVoteExactlyWhenTheShareAgrees(
            @ForAll @Size(min = 1, max = 9) List<Boolean> votes,
            @ForAll @IntRange(min = 1, max = 100) int share) {
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(votes.size()).toList();
        Signing signing =
                Signing.begin(Mode.VOTE, share, people, Origin.NAMED, Set.of(), UUID::randomUUID);
        for (int i = 0; i < votes.size() && signing.result() == Result.UNDECIDED; i++) {
            signing = votes.get(i) ? agree(signing, people.get(i)) : refuse(signing, people.get(i));
        }

        long yes = votes.stream().filter(vote -> vote).count();
        assertThat(signing.result())
                .isEqualTo(yes * 100 >= votes.size() * share ? Result.APPROVED : Result.REJECTED);
        assertThat(signing.tasks()).noneMatch(Task::isLeft);
    }

    private static Signing begin(Mode mode, UUID... people) {
        return Signing.begin(mode, 100, List.of(people), Origin.NAMED, Set.of(), UUID::randomUUID);
    }

    private static Signing agree(Signing signing, UUID person) {
        return signing.decide(task(signing, person), State.APPROVED);
    }

    private static Signing refuse(Signing signing, UUID person) {
        return signing.decide(task(signing, person), State.REJECTED);
    }

    private static UUID task(Signing signing, UUID person) {
        return of(signing, person).id();
    }

    private static State state(Signing signing, UUID person) {
        return of(signing, person).state();
    }

    private static Task of(Signing signing, UUID person) {
        return signing.tasks().stream()
                .filter(task -> task.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static List<State> states(Signing signing) {
        return signing.tasks().stream().map(Task::state).toList();
    }
}
