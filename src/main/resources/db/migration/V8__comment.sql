create table thread_comment (
  id bigint not null primary key,
  subject_kind varchar(16) not null,
  subject_id bigint not null,
  parent_id bigint,
  root_id bigint not null,
  depth integer not null,
  spoken_at timestamp(6) with time zone not null,
  stance varchar(16),
  body varchar(20000) not null,
  constraint ck_comment_depth check (depth between 1 and 3),
  constraint fk_comment_contribution foreign key (id) references contribution (id),
  constraint fk_comment_parent foreign key (parent_id) references thread_comment (id)
);
-- H2 reads an index in its own direction only
create index ix_comment_oldest on thread_comment (subject_kind, subject_id, depth, spoken_at, id);
create index ix_comment_newest on thread_comment (subject_kind, subject_id, depth, spoken_at desc, id desc);
create index ix_comment_root on thread_comment (root_id, spoken_at, id);
create index ix_comment_parent on thread_comment (parent_id);

create table reaction (
  voter_id bigint not null,
  contribution_id bigint not null,
  direction smallint not null,
  given_at timestamp(6) with time zone not null,
  constraint pk_reaction_once primary key (voter_id, contribution_id),
  constraint ck_reaction_direction check (direction * direction = 1),
  constraint fk_reaction_voter foreign key (voter_id) references voter (id),
  constraint fk_reaction_contribution foreign key (contribution_id) references contribution (id)
);
create index ix_reaction_contribution on reaction (contribution_id);
