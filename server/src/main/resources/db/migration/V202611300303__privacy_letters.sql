-- What customers are told about their data: letters made from templates that the company edits; the words of a letter stay
-- as they were handed over (PIPL, article 17).
create table letter_template (
    id         uuid        primary key,
    version    bigint      not null default 0,
    kind       text        not null check (kind in ('STORAGE', 'USE', 'DESTRUCTION', 'OTHER')),
    title      text        not null check (length(title) between 1 and 100),
    body       text        not null check (length(body) between 1 and 5000),
    retired_at timestamptz,
    changed_at timestamptz not null default now(),
    changed_by uuid        not null default '00000000-0000-0000-0000-000000000000'
);
revoke delete on letter_template from kedang_app;

insert into letter_template (id, kind, title, body) values
    ('01930000-0000-7000-8000-000000000311', 'STORAGE', '客户资料收集与保存告知书',
     E'{客户名称}：\n\n　　为与贵方开展业务，我方已为贵方建立客户档案（编号 {客户编号}），保存贵方的名称、证照、联系人、合同往来等资料。资料保存至法律法规规定或者约定的期限届满，期满后按规定销毁或者匿名化处理。\n\n　　贵方有权查阅、复制、更正、补充资料，撤回同意，或者要求删除。请联系{部门} {经办人}，我方将在十五个工作日内答复。\n\n　　特此告知。\n\n{日期}'),
    ('01930000-0000-7000-8000-000000000312', 'USE', '客户资料使用告知书',
     E'{客户名称}：\n\n　　我方将贵方资料用于下列目的：{使用目的}。超出上述目的使用或者向第三方提供的，我方将另行征得贵方同意。\n\n　　贵方可以随时撤回同意，撤回不影响此前已进行的处理。联系人：{部门} {经办人}。\n\n　　特此告知。\n\n{日期}'),
    ('01930000-0000-7000-8000-000000000313', 'DESTRUCTION', '客户资料销毁告知书',
     E'{客户名称}：\n\n　　贵方客户档案（编号 {客户编号}）中保管期限届满或者经贵方要求删除的资料，我方已按审批程序予以销毁，并登记留痕。备份介质中的资料将随备份到期自动清除。\n\n　　特此告知。\n\n{部门}　{经办人}\n{日期}');

create sequence letter_number;
create table letter (
    id          uuid        primary key,
    number      text        not null,
    customer_id uuid        not null references customer,
    template_id uuid        not null references letter_template,
    kind        text        not null,
    title       text        not null,
    body        text        not null,
    prepared_by uuid        not null,
    prepared_at timestamptz not null,
    handed_on   date,
    handed_how  text        check (handed_how in ('WRITTEN', 'PHONE', 'WEB', 'MAIL', 'OTHER')),
    handed_to   text        check (length(handed_to) between 1 and 60),
    handed_by   uuid,
    handed_at   timestamptz,
    constraint letter_number_unique unique (number),
    constraint letter_handed check (num_nonnulls(handed_on, handed_how, handed_to, handed_by, handed_at) in (0, 5))
);
create index letter_customer on letter (customer_id, prepared_at desc, id desc);
create index letter_of_template on letter (template_id);
-- the words cannot be changed, only that it was handed over is added
revoke update on letter from kedang_app;
grant update (handed_on, handed_how, handed_to, handed_by, handed_at) on letter to kedang_app;
