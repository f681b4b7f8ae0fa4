-- How many troops of whom are where, as it is said now: one row per force, role and place. Figures stand beside each
-- other and are never averaged.
-- after: force_level, today
create view analyst.present_level as
with level as (
  select
    force_level.*,
    coalesce(force_level.role, 'troops') as subject_role,
    coalesce(force_level.as_of, force_level.published_on, force_level.first_said_at::date) as day,
    coalesce(speaker.kind in ('institution', 'office', 'person', 'force', 'place'), false) as official,
    -- a rounded figure stands for its neighbourhood of five in a hundred
    numrange(
      count_low * case when about then 0.95 else 1 end, count_high * case when about then 1.05 else 1 end, '[]'
    ) as counts
  from analyst.force_level
  left join posture.entity as speaker on speaker.entity_id = force_level.speaker
  cross join analyst.today
  where force_level.force is not null
    and force_level.place is not null
    and force_level.modality = 'asserted'
    and force_level.polarity = 'affirmed'
    and num_nonnulls(force_level.count_low, force_level.count_high) > 0
    -- what nobody has repeated for half a year is history
    and coalesce(force_level.as_of, force_level.published_on, force_level.first_said_at::date)
      between today.day - 183 and today.day
),
-- the figure last given anew, by a named official voice when there is one within a month of the newest word
ranked as (
  select
    level.*,
    row_number() over (
      partition by force, place, subject_role
      order by
        coalesce(freshness in ('repeated', 'background'), false),
        not (official and day >= newest - 30),
        day desc,
        claim_id desc
    ) as rank
  from (select level.*, max(day) over (partition by force, place, subject_role) as newest from level) as level
),
official as (
  select * from ranked where rank = 1
)
select
  official.force,
  official.subject_role as role,
  official.place,
  ---------- the range of all that is said
  (select min(level.count_low) from level where (level.force, level.place, level.subject_role) = subject.key) as range_low,
  (select max(coalesce(level.count_high, level.count_low)) from level where (level.force, level.place, level.subject_role) = subject.key)
    as range_high,
  exists (
    select from level
    where (level.force, level.place, level.subject_role) = subject.key and level.count_high is null
  ) as range_open,
  ---------- the line that stands
  official.count_low,
  official.count_high,
  official.about,
  official.bound,
  official.official,
  official.speaker,
  official.via,
  official.day as as_of,
  since.day as since,
  ---------- what it was before
  before.count_low as before_low,
  before.count_high as before_high,
  before.speaker as before_speaker,
  before.day as before_day,
  case when before.claim_id is not null then since.day end as changed_on,
  ---------- who says otherwise
  coalesce(others.disagreeing, '[]'::jsonb) as disagreeing,
  times.times as times_said,
  times.last_said_on,
  official.claim_id,
  official.quote,
  official.outlet,
  official.url
from official
cross join lateral (select (official.force, official.place, official.subject_role) as key) as subject
cross join lateral (
  select min(level.day) as day
  from level
  where (level.force, level.place, level.subject_role) = subject.key
    and (level.count_low, level.count_high) is not distinct from (official.count_low, official.count_high)
) as since
left join lateral (
  select level.*
  from level
  where (level.force, level.place, level.subject_role) = subject.key
    and level.day < since.day
    and not level.counts && official.counts
  order by level.day desc, level.claim_id desc
  limit 1
) as before on true
left join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'low', other.count_low, 'high', other.count_high, 'about', other.about, 'speaker', other.speaker,
      'outlet', other.outlet, 'as_of', other.day, 'since', other.since, 'claim_id', other.claim_id
    )
    order by other.day desc, other.claim_id desc
  ) as disagreeing
  from (
    select distinct on (level.count_low, level.count_high, level.speaker)
      level.*, min(level.day) over (partition by level.count_low, level.count_high, level.speaker) as since
    from level
    where (level.force, level.place, level.subject_role) = subject.key and not level.counts && official.counts
    order by level.count_low, level.count_high, level.speaker, level.day desc, level.claim_id desc
  ) as other
) as others on true
cross join lateral (
  select count(distinct level.article_id) as times, max(coalesce(level.published_on, level.day)) as last_said_on
  from level
  where (level.force, level.place, level.subject_role) = subject.key
) as times;

comment on view analyst.present_level is 'How many troops of whom are where, as it is said now: one row per force, role and place. Never an average.';
comment on column analyst.present_level.force is 'Whose troops.';
comment on column analyst.present_level.role is 'troops, advisers, trainers, contractors, …';
comment on column analyst.present_level.place is 'Where.';
comment on column analyst.present_level.range_low is 'Lowest count that anybody gives now.';
comment on column analyst.present_level.range_high is 'Highest count that anybody gives now; of "more than 3,000" it is 3,000.';
comment on column analyst.present_level.range_open is 'Whether anybody leaves it open how many more there are.';
comment on column analyst.present_level.count_low is 'The line that stands: lowest count; null when open downwards.';
comment on column analyst.present_level.count_high is 'The line that stands: highest count; null when open upwards.';
comment on column analyst.present_level.about is 'Whether that count is rounded.';
comment on column analyst.present_level.bound is 'exact, at_least, at_most or range.';
comment on column analyst.present_level.official is 'Whether a named official voice gives it.';
comment on column analyst.present_level.speaker is 'Who gives it; null when the text does not say.';
comment on column analyst.present_level.via is 'Through whom the speaker is quoted.';
comment on column analyst.present_level.as_of is 'Day for which it was last given.';
comment on column analyst.present_level.since is 'First day on which this very count was given.';
comment on column analyst.present_level.before_low is 'Count before it, lowest: the last that cannot be true beside it.';
comment on column analyst.present_level.before_high is 'Count before it, highest.';
comment on column analyst.present_level.before_speaker is 'Who gave the count before.';
comment on column analyst.present_level.before_day is 'Day of the count before.';
comment on column analyst.present_level.changed_on is 'Day of the last change; null when no other count came before.';
comment on column analyst.present_level.disagreeing is 'Who gives a count that cannot be true beside it: low, high, about, speaker, outlet, as_of, since, claim_id.';
comment on column analyst.present_level.times_said is 'Articles that give a count at all.';
comment on column analyst.present_level.last_said_on is 'Last day on which a count was printed.';
comment on column analyst.present_level.claim_id is 'The claim of the line that stands.';
comment on column analyst.present_level.quote is 'Its words.';
comment on column analyst.present_level.outlet is 'Outlet that printed them.';
comment on column analyst.present_level.url is 'Address.';
