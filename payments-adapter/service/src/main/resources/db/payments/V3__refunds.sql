-- Money goes back by order of two officers, and counts as gone when the bank has confirmed it.

alter table payments.bank_payment
  -- how much of it goes back, or has gone: the rest is where it stands
  add column back_satang bigint not null default 0 check (back_satang between 0 and amount_satang),
  drop constraint bank_payment_standing_check,
  add constraint bank_payment_standing_check check (standing in ('ON_BILL', 'IN_QUEUE', 'RETURNING', 'REFUNDED'));
update payments.bank_payment set back_satang = amount_satang where standing = 'REFUNDED';
alter table payments.bank_payment
  add constraint bank_payment_back_whole check (standing not in ('RETURNING', 'REFUNDED') or back_satang = amount_satang),
  add constraint bank_payment_queue_whole check (standing <> 'IN_QUEUE' or back_satang = 0);

create table payments.refund (
  id              uuid primary key,
  idempotency_key text not null unique,
  order_digest    text not null,
  payment_id      uuid not null references payments.bank_payment,
  agency          text not null,
  amount_satang   bigint not null check (amount_satang > 0),
  whole           boolean not null,
  proposed_by     text not null,
  approved_by     text not null,
  reason          text not null,
  -- where the money was, and is again when the bank refuses
  former_standing text not null check (former_standing in ('ON_BILL', 'IN_QUEUE')),
  state           text not null check (state in ('ORDERED', 'BY_HAND', 'DONE', 'REFUSED')),
  ordered_at      timestamptz not null,
  bank_reference  text,
  done_at         timestamptz,
  refusal         text,
  -- who entered the bank's advice, for orders on paper
  entered_by      text,
  tries           integer not null default 0,
  -- when the bank is to be asked; null: no more
  next_try        timestamptz,
  last_error      text,
  check (proposed_by <> approved_by),
  check ((state = 'ORDERED') = (next_try is not null)),
  check ((state = 'DONE') = (done_at is not null) and (state <> 'DONE' or bank_reference is not null)),
  check ((state = 'REFUSED') = (refusal is not null))
);
create unique index refund_under_way on payments.refund (payment_id) where state in ('ORDERED', 'BY_HAND');
create index refund_payment on payments.refund (payment_id);
create index refund_agency on payments.refund (agency, ordered_at desc);
create index refund_waiting on payments.refund (next_try) where next_try is not null;

-- money that names no bill can go back too, and the platform is told
alter table payments.notice
  alter column bill_id drop not null,
  drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in ('POSTED', 'DISCREPANCY', 'REFUND'));

-- the bank's end-of-day file shows what went back
alter table payments.day_file_line add column refund_id uuid unique references payments.refund;
