package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kedang.audit.OutsideVerifier.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A superuser of the database lays hands on the log, in each way somebody thought of. An outsider
 * with the published checkpoints, the key and the verifier finds out, and learns which event or
 * span it was.
 */
class TamperIntegrationTests {
    @TempDir static Path folder;
    private static TamperedLog log;

    @BeforeAll
    static void make() throws SQLException, IOException {
        log = new TamperedLog(folder);
    }

    @AfterAll
    static void end() throws SQLException {
        log.close();
    }

    @BeforeEach
    void restore() throws SQLException {
        log.restore();
    }

    private static Verdict verify() throws IOException {
        return OutsideVerifier.verify(log.export(), log.published(), log.key());
    }

    @Test
    void provesTheUntouchedLog() throws IOException {
        Verdict verdict = verify();

        assertThat(verdict.text()).contains("Events 0 to 299 (300 events) agree");
        assertThat(verdict.text()).contains("300 events come with contents, which fit");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void provesASpanOfTime() throws IOException {
        Path export =
                log.export(TamperedLog.NOVEMBER, TamperedLog.NOVEMBER.plus(Duration.ofMinutes(30)));
        Verdict verdict = OutsideVerifier.verify(export, log.published(), log.key());

        assertThat(verdict.text()).contains("Events 100 to 299 (200 events) agree");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void provesAnUntouchedSelection() throws IOException {
        Verdict verdict = OutsideVerifier.verify(log.selection(), log.published(), log.key());

        assertThat(verdict.text())
                .contains("30 events are in the log", "of 30 events are withheld");
        assertThat(verdict.code()).isZero();
    }

    /** What the attacker does to event 150, or to others where it says so. */
    enum Way {
        CHANGES_THE_JSON(
                "update audit_event set changes ="
                    + " '[{\"field\":\"phone\",\"before\":\"1\",\"after\":\"3\"}]' where id = :150",
                "Event 150 was CHANGED"),
        CHANGES_THE_TIME(
                "update audit_event set at = at + interval '1 minute' where id = :150",
                "Event 150 was REMOVED",
                "id 00000000-0000-7000-8000-000000000150",
                "was added later with an old date"),
        CHANGES_THE_ID(
                "update audit_event set id = gen_random_uuid() where id = :150",
                "Event 150 was REMOVED",
                "was added later with an old date"),
        CHANGES_WHO_AND_THE_SALT(
                "update audit_event set actor_name = '别人', salt = gen_random_uuid() where id ="
                        + " :150",
                "Event 150 was CHANGED"),
        DELETES_ONE("delete from audit_event where id = :150", "Event 150 was REMOVED"),
        DELETES_MANY(
                "delete from audit_event where id between :120 and :139",
                "Event 120 was REMOVED",
                "Event 139 was REMOVED"),
        DELETES_THE_LAST("delete from audit_event where id = :299", "Event 299 was REMOVED"),
        DROPS_A_MONTH(
                "drop table audit_event_2026_10", "Event 0 was REMOVED", "Event 99 was REMOVED"),
        DELETES_EVENT_AND_LEAF(
                "delete from audit_event where id = :150; delete from audit_leaf where index = 150",
                "Between events 100 and 199 something was CHANGED, REMOVED",
                "event 150 and its leaf are gone"),
        CLOSES_THE_GAP(
                """
                delete from audit_event where id = :150; delete from audit_leaf where index = 150;
                update audit_leaf set index = index + 100000 where index > 150;
                update audit_leaf set index = index - 100001 where index > 100000
                """,
                "Between events 100 and 199"),
        REORDERS_LEAVES(
                """
                update audit_leaf set index = 100000 where index = 150;
                update audit_leaf set index = 150 where index = 151;
                update audit_leaf set index = 151 where index = 100000
                """,
                "Between events 100 and 199 something was CHANGED, REMOVED, INSERTED or REORDERED"),
        SWAPS_TWO_EVENTS(
                """
                update audit_event a set actor_id = b.actor_id, actor_user_name = b.actor_user_name,
                    session = b.session, subject_id = b.subject_id, subject_title = b.subject_title
                from audit_event b where (a.id = :150 and b.id = :250) or (a.id = :250 and b.id = :150)
                """,
                "Event 150 was CHANGED",
                "Event 250 was CHANGED"),
        SWAPS_TWO_IDS(
                """
                update audit_event set id = '00000000-0000-0000-0000-000000000001' where id = :150;
                update audit_event set id = :150 where id = :250;
                update audit_event set id = :250 where id = '00000000-0000-0000-0000-000000000001'
                """,
                "Event 150 was REMOVED",
                "Event 250 was REMOVED"),
        CHANGES_A_LEAF_HASH(
                "update audit_leaf set hash = sha256('x') where index = 150",
                "The LEAF HASH of event 150 was altered"),
        CHANGES_A_NODE(
                "update audit_node set hash = sha256('x') where level = 1 and index = 0",
                "The server's NODE HASH of events 0 to 255 was altered"),
        DELETES_A_CHECKPOINT(
                "delete from audit_checkpoint where size = 200",
                "The server NO LONGER HAS the published checkpoint 200"),
        CHANGES_THE_ORIGIN(
                "update audit_checkpoint set note = replace(note, 'kedang/', 'andere/')",
                "NOT SIGNED BY A GIVEN KEY: the checkpoint 300"),
        CUTS_THE_TAIL(
                """
                delete from audit_event where id >= :200; delete from audit_leaf where index >= 200;
                delete from audit_node; delete from audit_checkpoint where size > 200
                """,
                "CUT SHORT or rolled back: by the checkpoint 300",
                "it had 300 events"),
        DUPLICATES_AN_EVENT(
                """
                create temp table twin as select * from audit_event where id = :150;
                update twin set at = at + interval '90 seconds';
                insert into audit_event select * from twin; drop table twin
                """,
                "was added later with an old date",
                "id 00000000-0000-7000-8000-000000000150"),
        INSERTS_BEHIND_THE_SEALERS_BACK(
                """
                create temp table twin as select * from audit_event where id = :150;
                update twin set id = :777, tx = '3'::xid8;
                insert into audit_event select * from twin; drop table twin
                """,
                "was added later with an old date",
                "id 00000000-0000-7000-8000-000000000777");

        final String sql;
        final List<String> findings;

        Way(String sql, String... findings) {
            this.sql = sql.replaceAll(":(\\d{3})\\b", "'00000000-0000-7000-8000-000000000$1'");
            this.findings = List.of(findings);
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds(Way way) throws SQLException, IOException {
        log.sql(way.sql);

        assertFound(verify(), way.findings);
    }

    private static void assertFound(Verdict verdict, List<String> findings) {
        assertThat(OutsideVerifier.findings(verdict.text()))
                .as(verdict.text())
                .satisfies(found -> assertThat(String.join("\n", found)).contains(findings));
        assertThat(verdict.code()).isEqualTo(1);
    }

    /** One event for each column, each of them named. */
    @Test
    void findsAChangeOfAnyColumn() throws SQLException, IOException {
        List<String> changes =
                List.of(
                        "actor_id = gen_random_uuid()",
                        "actor_user_name = 'x'",
                        "actor_name = 'x'",
                        "post = null",
                        "roles = '{CLERK,AUDITOR}'",
                        "address = '10.0.0.2'",
                        "device = 'x'",
                        "session = 'x'",
                        "act = 'customer.read'",
                        "act_class = 2",
                        "result = 'REFUSED'",
                        "subject_type = 'dossier'",
                        "subject_id = gen_random_uuid()",
                        "subject_title = 'x'",
                        "parent_id = null",
                        "customer_id = gen_random_uuid()",
                        "reason = 'x'",
                        "request_id = null",
                        "changes = null",
                        "salt = gen_random_uuid()");
        for (int i = 0; i < changes.size(); i++) {
            log.sql(
                    "update audit_event set %s where id = '%s'"
                            .formatted(changes.get(i), TamperedLog.id(150 + i)));
        }
        Verdict verdict = verify();

        assertThat(OutsideVerifier.findings(verdict.text())).hasSize(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            assertThat(verdict.text()).contains("Event %d was CHANGED".formatted(150 + i));
        }
    }

    private static void change150AndItsLeaf() throws SQLException {
        UUID id = TamperedLog.id(150);
        log.sql("update audit_event set reason = '别的' where id = '%s'".formatted(id));
        log.sql("update audit_leaf set hash = %s where index = 150".formatted(log.leafOf(id)));
    }

    @Test
    void findsAChangedEventWithItsLeaf() throws SQLException, IOException {
        change150AndItsLeaf();

        assertFound(verify(), List.of("Between events 100 and 199"));
    }

    @Test
    void findsAChangedEventWithLeafAndNodes() throws SQLException, IOException {
        change150AndItsLeaf();
        log.rebuildNodes();

        assertFound(
                verify(),
                List.of(
                        "Between events 100 and 199",
                        "while the checkpoint 100",
                        "1 later checkpoints disagree too"));
    }

    @Test
    void findsCheckpointsForgedWithoutTheKey() throws SQLException, IOException {
        change150AndItsLeaf();
        byte[] root = log.rebuildNodes();
        log.sql("delete from audit_checkpoint where size = 200");
        log.sql(
                """
                update audit_checkpoint set root = '\\x%s', note =
                    regexp_replace(note, E'\\n300\\n[^\\n]+', E'\\n300\\n%s') where size = 300
                """
                        .formatted(
                                HexFormat.of().formatHex(root),
                                Base64.getEncoder().encodeToString(root)));

        assertFound(
                verify(),
                List.of(
                        "FORGED or altered: the signature of the checkpoint 300",
                        "Between events 100 and 199"));
    }

    @Test
    void findsAnInsertedEventWithALeafOfItsOwn() throws SQLException, IOException {
        UUID id = insert777();
        log.sql("update audit_leaf set index = index + 100000 where index >= 151");
        log.sql("update audit_leaf set index = index - 99999 where index > 100000");
        log.sql(
                "insert into audit_leaf select 151, id, at, %s from audit_event where id = '%s'"
                        .formatted(log.leafOf(id), id));

        assertFound(verify(), List.of("Between events 100 and 199"));
    }

    /** A leaf behind the last checkpoint hides the event from nobody. */
    @Test
    void findsAnInsertedEventWithALeafAtTheEnd() throws SQLException, IOException {
        UUID id = insert777();
        log.sql(
                "insert into audit_leaf select 300, id, at, %s from audit_event where id = '%s'"
                        .formatted(log.leafOf(id), id));

        assertFound(
                verify(),
                List.of(
                        "was added later with an old date",
                        "00000000-0000-7000-8000-000000000777"));
    }

    @Test
    void findsAnEventWithAnOldDateThatWasSealedLater() throws SQLException, IOException {
        insert777();
        log.seal(TamperedLog.NOVEMBER.plus(Duration.ofHours(3)));

        assertFound(verify(), List.of("Event 300 was added later with an old date"));
    }

    /** Like event 150, as if it had happened with it. */
    private static UUID insert777() throws SQLException {
        UUID id = TamperedLog.id(777);
        log.keep(777, 1, TamperedLog.NOVEMBER.plusSeconds(50));
        return id;
    }

    @Test
    void findsTheRestoredBackupThatWentOn() throws SQLException, IOException {
        log.sql(Way.CUTS_THE_TAIL.sql);
        log.keep(500, 50, TamperedLog.NOVEMBER.plus(Duration.ofHours(3)));
        log.seal(TamperedLog.NOVEMBER.plus(Duration.ofHours(4)));

        assertFound(
                verify(),
                List.of(
                        "ROLLED BACK: after the checkpoint 300",
                        "CUT SHORT or rolled back: by the checkpoint 300"));
    }

    @Test
    void findsTheExchangedKey() throws SQLException, IOException {
        log.sql(
                "update audit_event set reason = '别的' where id = '%s'"
                        .formatted(TamperedLog.id(150)));
        log.sql("truncate audit_leaf, audit_node, audit_checkpoint");
        log.exchangeKey(Files.createTempDirectory(folder, "attacker"));
        log.seal(TamperedLog.NOVEMBER.plus(Duration.ofHours(2)));

        assertFound(
                verify(),
                List.of(
                        "which is not the owner of the given key",
                        "NOT SIGNED BY A GIVEN KEY: the checkpoint 300",
                        "Between events 100 and 199"));
    }

    @Test
    void findsChangesInASelectionToo() throws SQLException, IOException {
        log.sql(
                "update audit_event set reason = '别的' where id = '%s'"
                        .formatted(TamperedLog.id(155)));
        Verdict verdict = OutsideVerifier.verify(log.selection(), log.published(), log.key());

        assertFound(verdict, List.of("Event 155 was CHANGED or is not in the log"));
        assertThat(OutsideVerifier.findings(verdict.text())).hasSize(1);
    }
}
