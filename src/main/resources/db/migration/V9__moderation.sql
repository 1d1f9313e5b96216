create sequence report_seq increment by 50;
create table report (
  id bigint not null primary key,
  contribution_id bigint not null,
  reporter_id bigint not null,
  rule varchar(24) not null,
  reason varchar(1000) not null,
  reported_at timestamp(6) with time zone not null,
  decision_id bigint,
  constraint uq_report_once unique (contribution_id, reporter_id),
  constraint fk_report_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_report_reporter foreign key (reporter_id) references participant (id)
);
create index ix_report_open on report (decision_id, contribution_id);
create index ix_report_reporter on report (reporter_id, id);

create sequence moderation_decision_seq increment by 50;
create table moderation_decision (
  id bigint not null primary key,
  code varchar(16) not null,
  process_id bigint not null,
  contribution_id bigint,
  participant_id bigint,
  kind varchar(16) not null,
  rule varchar(24),
  reason varchar(1000) not null,
  words varchar(2000),
  until timestamp(6) with time zone,
  decided_by bigint not null,
  decided_at timestamp(6) with time zone not null,
  is_in_force boolean not null,
  version bigint not null,
  second_look_asked_at timestamp(6) with time zone,
  second_look_words varchar(1000),
  second_look_by bigint,
  second_look_at timestamp(6) with time zone,
  second_look_outcome varchar(16),
  second_look_reason varchar(1000),
  constraint uq_moderation_decision_code unique (code),
  constraint ck_second_look_by_another check (second_look_by is null or second_look_by <> decided_by),
  constraint fk_moderation_decision_process foreign key (process_id) references process (id),
  constraint fk_moderation_decision_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_moderation_decision_participant foreign key (participant_id) references participant (id)
);
create index ix_moderation_decision_contribution on moderation_decision (contribution_id, id);
create index ix_moderation_decision_process on moderation_decision (process_id, decided_at);
create index ix_moderation_decision_participant on moderation_decision (participant_id, id);
create index ix_moderation_decision_look on moderation_decision (process_id, second_look_asked_at);

-- The original of words that were taken out; only moderators of the process and the author reach it.
create table sealed_words (
  decision_id bigint not null,
  contribution_id bigint not null,
  version_n integer not null,
  words varchar(200000) not null,
  primary key (decision_id, version_n),
  constraint fk_sealed_words_decision foreign key (decision_id) references moderation_decision (id)
);
