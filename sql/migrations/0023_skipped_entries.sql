-- An entry that leads nowhere has no address to be booked under, so it is counted.
alter table posture.poll add column skipped integer not null default 0 check (skipped >= 0);
comment on column posture.poll.skipped is 'Entries of the list without a usable address.';
create index sighting_dropped on posture.sighting (run_id, source_id) where outcome in ('failed', 'off_topic', 'held', 'copy');
