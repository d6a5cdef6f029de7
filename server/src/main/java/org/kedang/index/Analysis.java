package org.kedang.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** The ways in which texts become terms, by name. */
final class Analysis implements LuceneAnalysisConfigurer {
    static final Analyzer WORDS =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    Tokenizer words = new HMMChineseTokenizer();
                    return new TokenStreamComponents(
                            words, new LowerCaseFilter(new WordsOnly(words)));
                }
            };

    static final Analyzer TEXT_PAIRS =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    Tokenizer words = new StandardTokenizer();
                    TokenStream pairs = new CJKBigramFilter(new LowerCaseFilter(words));
                    return new TokenStreamComponents(words, new LengthFilter(pairs, 1, 100));
                }
            };

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(ThingFields.WHOLE).instance(new TermsAnalyzer(Terms::whole));
        context.analyzer(ThingFields.PREFIX).instance(new TermsAnalyzer(Terms::prefixes));
        context.analyzer(ThingFields.PAIRS).instance(new TermsAnalyzer(Terms::pairs));
        context.analyzer(ThingFields.SYLLABLES).instance(new TermsAnalyzer(Terms::syllables));
        context.analyzer(ThingFields.INITIALS).instance(new TermsAnalyzer(Terms::initials));
        context.analyzer(ThingFields.WORDS).instance(WORDS);
        context.analyzer(ThingFields.TEXT).instance(TEXT_PAIRS);
    }
}
