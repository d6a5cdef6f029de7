package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SqlPredicateTests {
    private static final SqlPredicate A = SqlPredicate.of("a = :a", "a", 1);
    private static final SqlPredicate B = SqlPredicate.of("b = :b", "b", 2);

    @Test
    void standsBesideOtherConditionsInBrackets() {
        assertThat(A.or(B))
                .isEqualTo(new SqlPredicate("((a = :a) or (b = :b))", Map.of("a", 1, "b", 2)));
        assertThat(A.and(B).sql()).isEqualTo("((a = :a) and (b = :b))");
    }

    @Test
    void leavesOutWhatDecidesNothing() {
        assertThat(A.and(SqlPredicate.TRUE)).isEqualTo(A);
        assertThat(SqlPredicate.FALSE.or(A)).isEqualTo(A);
    }

    @Test
    void letsWhatDecidesDecide() {
        assertThat(A.and(SqlPredicate.FALSE)).isEqualTo(SqlPredicate.FALSE);
        assertThat(A.or(SqlPredicate.TRUE)).isEqualTo(SqlPredicate.TRUE);
    }
}
