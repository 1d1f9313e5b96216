-- Terms that the end of their board made shorter get their own end back where that end is changed or taken back.
alter table appointment add column is_shortened boolean default false not null;
alter table appointment add column own_end timestamp(6) with time zone;
alter table appointment add constraint ck_appointment_own_end check (is_shortened or own_end is null);
