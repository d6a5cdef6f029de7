package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.Statistics;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/**
 * A page of a box reads one page of an index; what is searched is found by an index of its own,
 * however long the box is.
 */
@IntegrationTest
@Transactional
class InboxPlansIntegrationTests {
    private static final int MANY = 5_000;

    @Autowired ApprovalDesk desk;
    @Autowired Inbox inbox;
    @Autowired Deciding deciding;
    @Autowired JdbcClient jdbc;
    @Autowired Environment environment;

    private Actor me;

    @BeforeEach
    void begin() {
        try (Statistics statistics = new Statistics(jdbc, environment)) {
            fill();
            for (String table : List.of("request", "step", "task", "copy")) {
                statistics.gather("approval_" + table);
            }
        }
    }

    private void fill() {
        me = desk.newcomer("XS");
        Actor other = desk.newcomer("DA");
        UUID decided = desk.submit(other, "trial-all", me);
        copy(decided, "SQ1003-");
        copy(desk.submit(other, "trial-all", me), "SQ1004-");
        copy(desk.submit(me, "trial-all", other), "SQ1005-");
        jdbc.sql(
                        """
                        update approval_task t set state = 'APPROVED', decided_by = person_id, decided_at = opened_at
                        from approval_request r where r.id = t.request_id and r.number like 'SQ1003-%'
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into approval_copy (request_id, person_id, copied_by, copied_at)
                        select id, :me, :me, submitted_at from approval_request where number like 'SQ1003-%'
                        """)
                .param("me", me.id())
                .update();
    }

    private void copy(UUID seed, String number) {
        copy(
                "request",
                "id",
                seed,
                """
                jsonb_build_object('id', md5(:n || i), 'number', :n || i, 'submitted_at', s.submitted_at - i * interval '1 minute',
                    'instance_id', :n || i, 'title', case i when 7 then '鉴湖' else '' end || s.title)
                """,
                number);
        copy(
                "step",
                "request_id",
                seed,
                "jsonb_build_object('id', md5('s' || :n || i), 'request_id', md5(:n || i))",
                number);
        copy(
                "task",
                "request_id",
                seed,
                """
                jsonb_build_object('id', md5('t' || :n || i), 'request_id', md5(:n || i), 'step_id', md5('s' || :n || i),
                    'opened_at', s.opened_at - i * interval '1 minute')
                """,
                number);
    }

    private void copy(String table, String key, UUID seed, String own, String number) {
        jdbc.sql(
                        """
                        insert into approval_%1$s select r.* from approval_%1$s s, generate_series(1, %2$d) i,
                            jsonb_populate_record(s, %3$s) r where s.%4$s = :seed
                        """
                                .formatted(table, MANY, own, key))
                .param("seed", seed)
                .param("n", number)
                .update();
    }

    private String plan(Inbox.Box box) {
        Listings.Rows rows = inbox.rows(me, box, SqlPredicate.TRUE);
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        return String.join(
                "\n",
                jdbc.sql(
                                "explain select %s from %s where %s order by %s limit 20"
                                        .formatted(
                                                rows.columns(),
                                                rows.from(),
                                                rows.where().sql(),
                                                rows.order()))
                        .params(rows.where().params())
                        .query(String.class)
                        .list());
    }

    private String plan(String q) {
        SqlPredicate found = RequestSearch.of(q, null).predicate();
        return String.join(
                "\n",
                jdbc.sql("explain select 1 from approval_request r where " + found.sql())
                        .params(found.params())
                        .query(String.class)
                        .list());
    }

    /** All in one test, because filling takes seconds. */
    @Test
    void spareTheIndexesWhenARequestIsClosed() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select distinct a.attname from pg_index i join pg_depend d on d.objid = i.indexrelid
                                            join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                                        where i.indrelid = 'approval_request'::regclass and d.refobjid = i.indrelid
                                        """)
                                .query(String.class)
                                .list())
                .contains("title", "submitted_at", "requester_id")
                .doesNotContain("state", "closed_at", "instance_id");
    }

    @Test
    void readsAPageOfAnIndexAndFindsByIndexes() {
        for (Inbox.Box box : Inbox.Box.values()) {
            assertThat(plan(box)).contains("Index").doesNotContain("Sort", "Seq Scan");
        }
        assertThat(plan("SQ1003-77"))
                .containsAnyOf("approval_request_beginning", "approval_request_number");
        assertThat(plan("鉴湖")).contains("approval_request_title");
        findsByTheBeginningOfTheNumberOrAPartOfTheTitle();
    }

    private void findsByTheBeginningOfTheNumberOrAPartOfTheTitle() {
        assertThat(found(Inbox.Box.DONE, "sq1003-499"))
                .containsExactlyInAnyOrder(
                        "SQ1003-499",
                        "SQ1003-4990",
                        "SQ1003-4991",
                        "SQ1003-4992",
                        "SQ1003-4993",
                        "SQ1003-4994",
                        "SQ1003-4995",
                        "SQ1003-4996",
                        "SQ1003-4997",
                        "SQ1003-4998",
                        "SQ1003-4999");
        assertThat(found(Inbox.Box.MINE, "鉴湖")).containsExactly("SQ1005-7");
        assertThat(found(Inbox.Box.MINE, "湖")).containsExactly("SQ1005-7");
        assertThat(found(Inbox.Box.MINE, "湖鉴")).isEmpty();
        assertThat(found(Inbox.Box.TODO, "SQ1003")).isEmpty();
    }

    private List<String> found(Inbox.Box box, String q) {
        return inbox.list(me, box, q, null, new Paging(1, 20)).items().stream()
                .map(InboxLine::number)
                .toList();
    }
}
