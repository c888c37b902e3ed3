-- What differs on a day is a few hundred records among a million. They are marked as open once all that a file says has been entered or asked
-- about; a record that is settled at once never is, so that marking it as paid still changes no index (HOT).
alter table payments.day_file_line add column open boolean not null default false;
update payments.day_file_line l set open = true
 where payment_id is null and refund_id is null
   -- what is still to be entered isn't open yet
   and (not credit or reversed
        or not exists (select 1 from payments.day_file_part part
                        where part.file_id = l.file_id and l.line between part.first_line and part.last_line));
create index day_file_line_open on payments.day_file_line (file_id, reference1) where open;

-- Money by day is looked for only as long as no record names it, and what a file enters is named from the beginning: an index of the rest
-- replaces ranges of all pages.
drop index payments.bank_payment_day;
create index bank_payment_unrecorded on payments.bank_payment (bank_code, paid_at) where record_line is null;
