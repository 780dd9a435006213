-- Polls of every kind: rules frozen at the opening, rounds, named ballots of persons and organisations, the register
-- that is kept with the result, open texts with moderation.

alter table poll
  drop constraint poll_position_key,
  drop constraint poll_kind_known,
  drop constraint poll_voters_known,
  drop constraint poll_show_results_known,
  drop constraint poll_kind_shape,
  drop constraint poll_state_known,
  drop constraint poll_state_times;
alter table poll rename column show_results to show_participants;
alter table poll rename column results_shown to shown_participants;
alter table poll
  add column show_screen      text,
  add column shown_screen     boolean not null default false,
  add column most             smallint not null default 1,
  add column seconds          int,
  add column closes_at        timestamptz,
  add column majority_rule    text,
  add column majority_base    text,
  add column quorum_rule      text,
  add column quorum_base      text,
  add column by_municipality  boolean not null default false,
  add column breakdowns       text[] not null default '{}',
  add column publish_ballots  boolean not null default false,
  add column moderated        boolean not null default false,
  add column round            smallint not null default 1,
  add column previous_id      uuid,
  add column reason           text,
  add column created_at       timestamptz not null default clock_timestamp(),
  add column present          int,
  add column municipal_count  jsonb,
  add column breakdown        jsonb;
update poll set show_screen = show_participants, shown_screen = shown_participants, present = entitled,
  voters = case voters when 'MUNICIPALITIES' then 'ORGANISATIONS' else voters end;
alter table poll
  alter column show_screen set not null,
  add constraint poll_previous_fk foreign key (previous_id) references poll on delete set null,
  add constraint poll_kind_known check
    (kind in ('SCALE', 'CHOICE', 'THUMBS', 'RANKING', 'POINTS', 'TEXT', 'WORDS', 'COMMITMENT')),
  add constraint poll_voters_known check (voters in ('PERSONS', 'ORGANISATIONS')),
  add constraint poll_show_participants_known check (show_participants in ('LIVE', 'AFTER_CLOSE', 'BY_CHAIR')),
  add constraint poll_show_screen_known check (show_screen in ('LIVE', 'AFTER_CLOSE', 'BY_CHAIR')),
  add constraint poll_commitment_named check (kind <> 'COMMITMENT' or (secrecy = 'NAMED' and voters = 'ORGANISATIONS')),
  add constraint poll_most_range check (most between 1 and 20),
  add constraint poll_seconds_range check (seconds between 5 and 86400),
  add constraint poll_majority_whole check ((majority_rule is null) = (majority_base is null)),
  add constraint poll_quorum_whole check ((quorum_rule is null) = (quorum_base is null)),
  add constraint poll_published_anonymous check (not publish_ballots or secrecy = 'ANONYMOUS'),
  add constraint poll_round_positive check (round > 0),
  add constraint poll_state_known check (state in ('DRAFT', 'OPEN', 'CLOSED', 'CANCELLED', 'DISCARDED')),
  add constraint poll_state_times check (
    (state = 'DRAFT' and opened_at is null and closes_at is null and closed_at is null)
    or (state = 'OPEN' and opened_at is not null and closed_at is null)
    or (state = 'CANCELLED' and closed_at >= opened_at)
    or (state in ('CLOSED', 'DISCARDED') and closed_at >= opened_at and entitled is not null and present is not null));
create index poll_closes on poll (closes_at) where state = 'OPEN' and closes_at is not null;
create index poll_room on poll (room_id, position);
comment on column poll.most is 'CHOICE: how many options one may choose; TEXT, WORDS: how many texts one may give.';
comment on column poll.municipal_count is 'The count by municipalities, made at the close: the ballots that remain do not say whose they are.';
comment on column poll.breakdown is 'The counts by groups, small ones withheld, made at the close.';
comment on column poll.reason is 'Why it was cancelled or discarded.';

create table poll_option (
  poll_id  uuid not null,
  position smallint not null,
  text     text not null,
  abstain  boolean not null,
  constraint poll_option_pk primary key (poll_id, position),
  constraint poll_option_poll_fk foreign key (poll_id) references poll on delete cascade
);
create unique index poll_option_one_abstention on poll_option (poll_id) where abstain;
comment on table poll_option is 'What a choice, a ranking or points are shared among, in order.';

create table voter_group (
  id         uuid not null,
  meeting_id uuid not null,
  position   smallint not null,
  name       text not null,
  constraint voter_group_pk primary key (id),
  constraint voter_group_meeting_fk foreign key (meeting_id) references meeting on delete cascade,
  constraint voter_group_meeting_key unique (meeting_id, id),
  constraint voter_group_name_key unique (meeting_id, name)
);
comment on table voter_group is 'A group that a poll may be limited to.';

create table voter_group_organisation (
  group_id        uuid not null,
  organisation_id uuid not null,
  constraint voter_group_organisation_pk primary key (group_id, organisation_id),
  constraint voter_group_organisation_group_fk foreign key (group_id) references voter_group on delete cascade,
  constraint voter_group_organisation_organisation_fk foreign key (organisation_id) references organisation on delete cascade
);
comment on table voter_group_organisation is 'Whose people belong to the group.';

create table poll_group (
  poll_id  uuid not null,
  group_id uuid not null,
  constraint poll_group_pk primary key (poll_id, group_id),
  constraint poll_group_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint poll_group_group_fk foreign key (group_id) references voter_group on delete no action
);
comment on table poll_group is 'The groups that a poll is limited to; none means everybody present in its room, or all municipalities.';

alter table turnout add column voter_id uuid;
update turnout set voter_id = participant_id;
insert into turnout (poll_id, participant_id, voter_id)
  select poll_id, participant_id, organisation_id from commitment_ballot;
alter table turnout
  drop constraint turnout_pk,
  alter column voter_id set not null,
  add constraint turnout_pk primary key (poll_id, voter_id);
comment on table turnout is 'Who has voted: one row a voter, and never how. The voter is a person, or an organisation that the participant voted for last.';

create table named_ballot (
  poll_id         uuid not null,
  voter_id        uuid not null,
  meeting_id      uuid not null,
  participant_id  uuid not null,
  organisation_id uuid,
  channel         text not null,
  revision        int not null,
  answers         jsonb not null,
  cast_at         timestamptz not null,
  constraint named_ballot_pk primary key (poll_id, voter_id),
  constraint named_ballot_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint named_ballot_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete no action,
  constraint named_ballot_organisation_fk foreign key (meeting_id, organisation_id)
    references organisation (meeting_id, id) on delete no action,
  constraint named_ballot_channel_known check (channel in ('ON_SITE', 'TEAMS'))
);
comment on table named_ballot is 'A person''s or an organisation''s answers in a named poll, who gave them, and from where.';
insert into named_ballot
  select b.poll_id, b.organisation_id, b.meeting_id, b.participant_id, b.organisation_id,
    coalesce((select a.channel from attendance a where a.participant_id = b.participant_id and a.during @> b.cast_at limit 1),
      'ON_SITE'),
    b.revision,
    (select jsonb_agg(jsonb_build_object('answer', c.answer, 'reservation', c.reservation) order by c.position)
      from commitment c where c.poll_id = b.poll_id and c.organisation_id = b.organisation_id),
    b.cast_at
  from commitment_ballot b;
drop table commitment;
drop table commitment_ballot;

-- Ballots of a poll that is open while the schema changes are counted, but cannot be changed any more.
alter table sealed_ballot
  add column owner    bytea not null default '',
  add column revision int not null default 1;
alter table sealed_ballot
  alter column owner drop default,
  alter column revision drop default;
comment on table sealed_ballot is 'The ballots of an open anonymous poll, encrypted: a copy of the database alone shows no choice. locator and owner are keyed hashes: where the ballot of a key is, and who alone may change it. Emptied at the close.';

create table live_tally (
  poll_id uuid not null,
  ballots int not null,
  sealed  bytea not null,
  constraint live_tally_pk primary key (poll_id),
  constraint live_tally_poll_fk foreign key (poll_id) references poll on delete cascade
);
comment on table live_tally is 'What an open anonymous poll shows, frozen when a step of its turnout is first reached, so that every node and every restart shows the same; encrypted like the ballots. Emptied at the close.';

create table poll_register (
  poll_id         uuid not null,
  voter_id        uuid not null,
  participant_id  uuid,
  organisation_id uuid,
  present         boolean not null,
  voted           boolean not null,
  constraint poll_register_pk primary key (poll_id, voter_id),
  constraint poll_register_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint poll_register_participant_fk foreign key (participant_id) references participant on delete no action,
  constraint poll_register_organisation_fk foreign key (organisation_id) references organisation on delete no action
);
comment on table poll_register is 'Kept with the result (äänioikeutetut): who was entitled while the poll was open, who was present at the close, who had voted.';
insert into poll_register
  select t.poll_id, t.voter_id, t.participant_id, x.organisation_id, true, true
  from turnout t join poll p on p.id = t.poll_id join participant x on x.id = t.participant_id
  where p.state = 'CLOSED';

create table text_group (
  poll_id uuid not null,
  id      uuid not null,
  title   text not null,
  constraint text_group_pk primary key (poll_id, id),
  constraint text_group_poll_fk foreign key (poll_id) references poll on delete cascade
);
comment on table text_group is 'A heading under which the chair gathers the texts of an open text poll.';

create table text_mark (
  poll_id  uuid not null,
  entry_id uuid not null,
  state    text not null,
  group_id uuid,
  constraint text_mark_pk primary key (poll_id, entry_id),
  constraint text_mark_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint text_mark_group_fk foreign key (poll_id, group_id) references text_group on delete set null (group_id),
  constraint text_mark_state_known check (state in ('WAITING', 'SHOWN', 'HIDDEN'))
);
comment on table text_mark is 'What moderation has decided of a text. entry_id is made of the ballot and the text: a changed text is a new entry.';

create table text_upvote (
  poll_id        uuid not null,
  entry_id       uuid not null,
  participant_id uuid not null,
  constraint text_upvote_pk primary key (poll_id, entry_id, participant_id),
  constraint text_upvote_poll_fk foreign key (poll_id) references poll on delete cascade,
  constraint text_upvote_participant_fk foreign key (participant_id) references participant on delete cascade
);
comment on table text_upvote is 'Support given to a text by someone who read it.';

-- Two organisations may vote with one key; each has a ballot.
alter table ballot drop constraint ballot_receipt_key;
create index ballot_receipt on ballot (poll_id, receipt);
