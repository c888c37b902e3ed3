-- one chain per agency; `record` is the exact text that was hashed, the columns beside it are there to search by
create table audit_entry (
    agency             text        not null,
    seq                bigint      not null,
    at                 timestamptz not null,
    act                text        not null,
    application_number text        not null,
    actor_kind         text        not null,
    actor_id           text        not null,
    actor_name         text        not null,
    record             text        not null,
    previous_hash      text        not null check (length(previous_hash) = 64),
    hash               text        not null check (length(hash) = 64),
    primary key (agency, seq)
);

create index audit_entry_by_application on audit_entry (application_number, seq);
create index audit_entry_by_time on audit_entry (agency, at desc);
create index audit_entry_by_actor on audit_entry (agency, actor_id, seq desc);

create table audit_head (
    agency text primary key,
    seq    bigint not null,
    hash   text   not null
);

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the record of acts cannot be changed';
end $$;

create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_final();
