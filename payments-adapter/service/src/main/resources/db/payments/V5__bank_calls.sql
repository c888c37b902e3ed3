-- Banks that verify, confirm and cancel, and banks whose end-of-day file is their only confirmation.

-- ANSWERED: nothing to ask the bank about
alter table payments.callback drop constraint callback_state_check;
alter table payments.callback add constraint callback_state_check
  check (state in ('WAITING', 'CONFIRMED', 'NOT_CONFIRMED', 'UNREADABLE', 'ANSWERED'));

-- what a bank reported, once per transaction, with the answer that it got; no money
create table payments.bank_report (
  bank           text not null,
  transaction_id text not null,
  biller_id      text not null,
  reference1     text not null,
  reference2     text not null,
  amount_satang  bigint not null check (amount_satang > 0),
  paid_at        timestamptz not null,
  paid_on        date not null,
  -- null as long as only its cancellation has come
  confirmed_by   bigint references payments.callback,
  verdict        text check (verdict in ('OK', 'NOT_FOUND', 'AMOUNT', 'EXPIRED', 'PAID', 'DUPLICATE')),
  cancelled_by   bigint references payments.callback,
  -- the money in the books, once the bank's file confirmed it
  payment_id     uuid unique references payments.bank_payment,
  primary key (bank, transaction_id),
  check ((confirmed_by is null) = (verdict is null))
);
create index bank_report_reference on payments.bank_report (biller_id, reference1);
create index bank_report_day on payments.bank_report (bank, paid_on) where payment_id is null;

-- the first line whose money isn't in the books yet; null when all of it is, or the bank is asked about each
alter table payments.day_file add column post_from integer;
create index day_file_to_post on payments.day_file (received_at) where post_from is not null;
-- a payment that the same file takes back
alter table payments.day_file_line add column reversed boolean not null default false;
