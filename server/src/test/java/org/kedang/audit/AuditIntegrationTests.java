package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    @Autowired Months months;
    @Autowired TransactionTemplate transaction;

    private final Actor actor =
            new Actor(
                    UUID.randomUUID(),
                    "tester",
                    "测试",
                    UUID.randomUUID(),
                    "销售部 · 销售",
                    List.of("TESTER"),
                    Set.of(),
                    new Actor.Connection("127.0.0.1", null, "Firefox · Linux"));

    private Entry entry() {
        return Entry.of(actor, TestAct.LOOKED);
    }

    private long kept() {
        return trail.list(AuditTrail.Question.by(actor.id()), SqlPredicate.TRUE, new Paging(1, 200))
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

    /**
     * One letter that PostgreSQL does not know must not refuse a reader, or all who read with her.
     */
    @Test
    void keepsTextThatNoDatabaseKeeps() {
        Actor odd =
                Actor.named(
                        actor.id(),
                        "te\0ster",
                        "测试",
                        actor.id(),
                        new Actor.Connection("\0", "\0", "\0"));
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(
                            i ->
                                    readers.submit(
                                            () ->
                                                    audit.recordRead(
                                                            Entry.of(odd, TestAct.LOOKED)
                                                                    .reason("a\0b")
                                                                    .change(
                                                                            "field", "\0",
                                                                            "c\0"))));
        }

        var found =
                trail.list(
                                AuditTrail.Question.by(actor.id()),
                                SqlPredicate.TRUE,
                                new Paging(1, 200))
                        .items();

        assertThat(found).hasSize(20);
        assertThat(found.getFirst().actorUserName()).isEqualTo("te\uFFFDster");
        assertThat(found.getFirst().reason()).isEqualTo("a\uFFFDb");
        assertThat(found.getFirst().changes())
                .containsExactly(new Change("field", "\uFFFD", "c\uFFFD"));
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

    /** A partition has a door of its own, which must be as shut as the table's: it only adds. */
    @Test
    void letsTheApplicationOnlyAddToPartitions() {
        List<String> open =
                jdbc.sql(
                                """
                                select c.relname || ' ' || p.privilege from pg_inherits i
                                join pg_class c on c.oid = i.inhrelid
                                cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p(privilege)
                                where i.inhparent = 'audit_event'::regclass and has_table_privilege(c.oid, p.privilege)
                                """)
                        .query(String.class)
                        .list();
        Integer partitions =
                jdbc.sql(
                                "select count(*) from pg_inherits where inhparent ="
                                        + " 'audit_event'::regclass")
                        .query(Integer.class)
                        .single();

        List<String> transactions =
                jdbc.sql(
                                """
                                select a.attrelid::regclass::text from pg_attribute a
                                join pg_inherits i on i.inhrelid = a.attrelid
                                where i.inhparent = 'audit_event'::regclass and a.attname = 'tx'
                                    and has_column_privilege(a.attrelid, a.attnum, 'insert')
                                """)
                        .query(String.class)
                        .list();

        assertThat(open).isEmpty();
        assertThat(transactions).isEmpty();
        assertThat(partitions).isGreaterThan(3);
    }

    @Test
    void addsToTheMonthOfAllOrToTheWhole() {
        Instant july = Instant.parse("2031-07-01T00:00:00Z");
        Instant now = Instant.now();

        assertThat(months.tableFor(Stream.of(now, now)))
                .isEqualTo(
                        "audit_event_"
                                + now.atZone(ChinaTime.ZONE)
                                        .format(DateTimeFormatter.ofPattern("uuuu_MM")));
        assertThat(months.tableFor(Stream.of(now, july))).isEqualTo("audit_event");
        assertThat(months.tableFor(Stream.of(july))).as("not made").isEqualTo("audit_event");
        // the month begins at midnight of people in China
        assertThat(months.tableFor(Stream.of(Instant.parse("2031-06-30T16:00:00Z"), july)))
                .isEqualTo(months.tableFor(Stream.of(july)));
    }

    @Test
    void makesRoomForTheMonthsToComeOnceOnly() {
        String months = "select audit_make_months(date '2031-01-15', date '2031-03-01')";

        assertThat(jdbc.sql(months).query(Integer.class).single()).isEqualTo(3);
        assertThat(jdbc.sql(months).query(Integer.class).single()).isZero();
    }

    @Test
    void findsWhatHappenedToTheSubjectToItsPartsAndToWhatTheCustomerHas() {
        UUID customer = Ids.next();
        UUID dossier = Ids.next();
        audit.recordRead(entry().subject("customer", customer, "建湖机电").customer(customer));
        audit.recordRead(entry().subject("dossier", dossier, "合同").customer(customer));
        audit.recordRead(entry().subject("item", Ids.next(), "合同书").within(dossier));
        audit.recordRead(
                entry().subject("item", Ids.next(), "信").within(customer).customer(customer));

        assertThat(about(customer)).isEqualTo(3);
        assertThat(about(dossier)).isEqualTo(2);
    }

    private long about(UUID subject) {
        var page =
                trail.list(
                        AuditTrail.Question.about(subject), SqlPredicate.TRUE, new Paging(1, 50));
        assertThat(page.items()).hasSize((int) page.total());
        return page.total();
    }

    @Test
    void narrowsByEverythingItKeeps() {
        audit.recordRead(entry());
        audit.recordRead(entry().refused());
        Instant now = Instant.now();
        AuditTrail.Question narrow =
                new AuditTrail.Question(
                        null,
                        actor.id(),
                        "test.looked",
                        null,
                        ActClass.USER,
                        AuditTrail.Result.REFUSED,
                        "127.0.0.1",
                        "TESTER",
                        now.minusSeconds(60),
                        now.plusSeconds(60));

        var found = trail.list(narrow, SqlPredicate.TRUE, new Paging(1, 50)).items();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().device()).isEqualTo("Firefox · Linux");
        assertThat(found.getFirst().post()).isEqualTo("销售部 · 销售");
    }
}
