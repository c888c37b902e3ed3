-- What changes about a bill stands in a narrow row of its own, so that a new state doesn't write its names, texts and payloads once more, with
-- their indexes and checks. Half of each page stays free: the next state of a row finds room beside it, and no index changes (HOT).
create table payments.bill_standing (
  bill_id     uuid primary key references payments.bill,
  state       text not null
    check (state in ('OPEN', 'PAID', 'OVERPAID', 'UNDERPAID', 'EXPIRED', 'CANCELLED', 'REFUNDED')),
  notices     integer not null default 0,
  -- when the bank is to be asked about the bill although no callback came; null: no more
  ask_at      timestamptz,
  asks_failed integer not null default 0
) with (fillfactor = 50);
insert into payments.bill_standing (bill_id, state, notices, ask_at, asks_failed) select id, state, notices, ask_at, asks_failed from payments.bill;
create index bill_standing_ask on payments.bill_standing (ask_at) where ask_at is not null;

alter table payments.bill drop column state, drop column notices, drop column ask_at, drop column asks_failed;
