-- One row per story: its headline, how many reports, outlets, families, languages, and how many origins are behind them.
create view analyst.story as
with latest as (
  select distinct on (article_id) version_id, article_id, title, language, agency, published_on, published_at, read_at
  from posture.version
  order by article_id, number desc
),
report as (
  select
    story_report.story_id,
    latest.article_id,
    latest.title,
    latest.language,
    latest.published_on,
    coalesce(latest.published_at, latest.published_on::timestamptz, latest.read_at) as told_at,
    -- whose the articles of the seed corpus are, nobody has told us
    case when source.role <> 'corpus' then source.source_id end as source_id,
    case when source.role <> 'corpus' then source.family end as family,
    story_origin.origin_article_id,
    coalesce(
      'agency ' || origin.agency,
      case when origin_source.role <> 'corpus' then 'family ' || origin_source.family end
    ) as origin_name
  from posture.story_report
  join latest using (article_id)
  join posture.article using (article_id)
  join posture.source using (source_id)
  left join posture.story_origin using (article_id, story_id)
  left join latest as origin on origin.article_id = story_origin.origin_article_id
  left join posture.article as origin_article on origin_article.article_id = story_origin.origin_article_id
  left join posture.source as origin_source on origin_source.source_id = origin_article.source_id
)
select
  story_id,
  (array_agg(title order by told_at, article_id))[1] as title,
  (array_agg(language order by told_at, article_id))[1] as title_language,
  min(told_at) as first_told_at,
  max(told_at) as last_told_at,
  min(published_on) as first_day,
  count(*) as reports,
  greatest(1, count(distinct origin_article_id)) as origins,
  greatest(1, count(distinct source_id)) as outlets,
  greatest(1, count(distinct family)) as families,
  count(distinct language) as languages,
  array_remove(array_agg(distinct origin_name), null) as origin_names,
  array_remove(array_agg(distinct source_id), null) as outlet_ids,
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
comment on column analyst.story.origins is 'Independent origins behind the reports: an agency or a family counts once, however many took its text, and a text of unknown making adds none.';
comment on column analyst.story.outlets is 'Outlets that tell it; all articles of unknown outlet count as one, beside a known one as none.';
comment on column analyst.story.families is 'Publisher families that tell it.';
comment on column analyst.story.languages is 'Languages in which it is told.';
comment on column analyst.story.origin_names is 'The origins: agency … or family …';
comment on column analyst.story.outlet_ids is 'The outlets that are known.';
comment on column analyst.story.claims is 'Claims in its reports.';
