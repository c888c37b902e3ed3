-- A receipt that was cancelled stays in the record with its number; another one may replace it, naming it and saying why.

alter table receipt drop constraint receipt_application_number_key;

alter table receipt
    add column payer             text,
    add column payer_address     text,
    add column replaces          text unique references receipt (number),
    add column purpose_code      text,
    add column purpose           text,
    add column cancelled_at      timestamptz,
    add column cancelled_by      text,
    add column cancelled_by_name text,
    add column cancel_reason     text,
    add column cancelled_file_id uuid,
    add constraint receipt_replaces_for_a_purpose
        check ((replaces is null) = (purpose_code is null) and (replaces is null) = (purpose is null)),
    add constraint receipt_cancelled_by_somebody
        check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancelled_by_name is null)
            and (cancelled_at is null) = (cancel_reason is null) and (cancelled_at is not null or cancelled_file_id is null));

create index receipt_application on receipt (application_number);
-- a payment has one valid receipt at most
create unique index receipt_valid_once on receipt (application_number) where cancelled_at is null;

-- the counter's row keeps those who take a number in line, so the number before is there to be seen
create function receipt_without_gap() returns trigger language plpgsql as $$
begin
    if new.running > 1 and not exists (
        select 1 from receipt where agency = new.agency and fiscal_year = new.fiscal_year and running = new.running - 1) then
        raise exception 'receipt % would leave a gap', new.number;
    end if;
    return new;
end $$;
create trigger receipt_without_gap before insert on receipt for each row execute function receipt_without_gap();

create function receipt_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'receipt % stays in the record', old.number;
    end if;
    if (new.number, new.agency, new.fiscal_year, new.running, new.application_number, new.issued_at)
        is distinct from (old.number, old.agency, old.fiscal_year, old.running, old.application_number, old.issued_at)
        or old.cancelled_at is not null and (new.cancelled_at, new.cancelled_by, new.cancel_reason)
        is distinct from (old.cancelled_at, old.cancelled_by, old.cancel_reason) then
        raise exception 'receipt % stays as it is in the record', old.number;
    end if;
    return new;
end $$;
create trigger receipt_stays before update or delete on receipt for each row execute function receipt_stays();
