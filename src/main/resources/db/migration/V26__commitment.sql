-- Draft commitments: texts made of clauses that keep their key over the versions.
create sequence commitment_seq increment by 50;
create table commitment (
  id bigint not null primary key,
  code varchar(10) not null,
  process_id bigint not null,
  language varchar(8) not null,
  created_by bigint,
  created_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint uq_commitment_code unique (code),
  constraint fk_commitment_process foreign key (process_id) references process (id)
);
create index ix_commitment_process on commitment (process_id, id);

create sequence commitment_version_seq increment by 50;
create table commitment_version (
  id bigint not null primary key,
  commitment_id bigint not null,
  n integer not null,
  state varchar(16) not null,
  lead_office_id bigint,
  starts_on date,
  ends_on date,
  ogp_values varchar(120) not null,
  begun_by bigint,
  begun_at timestamp(6) with time zone not null,
  published_by bigint,
  published_at timestamp(6) with time zone,
  summary varchar(2000) not null,
  version bigint not null,
  constraint uq_commitment_version_n unique (commitment_id, n),
  constraint fk_commitment_version_commitment foreign key (commitment_id) references commitment (id),
  constraint fk_commitment_version_office foreign key (lead_office_id) references office (id),
  constraint ck_commitment_version_n check (n >= 1),
  constraint ck_commitment_version_state check (state in ('WORKING', 'PUBLIC', 'SUPERSEDED')),
  constraint ck_commitment_version_published check ((state = 'WORKING') = (published_at is null)),
  constraint ck_commitment_version_period check (ends_on is null or starts_on is null or ends_on >= starts_on)
);

create sequence clause_seq increment by 50;
create table clause (
  id bigint not null primary key,
  commitment_id bigint not null,
  clause_key varchar(24) not null,
  kind varchar(16) not null,
  constraint uq_clause_key unique (commitment_id, clause_key),
  constraint fk_clause_commitment foreign key (commitment_id) references commitment (id)
);

-- What a clause says in one version; where it stands there, and which clauses its words come from, where it is new.
create sequence clause_text_seq increment by 50;
create table clause_text (
  id bigint not null primary key,
  version_id bigint not null,
  clause_id bigint not null,
  position integer not null,
  heading varchar(140) not null,
  words varchar(20000) not null,
  easy_read varchar(5000) not null,
  came_from varchar(12000) not null,
  revision integer not null,
  constraint uq_clause_text_once unique (version_id, clause_id),
  constraint fk_clause_text_version foreign key (version_id) references commitment_version (id),
  constraint fk_clause_text_clause foreign key (clause_id) references clause (id)
);
create index ix_clause_text_order on clause_text (version_id, position, id);

-- Every save of a clause in a working version: what two people who edit it at once are merged from.
create table clause_revision (
  clause_text_id bigint not null,
  n integer not null,
  heading varchar(140) not null,
  words varchar(20000) not null,
  easy_read varchar(5000) not null,
  saved_by bigint,
  saved_at timestamp(6) with time zone not null,
  primary key (clause_text_id, n),
  constraint fk_clause_revision_text foreign key (clause_text_id) references clause_text (id)
);

-- Where the words that a comment is about are in a version: W3C Web Annotation, TextQuoteSelector and
-- TextPositionSelector. In the version that it was said about the kind is SAID.
create table anchor (
  comment_id bigint not null,
  version_id bigint not null,
  clause_id bigint not null,
  kind varchar(16) not null,
  exact varchar(4000) not null,
  prefix varchar(200) not null,
  suffix varchar(200) not null,
  start_at integer not null,
  end_at integer not null,
  settled_by bigint,
  settled_at timestamp(6) with time zone,
  primary key (comment_id, version_id),
  constraint fk_anchor_comment foreign key (comment_id) references thread_comment (id),
  constraint fk_anchor_version foreign key (version_id) references commitment_version (id),
  constraint fk_anchor_clause foreign key (clause_id) references clause (id),
  constraint ck_anchor_kind check (kind in ('SAID', 'SAME', 'UNCERTAIN', 'GONE')),
  constraint ck_anchor_range check (0 <= start_at and start_at <= end_at)
);
create index ix_anchor_version on anchor (version_id, kind, clause_id);

-- The very words of the document that somebody comments on, as they were then.
alter table thread_comment add column quote varchar(4000);
