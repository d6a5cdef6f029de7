package org.kedang.archive;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs of numbers without gaps: the next one is taken in the transaction that uses it, or not at
 * all.
 */
@Repository
class NumberRuns {
    private final JdbcClient jdbc;

    NumberRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the next number of a run. Others who want one of the same run wait until the
     * transaction ends, so take it last.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String prefix) {
        return jdbc.sql(
                        """
                        insert into number_run as run (prefix, last) values (?, 1)
                        on conflict (prefix) do update set last = run.last + 1
                        returning last
                        """)
                .param(prefix)
                .query(Long.class)
                .single();
    }
}
