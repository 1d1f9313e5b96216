-- Who signs in with a second factor because of a duty: what the identity provider was told, or is to be told from when on.
create table second_factor (
  participant_id bigint not null primary key,
  told_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone not null,
  constraint fk_second_factor_participant foreign key (participant_id) references participant (id)
);
