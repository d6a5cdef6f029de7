package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds rows by any part of their words, in Chinese as well: a column has all the words of a row in
 * lower case, and an index has the column's {@code grams}, its characters and pairs of neighbours.
 */
public final class KeptWords {
    /** More of them find hardly less. */
    private static final int MOST_GRAMS = 24;

    private KeptWords() {}

    /**
     * Rows whose words have the typed ones as they stand, whatever their case.
     *
     * @param column with an index on {@code grams(column)}
     * @param typed nothing narrows nothing
     */
    public static SqlPredicate contain(String column, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return SqlPredicate.TRUE;
        }
        String words = typed.strip().toLowerCase(Locale.ROOT);
        return SqlPredicate.of(
                        "grams(%s) @> array[:grams]::text[]".formatted(column),
                        "grams",
                        grams(words))
                .and(
                        SqlPredicate.of(
                                "position(:words in %s) > 0".formatted(column), "words", words));
    }

    /** Pairs of neighbours; a single character as it is. */
    static Set<String> grams(String words) {
        int[] characters = words.codePoints().toArray();
        if (characters.length == 1) {
            return Set.of(words);
        }
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.length && grams.size() < MOST_GRAMS; i++) {
            grams.add(new String(characters, i, 2));
        }
        return grams;
    }
}
