-- Proposals and topic entries (their short form: title, and one sentence why in "problem").
create table proposal (
  id bigint not null primary key,
  title varchar(140) not null,
  problem varchar(20000) not null,
  solution varchar(20000) not null,
  constraint fk_proposal_contribution foreign key (id) references contribution (id)
);
