-- Administrators look after officers' accounts: access ends on a day, nobody is ever deleted, because acts bear their names.
alter table account add column ends_on date;
alter table account add column version int not null default 0;

comment on column account.ends_on is 'the last day of access in Thailand''s time; null while it has no end';
comment on column account.version is 'grows with every change; a page that shows an older one is stale';
