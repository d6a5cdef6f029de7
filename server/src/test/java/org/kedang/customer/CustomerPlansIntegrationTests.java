package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.Statistics;
import org.kedang.kernel.SortOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;

/**
 * A page of the list reads one page of an index, whichever way it is sorted; it never sorts the
 * table.
 */
@IntegrationTest
@Transactional
class CustomerPlansIntegrationTests {
    private static final int MANY = 20_000;

    @Autowired JdbcClient jdbc;
    @Autowired Environment environment;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updatedAt",
                "-updatedAt",
                "createdAt",
                "-createdAt",
                "name",
                "-name",
                "grade",
                "-grade"
            })
    void readsAPageInTheOrderOfAnIndex(String sort) {
        fill();
        Map<String, String> columns =
                Map.of(
                        "updatedAt",
                        "c.updated_at",
                        "createdAt",
                        "c.created_at",
                        "name",
                        "c.name",
                        "grade",
                        "c.grade");
        String order = SortOrder.parse(sort, sort, columns).sql("c.id");

        String plan =
                String.join(
                        "\n",
                        jdbc.sql(
                                        "explain select c.* from customer c where true order by "
                                                + order
                                                + " limit 20")
                                .query(String.class)
                                .list());

        assertThat(plan).contains("Index Scan").doesNotContain("Sort");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer_by_tag | select c.* from customer c where c.tags @> array['稀']::text[]"
                        + " order by c.updated_at desc, c.id desc limit 20",
                "customer_by_more | select c.* from customer c where c.more @>"
                        + " '{\"f1\":\"稀\"}'::jsonb order by c.updated_at desc, c.id desc limit 20",
                "customer_range_by_value | select c.* from customer c where c.id in (select"
                        + " r.customer_id from customer_range r where r.field = 'f2' and r.value >="
                        + " 100 and r.value <= 200) order by c.updated_at desc, c.id desc limit 20",
                "customer_by_parent | select c.id from customer c where c.parent_id ="
                        + " '00000000-0000-7000-8000-000000000000'",
                "customer_version_pkey | select v.* from customer_version v where v.customer_id ="
                    + " '00000000-0000-7000-8000-000000000000' order by v.version desc limit 20",
                "dossier_customer | select d.id from dossier d where d.customer_id ="
                    + " '00000000-0000-7000-8000-000000000000' order by d.opened_at desc, d.id desc"
                    + " limit 31"
            })
    void asksAnIndex(String index, String query) {
        try (Statistics statistics = new Statistics(jdbc, environment)) {
            fill();
            statistics.gather("customer");
        }
        jdbc.sql("set local enable_seqscan = off").update();

        String plan = String.join("\n", jdbc.sql("explain " + query).query(String.class).list());

        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }
}
