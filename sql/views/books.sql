-- Per run and source: what became of every address seen. Balanced when the outcomes add up to what was seen.
create view analyst.books as
select
  run.run_id,
  run.name as run,
  run.now,
  poll.source_id,
  poll.outcome,
  poll.message,
  poll.seen,
  count(*) filter (where sighting.outcome = 'new') as new,
  count(*) filter (where sighting.outcome = 'known') as known,
  count(*) filter (where sighting.outcome = 'copy') as copy,
  count(*) filter (where sighting.outcome = 'variant') as variant,
  count(*) filter (where sighting.outcome = 'update') as update,
  count(*) filter (where sighting.outcome = 'translation') as translation,
  count(*) filter (where sighting.outcome = 'off_topic') as off_topic,
  count(*) filter (where sighting.outcome = 'held') as held,
  count(*) filter (where sighting.outcome = 'failed') as failed,
  count(*) filter (where sighting.article_id is not null and sighting.outcome is null) as pending,
  poll.seen = count(sighting.outcome) as balanced
from posture.run
join posture.poll using (run_id)
left join posture.sighting using (run_id, source_id)
group by run.run_id, run.name, run.now, poll.source_id, poll.outcome, poll.message, poll.seen;

comment on view analyst.books is 'Per run and source: what became of every address seen. Balanced when the outcomes add up to what was seen.';
comment on column analyst.books.run_id is 'Key of the run.';
comment on column analyst.books.run is 'Name of the run in Airflow.';
comment on column analyst.books.now is 'The moment that counted as now.';
comment on column analyst.books.source_id is 'The source.';
comment on column analyst.books.outcome is 'What the source''s answer really was.';
comment on column analyst.books.message is 'What happened and what would mend it.';
comment on column analyst.books.seen is 'Distinct addresses seen.';
comment on column analyst.books.new is 'Stories not seen before, in their own words.';
comment on column analyst.books.known is 'Addresses known before, text unchanged.';
comment on column analyst.books.copy is 'Words of another article, no fact changed.';
comment on column analyst.books.variant is 'Nearly the words of another article, but a fact differs.';
comment on column analyst.books.update is 'New text of an article known before.';
comment on column analyst.books.translation is 'Text of another article in the other language.';
comment on column analyst.books.off_topic is 'Not about the force posture.';
comment on column analyst.books.held is 'Borderline: waits for a person.';
comment on column analyst.books.failed is 'Could not be fetched or read.';
comment on column analyst.books.pending is 'Not yet understood.';
comment on column analyst.books.balanced is 'Whether the outcomes add up to what was seen.';
