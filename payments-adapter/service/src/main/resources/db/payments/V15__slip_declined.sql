-- What a second officer said last against a line of the statement: whoever entered it has to know what to look for.

alter table payments.slip
  add column declined_by     text,
  add column declined_at     timestamptz,
  add column declined_reason text,
  add constraint slip_declined check (num_nonnulls(declined_by, declined_at, declined_reason) in (0, 3));
