-- Bills, payments and files are never deleted: refused once a statement, this makes superfluous what foreign keys looked for again with
-- each of a file's million records and notices. That money names a bill that there is stays a foreign key.
create function payments.refuse_deletion() returns trigger language plpgsql as $$
begin
  raise exception 'nothing is deleted from %', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger refuse_deletion before delete or truncate on payments.bill for each statement execute function payments.refuse_deletion();
create trigger refuse_deletion before delete or truncate on payments.bank_payment for each statement execute function payments.refuse_deletion();
create trigger refuse_deletion before delete or truncate on payments.day_file for each statement execute function payments.refuse_deletion();

alter table payments.notice drop constraint notice_bill_id_fkey;
alter table payments.day_file_line drop constraint day_file_line_payment_id_fkey, drop constraint day_file_line_file_id_fkey;
