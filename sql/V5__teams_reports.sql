-- Attendance reports of Microsoft Teams, whom staff took their people for, and what was accepted of them.

create table teams_report (
  id           uuid not null,
  meeting_id   uuid not null,
  room_id      uuid not null,
  digest       bytea not null,
  name         text not null,
  reading      jsonb not null,
  began_at     timestamptz not null,
  ended_at     timestamptz not null,
  stored_by    uuid,
  stored_at    timestamptz not null default clock_timestamp(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  constraint teams_report_pk primary key (id),
  constraint teams_report_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete cascade,
  constraint teams_report_stored_by_fk foreign key (stored_by) references participant on delete set null,
  constraint teams_report_withdrawn_by_fk foreign key (withdrawn_by) references participant on delete set null,
  constraint teams_report_ends_after_start check (began_at < ended_at)
);
create unique index teams_report_digest on teams_report (meeting_id, digest) where withdrawn_at is null;
create index teams_report_room on teams_report (room_id) where withdrawn_at is null;
comment on table teams_report is 'An attendance report of one Teams meeting, which was that of one room. digest is the file''s SHA-256, so that no file is taken twice; reading is how it was read, as confirmed. A report that is withdrawn counts no more and is kept.';

create table teams_report_row (
  report_id uuid not null,
  line      int not null,
  person_id uuid not null,
  name      text not null,
  note      text,
  phone     boolean not null,
  email     text,
  joined_at timestamptz not null,
  left_at   timestamptz not null,
  assumed   boolean not null,
  constraint teams_report_row_pk primary key (report_id, line),
  constraint teams_report_row_report_fk foreign key (report_id) references teams_report on delete cascade,
  constraint teams_report_row_left_after_joined check (joined_at < left_at)
);
create index teams_report_row_person on teams_report_row (person_id);
comment on table teams_report_row is 'One uninterrupted presence as a report tells it. person_id is made of the e-mail address, else of the name; assumed means that no leaving is told.';

create table teams_match (
  meeting_id     uuid not null,
  person_id      uuid not null,
  participant_id uuid,
  decided_by     uuid,
  decided_at     timestamptz not null default clock_timestamp(),
  constraint teams_match_pk primary key (meeting_id, person_id),
  constraint teams_match_meeting_fk foreign key (meeting_id) references meeting on delete cascade,
  constraint teams_match_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete cascade,
  constraint teams_match_decided_by_fk foreign key (decided_by) references participant on delete set null
);
comment on table teams_match is 'Whom staff took a person of the reports for; participant_id is null for nobody of the meeting.';

create table teams_acceptance (
  meeting_id     uuid not null,
  room_id        uuid not null,
  participant_id uuid not null,
  choice         text not null,
  seen           text not null,
  before         jsonb not null,
  after          jsonb not null,
  accepted_by    uuid,
  accepted_at    timestamptz not null default clock_timestamp(),
  constraint teams_acceptance_pk primary key (room_id, participant_id),
  constraint teams_acceptance_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete cascade,
  constraint teams_acceptance_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete cascade,
  constraint teams_acceptance_accepted_by_fk foreign key (accepted_by) references participant on delete set null,
  constraint teams_acceptance_choice_known check (choice in ('KEEP', 'REPORT', 'BESIDE', 'OVER'))
);
create index teams_acceptance_participant on teams_acceptance (participant_id);
comment on table teams_acceptance is 'What was last decided of a room''s report and a person''s recorded times; before and after are all that was recorded of the person, so that the decision can be taken back. seen tells which times the decider saw.';
