package org.kedang.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Makes terms of a short text as a whole. */
final class TermsAnalyzer extends Analyzer {
    /** Keeps phrases from reaching over from one name into another. */
    private static final int GAP = 100;

    private final Function<String, List<Terms.Term>> terms;

    TermsAnalyzer(Function<String, List<Terms.Term>> terms) {
        this.terms = terms;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new WholeText(terms));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    private static final class WholeText extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute advance =
                addAttribute(PositionIncrementAttribute.class);
        private final Function<String, List<Terms.Term>> terms;
        private char[] buffer = new char[256];
        private Iterator<Terms.Term> left = List.<Terms.Term>of().iterator();

        private WholeText(Function<String, List<Terms.Term>> terms) {
            this.terms = terms;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            left = terms.apply(Folded.text(read(input))).iterator();
        }

        private String read(Reader input) throws IOException {
            int length = 0;
            for (int more = 0;
                    more >= 0;
                    more = input.read(buffer, length, buffer.length - length)) {
                length += more;
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * length);
                }
            }
            return new String(buffer, 0, length);
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!left.hasNext()) {
                return false;
            }
            Terms.Term next = left.next();
            term.append(next.text());
            advance.setPositionIncrement(next.advance());
            return true;
        }
    }
}
