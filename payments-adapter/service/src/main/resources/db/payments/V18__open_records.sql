-- What differs on a day is a few hundred records among a million. They are marked as open once all that a file says has been entered or asked
-- about; a record that is settled at once never is, so that marking it as paid still changes no index (HOT).
alter table payments.day_file_line add column open boolean not null default false;
update payments.day_file_line l set open = true
 where payment_id is null and refund_id is null
   and not exists (select 1 from payments.day_file_part part
                    where part.file_id = l.file_id and l.line between part.first_line and part.last_line);
create index day_file_line_open on payments.day_file_line (file_id, reference1) where open;

-- Records without money: the open ones, and those that are just being entered.
create view payments.open_record as
select file_id, line, credit, reversed, biller_id, reference1, reference2, amount_satang, paid_at, paid_on, customer, ask_at
  from payments.day_file_line where open and payment_id is null and refund_id is null
 union all
select l.file_id, l.line, l.credit, l.reversed, l.biller_id, l.reference1, l.reference2, l.amount_satang, l.paid_at, l.paid_on, l.customer, l.ask_at
  from payments.day_file_part part
  join payments.day_file_line l on l.file_id = part.file_id and l.line between part.first_line and part.last_line
 where not l.open and l.payment_id is null and l.refund_id is null;

-- Money by day is looked for only as long as no record names it, and what a file enters is named from the beginning: an index of the rest
-- replaces ranges of all pages.
drop index payments.bank_payment_day;
create index bank_payment_unrecorded on payments.bank_payment (bank_code, paid_at) where record_line is null;
