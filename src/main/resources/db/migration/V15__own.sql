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
