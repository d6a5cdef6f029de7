package org.kedang.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The terms under which a name can be found. All take a folded text; see {@link Folded}. */
final class Terms {
    /** Stands after the last character, so that it, too, begins a pair. */
    static final String END = "\uE000";

    static final int LONGEST_PREFIX = 10;

    /** A term; the first of those at one place advances by 1, the others by 0. */
    record Term(String text, int advance) {}

    private Terms() {}

    static List<Term> whole(String folded) {
        return folded.isEmpty() ? List.of() : List.of(new Term(folded, 1));
    }

    /** Beginnings up to ten characters. */
    static List<Term> prefixes(String folded) {
        List<Term> terms = new ArrayList<>();
        int[] characters = folded.codePoints().toArray();
        for (int length = 1; length <= Math.min(LONGEST_PREFIX, characters.length); length++) {
            terms.add(new Term(new String(characters, 0, length), 1));
        }
        return terms;
    }

    /** Pairs of neighbours: a phrase of them is any part of the name. */
    static List<Term> pairs(String folded) {
        List<Term> terms = new ArrayList<>();
        int[] characters = folded.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            terms.add(new Term(new String(characters, i, 2), 1));
        }
        if (characters.length > 0) {
            terms.add(new Term(Character.toString(characters[characters.length - 1]) + END, 1));
        }
        return terms;
    }

    /**
     * Syllables, all readings of a character at its place; letters and digits between them as one
     * word.
     */
    static List<Term> syllables(String folded) {
        List<Term> terms = new ArrayList<>();
        StringBuilder foreign = new StringBuilder();
        int[] characters = folded.codePoints().toArray();
        List<List<String>> readings = Pinyin.readings(folded);
        for (int i = 0; i < characters.length; i++) {
            if (!Pinyin.isChinese(characters[i])) {
                foreign.appendCodePoint(characters[i]);
                continue;
            }
            flush(foreign, terms);
            add(terms, readings.get(i));
        }
        flush(foreign, terms);
        return terms;
    }

    private static void flush(StringBuilder foreign, List<Term> terms) {
        if (!foreign.isEmpty()) {
            terms.add(new Term(foreign.toString(), 1));
            foreign.setLength(0);
        }
    }

    private static void add(List<Term> terms, Iterable<String> alternatives) {
        int advance = 1;
        for (String alternative : alternatives) {
            terms.add(new Term(alternative, advance));
            advance = 0;
        }
    }

    /** Pairs of first letters of neighbouring characters, for every reading. */
    static List<Term> initials(String folded) {
        List<Term> terms = new ArrayList<>();
        List<Collection<String>> letters = new ArrayList<>();
        Pinyin.readings(folded).forEach(readings -> letters.add(firstLetters(readings)));
        for (int i = 0; i < letters.size(); i++) {
            Collection<String> next = i + 1 < letters.size() ? letters.get(i + 1) : List.of(END);
            List<String> pairs = new ArrayList<>();
            letters.get(i).forEach(a -> next.forEach(b -> pairs.add(a + b)));
            add(terms, pairs);
        }
        return terms;
    }

    /** Each once. */
    private static Collection<String> firstLetters(List<String> readings) {
        if (readings.size() == 1) {
            return List.of(firstLetter(readings.getFirst()));
        }
        Set<String> letters = new TreeSet<>();
        readings.forEach(reading -> letters.add(firstLetter(reading)));
        return letters;
    }

    private static String firstLetter(String reading) {
        return Character.toString(reading.codePointAt(0));
    }
}
