-- A file of a million payments is posted in parts, several at the same time.

create table payments.day_file_part (
  file_id    uuid not null references payments.day_file,
  first_line integer not null,
  last_line  integer not null,
  primary key (file_id, first_line)
);
insert into payments.day_file_part
select f.id, first, first + 1999
  from payments.day_file f,
       generate_series(f.post_from, (select max(line) from payments.day_file_line where file_id = f.id), 2000) first
 where f.post_from is not null;
drop index payments.day_file_to_post;
alter table payments.day_file drop column post_from;

-- a line without them needs no place in their indexes
alter table payments.day_file_line drop constraint day_file_line_payment_id_key, drop constraint day_file_line_refund_id_key;
create unique index day_file_line_payment on payments.day_file_line (payment_id) where payment_id is not null;
create unique index day_file_line_refund on payments.day_file_line (refund_id) where refund_id is not null;

-- what a notice says of a bill that a file settled follows from the bill and that payment
alter table payments.notice
  alter column body drop not null,
  add column payment_id uuid,
  add constraint notice_content check (num_nonnulls(body, payment_id) = 1);
