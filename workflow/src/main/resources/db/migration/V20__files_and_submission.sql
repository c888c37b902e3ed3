-- What citizens handed in: one row per upload; equal contents share one file on disk, found by its digest.
create table file (
    id          uuid primary key,
    agency      text        not null,
    name        text        not null check (length(name) between 1 and 200),
    media_type  text        not null,
    size        bigint      not null check (size > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_at   timestamptz not null
);
create index file_sha256 on file (sha256);

create table draft (
    id              uuid primary key,
    agency          text        not null,
    service_id      text        not null,
    service_version int         not null,
    owner_id        text        not null,
    version         int         not null default 0,
    answers         jsonb       not null,
    -- by page of the form: how often it was saved, whether it was accepted, and if not, what was typed
    pages           jsonb       not null default '{}',
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    expires_at      timestamptz not null,
    submitted_at    timestamptz
);
create index draft_owner on draft (owner_id, changed_at desc) where submitted_at is null;
create index draft_expiry on draft (expires_at) where submitted_at is null;

create table draft_attachment (
    id           uuid primary key,
    agency       text        not null,
    draft_id     uuid        not null references draft on delete cascade,
    document_key text        not null,
    file_id      uuid        not null references file,
    added_at     timestamptz not null
);
create index draft_attachment_draft on draft_attachment (draft_id);
create index draft_attachment_file on draft_attachment (file_id);

-- An application number names one application for ever; it is a reference, not a count, so gaps do no harm and
-- submissions never wait for one another (the gap-free number is the receive number of process 4).
create sequence application_number;

create table application (
    id              uuid primary key,
    number          text        not null unique,
    agency          text        not null,
    -- one application per draft, however often the button is pressed
    draft_id        uuid        not null unique references draft,
    service_id      text        not null,
    service_version int         not null,
    applicant_id    text        not null,
    applicant_name  text        not null,
    state           text        not null,
    entered_at      timestamptz not null,
    received_at     timestamptz not null,
    answers         jsonb       not null,
    version         int         not null default 0,
    check (received_at >= entered_at)
);
create index application_applicant on application (applicant_id, entered_at desc);
create index application_agency on application (agency, received_at, number);

create table application_attachment (
    id             uuid primary key,
    agency         text not null,
    application_id uuid not null references application,
    document_key   text not null,
    file_id        uuid not null references file,
    position       int  not null
);
create index application_attachment_application on application_attachment (application_id, position);
create index application_attachment_file on application_attachment (file_id);

-- What the applicant handed in, each time: 0 as confirmed, then one per resubmission. Never changed.
create table application_revision (
    application_id uuid        not null references application,
    revision       int         not null,
    agency         text        not null,
    made_at        timestamptz not null,
    made_by        text        not null,
    answers        jsonb       not null,
    attachments    jsonb       not null,
    primary key (application_id, revision)
);

create table correction (
    id             uuid primary key,
    agency         text        not null,
    application_id uuid        not null references application,
    round          int         not null,
    opened_at      timestamptz not null,
    opened_by      text        not null,
    deadline       timestamptz not null,
    -- the application's answers with what the applicant prepared so far
    answers        jsonb       not null,
    version        int         not null default 0,
    resubmitted_at timestamptz,
    closed_at      timestamptz,
    unique (application_id, round),
    check (deadline > opened_at)
);
-- one list of defects at a time (Licensing Facilitation Act B.E. 2558 section 8)
create unique index correction_open on correction (application_id) where closed_at is null;

create table correction_item (
    correction_id uuid not null references correction,
    agency        text not null,
    kind          text not null check (kind in ('FIELD', 'DOCUMENT')),
    key           text not null,
    position      int  not null,
    remark        text not null,
    -- not listed by an officer, but called for by a corrected answer
    consequence   boolean not null default false,
    done          boolean not null default false,
    -- before and after, kept when it is sent in
    before        jsonb,
    after         jsonb,
    primary key (correction_id, kind, key)
);

create table correction_attachment (
    id            uuid primary key,
    agency        text        not null,
    correction_id uuid        not null references correction,
    document_key  text        not null,
    file_id       uuid        not null references file,
    added_at      timestamptz not null
);
create index correction_attachment_correction on correction_attachment (correction_id);
create index correction_attachment_file on correction_attachment (file_id);

create table confirmation_code (
    id         uuid primary key,
    agency     text        not null,
    draft_id   uuid        not null references draft on delete cascade,
    person_id  text        not null,
    sequence   int         not null,
    hash       text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    tries      int         not null default 0,
    used_at    timestamptz,
    unique (draft_id, sequence)
);
create index confirmation_code_person on confirmation_code (person_id, created_at desc);

-- Evidence of the electronic signature of type 1 (Electronic Transactions Act B.E. 2544 section 9).
create table signature_evidence (
    application_id uuid        not null references application,
    revision       int         not null,
    agency         text        not null,
    signer_id      text        not null,
    signer_name    text        not null,
    assurance      text        not null,
    signed_at      timestamptz not null,
    address        text        not null,
    user_agent     text        not null,
    code_id        uuid references confirmation_code,
    -- the very text that the digest is of: answers, digests of the attachments, the declaration
    content        text        not null,
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (application_id, revision)
);

create table withdrawal (
    application_id uuid primary key references application,
    agency         text        not null,
    withdrawn_at   timestamptz not null,
    withdrawn_by   text        not null,
    reason         text        not null
);

create table acknowledgement (
    application_id uuid primary key references application,
    agency         text        not null,
    file_id        uuid        not null references file,
    issued_at      timestamptz not null
);
