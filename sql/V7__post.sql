-- Personal links sent by e-mail: the queue, and what became of the latest message to each person.

create table message (
  participant_id  uuid not null,
  kind            text not null,
  meeting_id      uuid not null,
  id              uuid not null,
  state           text not null default 'QUEUED',
  queued_by       uuid,
  queued_at       timestamptz not null default clock_timestamp(),
  attempts        int not null default 0,
  next_at         timestamptz not null default clock_timestamp(),
  claimed_until   timestamptz,
  fault           text,
  answer          text,
  sent_at         timestamptz,
  sent_generation int,
  constraint message_pk primary key (participant_id, kind),
  constraint message_id_key unique (id),
  constraint message_participant_fk foreign key (meeting_id, participant_id)
    references participant (meeting_id, id) on delete cascade,
  constraint message_queued_by_fk foreign key (queued_by) references participant on delete set null,
  constraint message_kind_known check (kind in ('INVITATION')),
  constraint message_state_known check (state in ('QUEUED', 'SENT', 'FAILED')),
  constraint message_fault_known check
    (fault in ('NO_LINK', 'NO_ADDRESS', 'BAD_ADDRESS', 'REFUSED', 'POSTPONED', 'UNREACHABLE')),
  constraint message_claimed_while_queued check (claimed_until is null or state = 'QUEUED'),
  constraint message_sent_whole check (state <> 'SENT' or (sent_at is not null and sent_generation is not null)),
  constraint message_failed_why check (state <> 'FAILED' or fault is not null)
);
create index message_next on message (next_at) where state = 'QUEUED';
create index message_meeting on message (meeting_id);
create index message_queued_by on message (queued_by) where queued_by is not null;
comment on table message is 'A message to a person: queued, sent or failed. One row a person and kind, so that nobody is queued twice; sent again it is queued anew with another id. Neither the address nor the link is kept here: both are read when it is sent.';
comment on column message.claimed_until is 'A node is sending it; when that node dies, another one takes it after this instant.';
comment on column message.fault is 'Why it failed, or why the latest try of a queued one did not succeed.';
comment on column message.answer is 'What the SMTP server answered, when it refused.';
comment on column message.sent_generation is 'The generation of the link that was sent last: a newer link has not been sent.';
