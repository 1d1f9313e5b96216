-- From when on a public process asks for own names; what was said before says nothing of them.
alter table process add column own_names_since timestamp(6) with time zone;
alter table process add constraint ck_process_own_names check (own_names_since is null or public_names = 'OWN');
