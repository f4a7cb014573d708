-- The currency of an award; null for yuan.
alter table award add column currency text check (currency ~ '^[A-Z]{3}$');

-- Limits count what is of the currency that their policy has.
alter table countable_award add column currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$');

-- The sums of a decision in each of its currencies, where one of them is not the yuan. Total and at_stake of the decision
-- itself are those of the first currency, which has position 0.
create table decision_total (
    sequence bigint   not null references decision,
    position smallint not null check (position >= 0),
    currency text     not null check (currency ~ '^[A-Z]{3}$'),
    total    numeric  not null check (total >= 0),
    at_stake numeric  not null check (at_stake >= 0),
    primary key (sequence, position)
);
create trigger only_grows before update or delete or truncate on decision_total
    for each statement execute function refuse_change();
