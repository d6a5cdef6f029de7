package org.kedang.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows where typed words stand in a text: parts that hit and parts between them. */
public final class Highlighter {
    /** A piece of text; {@code hit} if it is what was typed. */
    public record Part(String text, boolean hit) {}

    private static final int BEFORE = 40;
    private static final int AFTER = 80;

    private static final int STEP = 32_000;
    private static final int OVERLAP = 500;
    private static final int LOOKED_THROUGH = 400_000;

    /**
     * Needles in falling order of worth: the whole of what was typed, its words, the words a
     * dictionary sees in it.
     */
    private final List<List<String>> needles;

    private final List<String> typed;
    private final PinyinMatch pinyin;

    public Highlighter(String typed) {
        List<String> words = folded(Arrays.stream(typed.strip().split("[\\s\\u3000]+")));
        List<String> analysed = folded(analysed(typed).stream());
        List<String> longer = analysed.stream().filter(word -> word.length() > 1).toList();
        this.needles =
                Stream.of(folded(Stream.of(typed)), words, longer, analysed)
                        .filter(list -> !list.isEmpty())
                        .toList();
        this.typed = words;
        this.pinyin = new PinyinMatch(Folded.text(typed));
    }

    private static List<String> folded(Stream<String> texts) {
        return texts.map(Folded::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static List<String> analysed(String typed) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = Analysis.WORDS.tokenStream("", RunningText.clean(typed))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words;
    }

    /** Whether what was typed, one of its words, its pinyin or initials stand in the name. */
    public boolean isIn(String name) {
        String folded = Folded.text(name);
        return typed.stream().anyMatch(folded::contains) || pinyin.in(folded).isPresent();
    }

    /**
     * The whole of a name with its hits, letters also as pinyin or initials; empty if there is
     * none.
     */
    public Optional<List<Part>> name(String text) {
        Folded folded = Folded.of(text);
        return hits(folded.text())
                .or(() -> pinyin.in(folded.text()))
                .map(hits -> parts(text, marked(text, folded, hits), 0, text.length()));
    }

    /**
     * About 120 characters around the first hits of a running text; empty if there is none in the
     * part of the text that is looked through.
     */
    public Optional<List<Part>> fragment(String text) {
        Optional<List<Part>> best = Optional.empty();
        int bestRank = needles.size();
        for (int from = 0;
                from < Math.min(text.length(), LOOKED_THROUGH) && bestRank > 0;
                from += STEP) {
            int start = boundary(text, from);
            String piece =
                    text.substring(
                            start, boundary(text, Math.min(text.length(), from + STEP + OVERLAP)));
            Folded folded = Folded.of(piece);
            for (int rank = 0; rank < bestRank; rank++) {
                BitSet hits = hits(folded.text(), needles.get(rank));
                if (!hits.isEmpty()) {
                    best = Optional.of(around(piece, folded, hits));
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    private static List<Part> around(String text, Folded folded, BitSet hits) {
        int first = folded.origins()[hits.nextSetBit(0)];
        int from = boundary(text, Math.max(0, first - BEFORE));
        int to = boundary(text, Math.min(text.length(), first + AFTER));
        return parts(text, marked(text, folded, hits), from, to);
    }

    private static int boundary(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }

    /** Units of the folded text that hit, by the worthiest needles that do. */
    private Optional<BitSet> hits(String folded) {
        return needles.stream()
                .map(same -> hits(folded, same))
                .filter(hits -> !hits.isEmpty())
                .findFirst();
    }

    private static BitSet hits(String folded, List<String> needles) {
        BitSet hits = new BitSet();
        for (String needle : needles) {
            for (int at = folded.indexOf(needle);
                    at >= 0;
                    at = folded.indexOf(needle, at + needle.length())) {
                hits.set(at, at + needle.length());
            }
        }
        return hits;
    }

    private static BitSet marked(String text, Folded folded, BitSet hits) {
        BitSet marked = new BitSet(text.length());
        for (int i = hits.nextSetBit(0); i >= 0; i = hits.nextSetBit(i + 1)) {
            marked.set(folded.origins()[i], folded.endOf(text, i));
        }
        return marked;
    }

    private static List<Part> parts(String text, BitSet marked, int from, int to) {
        List<Part> parts = new ArrayList<>();
        for (int at = from; at < to; ) {
            boolean hit = marked.get(at);
            int next = hit ? marked.nextClearBit(at) : marked.nextSetBit(at);
            int end = next < 0 ? to : Math.min(next, to);
            parts.add(new Part(text.substring(at, end).replaceAll("\\s+", " "), hit));
            at = end;
        }
        return parts;
    }
}
