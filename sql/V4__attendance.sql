-- Attendance from every source: who recorded a beginning and an end, when and why, and the versions that corrections
-- replaced. The table attendance holds the current truth only.

alter table attendance drop constraint attendance_source_known;
alter table attendance
  add column recorded_by       uuid,
  add column recorded_at       timestamptz,
  add column reason            text,
  add column ended_source      text,
  add column ended_by          uuid,
  add column ended_recorded_at timestamptz,
  add column ended_reason      text;
update attendance set recorded_at = lower(during),
  ended_recorded_at = upper(during), ended_source = case when upper_inf(during) then null else 'SELF' end;
alter table attendance
  alter column recorded_at set default clock_timestamp(),
  alter column recorded_at set not null,
  add constraint attendance_source_known check (source in ('SELF', 'AGENDA', 'DESK', 'STAFF', 'TEAMS')),
  add constraint attendance_ended_source_known check (ended_source in ('SELF', 'AGENDA', 'DESK', 'STAFF', 'TEAMS')),
  add constraint attendance_recorded_by_fk foreign key (recorded_by) references participant on delete set null,
  add constraint attendance_ended_by_fk foreign key (ended_by) references participant on delete set null;
comment on table attendance is 'Presence (läsnäolo) as intervals: from, to, channel, room; the current truth. AGENDA means moved when a room started or ended, DESK the door desk, STAFF a chair, secretary or organiser by hand, TEAMS a report. Beginning and end each keep who recorded them, when and why.';
comment on column attendance.recorded_by is 'Whoever recorded the beginning for the person; null for the person''s own phone and the agenda.';
comment on column attendance.ended_by is 'Whoever recorded the end for the person; null for the person''s own phone and the agenda.';

-- The board reads everyone present at each tick: from the index alone.
drop index attendance_open;
create index attendance_open on attendance (meeting_id, room_id) include (participant_id, channel) where upper_inf(during);
create index attendance_ended on attendance (meeting_id, upper(during)) where not upper_inf(during);
create index participant_name on participant (meeting_id, name collate "fi-x-icu", id);
create index attendance_recorded_by on attendance (recorded_by) where recorded_by is not null;
create index attendance_ended_by on attendance (ended_by) where ended_by is not null;

create table attendance_past (
  version           bigint generated always as identity,
  id                uuid not null,
  meeting_id        uuid not null,
  participant_id    uuid not null,
  room_id           uuid not null,
  channel           text not null,
  during            tstzrange not null,
  source            text not null,
  recorded_by       uuid,
  recorded_at       timestamptz not null,
  reason            text,
  ended_source      text,
  ended_by          uuid,
  ended_recorded_at timestamptz,
  ended_reason      text,
  withdrawn_at      timestamptz not null default clock_timestamp(),
  withdrawn_by      uuid,
  withdrawn_source  text not null,
  withdrawn_reason  text,
  constraint attendance_past_pk primary key (version),
  constraint attendance_past_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete cascade,
  constraint attendance_past_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete no action,
  constraint attendance_past_recorded_by_fk foreign key (recorded_by) references participant on delete set null,
  constraint attendance_past_ended_by_fk foreign key (ended_by) references participant on delete set null,
  constraint attendance_past_withdrawn_by_fk foreign key (withdrawn_by) references participant on delete set null,
  constraint attendance_past_withdrawn_source_known check (withdrawn_source in ('SELF', 'AGENDA', 'DESK', 'STAFF', 'TEAMS'))
);
create index attendance_past_participant on attendance_past (participant_id, version);
create index attendance_past_meeting on attendance_past (meeting_id);
comment on table attendance_past is 'Every version of an interval that a correction replaced, with who did so, when and why: corrections never erase.';

alter table meeting
  add column on_site_most          smallint,
  add column on_site_most_per_room smallint,
  add constraint meeting_on_site_most_range check (on_site_most between 1 and 1000),
  add constraint meeting_on_site_most_per_room_range check (on_site_most_per_room between 1 and 1000);
comment on column meeting.on_site_most is 'How many persons a municipality may have on site; null for any number.';
comment on column meeting.on_site_most_per_room is 'How many of them may be in one parallel room; null for any number.';

create unlogged table connected (
  node    uuid not null,
  seen_at timestamptz not null,
  seats   uuid[] not null,
  constraint connected_pk primary key (node)
);
comment on table connected is 'The seats with an open connection at each node, renewed every few seconds while the node lives. An open connection is no presence, and a closed one no departure.';

alter table named_ballot
  add column entered_by uuid,
  add constraint named_ballot_entered_by_fk foreign key (entered_by) references participant on delete set null;
create index named_ballot_entered_by on named_ballot (entered_by) where entered_by is not null;
comment on column named_ballot.entered_by is 'The chair or secretary who entered it for a person without a phone; null for the voter''s own hand.';
