-- What a process asks of whoever counts in it.
alter table process add column eligibility varchar(16) default 'NONE' not null;
alter table subject_count add column voices integer default 0 not null;

-- A list of codes as it was uploaded: a preview until it is confirmed, in which nobody's code is found.
create sequence code_list_seq increment by 50;
create table code_list (
  id bigint not null primary key,
  code varchar(16) not null,
  process_id bigint not null,
  given integer not null,
  refused integer not null,
  empty_rows integer not null,
  made_by bigint not null,
  made_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  withdrawn_at timestamp(6) with time zone,
  constraint uq_code_list_code unique (code),
  constraint ck_code_list_given check (given >= 0),
  constraint fk_code_list_process foreign key (process_id) references process (id),
  constraint fk_code_list_participant foreign key (made_by) references participant (id)
);
create index ix_code_list_process on code_list (process_id, id);

-- Rows of the file that were not taken, and why; never what they said.
create table code_refusal (
  list_id bigint not null,
  file_row integer not null,
  fault varchar(16) not null,
  primary key (list_id, file_row),
  constraint fk_code_refusal_list foreign key (list_id) references code_list (id)
);

-- The HMAC of a code under the configured key, which is also the key of its voter; the code itself is kept nowhere.
create table eligibility_code (
  process_id bigint not null,
  code_key bytea not null,
  list_id bigint not null,
  used_at timestamp(6) with time zone,
  primary key (process_id, code_key),
  constraint fk_eligibility_code_list foreign key (list_id) references code_list (id)
);
create index ix_eligibility_code_list on eligibility_code (list_id, used_at);

-- That a member of staff saw who somebody is. A document's number is at most in the key of the voter, as an HMAC.
create sequence attestation_seq increment by 50;
create table attestation (
  id bigint not null primary key,
  code varchar(16) not null,
  process_id bigint not null,
  participant_id bigint not null,
  has_document boolean not null,
  attested_by bigint not null,
  attested_at timestamp(6) with time zone not null,
  revoked_by bigint,
  revoked_at timestamp(6) with time zone,
  revoked_reason varchar(1000),
  -- one that is in force for the same person and process
  slot varchar(8),
  constraint uq_attestation_code unique (code),
  constraint uq_attestation_once unique (process_id, participant_id, slot),
  constraint ck_attestation_not_oneself check (attested_by <> participant_id),
  constraint fk_attestation_process foreign key (process_id) references process (id),
  constraint fk_attestation_participant foreign key (participant_id) references participant (id),
  constraint fk_attestation_by foreign key (attested_by) references participant (id)
);
create index ix_attestation_process on attestation (process_id, id desc);
create index ix_attestation_participant on attestation (participant_id);

-- That somebody's account counts together with another one, until they have read it.
create table shared_voice (
  participant_id bigint not null,
  process_id bigint not null,
  since timestamp(6) with time zone not null,
  read_at timestamp(6) with time zone,
  primary key (participant_id, process_id),
  constraint fk_shared_voice_participant foreign key (participant_id) references participant (id),
  constraint fk_shared_voice_process foreign key (process_id) references process (id)
);
-- whether there is any of these to be read, so that who has none is not asked about
alter table participant add column has_to_read boolean default false not null;
create index ix_voter_of_voter on voter_of (voter_id);
