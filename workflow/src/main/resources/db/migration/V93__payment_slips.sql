-- the files of slips; what became of a slip is in the payments adapter's books
create table payment_slip (
    id                 uuid primary key,
    application_number text        not null references fee_bill (application_number),
    agency             text        not null,
    file_id            uuid        not null,
    handed_in_at       timestamptz not null,
    handed_in_by       text        not null
);
create index payment_slip_application on payment_slip (application_number);
