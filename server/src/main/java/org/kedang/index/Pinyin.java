package org.kedang.index;

import com.ibm.icu.text.Transliterator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How names are read, without tones. A character with several readings gives all of them, for a
 * name rarely tells which is meant; a known word gives the reading it has there first. {@code ü} is
 * typed {@code v} or {@code u}: both are given.
 */
final class Pinyin {
    private static final int LONGEST_WORD = 4;
    private static final Transliterator USUAL =
            Transliterator.getInstance("Han-Latin; NFD; [[:Mn:]-[\\u0308]] Remove; NFC");
    private static final Transliterator SURNAME =
            Transliterator.getInstance("Han-Latin/Names; NFD; [[:Mn:]-[\\u0308]] Remove; NFC");

    private static final Map<Integer, List<String>> MORE = new HashMap<>();
    private static final Map<String, List<String>> WORDS = new HashMap<>();

    /** First characters of words. */
    private static final BitSet BEGINNINGS = new BitSet();

    private static final Map<Integer, List<String>> CACHE = new ConcurrentHashMap<>();

    static {
        load();
    }

    private Pinyin() {}

    /**
     * The readings of each character of a folded text, in its order; a character that is not
     * Chinese reads as itself.
     */
    static List<List<String>> readings(String folded) {
        int[] characters = folded.codePoints().toArray();
        List<List<String>> readings = new ArrayList<>(characters.length);
        for (int c : characters) {
            readings.add(readings(c));
        }
        for (int from = 0; from < characters.length; from++) {
            if (BEGINNINGS.get(characters[from])) {
                putWordsFirst(readings, characters, from);
            }
        }
        return readings;
    }

    private static void putWordsFirst(List<List<String>> readings, int[] characters, int from) {
        for (int length = 2; length <= Math.min(LONGEST_WORD, characters.length - from); length++) {
            List<String> known = WORDS.get(new String(characters, from, length));
            for (int i = 0; known != null && i < length; i++) {
                putFirst(readings, from + i, known.get(i));
            }
        }
    }

    private static void putFirst(List<List<String>> readings, int at, String syllable) {
        Set<String> ordered = new LinkedHashSet<>(spellings(syllable));
        ordered.addAll(readings.get(at));
        readings.set(at, List.copyOf(ordered));
    }

    /** All readings of one character, the usual one first. */
    static List<String> readings(int c) {
        List<String> known = CACHE.get(c);
        return known == null ? CACHE.computeIfAbsent(c, Pinyin::computed) : known;
    }

    static boolean isChinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static List<String> computed(int c) {
        String itself = Character.toString(c);
        if (!isChinese(c)) {
            return List.of(itself);
        }
        Set<String> readings = new LinkedHashSet<>();
        for (Transliterator rules : List.of(USUAL, SURNAME)) {
            readings.addAll(spellings(rules.transliterate(itself)));
        }
        MORE.getOrDefault(c, List.of()).forEach(reading -> readings.addAll(spellings(reading)));
        readings.removeIf(reading -> !Syllables.contains(reading));
        return readings.isEmpty() ? List.of(itself) : List.copyOf(readings);
    }

    private static List<String> spellings(String syllable) {
        String typed = syllable.replace('ü', 'v');
        return typed.indexOf('v') < 0 ? List.of(typed) : List.of(typed, typed.replace('v', 'u'));
    }

    private static void load() {
        try (InputStream file =
                        Objects.requireNonNull(Pinyin.class.getResourceAsStream("readings.txt"));
                var lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(Pinyin::keep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(String line) {
        List<String> parts = Arrays.asList(line.split(" "));
        String word = parts.getFirst();
        List<String> readings = parts.subList(1, parts.size());
        if (word.codePointCount(0, word.length()) == 1) {
            MORE.put(word.codePointAt(0), readings);
        } else {
            WORDS.put(word, readings);
            BEGINNINGS.set(word.codePointAt(0));
        }
    }
}
