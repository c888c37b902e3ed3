-- the last approver's own digital signature goes on a permit before the agency's seal
alter table permit
    add column signed_file uuid,
    add column signed_by   text,
    add column signed_at   timestamptz,
    add check ((signed_file is null) = (signed_by is null) and (signed_file is null) = (signed_at is null));

comment on column permit.signed_by is 'the common name of the officer''s certificate';

-- by which the officer's key is known, as it was at the moment of the decision
alter table approval_code add column username text;
