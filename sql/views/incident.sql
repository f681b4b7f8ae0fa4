-- Attacks and strikes, one row per story, event, day, place and target, merged across its reports.
-- after: claim
create view analyst.incident as
select
  story_id,
  event,
  coalesce(as_of, from_on) as day,
  place,
  target,
  min(count_low) as count_low,
  max(count_high) as count_high,
  min(killed) as killed_low,
  max(killed) as killed_high,
  min(wounded) as wounded_low,
  max(wounded) as wounded_high,
  count(distinct article_id) as reports,
  count(distinct outlet) as outlets,
  bool_or(polarity = 'negated') as disputed,
  array_agg(distinct speaker) filter (where speaker is not null) as speakers,
  max(confidence) as confidence,
  min(first_said_at) as first_said_at,
  array_agg(distinct claim_id) as claim_ids,
  (array_agg(quote order by confidence desc, claim_id))[1] as quote
from analyst.claim
where kind = 'incident'
group by story_id, event, coalesce(as_of, from_on), place, target;

comment on view analyst.incident is 'Attacks and strikes, one row per story, event, day, place and target, merged across its reports.';
comment on column analyst.incident.story_id is 'Story that reports it.';
comment on column analyst.incident.event is 'attack, rocket_attack, drone_attack, air_strike, shoot_down, …';
comment on column analyst.incident.day is 'Day of the incident; null when the texts give none.';
comment on column analyst.incident.place is 'Where.';
comment on column analyst.incident.target is 'What was hit.';
comment on column analyst.incident.count_low is 'For a count of incidents: lowest figure told.';
comment on column analyst.incident.count_high is 'For a count of incidents: highest figure told.';
comment on column analyst.incident.killed_low is 'Lowest count of killed.';
comment on column analyst.incident.killed_high is 'Highest count of killed.';
comment on column analyst.incident.wounded_low is 'Lowest count of wounded.';
comment on column analyst.incident.wounded_high is 'Highest count of wounded.';
comment on column analyst.incident.reports is 'Articles that tell of it.';
comment on column analyst.incident.outlets is 'Outlets that tell of it.';
comment on column analyst.incident.disputed is 'Whether a report denies it.';
comment on column analyst.incident.speakers is 'Who says so.';
comment on column analyst.incident.confidence is 'Highest confidence among the extractions, 0 to 1.';
comment on column analyst.incident.first_said_at is 'When it was first told.';
comment on column analyst.incident.claim_ids is 'Claims that were merged.';
comment on column analyst.incident.quote is 'Words of the surest report.';
