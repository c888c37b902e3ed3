-- A record has one payment and a payment one record, each naming the other: refused here whatever the program does.
create unique index bank_payment_record_once on payments.bank_payment (record_file, record_line) where record_line is not null;

create function payments.refuse_strangers() returns trigger language plpgsql
-- one plan for a single record and for a million: each looks its money up
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if exists (select 1 from marked l where l.payment_id is not null
              and not exists (select 1 from payments.bank_payment p
                               where p.id = l.payment_id and p.record_file = l.file_id and p.record_line = l.line)) then
    raise exception 'a record names money that doesn''t name it' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger refuse_strangers after update on payments.day_file_line referencing new table as marked
  for each statement execute function payments.refuse_strangers();

create function payments.refuse_another_record() returns trigger language plpgsql as $$
begin
  raise exception 'money keeps its record' using errcode = 'restrict_violation';
end $$;
create trigger refuse_another_record before update of record_file, record_line on payments.bank_payment
  for each row when (old.record_line is not null and (old.record_file, old.record_line) is distinct from (new.record_file, new.record_line))
  execute function payments.refuse_another_record();
