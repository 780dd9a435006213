-- People: who they are, what they may do and vote on, whom they stand in for.

alter table participant
  add column email       text,
  add column title       text,
  add column expected    text,
  add column represents  boolean not null default true,
  add column voting      text not null default 'YES',
  add column deputy_of   uuid,
  add column merged_into uuid,
  add column link_off    boolean not null default false,
  add constraint participant_expected_known check (expected in ('ON_SITE', 'TEAMS')),
  add constraint participant_voting_known check (voting in ('YES', 'WAITING', 'NO')),
  add constraint participant_deputy_fk foreign key (meeting_id, deputy_of)
    references participant (meeting_id, id) on delete set null (deputy_of),
  add constraint participant_deputy_of_another check (deputy_of <> id),
  add constraint participant_merged_fk foreign key (meeting_id, merged_into)
    references participant (meeting_id, id) on delete cascade,
  add constraint participant_merged_votes_not check (merged_into is null or (voting = 'NO' and not represents));
create unique index participant_email_key on participant (meeting_id, lower(email)) where merged_into is null;
create index participant_no_vote on participant (meeting_id) where voting <> 'YES';
create index participant_deputy on participant (deputy_of) where deputy_of is not null;
create index participant_merged on participant (merged_into) where merged_into is not null;
create index participant_organisation on participant (organisation_id);
comment on table participant is 'A person''s seat in a meeting. room_id is the parallel room chosen; link_generation is null where no personal link exists, link_off while it is revoked.';
comment on column participant.email is 'For invitations; shown to organisers only.';
comment on column participant.expected is 'How the person means to attend.';
comment on column participant.represents is 'May vote for its organisation.';
comment on column participant.voting is 'WAITING: joined by the code and awaits a nod. NO: an observer.';
comment on column participant.deputy_of is 'Whose place the person may take for a time: a person of the same organisation.';
comment on column participant.merged_into is 'The same person''s other entry, which took over all that was this one''s.';

create table voter_group_participant (
  group_id       uuid not null,
  participant_id uuid not null,
  constraint voter_group_participant_pk primary key (participant_id, group_id),
  constraint voter_group_participant_group_fk foreign key (group_id) references voter_group on delete cascade,
  constraint voter_group_participant_participant_fk foreign key (participant_id) references participant on delete cascade
);
comment on table voter_group_participant is 'Persons of the group, beside those whose organisation belongs to it.';

create table substitution (
  id         uuid not null,
  meeting_id uuid not null,
  deputy_id  uuid not null,
  named_id   uuid not null,
  during     tstzrange not null,
  started_by uuid,
  ended_by   uuid,
  constraint substitution_pk primary key (id),
  constraint substitution_deputy_fk foreign key (meeting_id, deputy_id)
    references participant (meeting_id, id) on delete cascade,
  constraint substitution_named_fk foreign key (meeting_id, named_id)
    references participant (meeting_id, id) on delete cascade,
  constraint substitution_started_by_fk foreign key (started_by) references participant on delete set null,
  constraint substitution_ended_by_fk foreign key (ended_by) references participant on delete set null,
  constraint substitution_of_another check (deputy_id <> named_id),
  constraint substitution_not_empty check (not isempty(during)),
  constraint substitution_one_deputy exclude using gist (named_id with =, during with &&),
  constraint substitution_one_place exclude using gist (deputy_id with =, during with &&)
);
create unique index substitution_deputy_now on substitution (deputy_id) where upper_inf(during);
create index substitution_named on substitution (named_id);
create index substitution_meeting on substitution (meeting_id);
comment on table substitution is 'When a deputy (varaedustaja) had the place of a named person: the rights to vote were the deputy''s and not the other''s.';

alter table role_grant
  drop constraint role_grant_known,
  add constraint role_grant_known check
    (role in ('ORGANISER', 'CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER', 'SCREEN'));
create index role_grant_meeting on role_grant (meeting_id);

alter table meeting
  add column walk_ins text not null default 'VOTE',
  add constraint meeting_walk_ins_known check (walk_ins in ('VOTE', 'NOD', 'LISTEN'));
comment on column meeting.walk_ins is 'Whether those who join by the code vote at once, after a nod, or listen.';

create index audit_subject on audit (subject_id);
