-- whoever gives orders about permits searches those of the own agency
create index permit_of_agency on permit (agency, issued_on desc, number desc) where issued_at is not null;
