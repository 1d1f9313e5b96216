create sequence contribution_seq increment by 50;
create table contribution (
  id bigint not null primary key,
  kind varchar(16) not null,
  code varchar(16) not null,
  process_id bigint not null,
  phase_id bigint,
  state varchar(16) not null,
  channel varchar(16) not null,
  author_id bigint,
  name_kind varchar(16),
  name_id bigint,
  entered_by bigint,
  checked_by bigint,
  said_at timestamp(6) with time zone not null,
  entered_at timestamp(6) with time zone not null,
  published_at timestamp(6) with time zone,
  language varchar(8) not null,
  district_id bigint,
  words_version integer not null,
  meaning integer not null,
  is_owed_answer boolean default false not null,
  answer_due_at timestamp(6) with time zone,
  shuffle_0 integer not null, shuffle_1 integer not null, shuffle_2 integer not null, shuffle_3 integer not null,
  shuffle_4 integer not null, shuffle_5 integer not null, shuffle_6 integer not null, shuffle_7 integer not null,
  version bigint not null,
  constraint uq_contribution_code unique (code),
  constraint ck_contribution_published check (state <> 'PUBLISHED' or published_at is not null),
  constraint fk_contribution_process foreign key (process_id) references process (id),
  constraint fk_contribution_phase foreign key (phase_id) references phase (id),
  constraint fk_contribution_author foreign key (author_id) references participant (id),
  constraint fk_contribution_district foreign key (district_id) references district (id)
);
-- H2 reads an index in its own direction only
create index ix_contribution_newest on contribution (process_id, kind, state, published_at desc, id desc);
create index ix_contribution_district on contribution (process_id, kind, state, district_id, published_at desc, id desc);
create index ix_contribution_author on contribution (author_id, kind, id);
create index ix_contribution_owed on contribution (phase_id, is_owed_answer, state);
create index ix_contribution_held on contribution (process_id, state, entered_at);
create index ix_contribution_shuffle_0 on contribution (process_id, kind, shuffle_0, id);
create index ix_contribution_shuffle_1 on contribution (process_id, kind, shuffle_1, id);
create index ix_contribution_shuffle_2 on contribution (process_id, kind, shuffle_2, id);
create index ix_contribution_shuffle_3 on contribution (process_id, kind, shuffle_3, id);
create index ix_contribution_shuffle_4 on contribution (process_id, kind, shuffle_4, id);
create index ix_contribution_shuffle_5 on contribution (process_id, kind, shuffle_5, id);
create index ix_contribution_shuffle_6 on contribution (process_id, kind, shuffle_6, id);
create index ix_contribution_shuffle_7 on contribution (process_id, kind, shuffle_7, id);

-- Every public version of the words, whatever the kind: a JSON map of field to text.
create table contribution_version (
  contribution_id bigint not null,
  n integer not null,
  meaning integer not null,
  change varchar(16) not null,
  words varchar(200000) not null,
  saved_at timestamp(6) with time zone not null,
  saved_by bigint,
  primary key (contribution_id, n),
  constraint fk_version_contribution foreign key (contribution_id) references contribution (id)
);

-- One row per author; lists, reach and "my contributions" read this table, not contribution.author_id.
create table co_author (
  contribution_id bigint not null,
  participant_id bigint not null,
  name_kind varchar(16) not null,
  name_id bigint not null,
  state varchar(16) not null,
  since timestamp(6) with time zone not null,
  primary key (contribution_id, participant_id),
  constraint fk_co_author_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_co_author_participant foreign key (participant_id) references participant (id)
);
create index ix_co_author_participant on co_author (participant_id, contribution_id);

create sequence support_seq increment by 50;
create table support (
  id bigint not null primary key,
  voter_id bigint not null,
  contribution_id bigint not null,
  meaning integer not null,
  phase_id bigint not null,
  given_at timestamp(6) with time zone not null,
  constraint uq_support_once unique (voter_id, contribution_id, meaning),
  constraint fk_support_voter foreign key (voter_id) references voter (id),
  constraint fk_support_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_support_phase foreign key (phase_id) references phase (id)
);
create index ix_support_contribution on support (contribution_id, meaning);

create table contribution_topic (
  contribution_id bigint not null,
  topic_id bigint not null,
  primary key (contribution_id, topic_id),
  constraint fk_contribution_topic_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_contribution_topic_topic foreign key (topic_id) references topic (id)
);
create index ix_contribution_topic on contribution_topic (topic_id, contribution_id);

-- A file belongs to the versions from since_version on, and to none from until_version on.
create table contribution_file (
  contribution_id bigint not null,
  file_id bigint not null,
  since_version integer not null,
  until_version integer,
  position integer not null,
  -- 200 as it is written; longer where the marks of passages that were taken out stand in it
  caption varchar(4000) not null,
  primary key (contribution_id, file_id, since_version),
  constraint ck_contribution_file_versions check (until_version is null or until_version > since_version),
  constraint fk_contribution_file_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_contribution_file_file foreign key (file_id) references stored_file (id)
);
create index ix_contribution_file on contribution_file (file_id);

-- The results of a phase as they stood when its input ended; written once for each interval that ended.
create table phase_freeze (
  phase_id bigint not null,
  ended_at timestamp(6) with time zone not null,
  frozen_at timestamp(6) with time zone not null,
  ledger_position bigint not null,
  supports integer not null,
  contributions integer not null,
  comments integer not null,
  primary key (phase_id, ended_at),
  constraint fk_phase_freeze_phase foreign key (phase_id) references phase (id)
);
