-- The books of the payments adapter. Money is satang (bigint). What may never happen is refused here, whatever the program does.

create table payments.bill (
  id                 uuid primary key,
  idempotency_key    text not null unique,
  order_digest       text not null,
  agency             text not null,
  application_number text not null,
  biller_name        text not null,
  description        text not null,
  payer_name         text not null,
  bank               text not null,
  biller_id          text not null check (biller_id ~ '^[0-9]{15}$'),
  reference1         text not null check (reference1 ~ '^[A-Z0-9]{1,20}$'),
  reference2         text not null check (reference2 ~ '^[A-Z0-9]{1,20}$'),
  amount_satang      bigint not null check (amount_satang > 0),
  due                timestamptz not null,
  presented_at       timestamptz not null,
  state              text not null
    check (state in ('OPEN', 'PAID', 'OVERPAID', 'UNDERPAID', 'EXPIRED', 'CANCELLED', 'REFUNDED')),
  qr_payload         text not null,
  barcode_payload    text not null,
  notices            integer not null default 0,
  -- when the bank is to be asked about the bill although no callback came; null: no more
  ask_at             timestamptz,
  asks_failed        integer not null default 0,
  unique (biller_id, reference1)
);
create index bill_ask on payments.bill (ask_at) where ask_at is not null;
create index bill_application on payments.bill (agency, application_number);

-- one row per biller ID; the row lock puts simultaneous bills in line
create table payments.reference_counter (
  biller_id text primary key,
  last      bigint not null check (last > 0)
);

-- every callback as it came, stored before it is looked at
create table payments.callback (
  id             bigint generated always as identity primary key,
  bank           text not null,
  received_at    timestamptz not null,
  remote_address text not null,
  body           bytea not null,
  state          text not null default 'WAITING' check (state in ('WAITING', 'CONFIRMED', 'NOT_CONFIRMED', 'UNREADABLE')),
  tries          integer not null default 0,
  next_try       timestamptz not null,
  last_error     text,
  done_at        timestamptz
);
create index callback_waiting on payments.callback (next_try) where state = 'WAITING';

-- money that the bank itself confirmed: in exactly one place
create table payments.bank_payment (
  id             uuid primary key,
  bank_code      text not null,
  transaction_id text not null,
  biller_id      text not null,
  reference1     text not null,
  reference2     text not null,
  amount_satang  bigint not null check (amount_satang > 0),
  paid_at        timestamptz not null,
  confirmed_at   timestamptz not null,
  bill_id        uuid references payments.bill,
  standing       text not null check (standing in ('ON_BILL', 'IN_QUEUE', 'REFUNDED')),
  -- on the bill by a finance officer's decision, not by itself
  accepted       boolean not null default false,
  unique (bank_code, transaction_id),
  check (standing <> 'ON_BILL' or bill_id is not null)
);
create index bank_payment_bill on payments.bank_payment (bill_id);
-- a bill takes money by itself once
create unique index bank_payment_once on payments.bank_payment (bill_id) where standing = 'ON_BILL' and not accepted;

create table payments.discrepancy (
  id         uuid primary key,
  payment_id uuid not null unique references payments.bank_payment,
  agency     text not null,
  kind       text not null check (kind in ('UNMATCHED', 'DOUBLE', 'LATE', 'WRONG_AMOUNT', 'AFTER_CANCELLATION')),
  found_at   timestamptz not null,
  decision   text check (decision in ('ACCEPT', 'REFUND')),
  officer    text,
  reason     text,
  settled_at timestamptz,
  check ((decision is null) = (officer is null) and (decision is null) = (reason is null) and (decision is null) = (settled_at is null))
);
create index discrepancy_queue on payments.discrepancy (agency, found_at, id);

-- what the platform is to be told, in order per bill, until it has acknowledged
create table payments.notice (
  id           uuid primary key,
  bill_id      uuid not null references payments.bill,
  sequence     integer not null,
  kind         text not null check (kind in ('POSTED', 'DISCREPANCY')),
  body         jsonb not null,
  tries        integer not null default 0,
  next_try     timestamptz not null,
  last_error   text,
  delivered_at timestamptz,
  unique (bill_id, sequence)
);
create index notice_waiting on payments.notice (next_try) where delivered_at is null;
-- the platform hears once that a bill is settled
create unique index notice_posted_once on payments.notice (bill_id) where kind = 'POSTED';
