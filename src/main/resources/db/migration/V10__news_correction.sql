-- A post can be corrected: the present words stand in process_news, what they replaced stays here.
alter table process_news add column corrections integer default 0 not null;
alter table process_news add column corrected_at timestamp(6) with time zone;

create sequence process_news_correction_seq increment by 50;
create table process_news_correction (
  id bigint not null primary key,
  news_id bigint not null,
  n integer not null,
  title varchar(2000) not null,
  body varchar(40000) not null,
  reason varchar(1000) not null,
  made_by bigint,
  made_at timestamp(6) with time zone not null,
  constraint uq_process_news_correction unique (news_id, n),
  constraint fk_process_news_correction foreign key (news_id) references process_news (id)
);
