-- What the platform says of itself: participation rules, privacy, accessibility, contact. Rows are added, never changed.
create sequence house_text_seq increment by 50;
create table house_text (
  id bigint not null primary key,
  kind varchar(16) not null,
  n integer not null,
  words varchar(400000) not null,
  published_at timestamp(6) with time zone not null,
  -- null for the first version, which comes with the product
  published_by bigint,
  constraint uq_house_text unique (kind, n),
  constraint fk_house_text_participant foreign key (published_by) references participant (id)
);

-- Which version of the rules and of the privacy notice somebody accepted.
create table consent (
  participant_id bigint not null,
  kind varchar(16) not null,
  version integer not null,
  given_at timestamp(6) with time zone not null,
  primary key (participant_id, kind, version),
  constraint fk_consent_participant foreign key (participant_id) references participant (id)
);

alter table process add column min_age integer;
alter table process add constraint ck_process_min_age check (min_age is null or min_age between 1 and 120);

-- Somebody said to be of that age or older; no date of birth is kept.
create table age_confirmation (
  participant_id bigint not null,
  process_id bigint not null,
  age integer not null,
  confirmed_at timestamp(6) with time zone not null,
  primary key (participant_id, process_id, age),
  constraint fk_age_confirmation_participant foreign key (participant_id) references participant (id),
  constraint fk_age_confirmation_process foreign key (process_id) references process (id)
);

-- Whose account is being erased; the row goes when everything is gone.
create table erasure (
  participant_id bigint not null primary key,
  asked_at timestamp(6) with time zone not null,
  constraint fk_erasure_participant foreign key (participant_id) references participant (id)
);

-- Sessions of an account that was erased do not make a new participant: a hash of the subject, until none can be in use.
create table erased_account (
  subject_hash varchar(64) not null primary key,
  erased_at timestamp(6) with time zone not null,
  valid_until timestamp(6) with time zone not null
);
create index ix_erased_account on erased_account (valid_until);

-- A report stays when who sent it is erased.
alter table report alter column reporter_id drop not null;
