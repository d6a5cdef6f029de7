package org.kedang.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Subtrees out of the kept leaves and nodes, read in rows of 256 and remembered for as long as this
 * object lives: that of one question.
 */
final class StoredNodes implements Nodes {
    /** Kept are leaves and every subtree of 256^level of them; what lies between is computed. */
    static final int HEIGHT = 8;

    private static final int WIDTH = 1 << HEIGHT;

    private record Row(int level, long index) {}

    private final JdbcClient jdbc;
    private final TreeHash hash = new TreeHash();
    private final Map<Row, Map<Long, byte[]>> rows = new HashMap<>();

    StoredNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public byte[] perfect(int height, long index) {
        int level = height / HEIGHT;
        int within = height % HEIGHT;
        List<byte[]> hashes = new ArrayList<>(1 << within);
        for (long i = index << within; i < (index + 1) << within; i++) {
            hashes.add(stored(level, i));
        }
        while (hashes.size() > 1) {
            List<byte[]> above = new ArrayList<>(hashes.size() / 2);
            for (int i = 0; i < hashes.size(); i += 2) {
                above.add(hash.node(hashes.get(i), hashes.get(i + 1)));
            }
            hashes = above;
        }
        return hashes.getFirst();
    }

    /** The edge of the tree over the first {@code size} leaves. */
    Frontier frontier(long size, Frontier.Completed completed) {
        Frontier frontier = new Frontier(completed);
        for (int level = 7; level >= 0; level--) {
            long whole = size >> (level * HEIGHT);
            for (long i = whole / WIDTH * WIDTH; i < whole; i++) {
                frontier.append(level, stored(level, i));
            }
        }
        return frontier;
    }

    private byte[] stored(int level, long index) {
        byte[] found = rows.computeIfAbsent(new Row(level, index / WIDTH), this::read).get(index);
        if (found == null) {
            throw new TreeDamaged(
                    level == 0
                            ? "Leaf %d is gone".formatted(index)
                            : "Node %d of level %d is gone".formatted(index, level));
        }
        return found;
    }

    private Map<Long, byte[]> read(Row row) {
        Map<Long, byte[]> hashes = new HashMap<>();
        jdbc.sql(
                        row.level() == 0
                                ? "select index, hash from audit_leaf where index >= :from and"
                                        + " index < :to and :level = 0"
                                : "select index, hash from audit_node where level = :level and"
                                        + " index >= :from and index < :to")
                .param("level", row.level())
                .param("from", row.index() * WIDTH)
                .param("to", (row.index() + 1) * WIDTH)
                .query(
                        (found, number) ->
                                hashes.put(found.getLong("index"), found.getBytes("hash")))
                .list();
        return hashes;
    }
}
