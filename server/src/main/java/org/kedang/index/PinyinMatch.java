package org.kedang.index;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds which characters of a name typed letters stand for, as syllables or as initials. */
final class PinyinMatch {
    private static final int LEAST = 2;

    private final String letters;

    PinyinMatch(String letters) {
        this.letters = letters;
    }

    /** The units of the folded name that are read so, from the first place where they are. */
    Optional<BitSet> in(String folded) {
        if (letters.length() < LEAST || !letters.chars().allMatch(c -> c < 128)) {
            return Optional.empty();
        }
        List<List<String>> readings = Pinyin.readings(folded);
        for (boolean initials : new boolean[] {false, true}) {
            for (int from = 0; from < readings.size(); from++) {
                int to = end(readings, from, 0, initials);
                if (to > from) {
                    BitSet found = new BitSet();
                    found.set(folded.offsetByCodePoints(0, from), folded.offsetByCodePoints(0, to));
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    /** The place after the last character that is read, or -1. */
    private int end(List<List<String>> readings, int at, int read, boolean initials) {
        if (read == letters.length()) {
            return at;
        }
        if (at == readings.size()) {
            return -1;
        }
        String left = letters.substring(read);
        for (String reading : readings.get(at)) {
            String expected = initials ? reading.substring(0, 1) : reading;
            int end = -1;
            if (left.startsWith(expected)) {
                end = end(readings, at + 1, read + expected.length(), initials);
            } else if (!initials && expected.startsWith(left)) {
                end = at + 1;
            }
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }
}
