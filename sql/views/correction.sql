-- What an outlet's article said, and says no more: one row per fact that changed between two of its texts.
create view analyst.correction as
select
  later.article_id,
  earlier.version_id as from_version_id,
  later.version_id as to_version_id,
  story_report.story_id,
  coalesce(later.outlet, article.source_id) as outlet,
  later.title,
  later.language,
  later.url,
  difference ->> 'field' as field,
  difference ->> 'a' as old,
  difference ->> 'b' as new,
  later.modified_at,
  later.read_at as seen_at,
  exists (
    select from posture.told
    where told.version_id = earlier.version_id
      and (difference ->> 'field' not like '%.%' or told.fact ->> 'kind' = split_part(difference ->> 'field', '.', 1))
  ) as told
from posture.version as later
join posture.article using (article_id)
join posture.verdict on verdict.version_id = later.version_id
join posture.version as earlier on earlier.version_id = verdict.of_version_id and earlier.article_id = later.article_id
left join posture.story_report on story_report.article_id = later.article_id
cross join lateral jsonb_array_elements(verdict.differences) as difference;

comment on view analyst.correction is 'What an outlet''s article said, and says no more: one row per fact that changed between two of its texts.';
comment on column analyst.correction.article_id is 'The article.';
comment on column analyst.correction.from_version_id is 'Its text before.';
comment on column analyst.correction.to_version_id is 'Its text after.';
comment on column analyst.correction.story_id is 'The story that it reports.';
comment on column analyst.correction.outlet is 'Source id of the outlet.';
comment on column analyst.correction.title is 'Headline after the change.';
comment on column analyst.correction.language is 'Language of the text, ISO 639.';
comment on column analyst.correction.url is 'Address of the article.';
comment on column analyst.correction.field is 'What changed: a figure, a day, a place, a speaker, …';
comment on column analyst.correction.old is 'What the text said.';
comment on column analyst.correction.new is 'What it says now.';
comment on column analyst.correction.modified_at is 'When the outlet says that it changed the text.';
comment on column analyst.correction.seen_at is 'When we read the changed text.';
comment on column analyst.correction.told is 'Whether an alert or a digest had told such a fact of the text before.';
