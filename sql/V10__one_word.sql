-- One word for a human in a meeting, participant, in place of seat and person beside it.
alter table connected rename column seats to participants;
comment on table connected is 'The participants with an open connection at each node, renewed every few seconds while the node lives. An open connection is no presence, and a closed one no departure.';
alter table sign_in_attempt rename column seats to participants;
comment on table sign_in_attempt is 'Sign-ins by a provider that are on their way: each state is taken once. participants is filled where somebody has to choose between meetings.';
comment on column meeting.created_by is 'The organiser that made it from a template; null for the first one.';
comment on table participant is 'Who takes part in a meeting, a screen too. room_id is the parallel room chosen; link_generation is null where no personal link exists, link_off while it is revoked.';
comment on table role_grant is 'What a participant may do; chairs, secretaries and screens belong to a room.';
comment on table session is 'A browser that is signed in as a participant. Only the hash of its cookie''s random token is kept.';

-- Somebody whom a Teams report names is an attendee, and a participant only once matched.
alter table teams_report_row rename column person_id to attendee_id;
alter index teams_report_row_person rename to teams_report_row_attendee;
comment on table teams_report_row is 'One uninterrupted presence as a report tells it. attendee_id is made of the e-mail address, else of the name; assumed means that no leaving is told.';
alter table teams_match rename column person_id to attendee_id;
comment on table teams_match is 'Whom staff took an attendee of the reports for; participant_id is null for nobody of the meeting.';

-- The log of who opened personal data names operations as the contract does.
update access_log set operation = case operation
    when 'getPeople' then 'getParticipants'
    when 'findPeople' then 'findParticipants'
    when 'getPersonLink' then 'getParticipantLink'
    when 'getPersonData' then 'getParticipantData'
  end
where operation in ('getPeople', 'findPeople', 'getPersonLink', 'getPersonData');

alter function tell_seats() rename to tell_participants;
alter function tell_seat() rename to tell_participant;
create or replace function tell_participants() returns trigger language plpgsql as $$
begin
  perform pg_notify('sovittu_participants', tg_argv[0] || ' ' || string_agg(id, ' '))
  from (
    select participant_id::text as id, (row_number() over () - 1) / 150 as part
    from (select distinct participant_id from gone) one
  ) ids
  group by part;
  return null;
end $$;
create or replace function tell_participant() returns trigger language plpgsql as $$
begin
  perform pg_notify('sovittu_participants', tg_argv[0] || ' ' || old.participant_id || ' ' || new.participant_id);
  return null;
end $$;
create or replace function tell_grant() returns trigger language plpgsql as $$
begin
  perform pg_notify('sovittu_participants', 'roles ' || new.participant_id);
  return null;
end $$;
