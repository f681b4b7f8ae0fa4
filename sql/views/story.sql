-- One row per story: its headline, how many reports, outlets, families, languages, and how many origins are behind them.
create view analyst.story as
with recursive latest as (
  select distinct on (article_id) version_id, article_id, title, language, agency, published_on, published_at, read_at
  from posture.version
  order by article_id, number desc
),
-- from each latest text back along what it was taken from, to the text that is of no other
chain as (
  select latest.version_id, latest.version_id as root_version_id, 0 as steps
  from latest
  union all
  select chain.version_id, verdict.of_version_id, chain.steps + 1
  from chain
  join posture.verdict on verdict.version_id = chain.root_version_id
  where verdict.verdict <> 'new' and chain.steps < 50
),
root as (
  select distinct on (version_id) version_id, root_version_id
  from chain
  order by version_id, steps desc
),
report as (
  select
    story_report.story_id,
    latest.article_id,
    latest.title,
    latest.language,
    latest.published_on,
    coalesce(latest.published_at, latest.published_on::timestamptz, latest.read_at) as told_at,
    source.source_id,
    source.family,
    coalesce('agency ' || latest.agency, 'agency ' || origin.agency, 'family ' || origin_source.family) as origin
  from posture.story_report
  join latest using (article_id)
  join posture.article using (article_id)
  join posture.source using (source_id)
  join root using (version_id)
  join posture.version as origin on origin.version_id = root.root_version_id
  join posture.article as origin_article on origin_article.article_id = origin.article_id
  join posture.source as origin_source on origin_source.source_id = origin_article.source_id
)
select
  story_id,
  (array_agg(title order by told_at, article_id))[1] as title,
  (array_agg(language order by told_at, article_id))[1] as title_language,
  min(told_at) as first_told_at,
  max(told_at) as last_told_at,
  min(published_on) as first_day,
  count(*) as reports,
  count(distinct origin) as origins,
  count(distinct source_id) as outlets,
  count(distinct family) as families,
  count(distinct language) as languages,
  array_agg(distinct origin) as origin_names,
  array_agg(distinct source_id) as outlet_ids,
  (
    select count(*)
    from posture.claim
    join latest using (version_id)
    join posture.story_report using (article_id)
    where story_report.story_id = report.story_id
  ) as claims
from report
group by story_id;

comment on view analyst.story is 'One row per story: its headline, how many reports, outlets, families, languages, and how many origins are behind them.';
comment on column analyst.story.story_id is 'Key of the story.';
comment on column analyst.story.title is 'Headline of its earliest report.';
comment on column analyst.story.title_language is 'Language of that headline.';
comment on column analyst.story.first_told_at is 'When it was first told.';
comment on column analyst.story.last_told_at is 'When it was last told.';
comment on column analyst.story.first_day is 'First day of publication in Baghdad.';
comment on column analyst.story.reports is 'Articles that tell it.';
comment on column analyst.story.origins is 'Independent origins behind the reports: an agency or a family counts once, however many took its text.';
comment on column analyst.story.outlets is 'Outlets that tell it.';
comment on column analyst.story.families is 'Publisher families that tell it.';
comment on column analyst.story.languages is 'Languages in which it is told.';
comment on column analyst.story.origin_names is 'The origins: agency … or family …';
comment on column analyst.story.outlet_ids is 'The outlets.';
comment on column analyst.story.claims is 'Claims in its reports.';
