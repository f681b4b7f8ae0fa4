-- open_run --
-- The run of this name, opened once.
insert into posture.run (name, now)
values (%(name)s, %(now)s)
on conflict (name) do update
set now = posture.run.now
returning run_id;

-- add_poll --
insert into posture.poll (run_id, source_id, outcome, seen, message, page_id)
values (%(run_id)s, %(source_id)s, %(outcome)s, %(seen)s, %(message)s, %(page_id)s)
on conflict (run_id, source_id) do update
set outcome = excluded.outcome, seen = excluded.seen, message = excluded.message, page_id = excluded.page_id;

-- count_seen --
-- What was seen is counted from the answer's addresses and from the articles looked at again.
update posture.poll
set seen = %(seen)s
where run_id = %(run_id)s and source_id = %(source_id)s;

-- add_sighting --
insert into posture.sighting (run_id, source_id, article_id, via, outcome, reason)
values (%(run_id)s, %(source_id)s, %(article_id)s, %(via)s, %(outcome)s, %(reason)s)
on conflict (run_id, source_id, article_id) do update
set outcome = excluded.outcome, reason = excluded.reason;

-- settle_in_run --
-- An article was dealt with while collecting: this sighting ends here.
update posture.sighting
set outcome = %(outcome)s, reason = %(reason)s
where run_id = %(run_id)s and source_id = %(source_id)s and article_id = %(article_id)s;

-- settle --
-- An article was understood: its open sightings end. The first one, at the source that showed it first, ends in the state
-- itself; to later runs and other sources the article was known, unless it is off the topic, held or failed for all.
with open_sighting as (
  select
    sighting.run_id,
    sighting.source_id,
    row_number() over (order by sighting.source_id = article.source_id desc, sighting.run_id, sighting.source_id) = 1 as first
  from posture.sighting
  join posture.article using (article_id)
  where sighting.article_id = %(article_id)s and sighting.outcome is null
)
update posture.sighting
set outcome = case
      when open_sighting.first or %(outcome)s in ('off_topic', 'held', 'failed') then %(outcome)s
      else 'known'
    end,
    reason = case
      when open_sighting.first or %(outcome)s in ('off_topic', 'held', 'failed') then %(reason)s
      else 'the same article was seen in this run or before'
    end
from open_sighting
where sighting.article_id = %(article_id)s
  and sighting.run_id = open_sighting.run_id
  and sighting.source_id = open_sighting.source_id;

-- end_collecting --
update posture.run
set collected_at = %(now)s
where name = %(name)s and collected_at is null;

-- collected --
-- Runs whose sources were all polled and whose books are still open.
select run_id, name
from posture.run
where collected_at is not null and closed_at is null
order by run_id;

-- unbalanced --
-- Where a run's outcomes do not add up to what was seen.
select source_id, seen, pending
from analyst.books
where run_id = %(run_id)s and not balanced
order by source_id;

-- close --
update posture.run
set closed_at = %(now)s
where run_id = %(run_id)s;

-- totals --
-- Over all runs: each address counts once per source, in the state in which it first ended, edits beside it.
select
  source_id,
  sum(seen) as seen,
  sum(new) as new,
  sum(known) as known,
  sum(copy) as copy,
  sum(variant) as variant,
  sum(update) as update,
  sum(translation) as translation,
  sum(off_topic) as off_topic,
  sum(held) as held,
  sum(failed) as failed,
  sum(pending) as pending,
  bool_and(balanced) as balanced
from analyst.books
group by source_id
order by source_id;
