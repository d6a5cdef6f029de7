-- One customer about whom everything is kept by the hundred: some 5,000 entries in its timeline, of every kind.
-- Words in braces as in kept-about-customers.sql; the customers are this one customer.

insert into contact (id, version, customer_id, name, position, role, main, created_at, created_by, updated_at, updated_by)
select {id b001 k}, 0, m.id, '王' || k || '号', '采购员', 'DECIDER', false, t.at, m.owner_id, t.at, m.owner_id
from {made} m, generate_series(1, 300) k, lateral (select now() - k * interval '7 hours' as at) t on conflict do nothing;

insert into contact_role_term (id, contact_id, customer_id, role, since, until, recorded_by, recorded_at, ended_by, ended_at)
select {id b002 k}, {id b001 k}, m.id, 'DECIDER', current_date - 90, case when k > 10 then current_date end, m.owner_id,
    now() - k * interval '7 hours', case when k > 10 then m.owner_id end, case when k > 10 then now() - k * interval '3 hours' end
from {made} m, generate_series(1, 300) k on conflict do nothing;

insert into certificate (id, version, customer_id, kind, number, valid_until, long_term, created_at, created_by, updated_at, updated_by)
select {id b003 k}, 0, m.id, 'PERMIT', 'XK' || k, current_date + k, false, t.at, m.owner_id, t.at, m.owner_id
from {made} m, generate_series(1, 300) k, lateral (select now() - k * interval '9 hours' as at) t on conflict do nothing;

insert into certificate_review (id, certificate_id, due, done_on, recorded_by, recorded_at)
select {id b004 k}, {id b003 k}, current_date - 30, current_date - 30, m.owner_id, now() - k * interval '5 hours'
from {made} m, generate_series(1, 200) k on conflict do nothing;

insert into preference (id, version, customer_id, topic_id, text, importance, created_at, created_by, updated_at, updated_by)
select {id b005 k}, 0, m.id, '01930000-0000-7000-8000-000000000002', '不吃第 ' || k || ' 道菜', (array['MUST', 'IMPORTANT', 'NICE'])[1 + k % 3],
    t.at, m.owner_id, t.at, m.owner_id
from {made} m, generate_series(1, 200) k, lateral (select now() - k * interval '11 hours' as at) t on conflict do nothing;

insert into activity (id, version, customer_id, kind, name, held_on, created_at, created_by, updated_at, updated_by)
select {id b006 k}, 0, m.id, 'SEMINAR', '第 ' || k || ' 期沙龙', current_date - k, t.at, m.owner_id, t.at, m.owner_id
from {made} m, generate_series(1, 200) k, lateral (select now() - k * interval '13 hours' as at) t on conflict do nothing;

insert into consent_event (id, customer_id, purpose_id, subject, kind, said_on, channel, note, recorded_by, recorded_at)
select {id b008 k}, m.id, '01930000-0000-7000-8000-000000000303', '王' || k / 2 || '号', (array['GIVEN', 'WITHDRAWN'])[1 + k % 2],
    current_date - k, 'PHONE', '电话里说的', m.owner_id, now() - k * interval '6 hours'
from {made} m, generate_series(1, 500) k on conflict do nothing;

insert into expense (id, customer_id, kind, amount, spent_on, participants, purpose, request_id, request_number, spent_by,
    department_id, booked_at)
select {id b009 k}, m.id, (array['HOSPITALITY', 'TRAVEL', 'GIFT'])[1 + k % 3], 100 + k, current_date - k, '王建国', '拜访客户',
    {id b00a k}, 'BZ-' || k, m.owner_id, m.department_id, now() - k * interval '8 hours'
from {made} m, generate_series(1, 1000) k on conflict do nothing;

insert into rights_case (id, number, kind, state, customer_id, requester, channel, wish, received_on, due_on, responsible_id, identity,
    answer, answered_on, closed_by, closed_at, recorded_by, recorded_at)
select {id b011 k}, 'QZ-' || k, 'ACCESS', 'DONE', m.id, '王芳', 'PHONE', '想知道存了哪些资料', current_date - k - 15, current_date - k, m.owner_id,
    'CALL_BACK', '已答复', current_date - k, m.owner_id, now() - k * interval '10 hours', m.owner_id, now() - k * interval '11 hours'
from {made} m, generate_series(1, 200) k on conflict do nothing;

insert into feedback (id, number, state, channel, text, customer_id, received_on, recorded_by, recorded_at)
select {id b013 k}, 'FZ-' || k, 'NEW', 'PHONE', '交货及时', m.id, current_date - k, m.owner_id, now() - k * interval '12 hours'
from {made} m, generate_series(1, 300) k on conflict do nothing;

insert into letter (id, number, customer_id, template_id, kind, title, body, prepared_by, prepared_at)
select {id b014 k}, 'GZ-' || k, m.id, '01930000-0000-7000-8000-000000000311', 'STORAGE', '客户资料收集与保存告知书', '特此告知。', m.owner_id,
    now() - k * interval '14 hours'
from {made} m, generate_series(1, 200) k on conflict do nothing;

insert into handover_line (handover_id, place, customer_id, old_owner, old_department, state, done_at)
select h.id, 1000000 + m.i, m.id, m.owner_id, m.department_id, 'DONE', h.ended_at from {made} m, handover h where h.number like 'YM-%'
on conflict do nothing;

insert into confirmation_round (quarter, begun_on, due_on, closed_on, left_open)
select q, q, q + 20, q + 60, 0
from generate_series(2, 39) k, lateral (select (date_trunc('quarter', current_date) - k * interval '3 months')::date q) quarters
on conflict do nothing;

insert into confirmation (customer_id, quarter, version, confirmed_by, confirmed_at)
select m.id, r.quarter, 0, m.owner_id, r.quarter + interval '5 days' from {made} m, confirmation_round r on conflict do nothing;

insert into dossier (id, version, number, title, customer_id, customer_name, fonds_code, category_code, class_code, year, period_code,
    owner_id, department_id, secrecy, state, key_id, opened_at, opened_by)
select {id b017 k}, 0, 'BZ-' || k, m.name || '客户档案', m.id, m.name, r.fonds, r.category_code, r.code, 2026,
    r.period_code, m.owner_id, m.department_id, 0, 'TEMPORARY', {id b018 k}, now() - k * interval '15 hours', m.owner_id
from {made} m, generate_series(1, 200) k, (select k.code, k.category_code, k.period_code, f.code fonds from record_class k, fonds f order by k.position limit 1) r
on conflict do nothing
