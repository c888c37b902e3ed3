-- What a million payments of a file cost beside themselves: indexes met at random places, a key looked up for each row, and records written
-- anew with their indexes when they got their payment.

-- The record of a file that names the money stands at the money, so that a record's payment needs no index: then marking the record changes no
-- index at all and finds room beside it (HOT), as long as half of each page stays free.
alter table payments.bank_payment
  add column record_file uuid,
  add column record_line integer,
  add constraint bank_payment_record check ((record_file is null) = (record_line is null));
update payments.bank_payment p set record_file = l.file_id, record_line = l.line
  from payments.day_file_line l where l.payment_id = p.id;
drop index payments.day_file_line_payment;
drop index payments.day_file_line_open;
alter table payments.day_file_line set (fillfactor = 50);

-- One index by bill instead of two: a bill takes money by itself once, any other money as often as it comes.
drop index payments.bank_payment_bill;
drop index payments.bank_payment_once;
create unique index bank_payment_once on payments.bank_payment
  (bill_id, (case when standing = 'ON_BILL' and not accepted then cast('00000000-0000-0000-0000-000000000000' as uuid) else id end));

-- Money of a bill is found by its bill; by its references only what has none. Days are looked for as a range of pages: money is entered about in
-- the order in which it was paid.
drop index payments.bank_payment_reference;
create index bank_payment_unknown on payments.bank_payment (biller_id, reference1) where bill_id is null;
drop index payments.bank_payment_day;
create index bank_payment_day on payments.bank_payment using brin (paid_at) with (pages_per_range = 32, autosummarize = on);

-- That money names a bill that there is, is asked once a statement; it stays with its bill, which stays what it is.
alter table payments.bank_payment drop constraint bank_payment_bill_id_fkey;
create function payments.refuse_unknown_bills() returns trigger language plpgsql as $$
begin
  if exists (select 1 from entered where bill_id is not null
              and not exists (select 1 from payments.bill_standing standing where standing.bill_id = entered.bill_id)) then
    raise exception 'money names a bill that there isn''t' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger refuse_unknown_bills after insert on payments.bank_payment referencing new table as entered
  for each statement execute function payments.refuse_unknown_bills();
create function payments.refuse_another_bill() returns trigger language plpgsql as $$
begin
  raise exception 'the bill of % never changes', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger refuse_another_bill before update of bill_id on payments.bank_payment
  for each row when (old.bill_id is distinct from new.bill_id) execute function payments.refuse_another_bill();
create trigger refuse_another_bill before update of bill_id on payments.bill_standing
  for each row when (old.bill_id is distinct from new.bill_id) execute function payments.refuse_another_bill();
