-- Attacks and strikes, one row per incident, merged across the reports of its story. That it happened and who did it
-- are two questions with a confidence each.
-- after: claim
create view analyst.incident as
with told as (
  select
    claim.*,
    coalesce(source.family, claim.outlet, 'article ' || claim.article_id) as family,
    entity.kind = 'base' as at_base,
    strike.is_strike,
    case when strike.is_strike then claim.force when speaker.kind = 'group' then claim.speaker end as actor
  from analyst.claim
  join posture.article using (article_id)
  join posture.source using (source_id)
  left join posture.entity on entity.entity_id = claim.target
  left join posture.entity as speaker on speaker.entity_id = claim.speaker
  -- strikes by foreign forces are never one incident with attacks on them
  cross join lateral (
    select
      claim.event in ('strike', 'airstrike', 'drone_strike', 'assassination')
      or (claim.force is not null and claim.target is null) as is_strike
  ) as strike
  where claim.kind = 'incident' and claim.modality in ('asserted', 'denied')
),
-- a report that names no base tells of the only one that its story names
base as (
  select story_id, is_strike, min(target) as target
  from told
  where at_base
  group by story_id, is_strike
  having count(distinct target) = 1
),
placed as (
  select
    told.*,
    coalesce(case when told.at_base then told.target end, base.target, told.target, told.place) as hit
  from told
  left join base on base.story_id = told.story_id and base.is_strike = told.is_strike
    -- a series ("150 attacks since October") is no report of this one
    and (told.from_on is null or told.published_on is null or told.published_on - told.from_on <= 7)
),
dated as (
  select
    placed.*,
    -- a report that names no day tells of the first that its story names for this target
    coalesce(
      from_on, min(from_on) over (partition by story_id, is_strike, hit), min(as_of) over (partition by story_id, is_strike, hit)
    ) as day
  from placed
),
-- publishers are independent, the outlets of one publisher are not
heard as (
  select
    story_id, is_strike, hit, day, family,
    max(confidence) filter (where polarity = 'affirmed' and modality = 'asserted') as confidence,
    max(confidence) filter (where polarity = 'affirmed' and actor is not null) as attributed
  from dated
  group by story_id, is_strike, hit, day, family
),
weighed as (
  select
    story_id, is_strike, hit, day,
    round((1 - exp(sum(ln(greatest(1 - confidence, 0.001))) filter (where confidence is not null)))::numeric, 3)::double precision
      as confidence,
    round((1 - exp(sum(ln(greatest(1 - attributed, 0.001))) filter (where attributed is not null)))::numeric, 3)::double precision
      as attribution_confidence
  from heard
  group by story_id, is_strike, hit, day
)
select
  dated.story_id,
  (array_agg(dated.event order by dated.event in ('attack', 'strike'), dated.confidence desc, dated.claim_id))[1] as event,
  dated.day,
  (array_agg(dated.place order by entity.kind is distinct from 'base', dated.claim_id) filter (where dated.place is not null))[1] as place,
  dated.hit as target,
  hit.kind as target_kind,
  hit.lat as target_lat,
  hit.lon as target_lon,
  ---------- how many
  min(dated.count_low) as count_low,
  max(dated.count_high) as count_high,
  min(dated.killed) as killed_low,
  max(dated.killed) as killed_high,
  min(dated.wounded) as wounded_low,
  max(dated.wounded) as wounded_high,
  ---------- did it happen
  weighed.confidence,
  count(distinct dated.article_id) as reports,
  count(distinct dated.outlet) as outlets,
  count(distinct dated.family) as families,
  bool_or(dated.polarity = 'negated' or dated.modality = 'denied') as disputed,
  array_agg(distinct dated.speaker) filter (where dated.speaker is not null) as speakers,
  ---------- who did it
  array_agg(distinct dated.actor) filter (where dated.polarity = 'affirmed' and dated.actor is not null) as attributed_to,
  weighed.attribution_confidence,
  min(dated.first_said_at) as first_said_at,
  array_agg(distinct dated.claim_id) as claim_ids,
  (array_agg(dated.quote order by dated.confidence desc, dated.claim_id))[1] as quote
from dated
left join posture.entity on entity.entity_id = dated.place
left join posture.entity as hit on hit.entity_id = dated.hit
join weighed on weighed.story_id is not distinct from dated.story_id
  and weighed.is_strike = dated.is_strike
  and weighed.hit is not distinct from dated.hit
  and weighed.day is not distinct from dated.day
group by
  dated.story_id, dated.is_strike, dated.hit, dated.day, hit.kind, hit.lat, hit.lon,
  weighed.confidence, weighed.attribution_confidence;

comment on view analyst.incident is 'Attacks and strikes, one row per incident, merged across the reports of its story.';
comment on column analyst.incident.story_id is 'Story.';
comment on column analyst.incident.event is 'What happened, as exactly as a report says: drone_attack, rocket_attack, airstrike, …';
comment on column analyst.incident.day is 'Day of the incident; of a series the first day.';
comment on column analyst.incident.place is 'Where.';
comment on column analyst.incident.target is 'What was hit: the base where one is named, else troops or a place.';
comment on column analyst.incident.target_kind is 'base, force, place, …';
comment on column analyst.incident.target_lat is 'Latitude of the target in degrees; null when it has no one place.';
comment on column analyst.incident.target_lon is 'Longitude of the target in degrees.';
comment on column analyst.incident.count_low is 'Lowest count of rockets, drones or attacks.';
comment on column analyst.incident.count_high is 'Highest count of rockets, drones or attacks.';
comment on column analyst.incident.killed_low is 'Lowest count of killed.';
comment on column analyst.incident.killed_high is 'Highest count of killed.';
comment on column analyst.incident.wounded_low is 'Lowest count of wounded.';
comment on column analyst.incident.wounded_high is 'Highest count of wounded.';
comment on column analyst.incident.confidence is 'That it happened, 0 to 1: each publisher an independent witness, as sure as its surest report was read. Null when it is only denied.';
comment on column analyst.incident.reports is 'Articles that tell of it.';
comment on column analyst.incident.outlets is 'Outlets that tell of it.';
comment on column analyst.incident.families is 'Publishers that tell of it.';
comment on column analyst.incident.disputed is 'Whether a report denies it.';
comment on column analyst.incident.speakers is 'Who says so.';
comment on column analyst.incident.attributed_to is 'Who did it by the reports: the force that struck, or the group that says it did.';
comment on column analyst.incident.attribution_confidence is 'That they did it, 0 to 1, over the reports that name them alone; null when none does.';
comment on column analyst.incident.first_said_at is 'When it was first told.';
comment on column analyst.incident.claim_ids is 'Claims that were merged.';
comment on column analyst.incident.quote is 'Words of the surest report.';
