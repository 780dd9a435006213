-- What people are told of their data, how long names are kept, and who looked at them.

alter table meeting
  add column notice         text,
  add column retention_days int,
  add column erased_at      timestamptz,
  add constraint meeting_retention_range check (retention_days between 0 and 3650);
comment on column meeting.notice is 'What those who join are told of their data; null for the usual text.';
comment on column meeting.retention_days is 'So many days after the day names are erased; null while that is undecided.';
comment on column meeting.erased_at is 'When names, e-mail addresses and titles were erased; counts and intervals stay.';

create table access_log (
  meeting_id uuid not null,
  actor_id   uuid not null,
  operation  text not null,
  subject    text not null,
  hour       timestamptz not null,
  times      int not null,
  last_at    timestamptz not null,
  constraint access_log_pk primary key (meeting_id, actor_id, operation, subject, hour),
  constraint access_log_actor_fk foreign key (meeting_id, actor_id) references participant (meeting_id, id) on delete cascade,
  constraint access_log_times_positive check (times > 0)
);
create index access_log_newest on access_log (meeting_id, last_at);
comment on table access_log is 'Who opened or downloaded personal data, by the hour. subject is the person, poll, room or file; empty for everyone''s.';
