-- An office is part of another one. A new name is a new office, which follows the old one from the day on which that ends.
alter table office add column kind varchar(24) default 'DIRECTORATE' not null;
alter table office add column parent_id bigint;
alter table office add column successor_id bigint;
alter table office add column contact varchar(255) default '' not null;
alter table office add column version bigint default 0 not null;
alter table office add constraint fk_office_parent foreign key (parent_id) references office (id);
alter table office add constraint fk_office_successor foreign key (successor_id) references office (id);
alter table office add constraint ck_office_kind check (kind in ('SECRETARIAT', 'UNDERSECRETARIAT', 'DIRECTORATE', 'ENTITY'));
alter table office add constraint ck_office_parent check (parent_id is null or parent_id <> id);
alter table office add constraint ck_office_successor check (successor_id is null or (successor_id <> id and valid_to is not null));
create index ix_office_parent on office (parent_id);
create index ix_office_successor on office (successor_id);

-- Who responds for an office, from when until when. Ended, never deleted.
create sequence office_responder_seq increment by 50;
create table office_responder (
  id bigint not null primary key,
  office_id bigint not null,
  participant_id bigint not null,
  title varchar(80) not null,
  valid_from timestamp(6) with time zone not null,
  valid_to timestamp(6) with time zone,
  given_by bigint,
  given_at timestamp(6) with time zone not null,
  ended_by bigint,
  ended_at timestamp(6) with time zone,
  -- one at a time for the same person and office: none once it was ended or has run out
  slot varchar(4),
  constraint uq_responder_once unique (office_id, participant_id, slot),
  constraint ck_responder_dates check (valid_to is null or valid_to > valid_from),
  constraint ck_responder_slot check ((slot is not null and slot = 'OPEN' and ended_at is null) or (slot is null and (ended_at is not null or valid_to is not null))),
  constraint fk_responder_office foreign key (office_id) references office (id),
  constraint fk_responder_participant foreign key (participant_id) references participant (id),
  constraint fk_responder_giver foreign key (given_by) references participant (id)
);
create index ix_responder_participant on office_responder (participant_id, slot);

-- Whether somebody was ever given to respond for an office: nobody else is asked for which.
alter table participant add column is_responder boolean default false not null;

-- Which processes an office decides.
create index ix_process_decision_body on process (decision_body_kind, decision_body_id);

-- A question with its process, and how many official replies are public under it: those without one wait for the office
-- that decides there, and are read from the index alone.
alter table thread_comment add column question_in bigint;
alter table thread_comment add column official_replies integer default 0 not null;
alter table thread_comment add constraint ck_comment_official_replies check (official_replies >= 0);
update thread_comment set question_in = (select c.process_id from contribution c where c.id = thread_comment.id) where stance = 'QUESTION';
create index ix_comment_open_question on thread_comment (question_in, official_replies, spoken_at, id);
