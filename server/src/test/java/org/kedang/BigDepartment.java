package org.kedang;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** Many customers with a dossier each, put into a department without telling the log. */
public final class BigDepartment {
    private static final String CUSTOMER =
            """
            insert into customer (id, version, number, type, name, name_key, kind, owner_id, department_id,
                                  created_at, created_by, updated_at, updated_by)
            select gen_random_uuid(), 0, 'M' || gen_random_uuid(), 'ORGANISATION', '大部门客户' || i, '大部门客户' || i, 'GENERAL',
                   p.id, :department, now(), p.id, now(), p.id
            from generate_series(1, :n) i, person p where p.user_name = 'clerk'
            """;

    private static final String DOSSIER =
            """
            insert into dossier (id, version, number, title, customer_id, customer_name, fonds_code, category_code,
                                 class_code, year, period_code, owner_id, department_id, secrecy, state, key_id,
                                 opened_at, opened_by)
            select gen_random_uuid(), 0, 'M' || gen_random_uuid(), c.name || '资料', c.id, c.name, d.fonds_code, d.category_code,
                   d.class_code, d.year, d.period_code, c.owner_id, c.department_id, 1, 'TEMPORARY', d.key_id, now(), c.owner_id
            from customer c, (select * from dossier order by id limit 1) d where c.department_id = :department
            """;

    private BigDepartment() {}

    public static void fill(JdbcClient jdbc, UUID department, int customers) {
        jdbc.sql(CUSTOMER).param("department", department).param("n", customers).update();
        jdbc.sql(DOSSIER).param("department", department).update();
    }
}
