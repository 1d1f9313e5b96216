-- Which public names a process takes: any, or only the one that somebody goes by in life.
alter table process add column public_names varchar(8) default 'ANY' not null;
alter table process add constraint ck_process_public_names check (public_names in ('ANY', 'OWN'));

-- Somebody said to go by that public name in life; another one is asked about anew.
create table name_confirmation (
  participant_id bigint not null,
  process_id bigint not null,
  name varchar(80) not null,
  confirmed_at timestamp(6) with time zone not null,
  primary key (participant_id, process_id, name),
  constraint fk_name_confirmation_participant foreign key (participant_id) references participant (id),
  constraint fk_name_confirmation_process foreign key (process_id) references process (id)
);

-- Whoever sits on a board may reply for it, and is asked for which as those are who respond for an office.
update participant set is_responder = true where id in (select participant_id from appointment where accepted_at is not null);

-- Addresses are kept in small letters, so that one index finds them on every database.
update participant set email = lower(email) where email is not null;
alter table participant add constraint ck_participant_email check (email = lower(email));
create index ix_participant_email on participant (email);

-- A board ends after its last day, and a seat is closed; both stay, with the reason.
alter table board add column valid_to date;
alter table board add column ended_reason varchar(1000);
alter table board add column version bigint default 0 not null;
alter table board add constraint ck_board_end check ((valid_to is null and ended_reason is null) or (valid_to is not null and ended_reason is not null));
alter table seat add column closed_at timestamp(6) with time zone;
alter table seat add column closed_reason varchar(1000);
alter table seat add column version bigint default 0 not null;
alter table seat add constraint ck_seat_closed check ((closed_at is null and closed_reason is null) or (closed_at is not null and closed_reason is not null));

-- A role of the platform that was given with an invitation, until it was used or is over: nobody's name and no address.
create table role_invitation (
  subject varchar(200) not null,
  role varchar(24) not null,
  ends_at timestamp(6) with time zone not null,
  primary key (subject, role)
);
create index ix_role_invitation_end on role_invitation (ends_at);
