-- Corrections are signed like the application itself: a one-time code is of a draft or of a round of corrections.
alter table confirmation_code alter column draft_id drop not null;
alter table confirmation_code add column correction_id uuid references correction;
alter table confirmation_code add constraint confirmation_code_of_one_paper check (num_nonnulls(draft_id, correction_id) = 1);
create unique index confirmation_code_correction on confirmation_code (correction_id, sequence) where correction_id is not null;
