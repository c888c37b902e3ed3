create table message (
    id                 uuid primary key,
    agency             text        not null,
    recipient_id       text        not null,
    address            text        not null,
    application_number text,
    kind               text        not null,
    subject            text        not null,
    body               text        not null,
    queued_at          timestamptz not null,
    sent_at            timestamptz
);

create index message_by_address on message (address, queued_at desc);
create index message_by_time on message (queued_at desc);

create table permit_download (
    permit_number text primary key references permit (number),
    first_at      timestamptz not null
);
