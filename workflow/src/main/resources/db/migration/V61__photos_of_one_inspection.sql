-- An inspection that failed may be repeated: photographs belong to one of the appointments. What was added before belongs to
-- the latest appointment of its case, the only one that could have photographs then.
alter table inspection_photo add column sequence int;
update inspection_photo p
   set sequence = (select max(i.sequence) from inspection i where i.application_number = p.application_number);
alter table inspection_photo alter column sequence set not null;
alter table inspection_photo add constraint inspection_photo_of_inspection
    foreign key (application_number, sequence) references inspection (application_number, sequence);

-- An officer's order to inspect again (ให้ตรวจสถานที่ใหม่), before the opinion is given.
create table reinspection (
    application_number text        not null,
    sequence           int         not null,
    agency             text        not null,
    reason             text        not null check (btrim(reason) <> ''),
    ordered_by         text        not null,
    ordered_name       text        not null,
    ordered_at         timestamptz not null,
    primary key (application_number, sequence),
    foreign key (application_number, sequence) references inspection (application_number, sequence)
);

comment on column reinspection.sequence is 'the inspection that failed';
