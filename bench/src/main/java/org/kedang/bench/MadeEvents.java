package org.kedang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A log of a year: 2,000 people, 400,000 customers, one of them with many events. They count as
 * sealed long ago ({@code tx} 3), so that the sealer leaves them alone.
 */
final class MadeEvents {
    /** The customer everybody works on. */
    static final UUID BUSY = UUID.fromString("00000000-0000-4000-8000-00000000b0b0");

    private static final int BUSY_EVENTS = 20_000;

    private static final String[] INDEXES = {
        "audit_event_tx (tx)",
        "audit_event_subject (subject_id, at desc) where subject_id is not null",
        "audit_event_parent (parent_id, at desc) where parent_id is not null",
        "audit_event_customer (customer_id, at desc)"
                + " where customer_id is not null and customer_id is distinct from subject_id",
        "audit_event_actor (actor_id, at desc)",
        "audit_event_act (act, at desc)"
    };

    private final Connection owner;

    MadeEvents(Connection owner) {
        this.owner = owner;
    }

    void fill(int events) throws SQLException {
        if (count("audit_event") >= events) {
            return;
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute(
                    "select audit_make_months((now() - interval '13 months')::date, now()::date)");
            for (String index : INDEXES) {
                statement.execute("drop index if exists " + index.substring(0, index.indexOf(' ')));
            }
            statement.execute(INSERT.formatted(BUSY, BUSY_EVENTS, events));
            for (String index : INDEXES) {
                String name = index.substring(0, index.indexOf(' '));
                statement.execute(
                        "create index "
                                + name
                                + " on audit_event"
                                + index.substring(name.length()));
            }
            statement.execute("vacuum (analyze) audit_event");
        }
    }

    /** What counting these events would have left. */
    void fillFigures() throws SQLException {
        if (count("activity_day") > PEOPLE) {
            return;
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute("set work_mem = '512MB'");
            for (String figures : FIGURES) {
                statement.execute(figures);
            }
            statement.execute("vacuum (analyze) activity_day, activity_hour");
        }
    }

    private long count(String table) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static final int PEOPLE = 2_000;

    private static final String[] FIGURES = {
        """
        insert into activity_day (day, actor_id, act, act_class, refused, administrator, events, changes)
        select (at at time zone 'Asia/Shanghai')::date, actor_id, act, act_class, result = 'REFUSED', false, count(*), 0
        from audit_event where tx = '3' group by 1, 2, 3, 4, 5 on conflict do nothing
        """,
        """
        insert into activity_hour (hour, actor_id, refused, administrator, events)
        select date_trunc('hour', at), actor_id, result = 'REFUSED', false, count(*)
        from audit_event where tx = '3' group by 1, 2, 3 on conflict do nothing
        """,
        """
        insert into activity_day_all (day, act, act_class, refused, administrator, events)
        select day, act, act_class, refused, administrator, sum(events) from activity_day group by 1, 2, 3, 4, 5
        on conflict on constraint activity_day_all_key do update set events = excluded.events
        """,
        """
        insert into activity_hour_all (hour, refused, administrator, events)
        select hour, refused, administrator, sum(events) from activity_hour group by 1, 2, 3
        on conflict on constraint activity_hour_all_key do update set events = excluded.events
        """
    };

    private static final String INSERT =
            """
            insert into audit_event (id, at, tx, actor_id, actor_user_name, actor_name, post, roles, address, device, session,
                act, act_class, result, subject_type, subject_id, subject_title, parent_id, customer_id, reason, changes)
            select md5('e' || n)::uuid, now() - (%3$d - n) * (interval '365 days' / %3$d), '3',
                   md5('p' || n %% 2000)::uuid, 'person' || n %% 2000, '人员' || n %% 2000, '销售部 · 客户经理', '{SALES}',
                   '10.0.' || n %% 250 || '.' || n %% 199, 'Chrome · Windows', to_hex(n %% 5000),
                   case when n %% 5000 = 0 then 'person.role-granted'
                        when n %% 10 < 6 then 'customer.read' when n %% 10 < 8 then 'item.read' else 'file.viewed' end,
                   case when n %% 10 < 6 then 1 else 2 end,
                   case when n %% 700 = 0 then 'REFUSED' else 'DONE' end,
                   case when n %% 10 < 6 then 'customer' else 'item' end,
                   case when n %% 10 < 6 then c.customer else md5('i' || n %% 3000000)::uuid end,
                   '绍兴鉴湖机电有限公司',
                   case when n %% 10 < 6 then null else md5('d' || n %% 900000)::uuid end,
                   c.customer, null, null
            from generate_series(1::bigint, %3$d) n
            cross join lateral (select case when n %% (%3$d / %2$d) = 0 then '%1$s'::uuid
                                            else md5('c' || n * 7919 %% 400000)::uuid end as customer) c
            """;
}
