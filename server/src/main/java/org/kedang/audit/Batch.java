package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Delta.Reached;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Leaves and nodes on their way into the tables. */
final class Batch {
    private final BinaryCopy leaves =
            new BinaryCopy("audit_leaf (index, event_id, event_at, hash)");
    private final BinaryCopy nodes = new BinaryCopy("audit_node (level, index, hash)");
    private final TreeHash hash = new TreeHash();
    private final Frontier edge;
    private final List<RecentLeaves.Leaf> recent = new ArrayList<>();
    private int taken;
    private @Nullable Reached reached;

    /**
     * @throws TreeDamaged if what is kept does not give the root that was signed
     */
    Batch(StoredNodes stored, Optional<KeptCheckpoint> last) {
        long size = last.map(KeptCheckpoint::size).orElse(0L);
        edge = stored.frontier(size, nodes::node);
        last.ifPresent(
                kept -> {
                    if (!Arrays.equals(edge.root(), kept.checkpoint().root())) {
                        throw new TreeDamaged("The tree is not that of " + kept.checkpoint());
                    }
                });
    }

    void add(LoggedEvent event) {
        byte[] leaf = hash.leaf(EventLine.of(event));
        leaves.leaf(edge.size(), event, leaf);
        if (taken < RecentLeaves.MOST) {
            recent.add(new RecentLeaves.Leaf(new SealedEvent(edge.size(), event), leaf));
        } else {
            recent.clear();
        }
        edge.append(leaf);
        reached = new Reached(event.at(), event.id());
        taken++;
    }

    /** All leaves of this batch; none if there were too many to keep in memory. */
    List<RecentLeaves.Leaf> recent() {
        return recent;
    }

    int taken() {
        return taken;
    }

    long size() {
        return edge.size();
    }

    byte[] root() {
        return edge.root();
    }

    /** The last event taken. */
    Reached reached() {
        if (reached == null) {
            throw new IllegalStateException("Nothing was taken");
        }
        return reached;
    }

    void send(JdbcTemplate rows) {
        leaves.send(rows);
        nodes.send(rows);
    }
}
