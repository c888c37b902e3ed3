create table permit_counter (
    agency     text not null,
    service_id text not null,
    year       int  not null,
    last       int  not null,
    primary key (agency, service_id, year)
);

create table permit (
    number             text primary key,
    agency             text        not null,
    application_number text        not null unique,
    service_id         text        not null,
    service_version    int         not null,
    year               int         not null,
    running            int         not null check (running > 0),
    holder_id          text        not null,
    holder_name        text        not null,
    issued_on          date        not null,
    expires_on         date,
    token              text        not null unique,
    particulars        jsonb       not null,
    prepared_at        timestamptz not null,
    unsealed_file      uuid        not null,
    sealed_file        uuid,
    sealed_sha256      text unique,
    sealed_at          timestamptz,
    issued_at          timestamptz,
    check (issued_at is null or sealed_file is not null),
    check ((sealed_file is null) = (sealed_sha256 is null)),
    unique (agency, service_id, year, running)
);

create index permit_by_holder on permit (holder_id);
