-- What a finance officer decided about each difference of a bank's end-of-day file, and the closing of the day.

create table day_decision (
    file          uuid        not null,
    difference    text        not null,
    agency        text        not null,
    decision      text        not null,
    decided_at    timestamptz not null,
    decided_by    text        not null,
    officer_name  text        not null,
    primary key (file, difference)
);

create table day_closing (
    file           uuid        primary key,
    agency         text        not null,
    effective_on   date        not null,
    credits        bigint      not null,
    credit_satang  bigint      not null,
    matched        bigint      not null,
    matched_satang bigint      not null,
    differences    integer     not null,
    note           text        not null,
    closed_at      timestamptz not null,
    closed_by      text        not null,
    officer_name   text        not null,
    report         uuid        not null
);
create index day_closing_agency on day_closing (agency, effective_on desc);
