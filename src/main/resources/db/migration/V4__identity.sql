create sequence participant_seq increment by 50;
create table participant (
  id bigint not null primary key,
  code varchar(16) not null,
  subject varchar(200) not null,
  name varchar(80) not null,
  language varchar(8) not null,
  joined_at timestamp(6) with time zone not null,
  epoch integer default 0 not null,
  sessions_valid_from timestamp(6) with time zone,
  disabled_at timestamp(6) with time zone,
  blocked_until timestamp(6) with time zone,
  blocked_reason varchar(1000),
  constraint uq_participant_code unique (code),
  constraint uq_participant_subject unique (subject)
);

create index ix_participant_name on participant (name);

create sequence office_seq increment by 50;
create table office (
  id bigint not null primary key,
  code varchar(16) not null,
  name varchar(2000) not null,
  valid_from date not null,
  valid_to date,
  constraint uq_office_code unique (code),
  constraint ck_office_validity check (valid_to is null or valid_to > valid_from)
);

create sequence organisation_seq increment by 50;
create table organisation (
  id bigint not null primary key,
  code varchar(16) not null,
  name varchar(200) not null,
  constraint uq_organisation_code unique (code)
);
create table organisation_member (
  organisation_id bigint not null,
  participant_id bigint not null,
  primary key (organisation_id, participant_id),
  constraint fk_organisation_member_organisation foreign key (organisation_id) references organisation (id),
  constraint fk_organisation_member_participant foreign key (participant_id) references participant (id)
);
