-- The ledger: every statement of how many foreign troops are where, by whom and for which day.
-- after: claim
create view analyst.force_level as
select
  claim.claim_id, claim.story_id, claim.article_id, claim.version_id,
  claim.force, claim.role, claim.place, claim.count_low, claim.count_high, claim.about, claim.bound, claim.as_of,
  claim.polarity, claim.modality, claim.speaker,
  coalesce(held.office, case when speaker.kind = 'office' then claim.speaker end) as office,
  claim.via, claim.confidence, claim.freshness, claim.times_said, claim.first_said_at,
  story_origin.origin_article_id,
  coalesce(origin.outlet, claim.outlet) as origin,
  claim.quote, claim.field, claim.start_at, claim.end_at, claim.outlet, claim.agency, claim.language, claim.title,
  claim.url, claim.published_on, claim.published_at
from analyst.claim
left join posture.entity as speaker on speaker.entity_id = claim.speaker
-- the office that he held on that day, the last that he took where he held several
left join lateral (
  select tenure.office
  from posture.tenure
  where tenure.person = claim.speaker
    and coalesce(claim.published_on, claim.first_said_at::date)
      between coalesce(tenure.from_on, '-infinity') and coalesce(tenure.to_on, 'infinity')
  order by tenure.from_on desc nulls last, tenure.office
  limit 1
) as held on true
left join posture.story_origin on story_origin.article_id = claim.article_id
left join lateral (
  select coalesce(version.outlet, article.source_id) as outlet
  from posture.article
  join posture.version using (article_id)
  where article.article_id = story_origin.origin_article_id
  order by version.number
  limit 1
) as origin on true
where claim.kind = 'force_level';

comment on view analyst.force_level is 'The ledger: every statement of how many foreign troops are where, by whom and for which day.';
comment on column analyst.force_level.claim_id is 'Key of the claim.';
comment on column analyst.force_level.story_id is 'Story in which it is said.';
comment on column analyst.force_level.article_id is 'Article in which it is said.';
comment on column analyst.force_level.version_id is 'Text in which it is said.';
comment on column analyst.force_level.force is 'Whose troops: us, coalition, non_us_coalition, uk, …';
comment on column analyst.force_level.role is 'troops, advisers, trainers, contractors, …';
comment on column analyst.force_level.place is 'Country, region or base.';
comment on column analyst.force_level.count_low is 'Lower bound; null when open downwards.';
comment on column analyst.force_level.count_high is 'Upper bound; null when open upwards.';
comment on column analyst.force_level.about is 'Whether the text calls it approximate.';
comment on column analyst.force_level.bound is 'exact, at_least, at_most or range.';
comment on column analyst.force_level.as_of is 'Day for which it is said.';
comment on column analyst.force_level.polarity is 'affirmed or negated.';
comment on column analyst.force_level.modality is 'asserted, planned, demanded, expected, hypothetical, denied or past; only asserted is a level of today.';
comment on column analyst.force_level.speaker is 'Who says so; null when the outlet itself does.';
comment on column analyst.force_level.office is 'Office of the speaker on the day of printing; null when he held none that we know.';
comment on column analyst.force_level.origin_article_id is 'Earliest known report from which this one has it; null while its story is not traced.';
comment on column analyst.force_level.origin is 'Outlet of that report; the same words in nine outlets are one origin.';
comment on column analyst.force_level.via is 'Through whom the speaker is quoted.';
comment on column analyst.force_level.confidence is 'Confidence of the extraction, 0 to 1.';
comment on column analyst.force_level.freshness is 'fresh, repeated or background.';
comment on column analyst.force_level.times_said is 'In how many articles the same claim stands.';
comment on column analyst.force_level.first_said_at is 'When it was first said, as far as we know.';
comment on column analyst.force_level.quote is 'The words that carry it.';
comment on column analyst.force_level.field is 'title or body.';
comment on column analyst.force_level.start_at is 'First character of the quote.';
comment on column analyst.force_level.end_at is 'Character after the last of the quote.';
comment on column analyst.force_level.outlet is 'Outlet.';
comment on column analyst.force_level.agency is 'Agency whose text it is.';
comment on column analyst.force_level.language is 'Language of the text.';
comment on column analyst.force_level.title is 'Headline.';
comment on column analyst.force_level.url is 'Address.';
comment on column analyst.force_level.published_on is 'Day of publication in Baghdad.';
comment on column analyst.force_level.published_at is 'Moment of publication.';
