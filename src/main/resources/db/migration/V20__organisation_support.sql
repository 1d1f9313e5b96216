-- Whether organisations support in their own name, in that phase: part of its contract.
alter table phase_terms add column has_organisations boolean default false not null;

-- A support in the name of an organisation is public; who gave it, and who asked for it first where two people confirm, is not.
-- No key to the organisation, as its row is held while it ends: whoever supports for what it goes on in would wait for that
-- row and be waited for.
alter table support add column organisation_id bigint;
alter table support add column given_by bigint;
alter table support add column asked_by bigint;
alter table support add constraint fk_support_given_by foreign key (given_by) references participant (id);
alter table support add constraint fk_support_asked_by foreign key (asked_by) references participant (id);
alter table support add constraint ck_support_person check (organisation_id is not null or (given_by is null and asked_by is null));
alter table support add constraint ck_support_confirmed check (asked_by is null or given_by is null or asked_by <> given_by);
-- of which this one is the beginning
drop index ix_support_contribution;
create index ix_support_names on support (contribution_id, meaning, organisation_id);
create index ix_support_positions on support (organisation_id, given_at, id);

-- What one person asked for an organisation to support, until another one confirms it.
create sequence support_wish_seq increment by 50;
create table support_wish (
  id bigint not null primary key,
  organisation_id bigint not null,
  contribution_id bigint not null,
  meaning integer not null,
  wished_by bigint not null,
  wished_at timestamp(6) with time zone not null,
  constraint uq_support_wish_once unique (organisation_id, contribution_id, meaning),
  constraint fk_support_wish_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_support_wish_by foreign key (wished_by) references participant (id)
);
create index ix_support_wish_contribution on support_wish (contribution_id);
create index ix_support_wish_by on support_wish (wished_by);
