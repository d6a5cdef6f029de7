package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The arithmetic against RFC 6962's own definitions and RFC 9162's way of verifying. */
class TreeTests {
    private final TreeHash hash = new TreeHash();

    private byte[] leaf(int number) {
        return hash.leaf(("event " + number).getBytes(StandardCharsets.UTF_8));
    }

    private List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(leaf(i));
        }
        return leaves;
    }

    /** MTH(D[n]) word by word: RFC 6962, section 2.1. */
    private byte[] root(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return TreeHash.empty();
        }
        if (n == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(n - 1);
        return hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    private Tree tree(List<byte[]> leaves, int size) {
        return new Tree(
                size,
                (height, index) ->
                        root(
                                leaves.subList(
                                        (int) (index << height), (int) ((index + 1) << height))));
    }

    /** RFC 9162, section 2.1.3.2. */
    private boolean proves(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = hash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = hash.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** RFC 9162, section 2.1.4.2. */
    private boolean proves(
            long older, byte[] olderRoot, long size, byte[] root, List<byte[]> proof) {
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.addFirst(olderRoot);
        }
        long fn = older - 1;
        long sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.getFirst();
        byte[] sr = fr;
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = hash.node(c, fr);
                sr = hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = hash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, olderRoot) && Arrays.equals(sr, root);
    }

    @Property(tries = 200)
    void growsTheRootThatTheRfcDefines(@ForAll @IntRange(max = 1500) int size) {
        List<byte[]> leaves = leaves(size);
        Frontier frontier = new Frontier((level, index, node) -> {});
        leaves.forEach(frontier::append);

        assertThat(frontier.root()).isEqualTo(root(leaves)).isEqualTo(tree(leaves, size).root());
    }

    @Property(tries = 300)
    void provesEachLeafAndNoOther(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @IntRange(max = 699) int any) {
        List<byte[]> leaves = leaves(size);
        int index = any % size;
        List<byte[]> path = tree(leaves, size).inclusion(index);
        byte[] root = root(leaves);

        assertThat(proves(index, size, leaves.get(index), path, root)).isTrue();
        assertThat(proves(index, size, leaf(-1), path, root)).isFalse();
        if (size > 1) {
            int other = index == 0 ? 1 : index - 1;
            assertThat(proves(other, size, leaves.get(index), path, root)).isFalse();
        }
    }

    @Property(tries = 300)
    void provesThatATreeOnlyGrew(
            @ForAll @IntRange(min = 2, max = 700) int size, @ForAll @IntRange(max = 698) int any) {
        List<byte[]> leaves = leaves(size);
        int older = 1 + any % (size - 1);
        List<byte[]> proof = tree(leaves, size).consistency(older);
        byte[] olderRoot = root(leaves.subList(0, older));

        assertThat(proves(older, olderRoot, size, root(leaves), proof)).isTrue();
        List<byte[]> changed = new ArrayList<>(leaves);
        changed.set(any % older, leaf(-1));
        assertThat(proves(older, root(changed.subList(0, older)), size, root(leaves), proof))
                .isFalse();
    }

    /** The pieces left of an exported range, put together from the right, give the root there. */
    @Property(tries = 100)
    void coversABeginning(@ForAll @IntRange(min = 1, max = 700) int size) {
        List<byte[]> leaves = leaves(size);
        List<byte[]> cover = tree(leaves, size).cover(size);

        byte[] root = cover.getLast();
        for (int i = cover.size() - 2; i >= 0; i--) {
            root = hash.node(cover.get(i), root);
        }
        assertThat(cover).hasSize(Integer.bitCount(size));
        assertThat(root).isEqualTo(root(leaves));
    }

    /** Taken up from kept nodes, an edge goes on as if it had never been put down. */
    @Property(tries = 30)
    void goesOnFromKeptNodes(
            @ForAll @IntRange(max = 70_000) int before, @ForAll @IntRange(max = 600) int more) {
        Map<String, byte[]> kept = new HashMap<>();
        Frontier whole = new Frontier((level, index, node) -> kept.put(level + "/" + index, node));
        for (int i = 0; i < before; i++) {
            whole.append(leaf(i));
        }
        Frontier again = new Frontier((level, index, node) -> {});
        for (int level = 2; level > 0; level--) {
            long count = before >> (8 * level);
            for (long i = count / 256 * 256; i < count; i++) {
                again.append(level, kept.get(level + "/" + i));
            }
        }
        for (int i = before / 256 * 256; i < before; i++) {
            again.append(leaf(i));
        }
        for (int i = before; i < before + more; i++) {
            whole.append(leaf(i));
            again.append(leaf(i));
        }

        assertThat(again.size()).isEqualTo(before + more);
        assertThat(again.root()).isEqualTo(whole.root());
        assertThat(kept.keySet().stream().filter(key -> key.startsWith("1/")))
                .hasSize((before + more) / 256);
    }

    /** Known answers of the certificate transparency project's reference tree. */
    @Example
    void agreesWithTheReferenceTree() {
        List<byte[]> leaves = new ArrayList<>();
        for (String hex :
                List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")) {
            leaves.add(hash.leaf(HexFormat.of().parseHex(hex)));
        }

        assertThat(HexFormat.of().formatHex(tree(leaves, 8).root()))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        assertThat(HexFormat.of().formatHex(tree(leaves, 3).root()))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(HexFormat.of().formatHex(TreeHash.empty()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Example
    void provesNothingOutsideTheTree() {
        Tree tree = tree(leaves(5), 5);

        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(tree.consistency(5)).isEmpty();
    }
}
