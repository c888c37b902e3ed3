-- when the signing service is to be asked whether it has added something to a paper's seal; null = nothing will come
alter table paper_seal add column next_look timestamptz;

update paper_seal set next_look = sealed_at where sealed_file is not null;

create index paper_seal_next_look on paper_seal (next_look) where next_look is not null;
