-- Slips: evidence that payers hand in. No money: that comes by the bank's answer, its file, or the statement of the account under two officers' names.

create table payments.slip (
  id              uuid primary key,
  bill_id         uuid not null references payments.bill,
  digest          text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- what its QR code says; the sending bank is empty for TrueMoney
  payload         text,
  sending_bank    text check (sending_bank ~ '^([0-9]{3})?$'),
  transaction_ref text,
  received_at     timestamptz not null,
  state           text not null check (state in ('WAITING', 'PROPOSED', 'ACCEPTED', 'REFUSED', 'REPEATED')),
  repeats         uuid references payments.slip,
  repeats_by      text check (repeats_by in ('TRANSFER', 'FILE')),
  -- what the bank said about it; null as long as it hasn't
  answer          text check (answer in ('CANNOT_BE_ASKED', 'CONFIRMED', 'UNKNOWN')),
  answered_at     timestamptz,
  answer_satang   bigint,
  answer_receiver text,
  answer_ref1     text,
  answer_ref2     text,
  answer_paid_at  timestamptz,
  tries           integer not null default 0,
  -- when the bank is to be asked; null: no more
  ask_at          timestamptz,
  last_error      text,
  -- what a first officer found on the statement
  statement_bank   text check (statement_bank ~ '^[0-9]{3}$'),
  statement_on     date,
  statement_line   text,
  statement_satang bigint check (statement_satang > 0),
  proposed_by      text,
  proposed_at      timestamptz,
  decided_by       text,
  decided_at       timestamptz,
  reason           text,
  payment_id       uuid unique references payments.bank_payment,
  check ((payload is null) = (transaction_ref is null) and (payload is null) = (sending_bank is null)),
  check ((state = 'REPEATED') = (repeats is not null) and (repeats is null) = (repeats_by is null)),
  check ((answer = 'CONFIRMED') is not true or (answer_satang is not null and answer_paid_at is not null)),
  check (num_nonnulls(statement_bank, statement_on, statement_line, statement_satang, proposed_by, proposed_at) in (0, 6)),
  check ((state in ('PROPOSED', 'ACCEPTED')) = (proposed_by is not null)),
  check ((state in ('ACCEPTED', 'REFUSED')) = (decided_by is not null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'REFUSED') = (reason is not null)),
  check ((state = 'ACCEPTED') = (payment_id is not null)),
  -- two pairs of eyes
  check (state <> 'ACCEPTED' or decided_by <> proposed_by)
);
-- a transfer, and a file, counts once; what was refused may come again
create unique index slip_transfer on payments.slip (sending_bank, transaction_ref) where state not in ('REPEATED', 'REFUSED');
create unique index slip_file on payments.slip (digest) where state not in ('REPEATED', 'REFUSED');
-- so does a line of a statement
create unique index slip_statement on payments.slip (statement_bank, statement_on, statement_line) where statement_line is not null;
create index slip_bill on payments.slip (bill_id);
create index slip_ask on payments.slip (ask_at) where ask_at is not null;
create index slip_known on payments.slip (transaction_ref) where transaction_ref is not null;
create index slip_digest on payments.slip (digest);

alter table payments.bank_payment
  -- by the word of a statement, under two officers' names; no answer or file of the bank has named it yet
  add column statement boolean not null default false,
  -- how the bank calls the money of a statement, once an answer or its file has named it
  add column known_as text,
  add constraint bank_payment_known_as check (known_as is null or statement);
create unique index bank_payment_known_as on payments.bank_payment (bank_code, known_as) where known_as is not null;
create index bank_payment_statement on payments.bank_payment (biller_id, reference1) where statement;
