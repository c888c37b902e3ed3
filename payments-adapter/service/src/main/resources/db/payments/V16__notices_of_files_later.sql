-- A million payments of a file don't want a million notices in the same hour: their payment says which notice of its bill is still to be
-- written, and whoever delivers notices writes them, a few at a time, when nothing else waits.

alter table payments.bank_payment
  -- number, within the bill, of the notice that says that this payment settled it; null: it was written at once, or there is none
  add column later_notice integer check (later_notice > 0);

-- the notices of these lines' payments aren't written yet
create table payments.later_notices (
  file_id    uuid not null references payments.day_file,
  first_line integer not null,
  last_line  integer not null,
  posted_at  timestamptz not null,
  primary key (file_id, first_line)
);

-- Money's key to its bill goes by the bill's narrow row, which whoever posts holds already; a key to the bill itself locked the wide row,
-- which wrote each page of the bills once more. Neither of the rows can go away without the other.
alter table payments.bank_payment
  drop constraint bank_payment_bill_id_fkey,
  add constraint bank_payment_bill_id_fkey foreign key (bill_id) references payments.bill_standing;
create trigger refuse_deletion before delete or truncate on payments.bill_standing
  for each statement execute function payments.refuse_deletion();

-- Led by the number that is looked up. By the bank alone another index, of a bank's payments by day, seemed as good as long as statistics didn't
-- know the bank: then each record of its first file met all of its payments.
alter table payments.bank_payment
  drop constraint bank_payment_bank_code_transaction_id_key,
  add unique (transaction_id, bank_code);
drop index payments.bank_payment_known_as;
create unique index bank_payment_known_as on payments.bank_payment (known_as, bank_code) where known_as is not null;
