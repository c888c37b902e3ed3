create table service_version (
    service_id    text        not null check (service_id ~ '^[a-z][a-z0-9-]*$'),
    version       int         not null check (version > 0),
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    files         jsonb       not null,
    in_force_from timestamptz not null,
    primary key (service_id, version)
);

comment on table service_version is
    'every version of every service definition, whole: an application stays with the one that it was started on';

-- a version that was in force can't be changed afterwards: applications were decided by it
create function keep_service_version() returns trigger language plpgsql as $$
begin
    raise exception 'version % of service % was in force and stays as it was', old.version, old.service_id;
end
$$;

create trigger service_version_stays before update or delete on service_version
    for each row execute function keep_service_version();
