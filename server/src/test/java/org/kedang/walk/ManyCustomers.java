package org.kedang.walk;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Many customers with all that is kept about them: the same statements that fill the data set of
 * {@code ./kedang bench}, on fewer customers.
 */
final class ManyCustomers {
    private static final Path STATEMENTS = Path.of("../bench/src/main/resources");

    /** About whom everything is kept by the hundred. */
    static final String BUSY = "B00000001";

    private final JdbcClient jdbc;

    ManyCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void fill(int many) throws IOException {
        jdbc.sql(
                        """
                        insert into customer (id, version, number, type, name, name_key, phone, phone_key, region_code, industry_code,
                            kind, grade, tags, parent_id, owner_id, department_id, created_at, created_by, updated_at, updated_by)
                        select ('01900000' || lpad(to_hex(i), 8, '0') || substr(md5(i::text), 1, 16))::uuid, 0, 'B' || lpad(i::text, 8, '0'),
                            case i % 50 when 7 then 'PERSON' else 'ORGANISATION' end, '计划' || i, '计划' || i, '135' || lpad(i::text, 8, '0'),
                            '135' || lpad(i::text, 8, '0'), (array['330602', '330603', '330681', '310101'])[1 + i % 4],
                            (array['A', 'C15', 'C17', 'F51'])[1 + i % 4], (array['TARGET', 'POTENTIAL', 'GENERAL', 'KEY'])[1 + i / 4 % 4],
                            (array['A', 'B', 'C', 'D'])[1 + i / 16 % 4], case i % 3 when 0 then array['重点跟进'] else '{}' end,
                            case when i % 1000 between 1 and 300 then
                                ('01900000' || lpad(to_hex(i - i % 1000), 8, '0') || substr(md5((i - i % 1000)::text), 1, 16))::uuid end,
                            p.id, p.department_id, t.at, p.id, t.at, p.id
                        from generate_series(0, :many - 1) i, lateral (select timestamptz '2026-10-30' - i * interval '20 minutes' as at) t,
                            person p where p.user_name = (array['clerk', 'clerk', 'clerk', 'clerk', 'head', 'head', 'head', 'gm', 'gm', 'sales'])[1 + i * 7919 % 104729 % 10]
                        """)
                .param("many", many)
                .update();
        run("kept-about-customers.sql", 0, many - 1);
        run("busy-customer.sql", 1, 1);
        // as the clock of the rounds finds it
        jdbc.sql(
                        """
                        update confirmation_round set none_due_before = timestamptz '2026-07-15', looked_on = current_date
                        where closed_on is null
                        """)
                .update();
        jdbc.sql(
                        """
                        update customer set version = version + 1, note = '改过', reason = '核对' where number like 'B%'
                            and substr(number, 2)::int % 2 = 0
                        """)
                .update();
        jdbc.sql(
                        """
                        do $$ begin
                            for n in 1..400 loop
                                update customer set version = version + 1, note = '第 ' || n || ' 次' where number = '%s';
                            end loop;
                        end $$
                        """
                                .formatted(BUSY))
                .update();
    }

    private void run(String file, int first, int last) throws IOException {
        String made =
                """
                (select c.*, substr(c.number, 2)::int i from customer c
                 where c.number ~ '^B[0-9]{8}$' and substr(c.number, 2)::int between %d and %d)\
                """
                        .formatted(first, last);
        String id =
                "('0191$1' || lpad(to_hex(m.i * 16 + $2), 8, '0') || substr(md5(m.i::text), 1,"
                        + " 16))::uuid";
        String text = Files.readString(STATEMENTS.resolve(file));
        for (String statement : text.split(";\n")) {
            jdbc.sql(statement.replaceAll("\\{id (\\w+) (\\w+)}", id).replace("{made}", made))
                    .update();
        }
    }
}
