-- version_ids --
-- Texts published in a window of days, or first read in it when they carry no date.
select version_id
from posture.version
where coalesce(published_on, read_at::date) between %(first)s and %(last)s
order by version_id;

-- version --
-- A text with the page from which it was read and what the list said of its article.
select
  version.*,
  article.address,
  article.item,
  article.source_id,
  page.url as page_url,
  page.final_url,
  page.status,
  page.headers,
  page.body as page_body,
  page.fetched_at
from posture.version
join posture.article using (article_id)
join posture.page using (page_id)
where version_id = %(version_id)s
for update of version;

-- forget_verdict --
delete from posture.verdict where version_id = %(version_id)s;
delete from posture.fingerprint where version_id = %(version_id)s;
delete from posture.told_name where version_id = %(version_id)s;

-- forget_story --
-- The article is grouped again; a story that loses its only report stays, and is opened again by its first text.
delete from posture.story_report
where article_id = (select article_id from posture.version where version_id = %(version_id)s);

-- texts --
-- Texts of a window of days in the order in which they were decided, with what was decided of them.
select
  version.*,
  article.address,
  article.first_seen_at,
  verdict.verdict,
  verdict.of_version_id,
  story_report.story_id
from posture.version
join posture.article using (article_id)
left join posture.verdict using (version_id)
left join posture.story_report using (article_id)
where coalesce(version.published_on, version.read_at::date) between %(first)s and %(last)s
order by
  version.decided_place,
  coalesce(version.published_at, version.published_on::timestamptz, version.read_at),
  article.first_seen_at,
  article.address,
  version.number;

-- first_report --
-- The earliest text of a story, but for those of some articles.
select version.*, article.address, article.first_seen_at
from posture.story_report
join posture.article using (article_id)
join posture.version using (article_id)
where story_report.story_id = %(story_id)s and article.article_id <> all (%(without)s::bigint[])
order by
  coalesce(version.published_at, version.published_on::timestamptz, version.read_at),
  article.first_seen_at,
  article.address,
  version.number
limit 1;

-- replace --
-- The same page, read under the rules of today.
update posture.version
set title = %(title)s,
    headline = %(headline)s,
    body = %(body)s,
    text_sha256 = %(text_sha256)s,
    language = %(language)s,
    published_on = %(published_on)s,
    published_at = %(published_at)s,
    published_from = %(published_from)s,
    modified_on = %(modified_on)s,
    modified_at = %(modified_at)s,
    modified_from = %(modified_from)s,
    outlet = %(outlet)s,
    byline = %(byline)s,
    url = %(url)s,
    reader = %(reader)s,
    on_topic = %(on_topic)s,
    held = %(held)s,
    score = %(score)s,
    because = %(because)s,
    rules = %(rules)s,
    extracted_at = null,
    extracted_rules = null
where version_id = %(version_id)s;

-- rejected --
-- Pages of a window of days from which no text could be read.
select
  article_page.article_id,
  article_page.page_id,
  article_page.rejected,
  article.address,
  article.item,
  article.source_id,
  page.url,
  page.final_url,
  page.status,
  page.headers,
  page.body,
  page.fetched_at
from posture.article_page
join posture.article using (article_id)
join posture.page using (page_id)
where article_page.rejected is not null
  and coalesce((article.item -> 'published' ->> 'day')::date, article.first_seen_at::date) between %(first)s and %(last)s
order by article_page.page_id;

-- wait_to_be_read --
update posture.article_page
set read_at = null, rejected = null
where article_id = %(article_id)s and page_id = %(page_id)s;
