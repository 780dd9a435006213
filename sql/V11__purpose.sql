-- A real meeting refuses made-up participants, so it must be known which ones are real.
alter table meeting add column purpose text not null default 'REAL'
  constraint meeting_purpose_known check (purpose in ('REAL', 'REHEARSAL', 'DEMO'));
comment on column meeting.purpose is 'REAL, REHEARSAL, or DEMO for the day that the service makes by itself; only the latter two may be simulated.';
