package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@IntegrationTest
class AuditIntegrationTests {
    private enum TestAct implements Act {
        LOOKED;

        @Override
        public Words words() {
            return new Words("test.looked", "看", "Looked", ActClass.USER);
        }
    }

    @Autowired JdbcClient jdbc;
    @Autowired Audit audit;
    @Autowired AuditTrail trail;
    @Autowired TransactionTemplate transaction;

    private final Actor actor =
            new Actor(
                    UUID.randomUUID(),
                    "tester",
                    "测试",
                    UUID.randomUUID(),
                    Set.of(),
                    "127.0.0.1",
                    null);

    private Entry entry() {
        return Entry.of(actor, TestAct.LOOKED);
    }

    private long kept() {
        return trail.list(
                        new AuditTrail.Question(null, actor.id(), null, null, null),
                        SqlPredicate.TRUE,
                        new Paging(1, 200))
                .total();
    }

    /** The application's own database user is refused, so no bug and no injected SQL can do it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set reason = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "alter table audit_event disable trigger all",
                "drop table audit_event"
            })
    void canNeitherBeChangedNorRemovedByTheApplication(String sql) {
        audit.recordRead(entry());

        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void keepsEveryEventOfManyReadersAtOnce() {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 150).forEach(i -> readers.submit(() -> audit.recordRead(entry())));
        }

        assertThat(kept()).isEqualTo(150);
    }

    @Test
    void isRolledBackWithTheDeed() {
        transaction.executeWithoutResult(
                status -> {
                    audit.record(entry());
                    status.setRollbackOnly();
                });

        assertThat(kept()).isZero();
    }

    @Test
    void takesChangesOnlyInsideTheirTransaction() {
        assertThatThrownBy(() -> audit.record(entry()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
