-- papers besides permits: given out as soon as they are made, sealed a moment later
create table paper_seal (
    paper              uuid primary key references file,
    agency             text        not null,
    application_number text        not null,
    kind               text        not null check (kind in ('ACKNOWLEDGEMENT', 'ORDER', 'RECEIPT')),
    ordered_at         timestamptz not null,
    sealed_file        uuid references file,
    sealed_at          timestamptz,
    check ((sealed_file is null) = (sealed_at is null))
);

create index paper_seal_waiting on paper_seal (ordered_at) where sealed_file is null;
