-- What an archive shows of outlets that are not watched is counted beside what it shows of ours.
alter table posture.poll add column passed_over integer not null default 0 check (passed_over >= 0);
comment on column posture.poll.passed_over is 'Entries of outlets that are not watched: neither kept nor counted as seen.';
