-- The negotiation day: meetings, rooms, people, attendance, goals, polls and ballots.
-- Conventions: lower case; every constraint named; on delete always stated; timestamptz; a comment on every table.
-- Instants are the database's clock (clock_timestamp()), the one clock that all server nodes share.

create extension if not exists btree_gist;

create table meeting (
  id         uuid not null,
  code       text not null,
  title      text not null,
  language   text not null,
  held_on    date not null,
  time_zone  text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint meeting_pk primary key (id),
  constraint meeting_code_key unique (code),
  constraint meeting_code_form check (code ~ '^[A-HJ-NP-Z2-9]{6}$'),
  constraint meeting_language_known check (language in ('fi', 'sv', 'en'))
);
comment on table meeting is 'One day or sitting (tilaisuus). The code is what participants type to join.';

create table room (
  id         uuid not null,
  meeting_id uuid not null,
  position   smallint not null,
  name       text not null,
  plenary    boolean not null,
  lead       text,
  started_at timestamptz,
  ended_at   timestamptz,
  constraint room_pk primary key (id),
  constraint room_meeting_fk foreign key (meeting_id) references meeting on delete cascade,
  constraint room_meeting_key unique (meeting_id, id),
  constraint room_position_key unique (meeting_id, position),
  constraint room_ends_after_start check (ended_at is null or started_at is not null)
);
create unique index room_one_plenary on room (meeting_id) where plenary;
comment on table room is 'The plenary or a parallel track (osio) with its own chair, agenda and current item.';

create table organisation (
  id         uuid not null,
  meeting_id uuid not null,
  kind       text not null,
  name       text not null,
  sub_region text,
  constraint organisation_pk primary key (id),
  constraint organisation_meeting_fk foreign key (meeting_id) references meeting on delete cascade,
  constraint organisation_meeting_key unique (meeting_id, id),
  constraint organisation_name_key unique (meeting_id, name),
  constraint organisation_kind_known check (kind in ('MUNICIPALITY', 'COUNTY', 'NGO', 'PARISH', 'OTHER'))
);
comment on table organisation is 'Whom a person speaks for in a meeting; a municipality (kunta) is one kind.';

create table agenda_item (
  id              uuid not null,
  meeting_id      uuid not null,
  room_id         uuid not null,
  position        smallint not null,
  kind            text not null,
  title           text not null,
  led_by          text,
  planned_start   timestamptz not null,
  planned_minutes smallint not null,
  constraint agenda_item_pk primary key (id),
  constraint agenda_item_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete cascade,
  constraint agenda_item_room_key unique (room_id, id),
  constraint agenda_item_position_key unique (room_id, position),
  constraint agenda_item_minutes_positive check (planned_minutes > 0)
);
comment on table agenda_item is 'One row of a room''s programme (asiakohta) with its planned time.';

create table item_run (
  room_id    uuid not null,
  item_id    uuid not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  constraint item_run_pk primary key (item_id, started_at),
  constraint item_run_item_fk foreign key (room_id, item_id) references agenda_item (room_id, id) on delete cascade,
  constraint item_run_ends_after_start check (ended_at >= started_at)
);
create unique index item_run_one_current on item_run (room_id) where ended_at is null;
comment on table item_run is 'When an item was really handled; an item may be resumed. At most one is current in a room.';

create table participant (
  id              uuid not null,
  meeting_id      uuid not null,
  organisation_id uuid,
  room_id         uuid,
  name            text not null,
  join_key_hash   bytea,
  link_generation int,
  created_at      timestamptz not null default clock_timestamp(),
  constraint participant_pk primary key (id),
  constraint participant_meeting_fk foreign key (meeting_id) references meeting on delete cascade,
  constraint participant_organisation_fk foreign key (meeting_id, organisation_id)
    references organisation (meeting_id, id) on delete no action,
  constraint participant_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete no action,
  constraint participant_meeting_key unique (meeting_id, id),
  constraint participant_join_key_key unique (meeting_id, join_key_hash)
);
alter table meeting
  add column created_by uuid,
  add constraint meeting_created_by_fk foreign key (created_by) references participant on delete set null;
comment on column meeting.created_by is 'The organiser''s seat that made it from a template; null for the first one.';
comment on table participant is 'A person''s seat in a meeting. room_id is the parallel room chosen; link_generation is null where no personal link exists.';

create table role_grant (
  meeting_id     uuid not null,
  participant_id uuid not null,
  role           text not null,
  room_id        uuid,
  constraint role_grant_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete cascade,
  constraint role_grant_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete cascade,
  constraint role_grant_key unique nulls not distinct (participant_id, role, room_id),
  constraint role_grant_known check (role in ('ORGANISER', 'CHAIR', 'SECRETARY', 'PARTICIPANT', 'SCREEN')),
  constraint role_grant_room_roles check ((role in ('CHAIR', 'SECRETARY', 'SCREEN')) = (room_id is not null))
);
comment on table role_grant is 'What a seat may do; chairs, secretaries and screens belong to a room.';

create table session (
  token_hash     bytea not null,
  participant_id uuid not null,
  created_at     timestamptz not null default clock_timestamp(),
  expires_at     timestamptz not null,
  constraint session_pk primary key (token_hash),
  constraint session_participant_fk foreign key (participant_id) references participant on delete cascade
);
create index session_participant on session (participant_id);
comment on table session is 'A browser that holds a seat. Only the hash of its cookie''s random token is kept.';

create table attendance (
  id             uuid not null default gen_random_uuid(),
  meeting_id     uuid not null,
  participant_id uuid not null,
  room_id        uuid not null,
  channel        text not null,
  during         tstzrange not null,
  source         text not null,
  constraint attendance_pk primary key (id),
  constraint attendance_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete cascade,
  constraint attendance_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete no action,
  constraint attendance_channel_known check (channel in ('ON_SITE', 'TEAMS')),
  constraint attendance_source_known check (source in ('SELF', 'AGENDA')),
  constraint attendance_not_empty check (not isempty(during)),
  constraint attendance_no_overlap exclude using gist (participant_id with =, during with &&)
);
create index attendance_open on attendance (meeting_id, room_id) where upper_inf(during);
create unique index attendance_one_open on attendance (participant_id) where upper_inf(during);
comment on table attendance is 'Presence (läsnäolo) as intervals: from, to, channel, room. AGENDA means moved when a room started or ended.';

create table goal_set (
  id         uuid not null,
  meeting_id uuid not null,
  room_id    uuid,
  position   smallint not null,
  name       text not null,
  constraint goal_set_pk primary key (id),
  constraint goal_set_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete set null (room_id),
  constraint goal_set_meeting_fk foreign key (meeting_id) references meeting on delete cascade,
  constraint goal_set_position_key unique (meeting_id, position)
);
comment on table goal_set is 'The joint goals of one life stage; a commitment vote asks about whole sets.';

create table goal (
  id          uuid not null,
  goal_set_id uuid not null,
  position    smallint not null,
  constraint goal_pk primary key (id),
  constraint goal_set_fk foreign key (goal_set_id) references goal_set on delete cascade,
  constraint goal_position_key unique (goal_set_id, position)
);
comment on table goal is 'A joint goal (hyte-tavoite), whatever its wording.';

create table goal_version (
  goal_id    uuid not null,
  version    smallint not null,
  text       text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint goal_version_pk primary key (goal_id, version),
  constraint goal_version_goal_fk foreign key (goal_id) references goal on delete cascade,
  constraint goal_version_positive check (version > 0)
);
comment on table goal_version is 'The successive wordings of a goal; never changed, only added to.';

create table poll (
  id              uuid not null,
  meeting_id      uuid not null,
  room_id         uuid not null,
  agenda_item_id  uuid,
  position        smallint not null,
  kind            text not null,
  title           text not null,
  secrecy         text not null,
  voters          text not null,
  show_results    text not null,
  steps           smallint,
  low_label       text,
  high_label      text,
  state           text not null default 'DRAFT',
  opened_at       timestamptz,
  closed_at       timestamptz,
  results_shown   boolean not null default false,
  seal_salt       bytea,
  entitled        int,
  constraint poll_pk primary key (id),
  constraint poll_room_fk foreign key (meeting_id, room_id) references room (meeting_id, id) on delete cascade,
  constraint poll_item_fk foreign key (room_id, agenda_item_id)
    references agenda_item (room_id, id) on delete set null (agenda_item_id),
  constraint poll_kind_key unique (id, kind),
  constraint poll_position_key unique (room_id, position),
  constraint poll_kind_known check (kind in ('SCALE', 'COMMITMENT')),
  constraint poll_secrecy_known check (secrecy in ('ANONYMOUS', 'NAMED')),
  constraint poll_voters_known check (voters in ('PERSONS', 'MUNICIPALITIES')),
  constraint poll_show_results_known check (show_results in ('LIVE', 'AFTER_CLOSE', 'BY_CHAIR')),
  constraint poll_scale_has_steps check ((kind = 'SCALE') = (steps is not null)),
  constraint poll_steps_range check (steps between 2 and 10),
  constraint poll_kind_shape check (
    (kind = 'SCALE' and secrecy = 'ANONYMOUS' and voters = 'PERSONS')
    or (kind = 'COMMITMENT' and secrecy = 'NAMED' and voters = 'MUNICIPALITIES')),
  constraint poll_state_known check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  constraint poll_state_times check (
    (state = 'DRAFT' and opened_at is null and closed_at is null)
    or (state = 'OPEN' and opened_at is not null and closed_at is null)
    or (state = 'CLOSED' and opened_at is not null and closed_at >= opened_at and entitled is not null)),
  constraint poll_sealed_while_open check ((state = 'OPEN' and secrecy = 'ANONYMOUS') = (seal_salt is not null))
);
comment on table poll is 'A question put to the persons present in a room, or to the municipalities. Anonymous ballots are sealed with a key made from seal_salt and the server''s secret; the salt is destroyed at the close.';

create table poll_statement (
  poll_id      uuid not null,
  position     smallint not null,
  text         text not null,
  goal_set_id  uuid,
  goal_id      uuid,
  goal_version smallint,
  constraint poll_statement_pk primary key (poll_id, position),
  constraint poll_statement_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint poll_statement_goal_set_fk foreign key (goal_set_id) references goal_set on delete set null,
  constraint poll_statement_goal_fk foreign key (goal_id, goal_version) references goal_version on delete set null
);
comment on table poll_statement is 'What a poll asks, in order; a statement on a goal names the version it was asked about.';

create table turnout (
  poll_id        uuid not null,
  participant_id uuid not null,
  constraint turnout_pk primary key (poll_id, participant_id),
  constraint turnout_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint turnout_participant_fk foreign key (participant_id) references participant on delete no action
);
comment on table turnout is 'Who has voted in an anonymous poll: one row a person, and never how.';

create table sealed_ballot (
  poll_id uuid not null,
  locator bytea not null,
  sealed  bytea not null,
  constraint sealed_ballot_pk primary key (poll_id, locator),
  constraint sealed_ballot_poll_fk foreign key (poll_id) references poll on delete cascade
);
comment on table sealed_ballot is 'The ballots of an open anonymous poll, encrypted: a copy of the database alone shows no choice. locator is a keyed hash of the voter''s ballot key. Emptied at the close.';

create table ballot (
  poll_id  uuid not null,
  position int not null,
  receipt  text not null,
  answers  jsonb not null,
  constraint ballot_pk primary key (poll_id, position),
  constraint ballot_receipt_key unique (poll_id, receipt),
  constraint ballot_poll_fk foreign key (poll_id) references poll on delete cascade
);
comment on table ballot is 'The counted ballots of a closed anonymous poll, in random order, written by one transaction.';

create table commitment_ballot (
  poll_id         uuid not null,
  meeting_id      uuid not null,
  organisation_id uuid not null,
  participant_id  uuid not null,
  revision        int not null,
  cast_at         timestamptz not null,
  constraint commitment_ballot_pk primary key (poll_id, organisation_id),
  constraint commitment_ballot_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint commitment_ballot_organisation_fk foreign key (meeting_id, organisation_id)
    references organisation (meeting_id, id) on delete no action,
  constraint commitment_ballot_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete no action
);
comment on table commitment_ballot is 'A municipality''s answer in a commitment vote (sitoutumisäänestys), and who gave it.';

create table commitment (
  poll_id         uuid not null,
  organisation_id uuid not null,
  position        smallint not null,
  answer          text not null,
  reservation     text,
  constraint commitment_pk primary key (poll_id, organisation_id, position),
  constraint commitment_ballot_fk foreign key (poll_id, organisation_id) references commitment_ballot on delete cascade,
  constraint commitment_statement_fk foreign key (poll_id, position) references poll_statement on delete cascade,
  constraint commitment_answer_known check (answer in ('COMMITS', 'RESERVATION', 'DECLINES')),
  constraint commitment_reservation_text check ((answer = 'RESERVATION') = (reservation is not null and btrim(reservation) <> ''))
);
comment on table commitment is 'One answer per municipality per goal set; a reservation carries its text.';

create table section (
  scope    uuid not null,
  name     text not null,
  revision bigint not null,
  constraint section_pk primary key (scope, name)
);
comment on table section is 'The revision of each live section, raised by the transaction that changed what it shows. scope is a meeting or a room.';

create table audit (
  id         bigint generated always as identity,
  meeting_id uuid not null,
  at         timestamptz not null default clock_timestamp(),
  actor_id   uuid,
  action     text not null,
  subject_id uuid,
  detail     jsonb,
  constraint audit_pk primary key (id),
  constraint audit_meeting_fk foreign key (meeting_id) references meeting on delete cascade
);
comment on table audit is 'What chairs and municipalities did: moves, openings, closings, named answers. Never an anonymous choice.';
