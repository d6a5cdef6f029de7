package org.kedang.index;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text reduced to what people mean by it: letters and digits only, one case, full width as half
 * width, traditional Chinese as simplified.
 *
 * @param text the reduced text
 * @param origins for each UTF-16 unit of {@code text} where it stood in the original, and the
 *     original's length at the end
 */
record Folded(String text, int[] origins) {
    private static final int ASCII = 128;
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFIED =
            Transliterator.getInstance("Traditional-Simplified");
    private static final ConcurrentHashMap<Integer, String> CACHE = new ConcurrentHashMap<>();

    static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length() + 1];
        for (int i = 0; i < original.length(); ) {
            int c = original.codePointAt(i);
            String folded = fold(c);
            if (text.length() + folded.length() >= origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2 + folded.length());
            }
            Arrays.fill(origins, text.length(), text.length() + folded.length(), i);
            text.append(folded);
            i += Character.charCount(c);
        }
        origins[text.length()] = original.length();
        return new Folded(text.toString(), origins);
    }

    /** Only the reduced text. */
    static String text(String original) {
        StringBuilder text = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); ) {
            int c = original.codePointAt(i);
            i += Character.charCount(c);
            if (c >= ASCII) {
                text.append(fold(c));
            } else if (Character.isLetterOrDigit(c)) {
                text.append((char) Character.toLowerCase(c));
            }
        }
        return text.toString();
    }

    private static String fold(int c) {
        if (c < ASCII) {
            return Character.isLetterOrDigit(c) ? Character.toString(Character.toLowerCase(c)) : "";
        }
        String known = CACHE.get(c);
        return known == null ? CACHE.computeIfAbsent(c, Folded::computed) : known;
    }

    private static String computed(int c) {
        StringBuilder kept = new StringBuilder();
        FOLD.normalize(SIMPLIFIED.transliterate(Character.toString(c)))
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /**
     * Where the character after the one behind {@code text}'s unit {@code i} begins in the
     * original.
     */
    int endOf(String original, int i) {
        int start = origins[i];
        return start + Character.charCount(original.codePointAt(start));
    }
}
