-- End-of-day files of the banks. A file is kept whole or not at all; its records are matched with the books.

create table payments.day_file (
  id            uuid primary key,
  bank          text not null,
  bank_code     text not null,
  agency        text not null,
  account       text not null,
  effective_on  date not null,
  digest        text not null unique,
  received_at   timestamptz not null,
  credits       bigint not null,
  credit_satang bigint not null,
  debits        bigint not null,
  debit_satang  bigint not null,
  unique (bank_code, account, effective_on)
);
create index day_file_agency on payments.day_file (agency, effective_on desc);

create table payments.day_file_line (
  file_id        uuid not null references payments.day_file,
  line           integer not null,
  credit         boolean not null,
  biller_id      text not null,
  reference1     text not null,
  reference2     text not null,
  amount_satang  bigint not null check (amount_satang > 0),
  paid_at        timestamptz not null,
  paid_on        date not null,
  -- forgotten as soon as the record is matched: the books know the payer
  customer       text,
  payment_id     uuid unique references payments.bank_payment,
  -- when the bank is to be asked about a record that the books don't know; null: no more
  ask_at         timestamptz,
  asks_failed    integer not null default 0,
  primary key (file_id, line)
);
create index day_file_line_ask on payments.day_file_line (ask_at) where ask_at is not null;
create index day_file_line_open on payments.day_file_line (file_id, line) where payment_id is null;

create index bank_payment_reference on payments.bank_payment (biller_id, reference1);
create index bank_payment_day on payments.bank_payment (bank_code, biller_id, paid_at);
