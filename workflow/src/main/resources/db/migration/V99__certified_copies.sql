-- copies of documents in case files that an officer has certified
alter table paper_seal drop constraint paper_seal_kind_check;
alter table paper_seal add constraint paper_seal_kind_check
    check (kind in ('ACKNOWLEDGEMENT', 'ORDER', 'RECEIPT', 'CERTIFIED_COPY'));

create table certified_copy (
    id                   uuid primary key,
    agency               text        not null,
    application_number   text        not null,
    attachment           uuid        not null,
    name                 text        not null,
    original_sha256      text        not null,
    paper                uuid        not null references file,
    certified_by_subject text        not null,
    certified_by         text        not null,
    position             text        not null,
    certified_at         timestamptz not null
);

create index certified_copy_of_application on certified_copy (application_number, certified_at);
