-- Process 4: what officers found and did before the decision. Rows are written once; only the case moves.

-- The last receive number (เลขรับ) of an agency in a Buddhist-era year. The row is locked while one is given out and rolls back
-- with the registration, so that no number is skipped; a sequence would leave gaps.
create table receive_counter (
    agency  text not null,
    be_year int  not null check (be_year between 2560 and 2700),
    last    int  not null check (last > 0),
    primary key (agency, be_year)
);

create table review_case (
    application_number text primary key references application (number),
    agency             text        not null,
    receive_year       int         not null,
    receive_running    int         not null check (receive_running > 0),
    registered_by      text        not null,
    registered_name    text        not null,
    registered_at      timestamptz not null,
    stage              text        not null check (stage in ('CHECKING', 'CORRECTING', 'COMPLETE', 'APPOINTED', 'INSPECTED',
                                                             'RECOMMENDED', 'RETURNED')),
    round              int         not null default 1 check (round > 0),
    version            int         not null default 1,
    changed_name       text        not null,
    changed_at         timestamptz not null,
    unique (agency, receive_year, receive_running)
);

comment on column review_case.version is 'grows with every act; a page that shows an older one is stale';

create table forwarding (
    application_number text primary key references application (number),
    agency             text        not null,
    to_agency          text        not null check (to_agency <> agency),
    reason             text        not null check (btrim(reason) <> ''),
    forwarded_by       text        not null,
    forwarded_name     text        not null,
    forwarded_at       timestamptz not null
);

create table review_finding (
    application_number text        not null references review_case (application_number),
    round              int         not null check (round > 0),
    item               text        not null,
    agency             text        not null,
    ok                 boolean     not null,
    remark             text        not null,
    targets            text[]      not null,
    found_by           text        not null,
    found_name         text        not null,
    found_at           timestamptz not null,
    primary key (application_number, round, item),
    check (ok or (btrim(remark) <> '' and cardinality(targets) > 0))
);

comment on column review_finding.item is 'point.<key> of the service''s checklist, document.<key> or field.<key>';
comment on column review_finding.targets is 'what the applicant is to correct: document.<key> and field.<key>';

-- One request in a case. A further one needs the officer''s negligence on record (Licensing Facilitation Act B.E. 2558 section 8).
create table correction_request (
    application_number text        not null references review_case (application_number),
    round              int         not null check (round > 0),
    agency             text        not null,
    deadline           timestamptz not null,
    negligence         text check (btrim(negligence) <> ''),
    requested_by       text        not null,
    requested_name     text        not null,
    requested_at       timestamptz not null,
    primary key (application_number, round),
    check (round = 1 or negligence is not null),
    check (deadline > requested_at)
);

create table inspection (
    application_number text        not null references review_case (application_number),
    sequence           int         not null check (sequence > 0),
    agency             text        not null,
    at                 timestamptz not null,
    inspector          text        not null,
    inspector_name     text        not null,
    note               text        not null,
    appointed_by       text        not null,
    appointed_name     text        not null,
    appointed_at       timestamptz not null,
    superseded         boolean     not null default false,
    passed             boolean,
    findings           text check (btrim(findings) <> ''),
    recorded_by        text,
    recorded_name      text,
    recorded_at        timestamptz,
    primary key (application_number, sequence),
    check ((passed is null) = (findings is null) and (passed is null) = (recorded_at is null)
        and (passed is null) = (recorded_by is null) and (passed is null) = (recorded_name is null)),
    check (passed is null or not superseded)
);

comment on column inspection.superseded is 'the appointment was moved to another time';

create unique index inspection_current on inspection (application_number) where not superseded and passed is null;
create index inspection_agenda on inspection (agency, at) where not superseded and passed is null;

create table inspection_photo (
    file_id            uuid primary key references file (id),
    application_number text        not null references review_case (application_number),
    agency             text        not null,
    caption            text        not null,
    added_by           text        not null,
    added_name         text        not null,
    added_at           timestamptz not null
);

create index inspection_photo_case on inspection_photo (application_number, added_at);

create table opinion (
    application_number text        not null references review_case (application_number),
    sequence           int         not null check (sequence > 0),
    agency             text        not null,
    recommendation     text        not null check (recommendation in ('APPROVE', 'REFUSE')),
    opinion            text        not null check (btrim(opinion) <> ''),
    given_by           text        not null,
    given_name         text        not null,
    given_position     text        not null,
    given_at           timestamptz not null,
    primary key (application_number, sequence)
);

create table return_of_application (
    application_number text primary key references review_case (application_number),
    agency             text        not null,
    reason             text        not null check (btrim(reason) <> ''),
    returned_by        text        not null,
    returned_name      text        not null,
    returned_at        timestamptz not null
);
