-- A mail to whom is no participant: the room that writes it knows where it goes, the outbox keeps no address.
alter table outgoing_mail alter column participant_id drop not null;

-- A mandate that was offered by mail is nobody's until it is accepted. The address goes with the answer, or without one.
alter table mandate alter column participant_id drop not null;
alter table mandate add column email varchar(320);
alter table mandate add column email_language varchar(2);
alter table mandate add column sends integer default 0 not null;
alter table mandate add column sent_at timestamp(6) with time zone;
alter table mandate add column answer_by timestamp(6) with time zone;
-- why the platform gave it to whom no holder could invite
alter table mandate add column reason varchar(1000);
alter table mandate add constraint uq_mandate_mail_once unique (organisation_id, email, scope_kind, scope_id);
alter table mandate add constraint ck_mandate_mail check (email is null or (participant_id is null and slot is not null and slot = 'OPEN' and email_language is not null and sends > 0 and sent_at is not null and answer_by is not null));
alter table mandate add constraint ck_mandate_whose check (participant_id is not null or email is not null or slot is null);
alter table mandate add constraint ck_mandate_accepted check (accepted_at is null or participant_id is not null);
create index ix_mandate_answer on mandate (email, answer_by);
-- without "is not null" the comparison with a slot that is null is unknown, which a check lets pass
alter table mandate drop constraint ck_mandate_slot;
alter table mandate add constraint ck_mandate_slot check ((slot is not null and slot = 'OPEN' and declined_at is null and revoked_at is null) or (slot is null and (declined_at is not null or revoked_at is not null or valid_to is not null)));

-- A dialogue board, which stands whatever processes there are.
create sequence board_seq increment by 50;
create table board (
  id bigint not null primary key,
  code varchar(16) not null,
  name varchar(2000) not null,
  purpose varchar(80000) not null,
  created_at timestamp(6) with time zone not null,
  constraint uq_board_code unique (code)
);

-- Rows are added, never changed: who sits there accepted them.
create sequence board_rules_seq increment by 50;
create table board_rules (
  id bigint not null primary key,
  board_id bigint not null,
  n integer not null,
  words varchar(400000) not null,
  published_at timestamp(6) with time zone not null,
  published_by bigint not null,
  constraint uq_board_rules unique (board_id, n),
  constraint fk_board_rules_board foreign key (board_id) references board (id),
  constraint fk_board_rules_participant foreign key (published_by) references participant (id)
);

create sequence seat_seq increment by 50;
create table seat (
  id bigint not null primary key,
  code varchar(16) not null,
  board_id bigint not null,
  kind varchar(16) not null,
  sector varchar(16) not null,
  name varchar(2000) not null,
  -- the organisation or the office whose it is; null for nobody's
  body_kind varchar(16),
  body_id bigint,
  added_at timestamp(6) with time zone not null,
  constraint uq_seat_code unique (code),
  constraint ck_seat_kind check (kind in ('PERMANENT', 'THEMATIC', 'OBSERVER')),
  constraint ck_seat_sector check (sector in ('GOVERNMENT', 'CIVIL_SOCIETY', 'ACADEMIA', 'BUSINESS', 'MEDIA', 'COLLECTIVE', 'RESIDENTS')),
  constraint ck_seat_body check ((body_kind is null and body_id is null) or (body_kind in ('ORGANISATION', 'OFFICE') and body_id is not null)),
  constraint fk_seat_board foreign key (board_id) references board (id)
);
create index ix_seat_board on seat (board_id, id);

-- Who is asked to sit where, sits or sat there. Ended, never deleted.
create sequence appointment_seq increment by 50;
create table appointment (
  id bigint not null primary key,
  code varchar(16) not null,
  board_id bigint not null,
  seat_id bigint not null,
  participant_id bigint not null,
  is_deputy boolean not null,
  valid_from timestamp(6) with time zone not null,
  valid_to timestamp(6) with time zone,
  appointed_by bigint not null,
  appointed_at timestamp(6) with time zone not null,
  accepted_at timestamp(6) with time zone,
  declined_at timestamp(6) with time zone,
  -- the version of the rules that was accepted last, with the seat or later
  rules_version integer,
  rules_accepted_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  ended_by bigint,
  ended_reason varchar(1000),
  -- one at a time for each place, and for each person on a board: none once it was declined, ended or has run out
  slot varchar(4),
  constraint uq_appointment_code unique (code),
  constraint uq_appointment_seat unique (seat_id, is_deputy, slot),
  constraint uq_appointment_person unique (board_id, participant_id, slot),
  constraint ck_appointment_dates check (valid_to is null or valid_to > valid_from),
  constraint ck_appointment_answer check (accepted_at is null or declined_at is null),
  -- nobody sits there without rules
  constraint ck_appointment_rules check ((accepted_at is null and rules_version is null) or (accepted_at is not null and rules_version is not null and rules_accepted_at is not null)),
  constraint ck_appointment_end check ((ended_at is null and ended_by is null) or (ended_at is not null and ended_by is not null and ended_reason is not null)),
  constraint ck_appointment_slot check ((slot is not null and slot = 'OPEN' and declined_at is null and ended_at is null) or (slot is null and (declined_at is not null or ended_at is not null or valid_to is not null))),
  constraint fk_appointment_board foreign key (board_id) references board (id),
  constraint fk_appointment_seat foreign key (seat_id) references seat (id),
  constraint fk_appointment_rules foreign key (board_id, rules_version) references board_rules (board_id, n),
  constraint fk_appointment_participant foreign key (participant_id) references participant (id),
  constraint fk_appointment_appointer foreign key (appointed_by) references participant (id),
  constraint fk_appointment_ender foreign key (ended_by) references participant (id)
);
create index ix_appointment_board on appointment (board_id, id);
create index ix_appointment_participant on appointment (participant_id, slot);
