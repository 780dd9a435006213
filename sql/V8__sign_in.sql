-- Signing in: sessions that can be told apart, one-time links, identities of an organisation's provider, and
-- what every node hears at once.

alter table session
  add column id           uuid not null default gen_random_uuid(),
  add column last_seen_at timestamptz not null default clock_timestamp(),
  add column made_by      text not null default 'CODE',
  add column device       text,
  add constraint session_made_by_known check (made_by in ('CODE', 'LINK', 'ONE_TIME_LINK', 'PROVIDER')),
  add constraint session_device_short check (length(device) <= 60);
update session s set made_by = 'LINK' from participant p where p.id = s.participant_id and p.join_key_hash is null;
comment on column session.id is 'By which its owner names it; not unique by a rule of its own, and always looked up with participant_id.';
comment on column session.last_seen_at is 'Of staff alone, some minutes late.';
comment on column session.device is 'Browser and system in known words; null where neither is known.';

create table sign_in_link (
  id             uuid not null,
  participant_id uuid not null,
  token_hash     bytea not null,
  made_at        timestamptz not null default clock_timestamp(),
  expires_at     timestamptz not null,
  used_at        timestamptz,
  used_key_hash  bytea,
  session_id     uuid,
  constraint sign_in_link_pk primary key (id),
  constraint sign_in_link_token_key unique (token_hash),
  constraint sign_in_link_participant_fk foreign key (participant_id) references participant on delete cascade,
  constraint sign_in_link_used_whole check ((used_at is null) = (used_key_hash is null) and (used_at is null) = (session_id is null))
);
create index sign_in_link_participant on sign_in_link (participant_id);
comment on table sign_in_link is 'Links that sign staff in once. used_key_hash is of the key that the page sent with it: the same page may ask again when the answer was lost.';

create table sign_in_identity (
  participant_id uuid not null,
  issuer         text not null,
  subject        text not null,
  email          text not null,
  bound_at       timestamptz not null default clock_timestamp(),
  constraint sign_in_identity_pk primary key (participant_id),
  constraint sign_in_identity_participant_fk foreign key (participant_id) references participant on delete cascade
);
create index sign_in_identity_subject on sign_in_identity (issuer, subject);
comment on table sign_in_identity is 'Whose account of an organisation''s provider signs in as whom. email is the person''s own, in lower case, as it was then: when it is changed, the binding is void.';
create index participant_staff_email on participant (lower(email)) where email is not null and merged_into is null;

create table sign_in_attempt (
  key_hash   bytea not null,
  expires_at timestamptz not null,
  seats      uuid[] not null default '{}',
  constraint sign_in_attempt_pk primary key (key_hash)
);
comment on table sign_in_attempt is 'Sign-ins by a provider that are on their way: each state is taken once. seats is filled where somebody has to choose between meetings.';

-- What a node remembers of seats and sessions is forgotten by all nodes as soon as it is changed. 150 ids fit into
-- a notice's 8,000 bytes.
create function tell_seats() returns trigger language plpgsql as $$
begin
  perform pg_notify('sovittu_seats', tg_argv[0] || ' ' || string_agg(id, ' '))
  from (
    select participant_id::text as id, (row_number() over () - 1) / 150 as part
    from (select distinct participant_id from gone) one
  ) ids
  group by part;
  return null;
end $$;
create trigger session_ended after delete on session
  referencing old table as gone for each statement execute function tell_seats('sessions');
create trigger role_grant_ended after delete on role_grant
  referencing old table as gone for each statement execute function tell_seats('roles');

create function tell_seat() returns trigger language plpgsql as $$
begin
  perform pg_notify('sovittu_seats', tg_argv[0] || ' ' || old.participant_id || ' ' || new.participant_id);
  return null;
end $$;
create trigger session_moved after update on session for each row
  when (old.participant_id <> new.participant_id) execute function tell_seat('sessions');
create trigger role_grant_changed after update on role_grant for each row execute function tell_seat('roles');

create function tell_grant() returns trigger language plpgsql as $$
begin
  perform pg_notify('sovittu_seats', 'roles ' || new.participant_id);
  return null;
end $$;
-- Not of those who join, who would wait for each other: notices are put in line at the commit.
create trigger role_grant_made after insert on role_grant for each row
  when (new.role not in ('PARTICIPANT', 'OBSERVER')) execute function tell_grant();
