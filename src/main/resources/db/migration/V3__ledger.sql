-- increment 1, cache 1: two events on one subject have their ids in the order in which they took effect
create sequence ledger_event_seq increment by 1 cache 1;
create table ledger_event (
  id bigint not null primary key,
  format smallint not null,
  kind varchar(40) not null,
  process_id bigint,
  subject_kind varchar(16) not null,
  subject_id bigint not null,
  gate_at timestamp(6) with time zone not null,
  deltas varchar(2000) not null,
  who bytea not null,
  what bytea not null,
  leaf bytea not null,
  receipt varchar(16) not null,
  constraint uq_ledger_event_receipt unique (receipt)
);
create index ix_ledger_event_subject on ledger_event (subject_kind, subject_id, id);
create index ix_ledger_event_process on ledger_event (process_id, id);

create table ledger_actor (
  event_id bigint not null primary key,
  actor_id bigint,
  name_kind varchar(16),
  name_id bigint,
  salt bytea not null
);
create index ix_ledger_actor on ledger_actor (actor_id, event_id);
create index ix_ledger_actor_name on ledger_actor (name_kind, name_id);

create table ledger_content (
  event_id bigint not null primary key,
  content varchar(400000) not null,
  salt bytea not null
);
-- The words of events about these subjects are not published. No part of the proof: hiding alters no event.
create table ledger_sealed_subject (
  subject_kind varchar(16) not null,
  subject_id bigint not null,
  primary key (subject_kind, subject_id)
);

create table ledger_pending (
  event_id bigint not null primary key
);

create table ledger_link (
  position bigint not null primary key,
  event_id bigint not null,
  hash bytea not null,
  constraint uq_ledger_link_event unique (event_id)
);

create table ledger_head (
  id integer not null primary key,
  position bigint not null,
  hash bytea not null,
  constraint ck_ledger_head_one check (id = 1)
);
-- the chain begins with nothing: the first link's hash is that of its leaf alone
insert into ledger_head (id, position, hash) values (1, 0, cast('' as bytea));

-- One row for everything that can be commented on, supported or followed; written by the sealer only after its birth at 0.
create table subject_count (
  subject_kind varchar(16) not null,
  subject_id bigint not null,
  meaning integer not null,
  process_id bigint,
  kind varchar(16) not null,
  is_current boolean not null,
  -- in whose list it is read by its counts: the subject of the thread that a comment begins; null for everything else
  within_kind varchar(16),
  within_id bigint,
  contributions integer default 0 not null,
  comments integer default 0 not null,
  supports integer default 0 not null,
  agrees integer default 0 not null,
  disagrees integer default 0 not null,
  primary key (subject_kind, subject_id, meaning)
);
create index ix_subject_count_supports on subject_count (process_id, kind, is_current, supports desc, subject_id desc);
create index ix_subject_count_comments on subject_count (process_id, kind, is_current, comments desc, subject_id desc);
create index ix_subject_count_agrees on subject_count (within_kind, within_id, is_current, agrees desc, subject_id desc);
