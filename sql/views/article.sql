-- One row per article: its latest text, what it is of another, and where it was first seen.
create view analyst.article as
with latest as (
  select distinct on (article_id) *
  from posture.version
  order by article_id, number desc
)
select
  ---------- ids
  article.article_id,
  latest.version_id,
  story_report.story_id,
  article.same_as,
  ---------- text
  article.url,
  source.source_id as outlet,
  source.name_en as outlet_name_en,
  source.name_ar as outlet_name_ar,
  source.family,
  latest.language,
  latest.title,
  latest.body,
  latest.agency,
  latest.byline,
  ---------- decisions
  article.state,
  latest.on_topic,
  latest.held,
  latest.score,
  verdict.verdict,
  latest.number as versions,
  article.failure,
  ---------- times
  latest.published_on,
  latest.published_at,
  latest.published_from,
  latest.modified_at,
  article.first_seen_at
from posture.article
join posture.source using (source_id)
left join latest using (article_id)
left join posture.verdict using (version_id)
left join posture.story_report on story_report.article_id = article.article_id;

comment on view analyst.article is 'One row per article: its latest text, what it is of another, and where it was first seen.';
comment on column analyst.article.article_id is 'Key of the article.';
comment on column analyst.article.version_id is 'Key of its latest text; null while none was read.';
comment on column analyst.article.story_id is 'Story that it reports; null when off the topic or waiting.';
comment on column analyst.article.same_as is 'The article of which this address is another form (mobile, print, AMP); null for most.';
comment on column analyst.article.url is 'Address as first seen.';
comment on column analyst.article.outlet is 'Source that showed it first.';
comment on column analyst.article.outlet_name_en is 'Name of the outlet in English.';
comment on column analyst.article.outlet_name_ar is 'Name of the outlet in Arabic.';
comment on column analyst.article.family is 'Publisher family.';
comment on column analyst.article.language is 'Language of the text, ISO 639.';
comment on column analyst.article.title is 'Headline.';
comment on column analyst.article.body is 'Text, one paragraph a line; spans count characters in it.';
comment on column analyst.article.agency is 'Agency whose text this is.';
comment on column analyst.article.byline is 'Author line as printed.';
comment on column analyst.article.state is 'wanted, kept or failed.';
comment on column analyst.article.on_topic is 'Whether it is about the force posture.';
comment on column analyst.article.held is 'Borderline: waits for a person.';
comment on column analyst.article.score is 'How strongly it is on the topic, 0 to 1.';
comment on column analyst.article.verdict is 'What its latest text is of another.';
comment on column analyst.article.versions is 'How many texts it had.';
comment on column analyst.article.failure is 'Why it could not be fetched; null when it could.';
comment on column analyst.article.published_on is 'Day of publication in Baghdad; null when nothing gives one.';
comment on column analyst.article.published_at is 'Moment of publication; null when only the day is known.';
comment on column analyst.article.published_from is 'Where the date was read.';
comment on column analyst.article.modified_at is 'Last change as the outlet states it.';
comment on column analyst.article.first_seen_at is 'When we first saw it.';
