-- What each gate let through no further, with the reason: nothing is thrown away unseen.
create view analyst.dropped as
select
  run.run_id,
  run.name as run,
  run.now,
  sighting.source_id,
  case
    when article.state = 'lead' then 'search'
    when sighting.outcome = 'known' then 'form'
    when sighting.outcome in ('off_topic', 'held') then 'relevance'
    when sighting.outcome = 'copy' then 'copy'
    when exists (select from posture.article_page where article_page.article_id = article.article_id) then 'read'
    else 'fetch'
  end as gate,
  sighting.outcome,
  sighting.reason,
  article.article_id,
  article.address,
  coalesce(sighting.url, article.url) as url,
  coalesce(latest.title, article.item ->> 'title') as title
from posture.sighting
join posture.run using (run_id)
join posture.article using (article_id)
left join lateral (
  select version.title
  from posture.version
  where version.article_id = article.article_id
  order by version.number desc
  limit 1
) as latest on true
where sighting.outcome in ('failed', 'off_topic', 'held', 'copy')
  -- noted once: later sightings of the same address say only that it was seen before
  or (sighting.outcome = 'known' and article.same_as is not null and sighting.reason like 'another form of %')
union all
select
  run.run_id,
  run.name,
  run.now,
  poll.source_id,
  'list',
  'skipped',
  format('%s entries of the list have no usable address', poll.skipped),
  null,
  null,
  source.address,
  null
from posture.poll
join posture.run using (run_id)
join posture.source using (source_id)
where poll.skipped > 0
union all
select
  run.run_id,
  run.name,
  run.now,
  poll.source_id,
  'list',
  'passed_over',
  format('%s entries are of outlets that are not in seeds/sources.yml', poll.passed_over),
  null,
  null,
  source.address,
  null
from posture.poll
join posture.run using (run_id)
join posture.source using (source_id)
where poll.passed_over > 0;

comment on view analyst.dropped is 'What each gate let through no further, with the reason: one row per run, source and address.';
comment on column analyst.dropped.run_id is 'Key of the run.';
comment on column analyst.dropped.run is 'Name of the run in Airflow.';
comment on column analyst.dropped.now is 'The moment that counted as now.';
comment on column analyst.dropped.source_id is 'The source that showed it.';
comment on column analyst.dropped.gate is
  'list: the entry has no address, or is of an outlet that is not watched; search: a headline behind a link that cannot be opened here; fetch: no page; read: no article on the page; form: the outlet prints the same text at another address; relevance: not, or not surely, about the force posture; copy: told under the article of which it is a copy.';
comment on column analyst.dropped.outcome is 'Its state in the books: failed, off_topic, held, copy, or known for another form of an article; skipped for entries without an address, passed_over for those of outlets that are not watched.';
comment on column analyst.dropped.reason is 'Why, in words.';
comment on column analyst.dropped.article_id is 'The article; null for entries that are only counted.';
comment on column analyst.dropped.address is 'Key of the article''s address.';
comment on column analyst.dropped.url is 'Address as the source wrote it; that of the source itself for entries that are only counted.';
comment on column analyst.dropped.title is 'Headline, as far as known.';
