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
