-- next_unread --
-- The oldest kept page that waits to be read; another worker's page is passed over.
select
  article_page.article_id,
  article_page.page_id,
  article.address,
  article.item,
  article.source_id,
  article.first_seen_at,
  article.tries,
  exists (select from posture.version where version.article_id = article.article_id) as has_text,
  page.url,
  page.final_url,
  page.status,
  page.headers,
  page.body,
  page.fetched_at
from posture.article_page
join posture.article using (article_id)
join posture.page using (page_id)
where article_page.read_at is null
order by article_page.page_id
limit 1
for update of article_page skip locked;

-- mark_read --
update posture.article_page
set read_at = %(now)s, rejected = %(rejected)s
where article_id = %(article_id)s and page_id = %(page_id)s;

-- same_text --
-- The version of this article that has exactly this text.
select version_id
from posture.version
where article_id = %(article_id)s and text_sha256 = %(text_sha256)s;

-- texts_of --
-- The texts that an article had, the newest first.
select *
from posture.version
where article_id = %(article_id)s
order by number desc;

-- add --
insert into posture.version (
  article_id, number, page_id, title, headline, body, text_sha256, language,
  published_on, published_at, published_from, modified_on, modified_at, modified_from,
  outlet, byline, url, reader, on_topic, held, score, because, read_at, rules
)
select
  %(article_id)s, 1 + coalesce(max(number), 0), %(page_id)s, %(title)s, %(headline)s, %(body)s, %(text_sha256)s,
  %(language)s,
  %(published_on)s, %(published_at)s, %(published_from)s, %(modified_on)s, %(modified_at)s, %(modified_from)s,
  %(outlet)s, %(byline)s, %(url)s, %(reader)s, %(on_topic)s, %(held)s, %(score)s, %(because)s, %(now)s, %(rules)s
from posture.version
where article_id = %(article_id)s
returning version_id;

-- add_mentions --
insert into posture.mention (version_id, entity, kind, field, start_at, end_at, quote, warning)
values %s
on conflict do nothing;

-- forget_extraction --
-- What an earlier extraction of this text had found.
delete from posture.claim where version_id = %(version_id)s;
delete from posture.warning where version_id = %(version_id)s;
delete from posture.mention where version_id = %(version_id)s;

-- next_unextracted --
-- The oldest text on the topic whose claims were not yet extracted.
select version.*, article.address
from posture.version
join posture.article using (article_id)
where version.on_topic and not version.held and version.extracted_at is null
order by version.version_id
limit 1
for update of version skip locked;

-- sign --
-- Whose text an article is, as it is known from elsewhere.
update posture.version
set agency = %(agency)s
where article_id = (select article_id from posture.article where address = %(address)s);

-- mark_extracted --
update posture.version
set extracted_at = %(now)s, extracted_rules = %(rules)s, agency = coalesce(%(agency)s, agency)
where version_id = %(version_id)s;

-- add_claim --
insert into posture.claim (
  version_id, number, kind, count_low, count_high, about, bound, force, role, place, as_of, from_on, to_on, event, target,
  killed, wounded, casualties, polarity, modality, speaker, via, confidence, rule, key, sentence_key, rules
)
values (
  %(version_id)s, %(number)s, %(kind)s, %(count_low)s, %(count_high)s, %(about)s, %(bound)s, %(force)s, %(role)s,
  %(place)s, %(as_of)s, %(from_on)s, %(to_on)s, %(event)s, %(target)s, %(killed)s, %(wounded)s, %(casualties)s,
  %(polarity)s, %(modality)s, %(speaker)s, %(via)s, %(confidence)s, %(rule)s, %(key)s, %(sentence_key)s, %(rules)s
)
returning claim_id;

-- add_evidence --
insert into posture.evidence (claim_id, number, role, field, start_at, end_at, quote)
values %s;

-- add_warnings --
insert into posture.warning (version_id, number, kind, message, field, start_at, end_at)
values %s;

-- reviewed_topic --
-- Whether a person says that this article is on the topic; no row when nobody has.
select decision = 'on_topic' as on_topic
from posture.review
where article_id = %(article_id)s and decision in ('on_topic', 'off_topic')
order by review_id desc
limit 1;
