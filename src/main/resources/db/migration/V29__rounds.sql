-- Which drafts a team chose for a round, which is a phase; where none were chosen, every public draft is in it.
create table round_preparation (
  phase_id bigint not null primary key,
  revision integer not null,
  prepared_by bigint,
  prepared_at timestamp(6) with time zone not null,
  constraint fk_round_preparation_phase foreign key (phase_id) references phase (id) on delete cascade
);
create table round_draft (
  phase_id bigint not null,
  commitment_id bigint not null,
  primary key (phase_id, commitment_id),
  constraint fk_round_draft_preparation foreign key (phase_id) references round_preparation (phase_id) on delete cascade,
  constraint fk_round_draft_commitment foreign key (commitment_id) references commitment (id)
);

-- When the version that is being written is to be public.
alter table commitment_version add column expected_on date;
