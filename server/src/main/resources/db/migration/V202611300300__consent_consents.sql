-- For what a customer's data is used, and what the customer said to it: purposes are data that the company edits, what was
-- said is only ever added to (PIPL, articles 13 to 17).
create table consent_purpose (
    id            uuid        primary key,
    version       bigint      not null default 0,
    code          text        not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    zh            text        not null check (length(zh) between 1 and 60),
    en            text        not null check (length(en) between 1 and 120),
    why           text        not null check (length(why) between 1 and 500),
    basis         text        not null check (basis in ('CONSENT', 'CONTRACT', 'LEGAL_DUTY', 'OTHER')),
    needs_consent boolean     not null,
    warns         boolean     not null,
    months        int         check (months between 1 and 600),
    retired_at    timestamptz,
    changed_at    timestamptz not null default now(),
    changed_by    uuid        not null default '00000000-0000-0000-0000-000000000000',
    constraint consent_purpose_code_unique unique (code),
    constraint consent_purpose_basis check (needs_consent or basis <> 'CONSENT'),
    constraint consent_purpose_warns check (needs_consent or not warns)
);
comment on column consent_purpose.warns is 'whoever opens a customer is warned while the consent is missing';
comment on column consent_purpose.months is 'how long a consent holds unless it says otherwise; null: until it is withdrawn';
revoke delete on consent_purpose from kedang_app;

insert into consent_purpose (id, code, zh, en, why, basis, needs_consent, warns, months) values
    ('01930000-0000-7000-8000-000000000301', 'business', '签约与履约', 'Contracts and their performance', '报价、签约、发货、验收、结算所必需的联系与记录。', 'CONTRACT', false, false, null),
    ('01930000-0000-7000-8000-000000000302', 'accounting', '开票与财税凭证', 'Invoices and tax records', '依会计法、税收征管法开具发票并保存凭证。', 'LEGAL_DUTY', false, false, null),
    ('01930000-0000-7000-8000-000000000303', 'marketing', '营销推广与活动邀约', 'Marketing and invitations', '发送产品资料、活动邀请、节日问候。', 'CONSENT', true, true, 24),
    ('01930000-0000-7000-8000-000000000304', 'survey', '回访与满意度调查', 'Follow-ups and surveys', '售后回访、满意度调查，用于改进服务。', 'CONSENT', true, false, 24),
    ('01930000-0000-7000-8000-000000000305', 'credit', '信用查询与评估', 'Credit checks', '向征信机构、第三方平台查询信用状况，用于授信。', 'CONSENT', true, false, 12),
    ('01930000-0000-7000-8000-000000000306', 'providing', '向第三方提供资料', 'Provision to third parties', '向合作方、受托方提供客户资料；须单独同意（个人信息保护法第二十三条）。', 'CONSENT', true, false, 12),
    ('01930000-0000-7000-8000-000000000307', 'sensitive', '处理敏感个人信息', 'Sensitive personal information', '身份证件、银行账户、生物识别等；须单独同意（个人信息保护法第二十九条）。', 'CONSENT', true, false, null);

create table consent_event (
    id          uuid        primary key,
    customer_id uuid        not null references customer,
    purpose_id  uuid        not null references consent_purpose,
    subject     text        not null default '' check (length(subject) <= 60),
    kind        text        not null check (kind in ('GIVEN', 'WITHDRAWN')),
    said_on     date        not null,
    channel     text        not null check (channel in ('WRITTEN', 'PHONE', 'WEB', 'MAIL', 'OTHER')),
    note        text        not null check (length(note) between 1 and 500),
    valid_until date,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    constraint consent_event_term check (valid_until >= said_on),
    constraint consent_event_withdrawn check (kind = 'GIVEN' or valid_until is null)
);
comment on column consent_event.subject is 'the person at the customer who said it; empty: the customer';
comment on column consent_event.note is 'the proof of a consent, the reason of a withdrawal';
create index consent_event_customer on consent_event (customer_id, recorded_at desc, id desc);
create index consent_event_purpose on consent_event (purpose_id);

create table consent_scan (
    event_id     uuid        primary key references consent_event,
    content_id   uuid        not null references content,
    content_name text        not null,
    key_id       uuid        not null,
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    recorded_by  uuid        not null,
    recorded_at  timestamptz not null
);
create index consent_scan_content on consent_scan (content_id);

-- what was said stays as it was said; it ends only with the customer, and then all of it at once
revoke update, delete on consent_event, consent_scan from kedang_app;
create function consent_erase(customer uuid) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from consent_scan where event_id in (select id from consent_event where customer_id = customer);
    delete from consent_event where customer_id = customer;
$$;
revoke all on function consent_erase from public;
grant execute on function consent_erase to kedang_app;

insert into role_permission (role, permission, administrator) values ('CLERK', 'PRIVACY_MANAGE', false);
