-- Talks, meetings, rounds, agreements and visits.
-- after: claim
create view analyst.engagement as
select
  claim_id, story_id, article_id, version_id,
  event, place, as_of, from_on, to_on, force, polarity, modality, speaker, via, confidence, freshness, times_said,
  quote, field, start_at, end_at, outlet, agency, language, title, url, published_on
from analyst.claim
where kind = 'engagement';

comment on view analyst.engagement is 'Talks, meetings, rounds, agreements and visits.';
comment on column analyst.engagement.claim_id is 'Key of the claim.';
comment on column analyst.engagement.story_id is 'Story.';
comment on column analyst.engagement.article_id is 'Article.';
comment on column analyst.engagement.version_id is 'Text.';
comment on column analyst.engagement.event is 'talks, round, meeting, agreement, visit, …';
comment on column analyst.engagement.place is 'Where.';
comment on column analyst.engagement.as_of is 'Day for which it is said.';
comment on column analyst.engagement.from_on is 'First day, when dated.';
comment on column analyst.engagement.to_on is 'Last day, when dated.';
comment on column analyst.engagement.force is 'Force whose future is discussed; null when the text does not say.';
comment on column analyst.engagement.polarity is 'affirmed or negated.';
comment on column analyst.engagement.modality is 'asserted, planned, …';
comment on column analyst.engagement.speaker is 'Who says so.';
comment on column analyst.engagement.via is 'Through whom the speaker is quoted.';
comment on column analyst.engagement.confidence is 'Confidence of the extraction, 0 to 1.';
comment on column analyst.engagement.freshness is 'fresh, repeated or background.';
comment on column analyst.engagement.times_said is 'In how many articles it stands.';
comment on column analyst.engagement.quote is 'The words that carry it.';
comment on column analyst.engagement.field is 'title or body.';
comment on column analyst.engagement.start_at is 'First character of the quote.';
comment on column analyst.engagement.end_at is 'Character after the last of the quote.';
comment on column analyst.engagement.outlet is 'Outlet.';
comment on column analyst.engagement.agency is 'Agency whose text it is.';
comment on column analyst.engagement.language is 'Language.';
comment on column analyst.engagement.title is 'Headline.';
comment on column analyst.engagement.url is 'Address.';
comment on column analyst.engagement.published_on is 'Day of publication in Baghdad.';
