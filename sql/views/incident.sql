-- Attacks and strikes, one row per incident, merged across reports and stories. That it happened and who did it are two
-- questions with a confidence each.
-- after: claim
create view analyst.incident as
with told as (
  select
    claim.*,
    coalesce(source.family, claim.outlet, 'article ' || claim.article_id) as family,
    coalesce(claim.published_on, claim.first_said_at::date) as said_on,
    coalesce(target.kind = 'base', false) as at_base,
    claim.event in ('attack', 'attacks', 'strike') as is_loose,
    -- "150 attacks since October" sums up incidents and is none of them
    claim.to_on is null
      and coalesce(coalesce(claim.published_on, claim.first_said_at::date) - claim.from_on > 7, false) as is_series,
    coalesce(place.country, place.entity_id) as land,
    strike.is_strike,
    case when strike.is_strike then claim.force when speaker.kind = 'group' then claim.speaker end as actor
  from analyst.claim
  join posture.article using (article_id)
  join posture.source using (source_id)
  left join posture.entity as target on target.entity_id = claim.target
  left join posture.entity as speaker on speaker.entity_id = claim.speaker
  left join posture.entity as place on place.entity_id = claim.place
  -- strikes by foreign forces are never one incident with attacks on them; nor do they strike the bases that they use
  cross join lateral (
    select
      (
        claim.event in ('strike', 'airstrike', 'drone_strike', 'assassination')
        or (claim.force is not null and claim.target is null)
      )
      and not (target.kind is not distinct from 'base' and claim.force in ('us', 'coalition', 'non_us_coalition'))
      as is_strike
  ) as strike
  where claim.kind = 'incident'
    and claim.modality in ('asserted', 'denied')
    -- "the attacks on American forces", without day, place, toll or number, tells of no one incident
    and (
      num_nonnulls(claim.from_on, claim.killed, claim.wounded, claim.count_low, claim.count_high) > 0
      or coalesce(target.kind, 'place') not in ('place', 'force')
      or target.lat is not null
      -- a country alone is no place of an incident
      or (claim.place is not null and not coalesce(place.kind = 'place' and place.country is null, false))
    )
),
-- a report that names no base tells of the only one that its story names
base as (
  select told.story_id, told.is_strike, min(told.target) as target, min(entity.country) as land
  from told
  join posture.entity on entity.entity_id = told.target
  where told.at_base and not told.is_series
  group by told.story_id, told.is_strike
  having count(distinct told.target) = 1
),
placed as (
  select
    told.*,
    case when told.is_series then null else told.story_id end as story,
    coalesce(
      case when told.at_base then told.target end,
      base.target,
      told.place,
      -- all who count attacks since one month count the same ones
      case when told.is_series then min(told.place) over (partition by told.is_series, told.at_base, date_trunc('month', told.from_on)) end,
      told.target
    ) as hit
  from told
  left join base on base.story_id = told.story_id and base.is_strike = told.is_strike and not told.is_series
    and (told.land is null or base.land is null or told.land = base.land)
),
named_day as (
  select story, is_strike, hit, event, from_on as day, count(distinct article_id) as articles
  from placed
  where from_on is not null and not is_series
  group by story, is_strike, hit, event, from_on
),
dated as (
  select
    placed.*,
    case
      when placed.is_series then date_trunc('month', placed.from_on)::date
      else coalesce(placed.from_on, told_day.day, min(placed.as_of) over (partition by story, is_series, is_strike, hit))
    end as day
  from placed
  -- a report that names no day tells of the one that most of its story name for this target, and for this kind of attack
  left join lateral (
    select named_day.day
    from named_day
    where (named_day.story, named_day.is_strike) = (placed.story, placed.is_strike)
      and named_day.hit is not distinct from placed.hit
      and placed.from_on is null
    order by named_day.event = placed.event desc, named_day.articles desc, named_day.day desc
    limit 1
  ) as told_day on true
),
-- what one story tells of one target and day
report as (
  select
    story, is_series, is_strike, hit, day,
    bool_and(is_loose) as is_loose,
    bool_and(from_on is null) as is_undated,
    bool_or(at_base) as at_base,
    array_agg(distinct event) as events,
    max(killed) as killed,
    count(distinct article_id) as articles
  from dated
  group by story, is_series, is_strike, hit, day
),
-- a story that only mentions an incident of another one: in loose words, by its toll, or by the province of its base
candidate as (
  select report.story, report.is_strike, report.hit, report.day, other.story as of_story, other.hit as of_hit, other.day as of_day
  from report
  join report as other using (is_strike, is_series, hit, day)
  where report.is_loose and not other.is_loose
  union all
  select report.story, report.is_strike, report.hit, report.day, other.story, other.hit, other.day
  from report
  join report as other using (is_strike, is_series, hit, killed)
  where report.killed > 0
    and report.is_undated and not other.is_undated
    and report.day - other.day between 0 and 7
  union all
  select report.story, report.is_strike, report.hit, report.day, other.story, other.hit, other.day
  from report
  join report as other using (is_strike, is_series, day)
  join posture.entity as base on base.entity_id = other.hit and base.kind = 'base'
  left join posture.entity as province on province.entity_id = base.province
  where not report.at_base
    and other.events && report.events
    and report.hit in (base.province, province.part_of)
),
mention as (
  select distinct on (candidate.story, candidate.is_strike, candidate.hit, candidate.day) candidate.*
  from candidate
  join report as other
    on other.story = candidate.of_story and other.is_strike = candidate.is_strike
    and other.hit = candidate.of_hit and other.day = candidate.of_day
  where candidate.story <> candidate.of_story
  order by candidate.story, candidate.is_strike, candidate.hit, candidate.day, other.articles desc, candidate.of_story
),
-- a group that says in the same text that it did it; where a text tells of two incidents it is not known which. A name
-- for all armed groups together has no country in the lexicon, and names nobody.
claimed as (
  select claim.article_id, min(claim.speaker) as actor, max(claim.confidence) as confidence
  from analyst.claim
  join posture.entity as speaker on speaker.entity_id = claim.speaker
  where claim.kind = 'statement'
    and claim.event = 'responsibility'
    and claim.polarity = 'affirmed'
    and claim.modality = 'asserted'
    and speaker.kind = 'group'
    and speaker.country is not null
    and claim.article_id in (
      select article_id
      from dated
      where not is_series and not is_strike
      group by article_id
      having count(distinct (hit, day)) = 1
    )
  group by claim.article_id
  having count(distinct claim.speaker) = 1
),
merged as (
  select
    dated.*,
    case when not (dated.is_series or dated.is_strike) then coalesce(dated.actor, claimed.actor) else dated.actor end as did_it,
    case when dated.actor is null then least(dated.confidence, claimed.confidence) else dated.confidence end as did_it_confidence,
    coalesce(mention.of_story, dated.story) as incident_story,
    coalesce(mention.of_hit, dated.hit) as incident_hit,
    coalesce(mention.of_day, dated.day) as incident_day
  from dated
  left join claimed using (article_id)
  left join mention on not dated.is_series
    and mention.story = dated.story and mention.is_strike = dated.is_strike
    and mention.hit is not distinct from dated.hit and mention.day is not distinct from dated.day
),
-- publishers are independent, the outlets of one publisher are not
heard as (
  select
    incident_story, is_series, is_strike, incident_hit, incident_day, family,
    max(confidence) filter (where polarity = 'affirmed' and modality = 'asserted') as confidence,
    max(did_it_confidence) filter (where polarity = 'affirmed' and did_it is not null) as attributed
  from merged
  group by incident_story, is_series, is_strike, incident_hit, incident_day, family
),
weighed as (
  select
    incident_story, is_series, is_strike, incident_hit, incident_day,
    round((1 - exp(sum(ln(greatest(1 - confidence, 0.001))) filter (where confidence is not null)))::numeric, 3)::double precision
      as confidence,
    round((1 - exp(sum(ln(greatest(1 - attributed, 0.001))) filter (where attributed is not null)))::numeric, 3)::double precision
      as attribution_confidence
  from heard
  group by incident_story, is_series, is_strike, incident_hit, incident_day
)
select
  coalesce(merged.incident_story, min(merged.story_id)) as story_id,
  case
    when merged.is_series then mode() within group (order by merged.event)
    else (array_agg(merged.event order by merged.is_loose, merged.confidence desc, merged.claim_id))[1]
  end as event,
  merged.is_series as series,
  coalesce(case when merged.is_series then min(merged.from_on) end, merged.incident_day) as day,
  (array_agg(merged.place order by place.kind is distinct from 'base', place.lat is null, merged.claim_id)
    filter (where merged.place is not null))[1] as place,
  case
    when hit.kind = 'base' then merged.incident_hit
    else coalesce((array_agg(merged.target order by merged.claim_id) filter (where merged.target is not null))[1], merged.incident_hit)
  end as target,
  case
    when hit.kind = 'base' then hit.kind
    else coalesce((array_agg(target.kind order by merged.claim_id) filter (where merged.target is not null))[1], hit.kind)
  end as target_kind,
  hit.lat as target_lat,
  hit.lon as target_lon,
  ---------- how many
  min(merged.count_low) as count_low,
  case when bool_or(merged.count_low is not null and merged.count_high is null) then null else max(merged.count_high) end
    as count_high,
  min(merged.killed) as killed_low,
  max(merged.killed) as killed_high,
  min(merged.wounded) as wounded_low,
  max(merged.wounded) as wounded_high,
  ---------- did it happen
  weighed.confidence,
  count(distinct merged.article_id) as reports,
  count(distinct merged.outlet) as outlets,
  count(distinct merged.family) as families,
  bool_or(merged.polarity = 'negated' or merged.modality = 'denied') as disputed,
  array_agg(distinct merged.speaker) filter (where merged.speaker is not null) as speakers,
  ---------- who did it
  array_agg(distinct merged.did_it) filter (where merged.polarity = 'affirmed' and merged.did_it is not null) as attributed_to,
  weighed.attribution_confidence,
  min(merged.first_said_at) as first_said_at,
  array_agg(distinct merged.claim_id) as claim_ids,
  (array_agg(merged.quote order by merged.confidence desc, merged.claim_id))[1] as quote
from merged
left join posture.entity as place on place.entity_id = merged.place
left join posture.entity as target on target.entity_id = merged.target
left join posture.entity as hit on hit.entity_id = merged.incident_hit
join weighed on weighed.incident_story is not distinct from merged.incident_story
  and weighed.is_series = merged.is_series
  and weighed.is_strike = merged.is_strike
  and weighed.incident_hit is not distinct from merged.incident_hit
  and weighed.incident_day is not distinct from merged.incident_day
group by
  merged.incident_story, merged.is_series, merged.is_strike, merged.incident_hit, merged.incident_day,
  hit.kind, hit.lat, hit.lon, weighed.confidence, weighed.attribution_confidence;

comment on view analyst.incident is 'Attacks and strikes, one row per incident, merged across its reports; a sum of many since some day is a row marked series.';
comment on column analyst.incident.story_id is 'Story that tells of it; others may mention it. Of a series the first that does.';
comment on column analyst.incident.event is 'What happened, as exactly as a report says: drone_attack, rocket_attack, airstrike, …; of a series what most say.';
comment on column analyst.incident.series is 'Whether it sums up many incidents since its day: "more than 150 attacks since October".';
comment on column analyst.incident.day is 'Day of the incident; of a series, or where only the month is told, the first day.';
comment on column analyst.incident.place is 'Where.';
comment on column analyst.incident.target is 'What was hit: the base where one is named, else troops or a place.';
comment on column analyst.incident.target_kind is 'base, force, place, …';
comment on column analyst.incident.target_lat is 'Latitude of the target in degrees; null when it has no one place.';
comment on column analyst.incident.target_lon is 'Longitude of the target in degrees.';
comment on column analyst.incident.count_low is 'Lowest count of rockets, drones or attacks.';
comment on column analyst.incident.count_high is 'Highest count of rockets, drones or attacks; null when a report leaves it open ("at least").';
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
