-- The make-believe bank's own books. A ticket is one press of the pay button; it is honoured once.

create table sandbox_bank.ticket (
  id         uuid primary key,
  manner     text not null,
  created_at timestamptz not null
);

create table sandbox_bank.payment (
  transaction_id text primary key,
  ticket         uuid not null references sandbox_bank.ticket,
  biller_id      text not null,
  reference1     text not null,
  reference2     text not null,
  reference3     text not null,
  amount_satang  bigint not null check (amount_satang > 0),
  paid_at        timestamptz not null
);
create index payment_inquiry on sandbox_bank.payment (biller_id, reference1);
create index payment_ticket on sandbox_bank.payment (ticket);

create table sandbox_bank.confirmation (
  id           bigint generated always as identity primary key,
  ticket       uuid not null references sandbox_bank.ticket,
  body         text not null,
  state        text not null default 'WAITING' check (state in ('WAITING', 'ACKNOWLEDGED', 'GIVEN_UP')),
  tries        integer not null default 0,
  next_try     timestamptz not null,
  last_answer  text
);
create index confirmation_waiting on sandbox_bank.confirmation (next_try) where state = 'WAITING';
create index confirmation_ticket on sandbox_bank.confirmation (ticket);
