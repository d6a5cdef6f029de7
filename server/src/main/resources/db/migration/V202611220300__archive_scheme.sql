-- The scheme a new installation starts with: fonds, categories, classes and retention as data, and the runs of
-- archival numbers. All of it may be edited later; numbers given are never given again.
create table fonds (
    code text primary key check (code ~ '^[A-Z0-9]{1,8}$'),
    name text not null
);

create table category (
    code        text     primary key check (code ~ '^[A-Z]{2}$'),
    name        text     not null,
    number_rule text     not null,
    position    smallint not null
);

create table retention_period (
    code     text     primary key,
    zh       text     not null,
    en       text     not null,
    years    smallint check (years > 0),
    position smallint not null
);

comment on column retention_period.years is 'after the trigger; null: permanent';

create table record_class (
    code          text     primary key,
    category_code text     not null references category,
    name          text     not null,
    filed         text     not null,
    trigger       text     not null,
    period_code   text     not null references retention_period,
    secrecy       smallint not null check (secrecy between 0 and 3),
    position      smallint not null
);

create table required_document (
    class_code text     not null references record_class,
    position   smallint not null,
    name       text     not null,
    words      text[]   not null,
    primary key (class_code, position)
);

comment on column required_document.words is 'an item whose title or kind holds one of these (lower case) is the document';

create table number_run (
    prefix text   primary key,
    last   bigint not null check (last > 0)
);

insert into fonds (code, name) values ('K001', '客户档案全宗');

insert into category (code, name, number_rule, position) values
    ('KH', '客户',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 1),
    ('WS', '文书',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 2),
    ('KJ', '科技',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 3),
    ('RS', '人事',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 4),
    ('KU', '会计',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 5),
    ('ZY', '专业',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 6),
    ('ZP', '照片',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 7),
    ('LY', '录音',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 8),
    ('LX', '录像',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 9),
    ('SJ', '业务数据', '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 10),
    ('YJ', '公务邮件', '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 11),
    ('WY', '网页信息', '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 12),
    ('MT', '社交媒体', '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 13),
    ('SW', '实物',     '{fonds}-{category}·{year}-{period}-{department}-{number:4}', 14);

insert into retention_period (code, zh, en, years, position) values
    ('Y',   '永久',  'Permanent', null, 1),
    ('D30', '30 年', '30 years',  30,   2),
    ('D10', '10 年', '10 years',  10,   3),
    ('D5',  '5 年',  '5 years',   5,    4);

insert into record_class (code, category_code, name, filed, trigger, period_code, secrecy, position) values
    ('KH·01', 'KH', '客户基本信息', '客户登记表、营业执照等证照、章程、授权书、身份证明、决策人变更、印鉴样本', '合作关系终止', 'D10', 1, 1),
    ('KH·02', 'KH', '业务往来 · 合同', '合同、订单、协议、变更、投标文件、谈判纪要', '合同履行完毕', 'D10', 2, 2),
    ('KH·03', 'KH', '业务往来 · 履行', '交货与验收单、结算、发票（OFD/XML）、收据、往来函件', '合同履行完毕', 'D10', 1, 3),
    ('KH·04', 'KH', '信用', '评估报告、授信决定、逾期与催收文件、担保', '合作关系终止', 'D10', 2, 4),
    ('KH·05', 'KH', '服务', '投诉及处理结果、咨询、回访、满意度调查、维修', '事项办结', 'D5', 1, 5),
    ('KH·06', 'KH', '活动与其他', '展会、研讨、培训、特殊需求、荣誉、媒体', '年度终了', 'D5', 0, 6),
    ('KH·07', 'KH', '项目', '从报价到竣工的项目文件：方案、图纸、变更单、竣工文件', '项目验收', 'D30', 2, 7),
    ('KH·08', 'KH', '物业/租户', '入住登记、押金与付款、装修文件、违规与欠费、报修、紧急联系人', '租期终止', 'D10', 1, 8),
    ('KH·09', 'KH', '用印与印章', '用印申请及用印文件与照片、交接、盘点、注销', '印章注销', 'Y', 2, 9),
    ('KH·10', 'KH', '管理记录', '销毁清册、移交凭证、鉴定报告、审核记录、盘点', '–', 'Y', 1, 10);

insert into required_document (class_code, position, name, words) values
    ('KH·01', 1, '营业执照',   '{营业执照,执照,licence,license}'),
    ('KH·01', 2, '客户登记表', '{登记表,registration form}'),
    ('KH·02', 1, '已签合同',   '{合同,协议,contract,agreement}'),
    ('KH·02', 2, '审批表',     '{审批,approval}'),
    ('KH·03', 1, '验收单',     '{验收,acceptance}'),
    ('KH·03', 2, '结算单',     '{结算,settlement}'),
    ('KH·04', 1, '评估报告',   '{评估报告,评估,assessment}'),
    ('KH·05', 1, '处理单',     '{处理单,处理表,handling form}'),
    ('KH·05', 2, '答复',       '{答复,回复,reply}'),
    ('KH·05', 3, '回访记录',   '{回访,visit record}'),
    ('KH·07', 1, '合同',       '{合同,contract}'),
    ('KH·07', 2, '竣工清单',   '{竣工清单,竣工,completion list}'),
    ('KH·07', 3, '验收文件',   '{验收,acceptance}'),
    ('KH·08', 1, '入住登记表', '{入住登记,入住,move-in form}'),
    ('KH·08', 2, '装修许可证', '{装修许可,fit-out permit}');
