-- A run far outside its usual band waits for a person before anything is told.
create table posture.hold (
  run_id bigint primary key references posture.run,
  reason text not null,
  held_at timestamptz not null,
  released_at timestamptz,
  released_by text,
  check ((released_at is null) = (released_by is null))
);
comment on table posture.hold is 'Runs that lay far outside what is usual: nothing of them is told before a person has looked.';
comment on column posture.hold.run_id is 'The run.';
comment on column posture.hold.reason is 'What was unusual, in figures.';
comment on column posture.hold.held_at is 'When it was held.';
comment on column posture.hold.released_at is 'When a person let it go; null while it waits.';
comment on column posture.hold.released_by is 'Who let it go.';
