-- the record of acts also holds what is done in an agency's affairs and not to an application
alter table audit_entry alter column application_number drop not null;
