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
alter table mandate add constraint ck_mandate_mail check (email is null or (participant_id is null and slot = 'OPEN' and email_language is not null and sends > 0 and sent_at is not null and answer_by is not null));
alter table mandate add constraint ck_mandate_whose check (participant_id is not null or email is not null or slot is null);
alter table mandate add constraint ck_mandate_accepted check (accepted_at is null or participant_id is not null);
create index ix_mandate_answer on mandate (email, answer_by);
