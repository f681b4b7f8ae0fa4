-- open_run --
-- The run of this name, opened once.
insert into posture.run (name, now)
values (%(name)s, %(now)s)
on conflict (name) do update
set now = posture.run.now
returning run_id;

-- add_poll --
-- One look at one source; a task that runs again finds the look already noted.
insert into posture.poll (run_id, source_id, outcome, seen, listed, undated, skipped, message, page_id)
values (
  %(run_id)s, %(source_id)s, %(outcome)s, %(seen)s, %(listed)s, %(undated)s, %(skipped)s, %(message)s, %(page_id)s
)
on conflict (run_id, source_id) do nothing;

-- open_polls --
-- Sources with articles to fetch but no list to read now are in the books all the same.
insert into posture.poll (run_id, source_id, outcome, seen)
select %(run_id)s, source_id, 'articles_only', 0
from unnest(%(source_ids)s::text[]) as source_id
on conflict (run_id, source_id) do nothing;

-- note_passed_over --
-- Entries of outlets that are not watched.
update posture.poll
set passed_over = %(passed_over)s
where run_id = %(run_id)s and source_id = %(source_id)s;

-- note_gap --
-- A list of which nothing was known: something may have been missed.
update posture.poll
set message = concat_ws('; ', message, %(message)s)
where run_id = %(run_id)s and source_id = %(source_id)s;

-- count_seen --
-- What was seen in a list that is no feed: the seed corpus.
update posture.poll
set seen = %(seen)s
where run_id = %(run_id)s and source_id = %(source_id)s;

-- add_sighting --
-- An address seen, its outcome still open.
insert into posture.sighting (run_id, source_id, article_id, via)
values (%(run_id)s, %(source_id)s, %(article_id)s, 'list')
on conflict do nothing;

-- note_listed --
-- A source lists these addresses, each counted as seen once a run. What is known and needs nothing ends here; what waits
-- for another try has failed for now; a lead is known when a feed of ours had its headline, and is held for a person when
-- it is new.
with listed as materialized (
  select article.*, listed.url as listed_url, listed.place, headline.known as headline_known
  from unnest(%(addresses)s::text[], %(urls)s::text[]) with ordinality as listed (address, url, place)
  join posture.article using (address)
  cross join lateral (
    select
      article.state = 'lead'
      and article.headline <> ''
      and (
        exists (select from posture.article as other where other.headline = article.headline and other.state <> 'lead')
        or exists (select from posture.version where version.headline = article.headline)
      ) as known
  ) as headline
),
noted as (
  insert into posture.sighting (run_id, source_id, article_id, via, url, outcome, reason)
  select
    %(run_id)s,
    %(source_id)s,
    article_id,
    'list',
    listed_url,
    case
      when state = 'lead' and (first_seen_at < %(now)s or headline_known) then 'known'
      when state = 'lead' then 'held'
      when state = 'failed' then 'failed'
      when state = 'wanted' and next_try_at > %(now)s then 'failed'
      when state = 'kept' and not exists (
        select from posture.sighting as open_sighting
        where open_sighting.article_id = listed.article_id and open_sighting.outcome is null
      ) then 'known'
    end,
    case
      when headline_known then 'a lead: a feed of ours has this headline'
      when state = 'lead' and first_seen_at < %(now)s then 'a lead, seen before'
      when state = 'lead' then 'a lead: no feed of ours has this headline; open it in a browser, or watch its outlet'
      when state = 'failed' or (state = 'wanted' and next_try_at > %(now)s) then failure
      when state = 'kept' then 'seen before'
    end
  from listed
  order by place
  on conflict (run_id, source_id, article_id) do nothing
  returning 1
)
update posture.poll
set seen = seen + (select count(*) from noted)
where run_id = %(run_id)s and source_id = %(source_id)s;

-- note_fetched --
-- Articles are fetched in this run though their source did not list them now: they are seen all the same.
with noted as (
  insert into posture.sighting (run_id, source_id, article_id, via)
  select %(run_id)s, source_id, article_id, 'look'
  from unnest(%(source_ids)s::text[], %(article_ids)s::bigint[]) as wanted (source_id, article_id)
  on conflict (run_id, source_id, article_id) do update
  set outcome = null, reason = null
  returning source_id, xmax = 0 and via = 'look' as came_by_looking
)
update posture.poll
set seen = seen + looked.looks
from (select source_id, count(*) as looks from noted where came_by_looking group by source_id) as looked
where poll.run_id = %(run_id)s and poll.source_id = looked.source_id;

-- settle --
-- An article was understood: its open sightings end, and those that were held until a person decided. The first one, at
-- the source that showed it first, ends in the state itself; to later runs and other sources the article was known,
-- unless it is off the topic, held or failed for all.
with open_sighting as (
  select
    sighting.run_id,
    sighting.source_id,
    row_number() over (order by sighting.source_id = article.source_id desc, sighting.run_id, sighting.source_id) = 1 as first
  from posture.sighting
  join posture.article using (article_id)
  where sighting.article_id = %(article_id)s and (sighting.outcome is null or sighting.outcome = 'held')
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

-- reached --
-- How many sources a run asked for their lists, and how many of them could be reached.
select
  count(*) as asked,
  count(*) filter (where poll.outcome <> all (%(unreached)s::text[])) as reached
from posture.run
join posture.poll using (run_id)
where run.name = %(name)s and poll.outcome <> 'articles_only';

-- closed_at --
-- When the books of a run were closed; null while they are open.
select closed_at
from posture.run
where name = %(name)s;

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
