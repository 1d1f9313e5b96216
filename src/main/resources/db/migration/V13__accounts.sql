alter table participant add column email varchar(320);
alter table participant add column is_email_verified boolean default false not null;

-- Sessions that the identity provider ended, by its own id, until none of them can still be in use.
create table ended_session (
  sid varchar(100) not null primary key,
  valid_until timestamp(6) with time zone not null
);
create index ix_ended_session on ended_session (valid_until);
