-- What is kept about made customers (numbers B00000000 and on) beside their record. Days lie around the day on which it runs,
-- so that something always falls due. Words in braces stand for the customers m with their run m.i, and for ids that are the
-- same each time and grow with the run, as the product's do. What depends on what stands before it follows without an empty line.

insert into contact (id, version, customer_id, name, sex, position, department, mobile, mobile_key, mail, birthday, role, main,
    created_at, created_by, updated_at, updated_by)
select {id a001 k}, 0, m.id,
    substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧', 1 + (m.i * 7 + k * 11) % 30, 1)
        || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平', 1 + (m.i / 30 + k) % 20, 1)
        || substr('华建国文志晓海红玉春小金永德云兰英桂梅俊', 1 + (m.i / 600) % 20, 1),
    (array['MALE', 'FEMALE'])[1 + (m.i + k) % 2], (array['总经理', '采购经理'])[1 + k], (array['总经办', '采购部'])[1 + k],
    '13' || lpad((m.i * 2 + k)::text, 9, '0'), '13' || lpad((m.i * 2 + k)::text, 9, '0'),
    'm' || m.i * 2 + k || '@example.cn', to_char(date '1960-01-01' + (m.i * 3 + k) % 15000, 'YYYY-MM-DD'),
    case k when 0 then 'DECIDER' else (array['INFLUENCER', 'BUYER', 'USER'])[1 + m.i % 3] end, k = 0,
    m.created_at + interval '1 hour', m.owner_id, m.created_at + interval '1 hour', m.owner_id
from {made} m, generate_series(0, 1) k;

insert into contact_role_term (id, contact_id, customer_id, role, since, recorded_by, recorded_at)
select {id a002 k}, {id a001 k}, m.id,
    case k when 0 then 'DECIDER' else (array['INFLUENCER', 'BUYER', 'USER'])[1 + m.i % 3] end,
    m.created_at::date, m.owner_id, m.created_at + interval '1 hour'
from {made} m, generate_series(0, 1) k;

insert into certificate (id, version, customer_id, kind, name, number, issuer, valid_from, valid_until, long_term, review_due,
    created_at, created_by, updated_at, updated_by)
select {id a003 k}, 0, m.id, (array['BUSINESS_LICENCE', 'PERMIT'])[1 + k], (array[null, '食品经营许可证'])[1 + k],
    (array['91330600MA', 'JY133060'])[1 + k] || lpad(m.i::text, 8, '0'), '市场监督管理局', date '2015-01-01' + m.i % 3000,
    case when k = 1 or m.i % 3 > 0 then current_date - 365 + (m.i * 37 + k * 500) % 3650 end, k = 0 and m.i % 3 = 0,
    case k when 1 then current_date - 30 + (m.i * 13) % 400 end, m.created_at, m.owner_id, m.created_at, m.owner_id
from {made} m, generate_series(0, 1) k where k = 0 or m.i % 5 = 0;

insert into certificate_review (id, certificate_id, due, done_on, recorded_by, recorded_at)
select {id a004 0}, {id a003 1}, current_date - 400, current_date - 405, m.owner_id, now() - interval '405 days'
from {made} m where m.i % 10 = 0;

insert into preference (id, version, customer_id, contact_id, topic_id, text, importance, created_at, created_by, updated_at, updated_by)
select {id a005 0}, 0, m.id, case m.i % 4 when 0 then {id a001 0} end,
    ('01930000-0000-7000-8000-00000000000' || 1 + m.i % 6)::uuid,
    (array['住高层无烟房', '不吃香菜', '喝龙井', '忌数字四', '到站接送', '爱听越剧'])[1 + m.i % 6],
    (array['MUST', 'IMPORTANT', 'NICE'])[1 + m.i % 3], m.created_at, m.owner_id, m.created_at, m.owner_id
from {made} m where m.i % 2 = 0;

insert into activity (id, version, customer_id, contact_id, kind, name, held_on, place, created_at, created_by, updated_at, updated_by)
select {id a006 0}, 0, m.id, {id a001 1}, (array['EXHIBITION', 'SEMINAR', 'TRAINING'])[1 + m.i % 3], '第' || m.i % 40 || '届柯桥纺博会',
    current_date - m.i % 1000, '柯桥', m.created_at, m.owner_id, m.created_at, m.owner_id
from {made} m where m.i % 4 = 0;

insert into customer_identifier (id, customer_id, kind, value, key, created_at, created_by)
select {id a007 0}, m.id, 'MEMBER', 'VIP' || lpad(m.i::text, 8, '0'), 'VIP' || lpad(m.i::text, 8, '0'), m.created_at, m.owner_id
from {made} m where m.i % 5 = 0
union all
select {id a007 1}, m.id, 'PLATE', '浙' || p.letter || '·' || p.digits, '浙' || p.letter || p.digits, m.created_at, m.owner_id
from {made} m, lateral (select substr('ABCDEFGHJKL', 1 + m.i / 100000 % 11, 1) letter, lpad((m.i % 100000)::text, 5, '0') digits) p
where m.i % 7 = 0;

insert into consent_event (id, customer_id, purpose_id, kind, said_on, channel, note, valid_until, recorded_by, recorded_at)
select {id a008 k}, m.id, ('01930000-0000-7000-8000-00000000030' || 3 + m.i % 3)::uuid, (array['GIVEN', 'WITHDRAWN'])[1 + k],
    current_date - 300 + k * 100, 'WRITTEN', (array['签字的同意书', '来函撤回'])[1 + k], case k when 0 then current_date - 100 + m.i % 700 end,
    m.owner_id, now() - interval '300 days' + k * interval '100 days' + m.i * interval '1 millisecond'
from {made} m, generate_series(0, 1) k where k = 0 or m.i % 20 = 0;

insert into registration (customer_id, customer_owner_id, customer_department_id, first_contact_on, entered_on, due_on, state, met,
    source, number, registered_on, registered_at, registered_by)
select m.id, m.owner_id, m.department_id, current_date - 20, current_date - 20, current_date - 10 + m.i % 20, s.state, 'VISIT', '走访',
    case s.state when 'DONE' then 'BM-' || lpad(m.i::text, 8, '0') end, case s.state when 'DONE' then current_date - m.i % 300 end,
    case s.state when 'DONE' then now() - m.i % 300 * interval '1 day' end, case s.state when 'DONE' then m.owner_id end
from {made} m, lateral (select case m.i % 30 when 0 then 'DUE' else 'DONE' end state) s where m.i % 3 = 0
on conflict do nothing;

insert into expense (id, customer_id, customer_owner_id, customer_department_id, kind, amount, spent_on, participants, purpose,
    request_id, request_number, spent_by, department_id, booked_at)
select {id a009 0}, m.id, m.owner_id, m.department_id, (array['HOSPITALITY', 'TRAVEL', 'GIFT'])[1 + m.i % 3], 100 + m.i % 5000, current_date - m.i * 17 % 1500,
    '王建国等三人', '拜访客户', {id a009 1}, 'BM-' || m.i, m.owner_id, m.department_id, now() - m.i * 17 % 1500 * interval '1 day'
from {made} m where m.i % 2 = 0;

insert into confirmation_round (quarter, begun_on, due_on, closed_on, left_open)
select q, q, q + 20, case when q < date_trunc('quarter', current_date) then q + 60 end,
    case when q < date_trunc('quarter', current_date) then 0 end
from generate_series(0, 1) k, lateral (select (date_trunc('quarter', current_date) - k * interval '3 months')::date q) quarters
on conflict do nothing;

-- as people work: what was untouched longest was looked through first
insert into confirmation (customer_id, quarter, version, confirmed_by, confirmed_at, customer_owner_id, customer_department_id, counted)
select m.id, r.quarter, m.version, m.owner_id, r.made_at, m.owner_id, m.department_id,
    m.created_at < (r.quarter + 1)::timestamp at time zone 'Asia/Shanghai'
from {made} m join (
    select date_trunc('quarter', current_date)::date quarter, timestamptz '2026-07-15' changed_before, 0 spared, now() - interval '1 day' made_at
    union all
    select (date_trunc('quarter', current_date) - interval '3 months')::date, 'infinity', 10, now() - interval '100 days') r
    on m.updated_at < r.changed_before and (r.spared = 0 or m.i % r.spared > 0);

insert into handover (id, number, to_owner, to_department, reason, state, total, made_by, made_at, started_at, ended_at)
select ('0191a010' || lpad(to_hex(k), 8, '0') || substr(md5(k::text), 1, 16))::uuid, 'YM-' || lpad(k::text, 6, '0'), p.id,
    p.department_id, '岗位调整', 'DONE', 0, p.id, now() - k * interval '3 days', now() - k * interval '3 days', now() - k * interval '3 days'
from generate_series(0, 49) k, (select id, department_id from person where user_name = 'head') p
on conflict do nothing;
insert into handover_line (handover_id, place, customer_id, old_owner, old_department, state, done_at)
select h.id, m.i / 1000 + 1, m.id, m.owner_id, m.department_id, 'DONE', h.ended_at
from {made} m join handover h on h.number = 'YM-' || lpad((m.i / 20 % 50)::text, 6, '0') where m.i % 20 = 0;
update handover h set total = l.lines, done = l.lines
from (select handover_id, count(*) lines from handover_line group by 1) l where l.handover_id = h.id and h.number like 'YM-%';

insert into rights_case (id, number, words, customer_owner_id, customer_department_id, kind, state, customer_id, requester, channel, wish,
    received_on, due_on, responsible_id, identity, answer, answered_on, closed_by, closed_at, recorded_by, recorded_at)
select {id a011 0}, 'QM-' || lpad(m.i::text, 8, '0'), lower('QM-' || lpad(m.i::text, 8, '0') || ' 王芳 ' || m.number || ' ' || m.name),
    m.owner_id, m.department_id, (array['ACCESS', 'COPY', 'CORRECTION'])[1 + m.i / 50 % 3], s.state, m.id,
    '王芳', 'PHONE', '想知道存了哪些资料', d.day, d.day + 15, m.owner_id, case s.state when 'RECEIVED' then null else 'CALL_BACK' end,
    case s.state when 'DONE' then '已答复' end, case s.state when 'DONE' then d.day + 10 end,
    case s.state when 'DONE' then m.owner_id end, case s.state when 'DONE' then d.day + interval '10 days' end,
    m.owner_id, d.day + interval '9 hours'
from {made} m, lateral (select (array['RECEIVED', 'WORKING', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE'])[1 + m.i / 50 % 10] state) s,
    lateral (select case s.state when 'DONE' then current_date - 20 - m.i / 50 % 900 else current_date - m.i / 50 % 20 end as day) d
where m.i % 50 = 0;

insert into rights_case_step (id, case_id, at, by_id, kind, text)
select {id a012 0}, {id a011 0}, now() - interval '15 days', m.owner_id, 'RECEIVED', '来电' from {made} m where m.i % 50 = 0;

insert into feedback (id, number, words, customer_owner_id, customer_department_id, state, channel, text, giver, customer_id, received_on,
    assigned_to, answer, answered_by, answered_at, conclusion, closed_by, closed_at, recorded_by, recorded_at)
select {id a013 0}, 'FM-' || lpad(m.i::text, 8, '0'), lower('FM-' || lpad(m.i::text, 8, '0') || ' ' || t.text || ' 王芳 ' || m.name), m.owner_id,
    m.department_id, s.state, 'PHONE', t.text, '王芳', m.id, d.day, case s.state when 'NEW' then null else m.owner_id end, case s.state when 'CLOSED' then '已回电' end,
    case s.state when 'CLOSED' then m.owner_id end, case s.state when 'CLOSED' then d.day + interval '2 days' end,
    case s.state when 'CLOSED' then '客户满意' end, case s.state when 'CLOSED' then m.owner_id end,
    case s.state when 'CLOSED' then d.day + interval '3 days' end, m.owner_id, d.day + interval '9 hours' + m.i % 3600 * interval '1 second'
from {made} m, lateral (select (array['NEW', 'ASSIGNED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED'])[1 + m.i / 10 % 10] state) s,
    lateral (select current_date - m.i / 10 % 900 as day) d,
    lateral (select case m.i % 5000 when 0 then '包装破损' else '交货及时，希望能开专票' end as text) t
where m.i % 10 = 0;

insert into letter (id, number, customer_id, template_id, kind, title, body, prepared_by, prepared_at)
select {id a014 0}, 'GM-' || lpad(m.i::text, 8, '0'), m.id, '01930000-0000-7000-8000-000000000311', 'STORAGE', '客户资料收集与保存告知书',
    m.name || '：特此告知。', m.owner_id, now() - m.i % 900 * interval '1 day'
from {made} m where m.i % 20 = 0;

insert into customer_deletion (id, request_id, request_number, customer_id, customer_number, customer_version, basis, reason,
    requested_by, approved_at, state, ended_by, ended_at)
select {id a015 0}, {id a015 1}, 'SM-' || lpad(m.i::text, 8, '0'), {id a015 2}, 'X' || lpad(m.i::text, 8, '0'), 0, 'NO_RELATION', '多年没有往来',
    m.owner_id, now() - m.i % 900 * interval '1 day', 'EXECUTED', p.id, now() - m.i % 900 * interval '1 day'
from {made} m, (select id from person where user_name = 'sysadmin') p where m.i % 200 = 0;

insert into deletion_register (id, number, customer_number, customer_type, salt, digest, request_id, request_number, basis, reason,
    requested_by, approved_by, approved_at, executed_by, executed_at, erased, backups_until)
select {id a016 0}, 'SC-' || lpad(m.i::text, 8, '0'), 'X' || lpad(m.i::text, 8, '0'), 'ORGANISATION', decode(md5(m.number), 'hex'),
    sha256(m.number::bytea), {id a015 1}, 'SM-' || lpad(m.i::text, 8, '0'), 'NO_RELATION', '多年没有往来', '李晓梅', array['周明华'],
    now() - m.i % 900 * interval '1 day', '赵强', now() - m.i % 900 * interval '1 day', '[]', current_date
from {made} m where m.i % 200 = 0;

insert into dossier (id, version, number, title, customer_id, customer_name, fonds_code, category_code, class_code, year, period_code,
    owner_id, department_id, secrecy, state, key_id, opened_at, opened_by)
select {id a017 0}, 0, 'BM-' || lpad(m.i::text, 8, '0'), m.name || '客户档案', m.id, m.name, r.fonds, r.category_code, r.code, 2026,
    r.period_code, m.owner_id, m.department_id, 0, 'TEMPORARY', {id a017 1}, m.created_at, m.owner_id
from {made} m, (select k.code, k.category_code, k.period_code, f.code fonds from record_class k, fonds f order by k.position limit 1) r
where m.i % 20 = 0
