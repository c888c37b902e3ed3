-- the picture of an officer's signature, as it is printed on the permits that the officer decides about from now on
create table signature_picture (
    agency  text        not null,
    officer text        not null,
    file    uuid        not null references file,
    since   timestamptz not null,
    primary key (agency, officer)
);

comment on column signature_picture.officer is 'the account''s subject';
