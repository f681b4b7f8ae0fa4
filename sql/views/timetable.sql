-- Every promised, demanded or agreed date for a change of the posture, with its maker.
-- after: claim
create view analyst.timetable as
select
  claim_id, story_id, article_id, version_id,
  force, place, event, from_on, to_on, as_of, polarity, modality, speaker, via, confidence, freshness,
  times_said, first_said_at, quote, field, start_at, end_at, outlet, agency, language, title, url, published_on
from analyst.claim
where kind = 'timetable';

comment on view analyst.timetable is 'Every promised, demanded or agreed date for a change of the posture, with its maker.';
comment on column analyst.timetable.claim_id is 'Key of the claim.';
comment on column analyst.timetable.story_id is 'Story in which it is said.';
comment on column analyst.timetable.article_id is 'Article in which it is said.';
comment on column analyst.timetable.version_id is 'Text in which it is said.';
comment on column analyst.timetable.force is 'Whose troops.';
comment on column analyst.timetable.place is 'Where.';
comment on column analyst.timetable.event is 'What is to happen: withdrawal, end_of_mission, reduction, …';
comment on column analyst.timetable.from_on is 'First day of the date or period; null when the text gives none.';
comment on column analyst.timetable.to_on is 'Last day; null when the text gives none.';
comment on column analyst.timetable.as_of is 'Day on which it was said.';
comment on column analyst.timetable.polarity is 'affirmed or negated.';
comment on column analyst.timetable.modality is 'planned: promised or agreed; demanded; expected; denied; …';
comment on column analyst.timetable.speaker is 'Who makes the promise or demand.';
comment on column analyst.timetable.via is 'Through whom the speaker is quoted.';
comment on column analyst.timetable.confidence is 'Confidence of the extraction, 0 to 1.';
comment on column analyst.timetable.freshness is 'fresh, repeated or background.';
comment on column analyst.timetable.times_said is 'In how many articles it stands.';
comment on column analyst.timetable.first_said_at is 'When it was first said.';
comment on column analyst.timetable.quote is 'The words that carry it.';
comment on column analyst.timetable.field is 'title or body.';
comment on column analyst.timetable.start_at is 'First character of the quote.';
comment on column analyst.timetable.end_at is 'Character after the last of the quote.';
comment on column analyst.timetable.outlet is 'Outlet.';
comment on column analyst.timetable.agency is 'Agency whose text it is.';
comment on column analyst.timetable.language is 'Language.';
comment on column analyst.timetable.title is 'Headline.';
comment on column analyst.timetable.url is 'Address.';
comment on column analyst.timetable.published_on is 'Day of publication in Baghdad.';
