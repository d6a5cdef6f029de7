package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The events that this process sealed last, so that those who follow the log need not read again
 * what the sealer has just read. Whether the database still has them at these places is asked every
 * time: after a restore, or with another node's seal, it may not.
 */
@Component
class RecentLeaves {
    static final int MOST = 16_384;

    /** Those who follow look every few seconds; who is later than this reads from the database. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** An event in the tree and the hash of its leaf. */
    record Leaf(SealedEvent sealed, byte[] hash) {}

    private final JdbcClient jdbc;
    private final @Nullable Leaf[] ring = new Leaf[MOST];

    /** Held are the leaves from {@code start} to before {@code end}. */
    private long start;

    private long end;
    private Instant last = Instant.MIN;

    RecentLeaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * After the commit of their batch.
     *
     * @param leaves in their order, without gaps; none if there were too many
     */
    synchronized void add(List<Leaf> leaves, Instant now) {
        if (leaves.isEmpty()) {
            return;
        }
        long index = leaves.getFirst().sealed().index();
        if (index != end) {
            clear();
            start = index;
        }
        leaves.forEach(leaf -> ring[slot(leaf.sealed().index())] = leaf);
        end = index + leaves.size();
        start = Math.max(start, end - MOST);
        last = now;
    }

    /** What nobody has asked for in time takes no memory. */
    synchronized void forgetOld(Instant now) {
        if (end > start && last.plus(KEPT).isBefore(now)) {
            clear();
        }
    }

    private void clear() {
        Arrays.fill(ring, null);
        start = end;
    }

    /** The leaves after this one; empty if they are not held, or not what the database has. */
    List<SealedEvent> after(long index, int most) {
        List<Leaf> held = held(index + 1, most);
        return held.isEmpty() || !isKept(held)
                ? List.of()
                : held.stream().map(Leaf::sealed).toList();
    }

    private synchronized List<Leaf> held(long from, int most) {
        return from < start || from >= end
                ? List.of()
                : LongStream.range(from, Math.min(end, from + most)).mapToObj(this::get).toList();
    }

    private Leaf get(long index) {
        Leaf leaf = ring[slot(index)];
        if (leaf == null) {
            throw new IllegalStateException("Leaf " + index + " is not held");
        }
        return leaf;
    }

    private static int slot(long index) {
        return (int) (index % MOST);
    }

    /** Another history has another last leaf: nothing that is lost comes again. */
    private boolean isKept(List<Leaf> held) {
        Leaf newest = held.getLast();
        return jdbc.sql("select count(*) = 1 from audit_leaf where index = :index and hash = :hash")
                .param("index", newest.sealed().index())
                .param("hash", newest.hash())
                .query(Boolean.class)
                .single();
    }
}
