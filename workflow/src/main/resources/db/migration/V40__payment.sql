-- what the platform knows of a fee; the money itself is in the payments adapter's books
create table fee_bill (
    application_number text primary key,
    agency             text        not null,
    bill_id            uuid        not null unique,
    amount_satang      bigint      not null check (amount_satang > 0),
    legal_basis_th     text        not null,
    legal_basis_en     text        not null,
    description        text        not null,
    biller_id          text        not null,
    reference1         text        not null,
    reference2         text        not null,
    qr_payload         text        not null,
    barcode_payload    text        not null,
    presented_at       timestamptz not null,
    due                timestamptz not null,
    state              text        not null check (state in ('OPEN', 'PAID', 'LAPSED', 'CANCELLED')),
    bank               text,
    transaction_id     text,
    paid_at            timestamptz,
    paid_satang        bigint,
    constraint one_bill_per_bank_transaction unique (bank, transaction_id),
    constraint paid_with_evidence check ((state = 'PAID') = (bank is not null and transaction_id is not null
        and paid_at is not null and paid_satang is not null))
);

create table receipt_counter (
    agency      text not null,
    fiscal_year int  not null,
    last        int  not null,
    primary key (agency, fiscal_year)
);

-- a receipt number once given stays, gap-free per agency and fiscal year
create table receipt (
    number             text primary key,
    agency             text        not null,
    fiscal_year        int         not null,
    running            int         not null check (running > 0),
    application_number text        not null unique references fee_bill (application_number),
    issued_at          timestamptz not null,
    file_id            uuid,
    unique (agency, fiscal_year, running)
);

-- notices of the payments adapter that were acted on
create table payment_notice (
    notice_id   uuid primary key,
    received_at timestamptz not null
);
