-- One row per claim of the latest text of every article on the topic, with its main quote.
create view analyst.claim as
with latest as (
  select distinct on (article_id) version_id, article_id
  from posture.version
  order by article_id, number desc
),
said as (
  select
    key,
    count(distinct version.article_id) as times_said,
    min(coalesce(version.published_at, version.published_on::timestamptz, version.read_at)) as first_said_at
  from posture.claim
  join posture.version using (version_id)
  group by key
)
select
  ---------- ids
  claim.claim_id,
  claim.version_id,
  version.article_id,
  story_report.story_id,
  ---------- what is said
  claim.kind,
  claim.count_low,
  claim.count_high,
  claim.about,
  claim.bound,
  claim.force,
  claim.role,
  claim.place,
  claim.as_of,
  claim.from_on,
  claim.to_on,
  claim.event,
  claim.target,
  claim.killed,
  claim.wounded,
  claim.casualties,
  claim.polarity,
  claim.modality,
  claim.speaker,
  claim.via,
  ---------- how far to trust it
  claim.confidence,
  claim.freshness,
  said.times_said,
  said.times_said - 1 as said_again,
  said.first_said_at,
  claim.rule,
  ---------- where it stands
  quote.field,
  quote.start_at,
  quote.end_at,
  quote.quote,
  version.outlet,
  version.agency,
  version.language,
  version.title,
  version.url,
  version.published_on,
  version.published_at,
  claim.key
from posture.claim
join latest using (version_id)
join posture.version using (version_id)
join said using (key)
left join posture.story_report on story_report.article_id = version.article_id
left join lateral (
  select field, start_at, end_at, quote
  from posture.evidence
  where evidence.claim_id = claim.claim_id
  order by (role = 'sentence') desc, (role = 'trigger') desc, number
  limit 1
) as quote on true;

comment on view analyst.claim is 'One row per claim of the latest text of every article on the topic, with its main quote.';
comment on column analyst.claim.claim_id is 'Key of the claim.';
comment on column analyst.claim.version_id is 'Text that says it.';
comment on column analyst.claim.article_id is 'Article of that text.';
comment on column analyst.claim.story_id is 'Story that the article reports.';
comment on column analyst.claim.kind is 'What it is about.';
comment on column analyst.claim.count_low is 'Lower bound of the count; null when open downwards or without count.';
comment on column analyst.claim.count_high is 'Upper bound of the count; null when open upwards or without count.';
comment on column analyst.claim.about is 'Whether the text calls the count approximate.';
comment on column analyst.claim.bound is 'exact, at_least, at_most or range.';
comment on column analyst.claim.force is 'Whose troops.';
comment on column analyst.claim.role is 'troops, advisers, trainers, …';
comment on column analyst.claim.place is 'Where.';
comment on column analyst.claim.as_of is 'Day for which it is said.';
comment on column analyst.claim.from_on is 'First day of a dated claim.';
comment on column analyst.claim.to_on is 'Last day of a dated claim.';
comment on column analyst.claim.event is 'What happened or is to happen.';
comment on column analyst.claim.target is 'What was hit.';
comment on column analyst.claim.killed is 'Killed, as the text counts.';
comment on column analyst.claim.wounded is 'Wounded, as the text counts.';
comment on column analyst.claim.casualties is 'All casualty counts.';
comment on column analyst.claim.polarity is 'affirmed or negated.';
comment on column analyst.claim.modality is 'asserted, planned, demanded, expected, hypothetical, denied or past.';
comment on column analyst.claim.speaker is 'Who says so.';
comment on column analyst.claim.via is 'Through whom the speaker is quoted.';
comment on column analyst.claim.confidence is 'Confidence of the extraction, 0 to 1.';
comment on column analyst.claim.freshness is 'fresh, repeated or background.';
comment on column analyst.claim.times_said is 'In how many articles the same claim stands, in any language.';
comment on column analyst.claim.said_again is 'How often it was said again since first_said_at, in other articles.';
comment on column analyst.claim.first_said_at is 'When it was first said, as far as we know.';
comment on column analyst.claim.rule is 'Rule that found it.';
comment on column analyst.claim.field is 'title or body: where the quote stands.';
comment on column analyst.claim.start_at is 'First character of the quote, counted from 0.';
comment on column analyst.claim.end_at is 'Character after the last of the quote.';
comment on column analyst.claim.quote is 'The words that carry the claim.';
comment on column analyst.claim.outlet is 'Outlet of the article.';
comment on column analyst.claim.agency is 'Agency whose text it is.';
comment on column analyst.claim.language is 'Language of the text.';
comment on column analyst.claim.title is 'Headline.';
comment on column analyst.claim.url is 'Address.';
comment on column analyst.claim.published_on is 'Day of publication in Baghdad.';
comment on column analyst.claim.published_at is 'Moment of publication; null when only the day is known.';
comment on column analyst.claim.key is 'What makes two claims the same in any language.';
