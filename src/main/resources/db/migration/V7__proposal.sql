-- Proposals and topic entries (their short form: title, and one sentence why in "problem").
create table proposal (
  id bigint not null primary key,
  -- 140 as it is written; longer where the mark of a passage that was taken out stands in it
  title varchar(400) not null,
  problem varchar(20000) not null,
  solution varchar(20000) not null,
  -- a line for each file of the present version: SHA-256, name, caption; a word like the others, so the ledger proves it
  files varchar(4000) not null,
  constraint fk_proposal_contribution foreign key (id) references contribution (id)
);

-- The entries of a topics phase that a topic came from; null while it is only prepared.
create table topic_origin (
  topic_id bigint not null,
  contribution_id bigint not null,
  published_at timestamp(6) with time zone,
  primary key (topic_id, contribution_id),
  constraint fk_topic_origin_topic foreign key (topic_id) references topic (id),
  constraint fk_topic_origin_contribution foreign key (contribution_id) references contribution (id)
);
create index ix_topic_origin on topic_origin (contribution_id);

-- Each time that topics of a phase were published, with how they were arrived at.
create sequence topic_list_seq increment by 50;
create table topic_list (
  id bigint not null primary key,
  phase_id bigint not null,
  n integer not null,
  note varchar(12000) not null,
  published_at timestamp(6) with time zone not null,
  published_by bigint not null,
  constraint uq_topic_list unique (phase_id, n),
  constraint fk_topic_list_phase foreign key (phase_id) references phase (id)
);
