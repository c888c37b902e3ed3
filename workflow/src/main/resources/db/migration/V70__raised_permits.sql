-- how far the seal of a permit has come: it is raised after the permit was issued, and renewed while the permit is kept
create table permit_seal (
    permit_number text primary key references permit,
    wanted        text,
    reached       text        not null,
    version       int         not null default 0,
    stamp_ends    timestamptz,
    looked_at     timestamptz not null,
    next_look     timestamptz not null,
    attempts      int         not null default 0,
    problem       text
);

create index permit_seal_next_look on permit_seal (next_look);

-- what a holder may have downloaded before its seal was raised: these files stay genuine
create table permit_former_document (
    sha256        text primary key,
    permit_number text        not null references permit,
    replaced_at   timestamptz not null
);

create index permit_former_document_permit on permit_former_document (permit_number);
