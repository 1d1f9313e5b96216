-- Changes that somebody proposes to a clause: against the words of one public version, which stay as they were.
create table amendment (
  id bigint not null primary key,
  commitment_id bigint not null,
  version_id bigint not null,
  clause_id bigint not null,
  op varchar(16) not null,
  heading varchar(140) not null,
  words varchar(20000) not null,
  reason varchar(20000) not null,
  constraint fk_amendment_contribution foreign key (id) references contribution (id),
  constraint fk_amendment_commitment foreign key (commitment_id) references commitment (id),
  constraint fk_amendment_version foreign key (version_id) references commitment_version (id),
  constraint fk_amendment_clause foreign key (clause_id) references clause (id),
  constraint ck_amendment_op check (op in ('REPLACE', 'INSERT_AFTER', 'DELETE'))
);
create index ix_amendment_clause on amendment (commitment_id, clause_id, id);

-- Organisations that join somebody's amendment. Where two people confirm, the second one is missing until confirmed_at.
create table joining (
  amendment_id bigint not null,
  organisation_id bigint not null,
  asked_by bigint,
  asked_at timestamp(6) with time zone not null,
  confirmed_by bigint,
  confirmed_at timestamp(6) with time zone,
  primary key (amendment_id, organisation_id),
  constraint fk_joining_amendment foreign key (amendment_id) references amendment (id),
  constraint fk_joining_organisation foreign key (organisation_id) references organisation (id)
);
create index ix_joining_organisation on joining (organisation_id, amendment_id);

-- A decision body's decision, recorded once for whatever it settled.
create sequence sitting_seq increment by 50;
create table sitting (
  id bigint not null primary key,
  code varchar(10) not null,
  process_id bigint not null,
  body_kind varchar(16) not null,
  body_id bigint not null,
  held_on date not null,
  method varchar(16) not null,
  votes_for integer,
  votes_against integer,
  votes_abstaining integer,
  dissent varchar(4000) not null,
  link varchar(500) not null,
  language varchar(8) not null,
  recorded_by bigint,
  recorded_at timestamp(6) with time zone not null,
  constraint uq_sitting_code unique (code),
  constraint fk_sitting_process foreign key (process_id) references process (id),
  constraint ck_sitting_method check (method in ('CONSENSUS', 'VOTES')),
  constraint ck_sitting_votes check ((method = 'VOTES') = (votes_for is not null))
);
create index ix_sitting_process on sitting (process_id, held_on, id);

-- What became of a contribution, with the reason; a recommendation until a sitting is named, and public from published_at.
create table outcome (
  contribution_id bigint not null primary key,
  decision varchar(24) not null,
  reason varchar(8000) not null,
  language varchar(8) not null,
  sitting_id bigint,
  recorded_by bigint,
  recorded_at timestamp(6) with time zone not null,
  published_at timestamp(6) with time zone,
  version bigint not null,
  constraint fk_outcome_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_outcome_sitting foreign key (sitting_id) references sitting (id),
  constraint ck_outcome_decision check (decision in ('ADOPTED', 'ADOPTED_MODIFIED', 'TAKEN', 'NOT_TAKEN', 'INADMISSIBLE')),
  constraint ck_outcome_public check (published_at is null or sitting_id is not null)
);
create index ix_outcome_sitting on outcome (sitting_id, contribution_id);

-- Not decided in one round, and carried to a later one with a public reason: still owed an answer.
create table carried (
  contribution_id bigint not null,
  to_phase_id bigint not null,
  from_phase_id bigint not null,
  reason varchar(4000) not null,
  language varchar(8) not null,
  carried_by bigint,
  carried_at timestamp(6) with time zone not null,
  primary key (contribution_id, to_phase_id),
  constraint fk_carried_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_carried_to foreign key (to_phase_id) references phase (id),
  constraint fk_carried_from foreign key (from_phase_id) references phase (id)
);

-- Where the words of a contribution went: what a clause said before, and what it said then; and whether deciding about it
-- wrote them, or they were there already.
create sequence effect_seq increment by 50;
create table effect (
  id bigint not null primary key,
  contribution_id bigint not null,
  version_id bigint not null,
  clause_id bigint not null,
  relation varchar(16) not null,
  before_words varchar(20000),
  after_words varchar(20000),
  has_written boolean not null,
  made_by bigint,
  made_at timestamp(6) with time zone not null,
  constraint fk_effect_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_effect_version foreign key (version_id) references commitment_version (id),
  constraint fk_effect_clause foreign key (clause_id) references clause (id),
  constraint uq_effect_once unique (contribution_id, version_id, clause_id),
  constraint ck_effect_relation check (relation in ('QUOTED', 'ADAPTED', 'INSPIRED'))
);
create index ix_effect_version on effect (version_id, clause_id, id);
