package org.kedang.alert;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.UUID;

class ReadsTests {
    private static final int WINDOW = 10;
    private static final int MOST = 3;

    private final JsonMapper json = new JsonMapper();

    /**
     * What stands in the database between two looks must lead to the same as what stayed in memory.
     */
    @Property
    void goesOnFromWhatWasKept(@ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> things) {
        Reads kept = new Reads();
        Reads held = new Reads();
        long at = 1_000;
        for (int thing : things) {
            at += thing % 4;
            kept = json.readValue(json.writeValueAsString(kept), Reads.class);
            UUID subject = Log.customer(thing);
            assertThat(kept.add(subject, at, WINDOW, MOST))
                    .isEqualTo(held.add(subject, at, WINDOW, MOST));
            assertThat(kept)
                    .usingRecursiveComparison()
                    .comparingOnlyFields("since", "count")
                    .isEqualTo(held);
            assertThat(kept.recent()).isEqualTo(held.recent());
        }
    }

    /** Nothing is too much as long as few different things were read within the window. */
    @Property
    void countsDifferentThingsWithinTheWindow(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> things) {
        Reads reads = new Reads();
        for (int i = 0; i < things.size(); i++) {
            boolean much = reads.add(Log.customer(things.get(i)), i, WINDOW, MOST);
            long different =
                    things.subList(Math.max(0, i - WINDOW), i + 1).stream().distinct().count();
            assertThat(much).isEqualTo(different > MOST);
        }
    }

    @Property
    void countsAThingOfTheSameStretchOnce(@ForAll @IntRange(min = 1, max = 40) int rounds) {
        Reads reads = new Reads();
        // each is read again after the window, while others keep the stretch going
        for (int i = 0; i < rounds * 20; i++) {
            reads.add(Log.customer(i % 20), 1 + i, WINDOW, MOST);
        }
        assertThat(reads.count()).isEqualTo(Math.min(20, rounds * 20));
    }
}
