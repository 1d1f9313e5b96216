-- Bytes are kept in parts: no row is larger than one part, and a file is streamed part by part.
create sequence stored_file_seq increment by 50;
create table stored_file (
  id bigint not null primary key,
  code varchar(16) not null,
  media_type varchar(100) not null,
  name varchar(200) not null,
  size integer not null,
  sha256 bytea not null,
  width integer,
  height integer,
  stored_at timestamp(6) with time zone not null,
  constraint uq_stored_file_code unique (code),
  constraint ck_stored_file_size check (size > 0 and size <= 5242880)
);
create table stored_file_part (
  file_id bigint not null,
  n integer not null,
  bytes bytea not null,
  primary key (file_id, n),
  constraint fk_stored_file_part foreign key (file_id) references stored_file (id)
);

create table kept_form (
  id varchar(32) not null primary key,
  path varchar(300) not null,
  action varchar(300) not null,
  fields varchar(51200) not null,
  kept_until timestamp(6) with time zone not null
);

create table form_nonce (
  participant_id bigint not null,
  nonce varchar(32) not null,
  input_hash bytea not null,
  status integer not null,
  location varchar(2000),
  body varchar(400000),
  used_at timestamp(6) with time zone not null,
  primary key (participant_id, nonce)
);

-- What kind of world this database holds: 'demo' or 'city'.
create table world (
  id integer not null primary key,
  kind varchar(16) not null,
  anchor_day date,
  -- null while it is being built; what came after these ids was added by somebody
  built_at timestamp(6) with time zone,
  last_event bigint,
  last_contribution bigint,
  constraint ck_world_one check (id = 1)
);
