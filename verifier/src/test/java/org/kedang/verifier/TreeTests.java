package org.kedang.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The trees and proofs against RFC 6962 in its recursive form. */
class TreeTests {
    private final Hashes hashes = new Hashes();
    private final Proofs proofs = new Proofs(hashes);

    private static List<byte[]> leaves(int size) {
        return new ArrayList<>(
                IntStream.range(0, size).mapToObj(i -> MadeLog.leaf("event " + i)).toList());
    }

    @Property(tries = 200)
    void growsToTheSameRootFromAnyStart(
            @ForAll @IntRange(max = 700) int start, @ForAll @IntRange(max = 700) int more)
            throws Unusable {
        List<byte[]> leaves = leaves(start + more);
        Frontier frontier =
                Frontier.of(hashes, start, MadeLog.decomposition(leaves.subList(0, start)));
        leaves.subList(start, start + more).forEach(frontier::append);

        assertThat(frontier.root()).isEqualTo(MadeLog.root(leaves, start + more));
    }

    @Test
    void provesEveryLeafOfEveryTree() {
        for (int size = 1; size <= 33; size++) {
            List<byte[]> leaves = leaves(size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MadeLog.path(index, leaves);
                assertThat(proofs.rootOf(leaves.get(index), index, size, path))
                        .hasValueSatisfying(
                                root -> assertThat(root).isEqualTo(MadeLog.tree(leaves)));
            }
        }
    }

    @Test
    void refusesPathsOfAnotherLeafOrLength() {
        List<byte[]> leaves = leaves(21);
        List<byte[]> path = MadeLog.path(7, leaves);

        assertThat(proofs.rootOf(leaves.get(7), 6, 21, path))
                .hasValueSatisfying(root -> assertThat(root).isNotEqualTo(MadeLog.tree(leaves)));
        assertThat(proofs.rootOf(leaves.get(7), 7, 21, path.subList(0, path.size() - 1))).isEmpty();
        path.add(path.get(0));
        assertThat(proofs.rootOf(leaves.get(7), 7, 21, path)).isEmpty();
        assertThat(proofs.rootOf(leaves.get(7), 21, 21, path)).isEmpty();
    }

    @Test
    void provesEveryContinuation() {
        for (int newer = 1; newer <= 33; newer++) {
            List<byte[]> leaves = leaves(newer);
            for (int older = 1; older <= newer; older++) {
                List<byte[]> proof = MadeLog.consistency(older, leaves, true);
                byte[] oldRoot = MadeLog.root(leaves, older);
                assertThat(proofs.consistent(older, oldRoot, newer, MadeLog.tree(leaves), proof))
                        .isTrue();
                byte[] other = MadeLog.leaf("other");
                assertThat(proofs.consistent(older, other, newer, MadeLog.tree(leaves), proof))
                        .isFalse();
                assertThat(proofs.consistent(older, oldRoot, newer, other, proof)).isFalse();
            }
        }
    }
}
