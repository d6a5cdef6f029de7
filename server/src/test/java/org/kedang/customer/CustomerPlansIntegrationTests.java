package org.kedang.customer;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.Statistics;
import org.kedang.kernel.SortOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;

/**
 * A page of the list reads one page of an index, whichever way it is sorted; it never sorts the
 * table.
 */
@IntegrationTest
@Transactional
class CustomerPlansIntegrationTests {
    private static final int MANY = 20_000;

    private static final Map<String, String> SORTED_BY =
            Map.of(
                    "updatedAt",
                    "c.updated_at",
                    "createdAt",
                    "c.created_at",
                    "name",
                    "c.name",
                    "grade",
                    "c.grade");

    /** Which index answers what. */
    private static final List<String> ANSWERED_BY =
            List.of(
                    "customer_by_tag | select c.* from customer c where c.tags @>"
                            + " array['稀']::text[] order by c.updated_at desc, c.id desc limit 20",
                    "customer_by_more | select c.* from customer c where c.more @>"
                        + " '{\"f1\":\"稀\"}'::jsonb order by c.updated_at desc, c.id desc limit 20",
                    "customer_range_by_value | select c.* from customer c where c.id in (select"
                        + " r.customer_id from customer_range r where r.field = 'f2' and r.value >="
                        + " 100 and r.value <= 200) order by c.updated_at desc, c.id desc limit 20",
                    "customer_by_parent | select c.id from customer c where c.parent_id ="
                            + " '00000000-0000-7000-8000-000000000000'",
                    "customer_version_pkey | select v.* from customer_version v where v.customer_id"
                        + " = '00000000-0000-7000-8000-000000000000' order by v.version desc limit"
                        + " 20",
                    "dossier_customer | select d.id from dossier d where d.customer_id ="
                        + " '00000000-0000-7000-8000-000000000000' order by d.opened_at desc, d.id"
                        + " desc limit 31");

    @Autowired JdbcClient jdbc;
    @Autowired Environment environment;

    /** Once for each of two tests: it takes seconds. */
    @BeforeEach
    void begin() {
        try (Statistics statistics = new Statistics(jdbc, environment)) {
            fill();
            statistics.gather("customer");
        }
    }

    private void fill() {
        jdbc.sql(
                        """
                        insert into customer (id, version, number, type, name, name_key, kind, grade, owner_id, department_id,
                          created_at, created_by, updated_at, updated_by)
                        select gen_random_uuid(), 0, 'P' || i, 'ORGANISATION', '计划' || i, '计划' || i,
                          (array['TARGET','POTENTIAL','GENERAL','KEY'])[1 + i %% 4], (array['A','B','C','D'])[1 + i %% 4],
                          p.id, p.department_id, now() - i * interval '1 minute', p.id, now() - i * interval '1 minute', p.id
                        from generate_series(1, %d) i, (select id, department_id from person where user_name = 'clerk') p
                        """
                                .formatted(MANY))
                .update();
    }

    @Test
    void readsAPageInTheOrderOfAnIndex() {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, String> column : SORTED_BY.entrySet()) {
            for (String sort : List.of(column.getKey(), "-" + column.getKey())) {
                String order = SortOrder.parse(sort, sort, SORTED_BY).sql("c.id");

                String plan =
                        plan(
                                "select c.* from customer c where true order by "
                                        + order
                                        + " limit 20");

                all.assertThat(plan).as(sort).contains("Index Scan").doesNotContain("Sort");
            }
        }
        all.assertAll();
    }

    @Test
    void asksAnIndex() {
        jdbc.sql("set local enable_seqscan = off").update();
        SoftAssertions all = new SoftAssertions();
        for (String asked : ANSWERED_BY) {
            String[] answer = asked.split(" \\| ", 2);

            String plan = plan(answer[1]);

            all.assertThat(plan).as(asked).contains(answer[0]).doesNotContain("Seq Scan");
        }
        all.assertAll();
    }

    private String plan(String query) {
        return String.join("\n", jdbc.sql("explain " + query).query(String.class).list());
    }
}
