-- Runs that lay far outside what is usual, and who let them go.
create view analyst.hold as
select hold.run_id, run.name as run, run.now, hold.reason, hold.held_at, hold.released_at, hold.released_by, hold.refused_at, hold.refused_by
from posture.hold
join posture.run using (run_id);

comment on view analyst.hold is 'Runs that lay far outside what is usual: nothing of them is told before a person has looked.';
comment on column analyst.hold.run_id is 'The run.';
comment on column analyst.hold.run is 'Its name.';
comment on column analyst.hold.now is 'The moment that counted as now in it.';
comment on column analyst.hold.reason is 'What was unusual, in figures.';
comment on column analyst.hold.held_at is 'When it was held.';
comment on column analyst.hold.released_at is 'When a person let it go; null while it waits.';
comment on column analyst.hold.released_by is 'Who let it go.';
comment on column analyst.hold.refused_at is 'When a person last held it back, or nobody answered in time.';
comment on column analyst.hold.refused_by is 'Who held it back.';
