-- What outlets ask of robots is read once a day by all workers together, not once by every task.
create table posture.robots (
  place text primary key,
  rules text,
  asked_at timestamptz not null
);
comment on table posture.robots is 'The robots.txt of each outlet, kept for a day.';
comment on column posture.robots.place is 'Scheme, host and port.';
comment on column posture.robots.rules is 'The file; null when there is none, and nothing is forbidden.';
comment on column posture.robots.asked_at is 'When it was asked for, by the wall clock.';
