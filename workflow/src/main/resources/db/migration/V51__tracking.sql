-- what the applicant is told of a case, in the order of happening
create table case_event (
    id                 bigint generated always as identity primary key,
    application_number text        not null,
    agency             text        not null,
    at                 timestamptz not null,
    act                text        not null,
    by_kind            text        not null,
    details            jsonb       not null
);

create index case_event_by_application on case_event (application_number, id);

create table satisfaction_rating (
    application_number text primary key,
    agency             text        not null,
    service_id         text        not null,
    score              int         not null check (score between 1 and 5),
    comment            text        not null,
    rated_at           timestamptz not null
);

create index satisfaction_by_service on satisfaction_rating (agency, service_id, rated_at);
