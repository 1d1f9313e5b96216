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
