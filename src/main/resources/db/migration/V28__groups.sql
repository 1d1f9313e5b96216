-- Similar contributions put together by hand, and what draft commitments began with.
create sequence similarity_group_seq increment by 50;
create table similarity_group (
  id bigint not null primary key,
  code varchar(10) not null,
  process_id bigint not null,
  title varchar(140) not null,
  synthesis varchar(5000) not null,
  language varchar(8) not null,
  made_by bigint,
  made_at timestamp(6) with time zone not null,
  dissolved_at timestamp(6) with time zone,
  dissolved_reason varchar(1000),
  version bigint not null,
  constraint uq_similarity_group_code unique (code),
  constraint fk_similarity_group_process foreign key (process_id) references process (id),
  constraint ck_similarity_group_dissolved check ((dissolved_at is null and dissolved_reason is null) or (dissolved_at is not null and dissolved_reason is not null))
);
create index ix_similarity_group_process on similarity_group (process_id, id);

-- A contribution is in one group at most.
create table group_member (
  contribution_id bigint not null,
  group_id bigint not null,
  added_at timestamp(6) with time zone not null,
  constraint pk_group_member primary key (contribution_id),
  constraint fk_group_member_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_group_member_group foreign key (group_id) references similarity_group (id)
);
create index ix_group_member_group on group_member (group_id, contribution_id);

-- What its author took out of a group is not put into it again.
create table group_departure (
  group_id bigint not null,
  contribution_id bigint not null,
  left_at timestamp(6) with time zone not null,
  constraint pk_group_departure primary key (group_id, contribution_id),
  constraint fk_group_departure_group foreign key (group_id) references similarity_group (id),
  constraint fk_group_departure_contribution foreign key (contribution_id) references contribution (id)
);

create sequence commitment_origin_seq increment by 50;
create table commitment_origin (
  id bigint not null primary key,
  commitment_id bigint not null,
  contribution_id bigint,
  group_id bigint,
  constraint uq_commitment_origin_contribution unique (commitment_id, contribution_id),
  constraint uq_commitment_origin_group unique (commitment_id, group_id),
  constraint fk_commitment_origin_commitment foreign key (commitment_id) references commitment (id),
  constraint fk_commitment_origin_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_commitment_origin_group foreign key (group_id) references similarity_group (id),
  constraint ck_commitment_origin_one check ((contribution_id is null and group_id is not null) or (contribution_id is not null and group_id is null))
);
create index ix_commitment_origin_contribution on commitment_origin (contribution_id);
create index ix_commitment_origin_group on commitment_origin (group_id);
