-- Erasure rewrites what the trail tells of one meeting, and people read what they did themselves: neither reads other meetings' trails.
create index audit_meeting on audit (meeting_id, actor_id);
