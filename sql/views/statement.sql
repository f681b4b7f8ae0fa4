-- Who holds what position on the foreign presence.
-- after: claim
create view analyst.statement as
select
  claim_id, story_id, article_id, version_id,
  speaker, event, force, place, polarity, modality, as_of, via, confidence, freshness, times_said,
  quote, field, start_at, end_at, outlet, agency, language, title, url, published_on
from analyst.claim
where kind = 'statement';

comment on view analyst.statement is 'Who holds what position on the foreign presence.';
comment on column analyst.statement.claim_id is 'Key of the claim.';
comment on column analyst.statement.story_id is 'Story.';
comment on column analyst.statement.article_id is 'Article.';
comment on column analyst.statement.version_id is 'Text.';
comment on column analyst.statement.speaker is 'Who holds the position; null when the text does not say.';
comment on column analyst.statement.event is 'The position: withdrawal, end_of_mission, no_permanent_bases, …';
comment on column analyst.statement.force is 'Whose presence it is about.';
comment on column analyst.statement.place is 'Where.';
comment on column analyst.statement.polarity is 'affirmed or negated.';
comment on column analyst.statement.modality is 'asserted, demanded, denied, …';
comment on column analyst.statement.as_of is 'Day for which it is said.';
comment on column analyst.statement.via is 'Through whom the speaker is quoted.';
comment on column analyst.statement.confidence is 'Confidence of the extraction, 0 to 1.';
comment on column analyst.statement.freshness is 'fresh, repeated or background.';
comment on column analyst.statement.times_said is 'In how many articles it stands.';
comment on column analyst.statement.quote is 'The words that carry it.';
comment on column analyst.statement.field is 'title or body.';
comment on column analyst.statement.start_at is 'First character of the quote.';
comment on column analyst.statement.end_at is 'Character after the last of the quote.';
comment on column analyst.statement.outlet is 'Outlet.';
comment on column analyst.statement.agency is 'Agency whose text it is.';
comment on column analyst.statement.language is 'Language.';
comment on column analyst.statement.title is 'Headline.';
comment on column analyst.statement.url is 'Address.';
comment on column analyst.statement.published_on is 'Day of publication in Baghdad.';
