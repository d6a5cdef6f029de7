-- Which days are worked cannot be computed: the State Council decides it each year, so each special day is a row.
create table calendar_day (
    day  date primary key,
    kind text not null check (kind in ('OFF', 'WORK')),
    name text not null check (name <> '')
);
comment on column calendar_day.kind is 'OFF: free whatever weekday it is; WORK: worked even on a weekend';

-- the schedule of holidays of the State Council for 2026
insert into calendar_day (day, kind, name)
select day::date, kind, name
from (values ('2026-01-01', '2026-01-03', 'OFF', '元旦'),
             ('2026-01-04', '2026-01-04', 'WORK', '元旦调休上班'),
             ('2026-02-14', '2026-02-14', 'WORK', '春节调休上班'),
             ('2026-02-15', '2026-02-23', 'OFF', '春节'),
             ('2026-02-28', '2026-02-28', 'WORK', '春节调休上班'),
             ('2026-04-04', '2026-04-06', 'OFF', '清明节'),
             ('2026-05-01', '2026-05-05', 'OFF', '劳动节'),
             ('2026-05-09', '2026-05-09', 'WORK', '劳动节调休上班'),
             ('2026-06-19', '2026-06-21', 'OFF', '端午节'),
             ('2026-09-20', '2026-09-20', 'WORK', '国庆节调休上班'),
             ('2026-09-25', '2026-09-27', 'OFF', '中秋节'),
             ('2026-10-01', '2026-10-07', 'OFF', '国庆节'),
             ('2026-10-10', '2026-10-10', 'WORK', '国庆节调休上班')) as span (first, last, kind, name),
     generate_series(first::date, last::date, interval '1 day') as day;
