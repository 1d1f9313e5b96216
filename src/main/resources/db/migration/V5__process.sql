create sequence district_seq increment by 50;
create table district (
  id bigint not null primary key,
  code varchar(16) not null,
  name varchar(80) not null,
  position integer not null,
  constraint uq_district_code unique (code)
);

-- Translated texts (title, summary, …) are JSON maps of language to text and origin.
create sequence process_seq increment by 50;
create table process (
  id bigint not null primary key,
  slug varchar(80) not null,
  title varchar(2000) not null,
  summary varchar(8000) not null,
  decided varchar(20000) not null,
  not_decided varchar(20000) not null,
  easy_read varchar(40000) not null,
  decision_body_kind varchar(16),
  decision_body_id bigint,
  influence varchar(16) not null,
  languages varchar(40) not null,
  zone varchar(40) not null,
  created_by bigint,
  created_at timestamp(6) with time zone not null,
  published_at timestamp(6) with time zone,
  short_notice_reason varchar(1000),
  archived_at timestamp(6) with time zone,
  archived_reason varchar(1000),
  version bigint not null,
  constraint uq_process_slug unique (slug),
  constraint fk_process_creator foreign key (created_by) references participant (id)
);
create index ix_process_published on process (published_at);
create table former_slug (
  slug varchar(80) not null primary key,
  process_id bigint not null,
  constraint fk_former_slug_process foreign key (process_id) references process (id)
);

create sequence phase_seq increment by 50;
create table phase (
  id bigint not null primary key,
  code varchar(16) not null,
  process_id bigint not null,
  position integer not null,
  kind varchar(20) not null,
  title varchar(2000) not null,
  ask varchar(4000) not null,
  version bigint not null,
  constraint uq_phase_code unique (code),
  constraint fk_phase_process foreign key (process_id) references process (id)
);
create index ix_phase_process on phase (process_id, position);

-- A phase's whole contract, append-only: the one in force is the latest with effective_at <= now.
create sequence phase_terms_seq increment by 50;
create table phase_terms (
  id bigint not null primary key,
  phase_id bigint not null,
  n integer not null,
  effective_at timestamp(6) with time zone not null,
  opens_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  late_until timestamp(6) with time zone not null,
  is_suspended boolean not null,
  actions varchar(100) not null,
  supports_per_voter integer,
  proposals_per_voter integer,
  max_length integer not null,
  moderation varchar(8) not null,
  has_disagree boolean not null,
  has_hidden_tally boolean not null,
  owed varchar(200) not null,
  answers_due_at timestamp(6) with time zone,
  promised_share integer not null,
  change varchar(16) not null,
  reason varchar(1000),
  made_by bigint,
  made_at timestamp(6) with time zone not null,
  constraint uq_phase_terms_n unique (phase_id, n),
  constraint ck_phase_closes_after_opens check (ends_at > opens_at),
  constraint ck_phase_late_after_end check (late_until >= ends_at),
  constraint ck_phase_share check (promised_share between 0 and 100),
  constraint fk_phase_terms_phase foreign key (phase_id) references phase (id)
);
create index ix_phase_terms on phase_terms (phase_id, effective_at);

create sequence process_role_seq increment by 50;
create table process_role (
  id bigint not null primary key,
  participant_id bigint not null,
  process_id bigint not null,
  role varchar(24) not null,
  valid_from timestamp(6) with time zone not null,
  valid_to timestamp(6) with time zone,
  constraint fk_process_role_participant foreign key (participant_id) references participant (id),
  constraint fk_process_role_process foreign key (process_id) references process (id),
  constraint ck_process_role_validity check (valid_to is null or valid_to > valid_from)
);
create index ix_process_role on process_role (participant_id, process_id);
create index ix_process_role_process on process_role (process_id, role);

create sequence process_reading_seq increment by 50;
create table process_reading (
  id bigint not null primary key,
  process_id bigint not null,
  position integer not null,
  title varchar(2000) not null,
  url varchar(500),
  file_id bigint,
  constraint fk_process_reading_process foreign key (process_id) references process (id),
  constraint fk_process_reading_file foreign key (file_id) references stored_file (id),
  constraint ck_process_reading_one check ((url is null and file_id is not null) or (url is not null and file_id is null))
);
create index ix_process_reading on process_reading (process_id, position);

create sequence process_news_seq increment by 50;
create table process_news (
  id bigint not null primary key,
  code varchar(16) not null,
  process_id bigint not null,
  title varchar(2000) not null,
  body varchar(40000) not null,
  published_at timestamp(6) with time zone not null,
  published_by bigint,
  constraint uq_process_news_code unique (code),
  constraint fk_process_news_process foreign key (process_id) references process (id)
);
create index ix_process_news on process_news (process_id, published_at desc);

create sequence topic_seq increment by 50;
create table topic (
  id bigint not null primary key,
  code varchar(16) not null,
  process_id bigint not null,
  phase_id bigint,
  position integer not null,
  title varchar(2000) not null,
  -- null while it is prepared from the entries of a topics phase
  published_at timestamp(6) with time zone,
  constraint uq_topic_code unique (code),
  constraint fk_topic_process foreign key (process_id) references process (id),
  constraint fk_topic_phase foreign key (phase_id) references phase (id)
);
create index ix_topic_process on topic (process_id, position);

-- Everything that counts hangs on the voter, not on the account: design, "Whose voice counts".
create sequence voter_seq increment by 50;
create table voter (
  id bigint not null primary key,
  process_id bigint not null,
  kind varchar(16) not null,
  voter_key bytea not null,
  constraint uq_voter_key unique (process_id, kind, voter_key),
  constraint fk_voter_process foreign key (process_id) references process (id)
);
create table voter_of (
  participant_id bigint not null,
  process_id bigint not null,
  voter_id bigint not null,
  primary key (participant_id, process_id),
  constraint fk_voter_of_voter foreign key (voter_id) references voter (id),
  constraint fk_voter_of_participant foreign key (participant_id) references participant (id)
);
create table voter_phase (
  voter_id bigint not null,
  phase_id bigint not null,
  action varchar(16) not null,
  used integer not null,
  primary key (voter_id, phase_id, action),
  constraint fk_voter_phase_voter foreign key (voter_id) references voter (id),
  constraint fk_voter_phase_phase foreign key (phase_id) references phase (id)
);
