-- where the ceilings write, in the platform's own database server
create table if not exists bare_row (id bigint generated always as identity primary key, content jsonb not null)
