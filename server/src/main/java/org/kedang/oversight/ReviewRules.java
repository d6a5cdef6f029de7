package org.kedang.oversight;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The adjustable rules of reviews. */
@Service
public class ReviewRules {
    private final JdbcClient jdbc;
    private final Audit audit;

    ReviewRules(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public ReviewRule current() {
        return read("");
    }

    private ReviewRule read(String locking) {
        return jdbc.sql(
                        "select every, sample_size, night_from, night_until from review_rule"
                                + locking)
                .query(ReviewRule.class)
                .single();
    }

    @Transactional
    public void change(Actor actor, ReviewRule rule) {
        ReviewRule before = read(" for update");
        jdbc.sql(
                        """
                        update review_rule set every = :every, sample_size = :sampleSize, night_from = :nightFrom,
                            night_until = :nightUntil where only_one
                        """)
                .param("every", rule.every().name())
                .param("sampleSize", rule.sampleSize())
                .param("nightFrom", rule.nightFrom())
                .param("nightUntil", rule.nightUntil())
                .update();
        audit.record(
                Entry.of(actor, OversightAct.RULES_CHANGED)
                        .change("every", before.every(), rule.every())
                        .change("sampleSize", before.sampleSize(), rule.sampleSize())
                        .change("nightFrom", before.nightFrom(), rule.nightFrom())
                        .change("nightUntil", before.nightUntil(), rule.nightUntil()));
    }
}
