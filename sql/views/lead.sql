-- What searches told of and no feed of ours had: the second net, and what it caught.
create view analyst.lead as
select
  article.article_id,
  article.source_id,
  article.item ->> 'title' as title,
  article.item ->> 'publisher' as publisher,
  (article.item -> 'published' ->> 'day')::date as published_on,
  article.url,
  article.first_seen_at
from posture.article
where article.state = 'lead'
  and not exists (
    select from posture.article as other
    where other.headline = article.headline and other.headline <> '' and other.state <> 'lead'
  )
  and not exists (
    select from posture.version
    where version.headline = article.headline and version.headline <> ''
  );

comment on view analyst.lead is 'What searches told of and no feed of ours had: a headline and an outlet to follow up.';
comment on column analyst.lead.article_id is 'Key of the lead.';
comment on column analyst.lead.source_id is 'The search that told of it.';
comment on column analyst.lead.title is 'Headline.';
comment on column analyst.lead.publisher is 'Home address of the outlet, as the search gives it.';
comment on column analyst.lead.published_on is 'Day of publication, as the search gives it.';
comment on column analyst.lead.url is 'Link of the search: opens in a browser.';
comment on column analyst.lead.first_seen_at is 'When we first saw it.';
