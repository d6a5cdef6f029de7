package org.kedang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import java.io.IOException;
import java.util.List;

/**
 * What carries its customer's place is always seen by whoever sees the customer, by nobody else.
 */
@IntegrationTest
@Transactional
class PlacesIntegrationTests {
    @Autowired JdbcClient jdbc;

    private List<String> tables = List.of();

    @BeforeEach
    void fill() throws IOException {
        new ManyCustomers(jdbc).fill(300);
        tables =
                jdbc.sql(
                                """
                                select table_name from information_schema.columns
                                where column_name = 'customer_owner_id' and table_schema = 'public' order by 1
                                """)
                        .query(String.class)
                        .list();
        assertThat(tables)
                .containsExactly(
                        "confirmation", "expense", "feedback", "registration", "rights_case");
    }

    private long elsewhere(String table) {
        return count(
                """
                select count(*) from %s k join customer c on c.id = k.customer_id
                where (k.customer_owner_id, k.customer_department_id) is distinct from (c.owner_id, c.department_id)
                """
                        .formatted(table));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void followsItsCustomer() {
        jdbc.sql(
                        """
                        update customer c set owner_id = p.id, department_id = p.department_id, name = c.name || '分厂Y'
                        from person p where c.number like 'B%' and p.user_name = 'secadmin'
                        """)
                .update();

        for (String table : tables) {
            assertThat(
                            count(
                                    "select count(*) from %s where customer_id is not null"
                                            .formatted(table)))
                    .as(table)
                    .isPositive();
            assertThat(elsewhere(table)).as(table).isZero();
        }
        for (String table : List.of("feedback", "rights_case")) {
            assertThat(
                            count(
                                    "select count(*) from %s k join customer c on c.id = k.customer_id where c.number like 'B%%' and k.words not like '%%分厂y%%'"
                                            .formatted(table)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void isKeptWhoeverEntersIt() {
        jdbc.sql("delete from confirmation").update();
        jdbc.sql(
                        """
                        insert into confirmation (customer_id, quarter, version, confirmed_by, confirmed_at)
                        select c.id, r.quarter, 0, c.owner_id, now() from customer c, confirmation_round r
                        where c.number like 'B%' and r.closed_on is null
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into feedback (id, number, state, channel, text, customer_id, received_on, recorded_by, recorded_at)
                        select gen_random_uuid(), 'OF-' || c.number, 'NEW', 'PHONE', 'Ａ很好', c.id, current_date, c.owner_id, now()
                        from customer c where c.number like 'B%'
                        """)
                .update();

        assertThat(elsewhere("confirmation")).isZero();
        assertThat(elsewhere("feedback")).isZero();
        assertThat(
                        count(
                                """
                                select count(*) from confirmation k join customer c on c.id = k.customer_id
                                    join confirmation_round r using (quarter)
                                where k.counted <> (c.created_at < (r.begun_on + 1)::timestamp at time zone 'Asia/Shanghai')
                                """))
                .isZero();
        assertThat(count("select count(*) from feedback where words like 'of-b00000007 ａ很好%'"))
                .isOne();
    }

    @Test
    void isForgottenWithItsCustomer() {
        jdbc.sql(
                        """
                        select privacy_erase(c.id) from customer c
                        where exists (select 1 from rights_case k where k.customer_id = c.id and k.state = 'RECEIVED')
                        """)
                .query()
                .listOfRows();

        assertThat(
                        count(
                                "select count(*) from rights_case where detached and"
                                        + " (customer_owner_id is not null or words like '%计划%')"))
                .isZero();
        assertThat(count("select count(*) from rights_case where detached")).isPositive();
    }
}
