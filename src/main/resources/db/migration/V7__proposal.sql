-- Proposals and topic entries (their short form: title, and one sentence why in "problem").
create table proposal (
  id bigint not null primary key,
  -- 140 as it is written; longer where the mark of a passage that was taken out stands in it
  title varchar(400) not null,
  problem varchar(20000) not null,
  solution varchar(20000) not null,
  -- a line for each file of the present version: SHA-256, name, caption; a word like the others, so the ledger proves it
  files varchar(4000) not null,
  constraint fk_proposal_contribution foreign key (id) references contribution (id)
);
