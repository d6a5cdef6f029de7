-- People look through what was untouched longest first: after half a million confirmations the list of what is due began with
-- half a million that are not. Until when none is due is found by the clock of the rounds and kept.
alter table confirmation_round
    add column none_due_before timestamptz,
    add column looked_on       date;
comment on column confirmation_round.none_due_before is 'of customers that were last changed before, none is due; null: not known';
comment on column confirmation_round.looked_on is 'when all of them were looked at for it';
