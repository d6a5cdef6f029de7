-- What each role may do with a customer's sensitive fields; a role without a line sees the masked form only.
create table field_rule (
    role   text not null references role,
    field  text not null check (field in ('PHONE', 'ID_NUMBER', 'BANK_ACCOUNT', 'MAIL', 'ADDRESS')),
    access text not null check (access in ('HIDDEN', 'MASKED', 'READ', 'EDIT')),
    primary key (role, field)
);

insert into field_rule (role, field, access)
select r.role, f.field, case when f.field in ('ID_NUMBER', 'BANK_ACCOUNT') then r.numbers else r.reach end
from (values ('SALES', 'EDIT', 'MASKED'), ('DEPARTMENT_HEAD', 'EDIT', 'MASKED'), ('CLERK', 'EDIT', 'EDIT'),
             ('GENERAL_MANAGER', 'READ', 'MASKED')) r (role, reach, numbers)
cross join (values ('PHONE'), ('ID_NUMBER'), ('BANK_ACCOUNT'), ('MAIL'), ('ADDRESS')) f (field)
where exists (select 1 from role where code = r.role);
