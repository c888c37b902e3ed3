-- What waits for officers. One row a task, with copies of what officers search and sort by: a list never joins.
create extension if not exists pg_trgm;

create table worklist_task (
    id                 bigint generated always as identity primary key,
    application_number text        not null,
    agency             text        not null,
    service_id         text        not null,
    applicant_name     text        not null,
    entered_at         timestamptz not null,
    received_at        timestamptz not null,
    kind               text        not null check (kind in ('REGISTER', 'CHECK', 'INSPECT', 'RECOMMEND', 'APPROVE')),
    level              smallint    not null default 0,
    role               text        not null,
    due_at             timestamptz not null,
    opened_at          timestamptz not null,
    claimed_by         text,
    claimed_name       text,
    claimed_at         timestamptz,
    closed_at          timestamptz,
    closed_by          text,
    closed_name        text,
    done               boolean,
    search_text        text        not null generated always as (lower(application_number || ' ' || applicant_name)) stored,
    check ((kind = 'APPROVE') = (level > 0)),
    check ((claimed_by is null) = (claimed_name is null) and (claimed_by is null) = (claimed_at is null)),
    check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_name is null)
        and (closed_at is null) = (done is null))
);

comment on column worklist_task.received_at is 'the legal time of receipt: the order of arrival';
comment on column worklist_task.entered_at is 'breaks ties: everything sent in overnight is received at the same opening';
comment on column worklist_task.done is 'true when an officer did it, false when it fell away (withdrawn, returned, lapsed)';

create unique index worklist_task_open on worklist_task (application_number, kind, level) where closed_at is null;
create index worklist_task_arrival on worklist_task (agency, kind, role, received_at, entered_at, id) where closed_at is null;
create index worklist_task_due on worklist_task (agency, kind, role, due_at, entered_at, id) where closed_at is null;
create index worklist_task_mine on worklist_task (claimed_by) where closed_at is null and claimed_by is not null;
create index worklist_task_text on worklist_task using gin (search_text gin_trgm_ops) where closed_at is null;
create index worklist_task_history on worklist_task (application_number, kind, level, closed_at desc);
