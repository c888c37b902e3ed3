-- The people and officers that the platform knows. Credentials lie apart: with another identity provider there are none.
create table account (
    id                 uuid primary key,
    kind               text        not null check (kind in ('CITIZEN', 'OFFICER')),
    provider           text        not null default 'anuyat',
    provider_subject   text        not null,
    username           text unique,
    title              text,
    first_name         text        not null,
    last_name          text        not null,
    name_en            text,
    email              text,
    phone              text,
    national_id_sealed bytea,
    national_id_digest bytea,
    birth_date         date,
    address            jsonb,
    assurance          text        not null,
    authenticator      text        not null,
    position_title     text,
    agency             text,
    roles              text[]      not null check (cardinality(roles) > 0),
    enabled            boolean     not null default true,
    demonstration      boolean     not null default false,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    unique (provider, provider_subject, kind),
    check (kind = 'CITIZEN' or (agency is not null and position_title is not null and username is not null))
);

comment on column account.provider is 'who proves it: anuyat for the embedded provider, else the issuer';
comment on column account.national_id_sealed is 'AES-GCM; the key is a setting and not in the database';
comment on column account.national_id_digest is 'keyed digest to find an account by its number';

create unique index account_national_id on account (provider, national_id_digest) where kind = 'CITIZEN';
create index account_officers on account (agency) where kind = 'OFFICER';

-- Of the embedded identity provider only.
create table sign_in_credential (
    account       uuid primary key references account (id) on delete cascade,
    password_hash text        not null,
    changed_at    timestamptz not null
);

-- Failures by account name and by network address, both as digests: what was typed may be a password in the wrong field.
create table sign_in_failures (
    origin        bytea primary key,
    failures      int         not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);

-- Spring Security's authorization server (its own schema, in PostgreSQL's types).
create table oauth2_authorization (
    id                            varchar(100) primary key,
    registered_client_id          varchar(100) not null,
    principal_name                varchar(200) not null,
    authorization_grant_type      varchar(100) not null,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);

-- only ever looked up by equality, and too long for a btree
create index oauth2_authorization_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_access_token on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_id_token on oauth2_authorization using hash (oidc_id_token_value);
