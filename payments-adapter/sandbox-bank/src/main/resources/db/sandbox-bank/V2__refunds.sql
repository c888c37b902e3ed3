-- Money that went back to payers by a biller's order; the order's reference is honoured once.

create table sandbox_bank.refund (
  order_reference text primary key,
  refund_id       text not null unique,
  transaction_id  text not null references sandbox_bank.payment,
  amount_satang   bigint not null check (amount_satang > 0),
  ordered_at      timestamptz not null,
  completes_at    timestamptz not null
);
create index refund_transaction on sandbox_bank.refund (transaction_id);
create index refund_day on sandbox_bank.refund (completes_at);
create index payment_time on sandbox_bank.payment (paid_at);
