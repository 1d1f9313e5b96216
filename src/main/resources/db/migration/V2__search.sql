create sequence search_entry_seq increment by 50;
create table search_entry (
  id bigint not null primary key,
  subject_kind varchar(16) not null,
  subject_id bigint not null,
  process_id bigint,
  kind varchar(16) not null,
  language varchar(8) not null,
  is_public boolean not null,
  title varchar(300) not null,
  said_at timestamp(6) with time zone not null,
  constraint uq_search_entry_subject unique (subject_kind, subject_id, language)
);
create table search_term (
  entry_id bigint not null,
  term varchar(64) not null,
  weight smallint not null,
  primary key (entry_id, term),
  constraint fk_search_term_entry foreign key (entry_id) references search_entry (id)
);
create index ix_search_term on search_term (term, entry_id, weight);
create table search_gram (
  entry_id bigint not null,
  -- three letters; H2 counts the rarer ones twice
  gram varchar(6) not null,
  primary key (entry_id, gram),
  constraint fk_search_gram_entry foreign key (entry_id) references search_entry (id)
);
create index ix_search_gram on search_gram (gram, entry_id);
