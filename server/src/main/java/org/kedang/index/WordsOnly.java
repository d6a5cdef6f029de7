package org.kedang.index;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Lets pass what holds a letter or digit: no punctuation. */
final class WordsOnly extends FilteringTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    WordsOnly(TokenStream words) {
        super(words);
    }

    @Override
    protected boolean accept() {
        return term.chars().anyMatch(Character::isLetterOrDigit);
    }
}
