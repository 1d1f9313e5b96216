-- Mail that waits to be sent. What it says is written when it is sent, so that nothing is told that was hidden meanwhile.
create sequence outgoing_mail_seq increment by 50;
create table outgoing_mail (
  id bigint not null primary key,
  kind varchar(24) not null,
  participant_id bigint not null,
  about varchar(200) not null,
  message_id varchar(200) not null,
  queued_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  tries integer not null,
  constraint uq_outgoing_mail_message unique (message_id),
  constraint fk_outgoing_mail_participant foreign key (participant_id) references participant (id)
);
create index ix_outgoing_mail_due on outgoing_mail (due_at, id);
create index ix_outgoing_mail_participant on outgoing_mail (participant_id, kind);

-- What somebody said about following a subject. Without a row, who wrote or supports it follows it.
create sequence follow_seq increment by 50;
create table follow (
  id bigint not null primary key,
  participant_id bigint not null,
  subject_kind varchar(16) not null,
  subject_id bigint not null,
  is_on boolean not null,
  since timestamp(6) with time zone not null,
  constraint uq_follow_once unique (participant_id, subject_kind, subject_id),
  constraint fk_follow_participant foreign key (participant_id) references participant (id)
);

-- What the ledger tells, filed under each subject whose followers it concerns; never by person, so that it costs the
-- same whoever follows. Supports and agreements are summed by batch.
create table notice (
  about_kind varchar(16) not null,
  about_id bigint not null,
  position bigint not null,
  kind varchar(40) not null,
  -- null where several are summed
  event_id bigint,
  times integer not null,
  at timestamp(6) with time zone not null,
  primary key (about_kind, about_id, position, kind)
);
create table notice_head (
  id integer not null primary key,
  position bigint not null,
  constraint ck_notice_head_one check (id = 1)
);
insert into notice_head (id, position) values (1, 0);

create table notice_reader (
  participant_id bigint not null primary key,
  read_to bigint not null,
  has_digest boolean not null,
  digested_to bigint not null,
  digest_due_at timestamp(6) with time zone not null,
  constraint fk_notice_reader_participant foreign key (participant_id) references participant (id)
);
create index ix_notice_reader_due on notice_reader (has_digest, digest_due_at, participant_id);
