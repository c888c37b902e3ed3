-- An application that was made to the wrong agency goes on as a case of the right one, when that is on this installation and
-- offers the service: it is made from the old application, not from a draft.
alter table application alter column draft_id drop not null;
alter table application add column forwarded_from text unique references application (number);
alter table application add constraint application_of_one_origin check (num_nonnulls(draft_id, forwarded_from) = 1);

-- Any agency may be the right one: one of this installation by its code, another by its name and how to reach it.
alter table forwarding alter column to_agency drop not null;
alter table forwarding add column to_name text check (btrim(to_name) <> '');
alter table forwarding add column to_contact text check (btrim(to_contact) <> '');
alter table forwarding add column new_number text unique references application (number);
alter table forwarding add constraint forwarding_to_somebody
    check (to_agency is not null or (to_name is not null and to_contact is not null));
