-- What an outlet changed in an article after we first read it.
create view analyst.revision as
select
  later.article_id,
  earlier.version_id as from_version_id,
  later.version_id as to_version_id,
  later.number,
  later.outlet,
  later.url,
  earlier.title as title_before,
  later.title as title_after,
  array(
    select line from unnest(string_to_array(earlier.body, E'\n')) with ordinality as old (line, place)
    where line <> all (string_to_array(later.body, E'\n'))
    order by place
  ) as removed,
  array(
    select line from unnest(string_to_array(later.body, E'\n')) with ordinality as new (line, place)
    where line <> all (string_to_array(earlier.body, E'\n'))
    order by place
  ) as added,
  coalesce(verdict.differences, '[]'::jsonb) as differences,
  later.modified_at,
  later.read_at as seen_at
from posture.version as later
join posture.version as earlier on earlier.article_id = later.article_id and earlier.number = later.number - 1
left join posture.verdict on verdict.version_id = later.version_id;

comment on view analyst.revision is 'What an outlet changed in an article after we first read it.';
comment on column analyst.revision.article_id is 'The article.';
comment on column analyst.revision.from_version_id is 'Text before.';
comment on column analyst.revision.to_version_id is 'Text after.';
comment on column analyst.revision.number is 'Number of the later text.';
comment on column analyst.revision.outlet is 'Outlet.';
comment on column analyst.revision.url is 'Address.';
comment on column analyst.revision.title_before is 'Headline before.';
comment on column analyst.revision.title_after is 'Headline after.';
comment on column analyst.revision.removed is 'Paragraphs that are gone.';
comment on column analyst.revision.added is 'Paragraphs that are new.';
comment on column analyst.revision.differences is 'Facts that changed: field, a (before), b (after).';
comment on column analyst.revision.modified_at is 'When the outlet says it changed it.';
comment on column analyst.revision.seen_at is 'When we read the change.';
