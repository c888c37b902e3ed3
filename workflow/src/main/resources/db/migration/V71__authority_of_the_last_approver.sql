-- the last approver confirms the decision with a one-time code that works for nothing else: what was authorised, by whom, when
create table approval_code (
    id                 uuid primary key,
    sequence           bigint generated always as identity,
    agency             text        not null,
    application_number text        not null references review_case (application_number),
    officer            text        not null,
    statement          text        not null,
    statement_sha256   text        not null check (statement_sha256 ~ '^[0-9a-f]{64}$'),
    hash               text        not null,
    requested_at       timestamptz not null,
    expires_at         timestamptz not null,
    tries              int         not null default 0,
    used_at            timestamptz
);

create index approval_code_of_case on approval_code (application_number, officer, sequence desc);

comment on column approval_code.statement is 'the decision as JSON in a fixed order; the digest is over its UTF-8 bytes';

create function refuse_change_of_authority() returns trigger language plpgsql as $$
begin
    raise exception 'what was authorised is never changed' using errcode = 'integrity_constraint_violation';
end $$;

create trigger authority_is_final before update or delete on approval_code
    for each row when (old.used_at is not null) execute function refuse_change_of_authority();
