-- load --
-- What each of the last runs loaded, the newest first, and whether texts of it wait to be told and nobody held it yet:
-- while a flood is read, smaller runs end after it. Those that came while the asking run waited in its queue count
-- too: all that waits is told together.
select
  run.run_id,
  run.name,
  count(sighting.article_id) filter (
    where sighting.outcome in ('new', 'copy', 'variant', 'update', 'translation', 'held')
  ) as loaded,
  not exists (select from posture.hold where hold.run_id = run.run_id) as unjudged,
  exists (
    select
    from posture.sighting as brought
    join posture.version using (article_id)
    where brought.run_id = run.run_id
      and brought.outcome in ('new', 'copy', 'variant', 'update', 'translation')
      and version.on_topic
      and not exists (select from posture.considered where considered.version_id = version.version_id)
  ) as waits
from posture.run
left join posture.sighting using (run_id)
where run.collected_at is not null and run.name <> 'seed corpus'
group by run.run_id
order by run.now desc, run.run_id desc
limit %(limit)s;

-- bodies --
-- Letters in each text of the sources that a run heard of: the newest ones up to that run, at least `few`, beside those
-- before them, and beside those of the source that a person let go.
with brought as (
  select article.source_id, count(distinct article.article_id) as texts, max(version.version_id) as last_id
  from posture.sighting
  join posture.article using (article_id)
  join posture.version using (article_id)
  where sighting.run_id = %(run_id)s
    and sighting.outcome in ('new', 'copy', 'variant', 'update', 'translation', 'held')
  group by article.source_id
)
select
  brought.source_id,
  array_agg(length(text.body)) filter (where text.place <= greatest(brought.texts, %(few)s)) as now,
  array_agg(length(text.body)) filter (where text.place > greatest(brought.texts, %(few)s)) as before,
  array(
    select length(version.body)
    from posture.hold
    join posture.sighting using (run_id)
    join posture.article using (article_id)
    join posture.version using (article_id)
    where hold.released_at is not null and article.source_id = brought.source_id
    order by version.version_id desc
    limit %(limit)s
  ) as let_go
from brought
join lateral (
  select version.body, row_number() over (order by version.version_id desc) as place
  from posture.version
  join posture.article using (article_id)
  where article.source_id = brought.source_id and version.version_id <= brought.last_id
  order by version.version_id desc
  limit %(limit)s
) as text on true
group by brought.source_id, brought.texts
order by brought.source_id;

-- waiting --
-- Runs that wait for a person, the oldest first.
select hold.run_id, run.name, hold.reason, hold.refused_by, hold.refused_at
from posture.hold
join posture.run using (run_id)
where hold.released_at is null
order by hold.held_at, hold.run_id;

-- add --
insert into posture.hold (run_id, reason, held_at)
values (%(run_id)s, %(reason)s, %(now)s)
on conflict (run_id) do nothing;

-- release --
-- A person has looked: what waited may be told.
update posture.hold
set released_at = %(now)s, released_by = %(by)s
where released_at is null;

-- refuse --
-- What waits stays waiting; who said so last.
update posture.hold
set refused_at = %(now)s, refused_by = %(by)s
where released_at is null;

-- taken_back --
-- Articles of which people were told what is not in their newest text any more.
select count(distinct version.article_id)
from posture.told
join posture.version using (version_id)
join lateral (
  select *
  from posture.version as each
  where each.article_id = version.article_id
  order by each.number desc
  limit 1
) as newest on true
where told.correction_id is null
  and newest.extracted_at is not null
  and not exists (
    select from posture.claim where claim.version_id = newest.version_id and claim.key = told.claim_key
  );
