-- An application is an organisation that nobody has checked yet.
alter table organisation add column state varchar(16) default 'ACCEPTED' not null;
alter table organisation add column statement varchar(8000) default '' not null;
alter table organisation add column themes varchar(400) default '' not null;
alter table organisation add column contact varchar(200) default '' not null;
alter table organisation add column legal varchar(16) default 'NONE' not null;
-- the role of who applied, until it is a mandate
alter table organisation add column applicant_title varchar(80) default '' not null;
alter table organisation add column applied_by bigint;
alter table organisation add column applied_at timestamp(6) with time zone;
alter table organisation add column decided_by bigint;
alter table organisation add column decided_at timestamp(6) with time zone;
alter table organisation add column decision_reason varchar(1000);
alter table organisation add column is_two_person boolean default false not null;
alter table organisation add column ended_at timestamp(6) with time zone;
alter table organisation add column ended_reason varchar(1000);
alter table organisation add column successor_id bigint;
-- the name without case, accents and signs, once it is accepted: nobody takes the name of another
alter table organisation add column name_key varchar(200);
alter table organisation add column version bigint default 0 not null;
alter table organisation add constraint uq_organisation_name unique (name_key);
alter table organisation add constraint fk_organisation_applicant foreign key (applied_by) references participant (id);
alter table organisation add constraint fk_organisation_successor foreign key (successor_id) references organisation (id);
alter table organisation add constraint ck_organisation_state check (state in ('APPLIED', 'ACCEPTED', 'REFUSED', 'ENDED'));
alter table organisation add constraint ck_organisation_end check ((state = 'ENDED' and ended_at is not null and ended_reason is not null) or (state <> 'ENDED' and ended_at is null and successor_id is null));
alter table organisation add constraint ck_organisation_successor check (successor_id is null or successor_id <> id);
create index ix_organisation_list on organisation (state, name, id);
create index ix_organisation_applied on organisation (state, applied_at, id);
create index ix_organisation_applicant on organisation (applied_by);
create index ix_organisation_successor on organisation (successor_id);

-- Who speaks for an organisation, about what, from when until when. Ended, never deleted.
create sequence mandate_seq increment by 50;
create table mandate (
  id bigint not null primary key,
  code varchar(16) not null,
  organisation_id bigint not null,
  participant_id bigint not null,
  -- PLATFORM is everything
  scope_kind varchar(16) not null,
  scope_id bigint not null,
  title varchar(80) not null,
  is_holder boolean not null,
  valid_from timestamp(6) with time zone not null,
  valid_to timestamp(6) with time zone,
  given_by bigint,
  given_at timestamp(6) with time zone not null,
  accepted_at timestamp(6) with time zone,
  declined_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone,
  revoked_by bigint,
  -- one at a time for the same person and the same thing: none once it was declined, revoked or has run out
  slot varchar(4),
  constraint uq_mandate_code unique (code),
  constraint uq_mandate_once unique (organisation_id, participant_id, scope_kind, scope_id, slot),
  constraint ck_mandate_scope check ((scope_kind = 'PLATFORM' and scope_id = 0) or (scope_kind in ('PROCESS', 'TOPIC') and scope_id > 0)),
  constraint ck_mandate_dates check (valid_to is null or valid_to > valid_from),
  constraint ck_mandate_answer check (accepted_at is null or declined_at is null),
  -- who may give mandates may do so without end and about everything, so that nothing is left without anybody by the clock
  constraint ck_mandate_holder check (not is_holder or (scope_kind = 'PLATFORM' and valid_to is null)),
  constraint ck_mandate_slot check ((slot = 'OPEN' and declined_at is null and revoked_at is null) or (slot is null and (declined_at is not null or revoked_at is not null or valid_to is not null))),
  constraint fk_mandate_organisation foreign key (organisation_id) references organisation (id),
  constraint fk_mandate_participant foreign key (participant_id) references participant (id),
  constraint fk_mandate_giver foreign key (given_by) references participant (id)
);
create index ix_mandate_participant on mandate (participant_id, slot);

-- whoever was a member speaks for it about everything, and may give mandates
insert into mandate (id, code, organisation_id, participant_id, scope_kind, scope_id, title, is_holder, valid_from, given_at, accepted_at, slot)
  select nextval('mandate_seq'), 'M-' || substring(o.code, 3, 4) || substring(p.code, 3, 4), m.organisation_id, m.participant_id, 'PLATFORM', 0, '', true, p.joined_at, p.joined_at, p.joined_at, 'OPEN'
  from organisation_member m join organisation o on o.id = m.organisation_id join participant p on p.id = m.participant_id;
drop table organisation_member;

-- What an organisation says in public of its own interests.
create sequence organisation_interest_seq increment by 50;
create table organisation_interest (
  id bigint not null primary key,
  organisation_id bigint not null,
  text varchar(1000) not null,
  stated_by bigint not null,
  stated_at timestamp(6) with time zone not null,
  constraint fk_interest_organisation foreign key (organisation_id) references organisation (id),
  constraint fk_interest_participant foreign key (stated_by) references participant (id)
);
create index ix_organisation_interest on organisation_interest (organisation_id, stated_at);

-- The mandate under which it was said, and the role of who said it, as they were then; and who confirmed it.
alter table contribution add column mandate_id bigint;
alter table contribution add column name_title varchar(80);
alter table contribution add column confirmed_by bigint;
alter table contribution add constraint ck_contribution_confirmed check (confirmed_by is null or author_id is null or confirmed_by <> author_id);
alter table contribution add constraint fk_contribution_confirmed foreign key (confirmed_by) references participant (id);
alter table contribution add constraint fk_contribution_mandate foreign key (mandate_id) references mandate (id);
create index ix_contribution_name on contribution (name_kind, name_id, state, published_at desc, id desc);
