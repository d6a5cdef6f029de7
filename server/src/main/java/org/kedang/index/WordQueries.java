package org.kedang.index;

import static org.kedang.index.ThingFields.INITIALS;
import static org.kedang.index.ThingFields.MAIL;
import static org.kedang.index.ThingFields.PAIRS;
import static org.kedang.index.ThingFields.PHONE;
import static org.kedang.index.ThingFields.PREFIX;
import static org.kedang.index.ThingFields.SYLLABLES;
import static org.kedang.index.ThingFields.TEXT;
import static org.kedang.index.ThingFields.WHOLE;
import static org.kedang.index.ThingFields.WHOLE_PHONE;
import static org.kedang.index.ThingFields.WORDS;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people type, as a query: the whole of it, or all of its words, each as name, part of a name,
 * pinyin, initials, code, phone, mail or text. Whole names come first, then beginnings, parts,
 * phones and mails, pinyin, initials, and running text last.
 */
final class WordQueries {
    private static final float AS_WHOLE = 1000;
    private static final float AS_BEGINNING = 100;
    private static final float AS_PART = 30;
    private static final float AS_PHONE = 25;
    private static final float AS_MAIL = 25;
    private static final float AS_PINYIN = 20;
    private static final float AS_INITIALS = 15;
    private static final float AS_PHRASE_IN_TEXT = 10;
    private static final float AS_WORDS_IN_TEXT = 0.02f;

    private static final int LEAST_LETTERS = 2;
    private static final int LEAST_DIGITS_OF_PHONE = 4;
    private static final int LEAST_LETTERS_OF_MAIL = 2;
    private static final Pattern AT = Pattern.compile("[@＠﹫]");
    private static final int LEAST_LETTERS_OF_BEGUN_WORD = 3;
    private static final int MOST_WORDS = 12;

    /**
     * One of the ways in which a thing can fit.
     *
     * @param score what fits in a way with a greater one is better
     * @param ranked whether what fits in this way fits more or less
     */
    record Way(Query query, float score, boolean ranked) {
        private Query boosted() {
            return new BoostQuery(ranked ? query : new ConstantScoreQuery(query), score);
        }
    }

    private final boolean inTexts;
    private final FieldRights fields;

    /**
     * @param inTexts whether the wanted things have running texts
     * @param fields how the asker sees phone numbers and mails: who sees them masked finds only
     *     complete ones, or typing one digit after the other would tell them
     */
    WordQueries(boolean inTexts, FieldRights fields) {
        this.inTexts = inTexts;
        this.fields = fields;
    }

    /** All ways at once; the best one counts. */
    Query of(String typed) {
        List<Way> ways = ways(typed);
        return ways.isEmpty() ? new MatchNoDocsQuery("no letter or digit") : best(ways);
    }

    /** The ways of fitting, the best first; none if nothing was typed that could be looked for. */
    List<Way> ways(String typed) {
        List<String> words =
                Arrays.stream(typed.strip().split("[\\s\\u3000]+"))
                        .filter(word -> !Folded.text(word).isEmpty())
                        .limit(MOST_WORDS)
                        .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.size() == 1) {
            return word(words.getFirst());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(best(word(word)), Occur.MUST));
        List<Way> ways = new ArrayList<>(word(typed));
        ways.add(new Way(all.build(), 1, true));
        return ways;
    }

    private List<Way> word(String typed) {
        String folded = Folded.text(typed);
        List<Way> ways = new ArrayList<>();
        add(ways, new TermQuery(new Term(WHOLE, folded)), AS_WHOLE);
        if (folded.codePointCount(0, folded.length()) <= Terms.LONGEST_PREFIX) {
            add(ways, new TermQuery(new Term(PREFIX, folded)), AS_BEGINNING);
        }
        add(ways, part(PAIRS, Terms.pairs(folded)), AS_PART);
        addPhone(ways, folded);
        if (AT.matcher(typed).find()) {
            addMail(ways, folded);
        }
        addPinyin(ways, folded);
        if (inTexts) {
            addText(ways, RunningText.clean(typed));
        }
        return ways.stream().collect(Collectors.groupingBy(Way::score)).values().stream()
                .map(WordQueries::any)
                .sorted(Comparator.comparingDouble(Way::score).reversed())
                .toList();
    }

    /** Ways that are equally good as one. */
    private static Way any(List<Way> ways) {
        if (ways.size() == 1) {
            return ways.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        ways.forEach(way -> any.add(way.query(), Occur.SHOULD));
        return new Way(any.build(), ways.getFirst().score(), ways.getFirst().ranked());
    }

    private static Query best(List<Way> ways) {
        return new DisjunctionMaxQuery(ways.stream().map(Way::boosted).toList(), 0);
    }

    private static void add(List<Way> ways, @Nullable Query query, float score) {
        if (query != null) {
            ways.add(new Way(query, score, false));
        }
    }

    /** A phrase of pairs; the last one, that ends the typed text, does not end the name. */
    private static Query part(String field, List<Terms.Term> pairs) {
        if (pairs.size() == 1) {
            String only = pairs.getFirst().text();
            return new PrefixQuery(
                    new Term(field, only.substring(0, only.length() - Terms.END.length())));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        pairs.subList(0, pairs.size() - 1)
                .forEach(pair -> phrase.add(new Term(field, pair.text())));
        return phrase.build();
    }

    private void addPhone(List<Way> ways, String folded) {
        if (folded.length() < LEAST_DIGITS_OF_PHONE
                || !folded.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        switch (fields.of(SensitiveField.PHONE)) {
            case READ, EDIT -> {
                add(ways, part(PHONE, Terms.pairs(folded)), AS_PHONE);
                addWholePhone(ways, folded);
            }
            case MASKED -> addWholePhone(ways, folded);
            case HIDDEN -> {}
        }
    }

    private static void addWholePhone(List<Way> ways, String folded) {
        WholePhones.in(folded)
                .forEach(one -> add(ways, new TermQuery(new Term(WHOLE_PHONE, one)), AS_PHONE));
    }

    private void addMail(List<Way> ways, String folded) {
        if (folded.length() < LEAST_LETTERS_OF_MAIL) {
            return;
        }
        Term mail = new Term(MAIL, folded);
        switch (fields.of(SensitiveField.MAIL)) {
            case READ, EDIT -> add(ways, new PrefixQuery(mail), AS_MAIL);
            case MASKED -> add(ways, new TermQuery(mail), AS_MAIL);
            case HIDDEN -> {}
        }
    }

    private static void addPinyin(List<Way> ways, String folded) {
        if (folded.length() < LEAST_LETTERS) {
            return;
        }
        if (folded.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            Syllables.split(folded).forEach(way -> add(ways, syllables(way), AS_PINYIN));
        }
        if (folded.chars().allMatch(c -> c < 128)) {
            add(ways, part(INITIALS, Terms.pairs(folded)), AS_INITIALS);
        }
    }

    private static Query syllables(List<String> way) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        way.subList(0, way.size() - 1)
                .forEach(syllable -> phrase.add(new Term(SYLLABLES, syllable)));
        phrase.add(
                Syllables.beginningWith(way.getLast()).stream()
                        .map(syllable -> new Term(SYLLABLES, syllable))
                        .toArray(Term[]::new));
        return phrase.build();
    }

    private static void addText(List<Way> ways, String clean) {
        add(
                ways,
                new QueryBuilder(Analysis.TEXT_PAIRS).createPhraseQuery(TEXT, clean),
                AS_PHRASE_IN_TEXT);
        Query words = new QueryBuilder(Analysis.WORDS).createBooleanQuery(WORDS, clean, Occur.MUST);
        if (words != null) {
            ways.add(new Way(words, AS_WORDS_IN_TEXT, true));
        }
        boolean begun =
                clean.length() >= LEAST_LETTERS_OF_BEGUN_WORD
                        && clean.chars().allMatch(WordQueries::isLatin);
        boolean oneCharacter = clean.length() == 1 && Pinyin.isChinese(clean.charAt(0));
        if (begun || oneCharacter) {
            add(ways, new PrefixQuery(new Term(TEXT, clean)), AS_PHRASE_IN_TEXT);
        }
    }

    private static boolean isLatin(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
