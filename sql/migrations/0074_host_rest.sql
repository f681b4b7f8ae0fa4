-- A host that answers "too many requests" to one worker has said so to all of them.
alter table posture.host_turn add column rests_until timestamptz;
comment on column posture.host_turn.rests_until is 'Until when the host asked to be left alone; null when it never did.';
