package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.AuditTrail.Question;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** A page of the log is read from indexes in their order, in as few months as it takes. */
@IntegrationTest
@Transactional
class AuditPlansIntegrationTests {
    private static final String SUBJECT = "'00000000-0000-4000-8000-000000000001'::uuid";

    @Autowired JdbcClient jdbc;
    @Autowired AuditTrail trail;

    private String plan(String from, String where) {
        // the months of the tests hold too little for the planner to care
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local enable_bitmapscan = off").update();
        return String.join(
                "\n",
                jdbc.sql(
                                "explain select * from %s where %s order by at desc, id desc limit 50"
                                        .formatted(from, where))
                        .query(String.class)
                        .list());
    }

    @Test
    void readsASubjectFromItsThreeIndexes() {
        jdbc.sql("set local enable_sort = off").update();

        String plan = plan(AuditTrail.ABOUT.replace(":subject", SUBJECT), "true");

        assertThat(plan)
                .contains(
                        "Merge Append",
                        "_subject_id_at_idx",
                        "_parent_id_at_idx",
                        "_customer_id_at_idx")
                .doesNotContain("Seq Scan", "->  Sort");
    }

    /** Also when many events have the same time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 12, 13, 14, 15})
    void pagesTileTheLogOfAPerson(int page) {
        UUID actor = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into audit_event (id, at, actor_id, actor_user_name, actor_name, roles, act, act_class, result)
                        select gen_random_uuid(), now() - n / 60 * interval '1 hour', :actor, 'many', '多', '{}',
                            'customer.read', 1, 'DONE'
                        from generate_series(0, 679) n
                        """)
                .param("actor", actor)
                .update();
        List<UUID> ids =
                jdbc.sql(
                                "select id from audit_event where actor_id = :actor order by at"
                                        + " desc, id desc")
                        .param("actor", actor)
                        .query(UUID.class)
                        .list();

        Listing<AuditEvent> found =
                trail.list(Question.by(actor), SqlPredicate.TRUE, new Paging(page, 50));

        int from = Math.min((page - 1) * 50, ids.size());
        assertThat(found.items())
                .extracting(AuditEvent::id)
                .isEqualTo(ids.subList(from, Math.min(from + 50, ids.size())));
        assertThat(found.total()).isEqualTo(680);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor_id = " + SUBJECT,
                "act = 'person.role-granted'",
                "result = 'REFUSED'",
                "roles && '{SYSTEM_ADMINISTRATOR,NETWORK_ADMINISTRATOR}'::text[]",
                "at >= now() - interval '1 day'"
            })
    void readsTheNewestFirstFromAnIndex(String where) {
        String plan = plan("audit_event e", where);

        assertThat(plan).contains("Index Scan").doesNotContain("Seq Scan");
    }

    @Test
    void leavesOutMonthsThatAreNotAskedFor() {
        String plan =
                plan(
                        "audit_event e",
                        "at >= '2027-01-05 00:00:00+08' and at < '2027-01-06 00:00:00+08'");

        assertThat(plan).doesNotContain("audit_event_2026_");
    }
}
