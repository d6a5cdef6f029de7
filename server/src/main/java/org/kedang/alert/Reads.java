package org.kedang.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one person read lately, each thing once, and the stretch of too much reading if one goes on.
 * Changes in place: a busy reader's thousands of things are not copied with each event.
 */
final class Reads {
    /** Beyond so many a thing read again may count twice. */
    private static final int MOST_KEPT = 3_000;

    /** A thing and when it was last read, in milliseconds since 1970. */
    record Read(UUID subject, long at) {}

    /** Within the window, by when they were last read, oldest first. */
    private final LinkedHashMap<UUID, Long> recent = new LinkedHashMap<>();

    /** Of the stretch that goes on, last read before the window, oldest first. */
    private final LinkedHashMap<UUID, Long> earlier = new LinkedHashMap<>();

    private long since;
    private long count;

    Reads() {}

    /**
     * @param recent all that is remembered, oldest first
     * @param since when the stretch began that goes on; 0 when none does
     * @param count different things in that stretch
     */
    @JsonCreator
    Reads(
            @JsonProperty("recent") List<Read> recent,
            @JsonProperty("since") long since,
            @JsonProperty("count") long count) {
        recent.forEach(read -> this.recent.put(read.subject(), read.at()));
        this.since = since;
        this.count = count;
    }

    @JsonProperty
    List<Read> recent() {
        return Stream.concat(earlier.entrySet().stream(), recent.entrySet().stream())
                .map(read -> new Read(read.getKey(), read.getValue()))
                .toList();
    }

    @JsonProperty
    long since() {
        return since;
    }

    @JsonProperty
    long count() {
        return count;
    }

    /**
     * One more reading.
     *
     * @param window how long a reading counts, in milliseconds
     * @param most how many things within the window are still usual
     * @return whether it is too much
     */
    boolean add(UUID subject, long at, long window, int most) {
        boolean again = recent.remove(subject) != null | earlier.remove(subject) != null;
        recent.put(subject, at);
        leaveBehind(at - window);
        if (recent.size() <= most) {
            earlier.clear();
            since = 0;
            count = 0;
            return false;
        }
        count = since == 0 ? recent.size() : again ? count : count + 1;
        since = since == 0 ? recent.firstEntry().getValue() : since;
        if (recent.size() + earlier.size() > MOST_KEPT) {
            (earlier.isEmpty() ? recent : earlier).pollFirstEntry();
        }
        return true;
    }

    private void leaveBehind(long from) {
        for (Map.Entry<UUID, Long> oldest = recent.firstEntry();
                oldest.getValue() < from;
                oldest = recent.firstEntry()) {
            recent.pollFirstEntry();
            if (since > 0) {
                earlier.put(oldest.getKey(), oldest.getValue());
            }
        }
    }
}
