-- A moderator said, in public and with a reason, that a version was not what its author had said it was.
alter table contribution_version add column set_right_at timestamp(6) with time zone;
alter table contribution_version add column set_right_reason varchar(1000);
