package org.kedang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Dossiers of the made customers, without items. */
final class MadeDossiers {
    private MadeDossiers() {}

    /** One dossier for each of the first customers, until there are about {@code wanted}. */
    static void fill(Connection owner, int wanted) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    """
                    insert into dossier (id, version, number, title, customer_id, customer_name, fonds_code, category_code,
                      class_code, year, period_code, owner_id, department_id, secrecy, state, key_id, opened_at, opened_by)
                    select gen_random_uuid(), 0, 'RLS-' || c.number, c.name || '客户档案', c.id, c.name, r.fonds, r.category_code,
                      r.code, 2026, r.period_code, c.owner_id, c.department_id, n %% 4, 'TEMPORARY', gen_random_uuid(),
                      c.created_at + n * interval '1 second', c.owner_id
                    from (select *, row_number() over (order by number) n from customer where number like 'B%%'
                          order by number limit %d) c,
                      (select k.code, k.category_code, k.period_code, f.code fonds from record_class k, fonds f
                       order by k.position limit 1) r
                    on conflict do nothing
                    """
                            .formatted(wanted));
            statement.execute("vacuum analyze dossier");
            statement.execute("vacuum analyze customer");
        }
    }
}
