-- Where a customer's money goes: bank and account are part of the record.
alter table customer
    add column bank_name    text check (length(bank_name) between 1 and 120),
    add column bank_account text check (bank_account ~ '^[0-9A-Z]{6,34}$');
