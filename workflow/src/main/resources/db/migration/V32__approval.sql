-- Process 5: decisions. Nothing here is ever changed.
create table decision (
    application_number  text        not null references review_case (application_number),
    opinion             int         not null,
    level               smallint    not null check (level > 0),
    agency              text        not null,
    kind                text        not null check (kind in ('APPROVE', 'SEND_BACK', 'REFUSE')),
    last_level          boolean     not null,
    officer             text        not null,
    officer_name        text        not null,
    officer_position    text        not null,
    recommender         text        not null,
    remark              text        not null,
    facts               text,
    law                 text,
    reasons             text,
    hearing             text check (hearing in ('HEARD', 'NOT_REQUIRED')),
    hearing_note        text,
    decided_at          timestamptz not null,
    decided_over        text        not null,
    decided_over_sha256 text        not null check (decided_over_sha256 ~ '^[0-9a-f]{64}$'),
    primary key (application_number, opinion, level),
    foreign key (application_number, opinion) references opinion (application_number, sequence),
    -- four eyes: nobody decides over the own opinion, nor twice in one passage up the hierarchy
    check (officer <> recommender),
    unique (application_number, opinion, officer),
    check (kind <> 'SEND_BACK' or btrim(remark) <> ''),
    -- Administrative Procedure Act B.E. 2539: sections 37 (facts, law, reasons) and 30 (hearing)
    check ((kind = 'REFUSE') = (facts is not null and law is not null and reasons is not null
                                and hearing is not null and hearing_note is not null)),
    check (btrim(facts) <> '' and btrim(law) <> '' and btrim(reasons) <> '' and btrim(hearing_note) <> '')
);

comment on column decision.decided_over is 'everything that lay before the approver, as JSON in a fixed order; the digest is over its UTF-8 bytes';

create unique index decision_refused_once on decision (application_number) where kind = 'REFUSE';

create table refusal_notice (
    application_number text primary key references review_case (application_number),
    agency             text        not null,
    file_id            uuid        not null references file (id),
    appeal_until       date        not null,
    issued_at          timestamptz not null
);

create function refuse_change_of_decision() returns trigger language plpgsql as $$
begin
    raise exception 'a decision is never changed' using errcode = 'integrity_constraint_violation';
end $$;

create trigger decision_is_final before update or delete on decision
    for each row execute function refuse_change_of_decision();

create trigger opinion_is_final before update or delete on opinion
    for each row execute function refuse_change_of_decision();
