-- picture --
-- How many there are now, as it is said, the most spoken of first.
select *, as_of as published_on
from analyst.present_level
order by times_said desc, force, place, role
limit %(most)s;

-- timetables --
-- The dates ahead, and those that passed within a month; the nearest first.
-- `line_before` and `line_from` are the line on which the quote stands, up to the quote and from it on.
select
  timetable.*,
  coalesce(timetable.outlet, article.source_id) as outlet,
  regexp_replace(substring(words.whole for timetable.start_at), '^.*\n', '') as line_before,
  split_part(substring(words.whole from timetable.start_at + 1), E'\n', 1) as line_from
from analyst.timetable
join posture.version using (version_id)
join posture.article on article.article_id = version.article_id
cross join lateral (select case timetable.field when 'title' then version.title else version.body end as whole) as words
where due_on >= (select day from analyst.today) - 30
order by timetable.due_on, timetable.speaker, timetable.claim_id
limit %(most)s;

-- stories --
-- The newest stories, each day's widest first.
select *, (last_told_at at time zone 'Asia/Baghdad')::date as last_day
from analyst.story
order by last_day desc, origins desc, outlets desc, story_id desc
limit %(most)s;

-- claims --
-- What these stories claim anew, each thing once, a named voice before others, with the words of the earliest.
-- `line_before` and `line_from` are the line on which the quote stands, up to the quote and from it on.
select distinct on (claim.story_id, claim.kind, claim.key)
  claim.*,
  coalesce(claim.outlet, article.source_id) as outlet,
  regexp_replace(substring(words.whole for claim.start_at), '^.*\n', '') as line_before,
  split_part(substring(words.whole from claim.start_at + 1), E'\n', 1) as line_from
from analyst.claim
join posture.version using (version_id)
join posture.article on article.article_id = version.article_id
cross join lateral (select case claim.field when 'title' then version.title else version.body end as whole) as words
where claim.story_id = any (%(story_ids)s) and coalesce(claim.freshness, 'fresh') = 'fresh'
order by claim.story_id, claim.kind, claim.key, claim.speaker is null, claim.published_on, claim.claim_id;

-- points --
-- Every statement of the last half-year of how many there are, for the chart.
select force_level.*, coalesce(force_level.outlet, article.source_id) as outlet
from analyst.force_level
join posture.article using (article_id)
cross join analyst.today
where coalesce(force_level.as_of, force_level.published_on) between today.day - 183 and today.day
order by force_level.claim_id;

-- unseen --
-- Sources that should be polled and fail, are silent for longer than usual, or answer no longer as usual.
select *
from analyst.source_health
where silent or drifting
order by source_id;

-- today --
-- The day that counts as today.
select day
from analyst.today;
