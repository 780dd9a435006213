-- A phone that joins again is found by its key alone, however little the planner knows of a table that fills by the
-- thousand: by the meeting first, it would read all its people.

alter table participant
  drop constraint participant_join_key_key,
  add constraint participant_join_key_key unique (join_key_hash, meeting_id);
