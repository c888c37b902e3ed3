-- what stands in the way of a permit that was issued; no row = nothing does
create table permit_standing (
    permit_number text primary key references permit (number),
    agency        text        not null,
    standing      text        not null check (standing in ('SUSPENDED', 'REVOKED')),
    since         timestamptz not null,
    until         date,
    reason        text        not null,
    legal_basis   text        not null,
    ordered_by    text        not null
);

-- the register is searched by parts of Thai words
create extension if not exists pg_trgm;
create index permit_search on permit using gin ((number || ' ' || holder_name || ' ' || coalesce(particulars ->> 'search', '')) gin_trgm_ops)
    where issued_at is not null;
create index permit_by_issue on permit (issued_on desc, number desc) where issued_at is not null;
