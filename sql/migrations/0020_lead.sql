-- What a search lists behind links of its own is a lead: a headline and an outlet, not a page to fetch.
alter table posture.article drop constraint article_state_check;
alter table posture.article add constraint article_state_check check (state in ('wanted', 'kept', 'failed', 'lead'));
comment on column posture.article.state is
  'wanted: to be fetched; kept: its page is kept; failed: given up, with the reason; lead: a search told of it under an address of its own.';
create index article_headline on posture.article (lower(btrim(item ->> 'title'))) where item ->> 'title' <> '';
create index version_headline on posture.version (lower(btrim(title))) where title <> '';
