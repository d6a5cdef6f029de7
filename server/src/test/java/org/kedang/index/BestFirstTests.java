package org.kedang.index;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.kedang.index.FoundIds.FoundId;
import org.kedang.kernel.Paging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class BestFirstTests {
    /** A page is the part of all ways in their order that it would be if all had been read. */
    @Property
    void aPageIsPutTogetherFromAllWays(
            @ForAll @Size(max = 5) List<@IntRange(max = 700) Integer> ways,
            @ForAll @IntRange(min = 1, max = 20) int page,
            @ForAll @IntRange(min = 1, max = 200) int size) {
        List<FoundId> all = new ArrayList<>();
        BestFirst best = new BestFirst(new Paging(page, size));
        for (int number : ways) {
            List<FoundId> fitting = things(all.size(), number);
            all.addAll(fitting);
            if (!best.isEnough()) {
                best.add(read(fitting, best), counted(number, best));
            }
        }
        FoundIds found = best.found();
        int from = Math.min((page - 1) * size, all.size());
        assertThat(found.ids()).isEqualTo(all.subList(from, Math.min(from + size, all.size())));
        assertThat(found.exact()).isEqualTo(found.counted() == all.size());
        assertThat(found.counted()).isLessThanOrEqualTo(all.size());
        assertThat(found.exact() || found.counted() >= BestFirst.ENOUGH).isTrue();
    }

    /** As the index reads: so many, after so many. */
    private static List<FoundId> read(List<FoundId> fitting, BestFirst best) {
        int from = Math.min(best.toSkip(), fitting.size());
        return fitting.subList(from, Math.min(from + best.toFetch(), fitting.size()));
    }

    /** As the index counts: at least as far as it is told, somewhat further or not. */
    private static long counted(int number, BestFirst best) {
        return Math.min(number, best.toCount() + 3);
    }

    private static List<FoundId> things(int first, int number) {
        List<FoundId> some = new ArrayList<>();
        for (int i = first; i < first + number; i++) {
            some.add(new FoundId("thing", new UUID(0, i)));
        }
        return some;
    }
}
