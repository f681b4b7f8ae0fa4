-- The ledger: every statement of how many foreign troops are where, by whom and for which day.
-- after: claim
create view analyst.force_level as
select
  claim_id, story_id, article_id, version_id,
  force, role, place, count_low, count_high, about, bound, as_of,
  polarity, modality, speaker, via, confidence, freshness, times_said, first_said_at,
  quote, field, start_at, end_at, outlet, agency, language, title, url, published_on, published_at
from analyst.claim
where kind = 'force_level';

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
