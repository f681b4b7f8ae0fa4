-- facts --
-- Claims with their main quote, of the latest text of each article; any of the filters may be null.
-- A text is printed on its day of publication, but never later than it was read; the corpus was dated by hand.
select
  claim.*,
  version.language,
  version.url,
  version.title,
  coalesce(version.outlet, article.source_id) as outlet,
  coalesce(claim.via, version.agency) as through,
  printed.day as printed,
  story_report.story_id,
  words.quote,
  words.field,
  (
    select evidence.quote
    from posture.evidence
    where evidence.claim_id = claim.claim_id and evidence.role = 'speaker'
    order by evidence.number
    limit 1
  ) as speaker_words,
  -- the line of the text on which the quote stands, up to the quote and from it on
  regexp_replace(substring(words.text for words.start_at), '^.*\n', '') as line_before,
  split_part(substring(words.text from words.start_at + 1), E'\n', 1) as line_from
from posture.claim
join posture.version using (version_id)
join posture.article using (article_id)
join posture.source using (source_id)
left join posture.story_report using (article_id)
cross join lateral (
  select case source.kind
    when 'corpus' then version.published_on
    else least(version.published_on, (version.read_at at time zone 'Asia/Baghdad')::date)
  end as day
) as printed
join lateral (
  select
    evidence.quote,
    evidence.field,
    evidence.start_at,
    case evidence.field when 'title' then version.title else version.body end as text
  from posture.evidence
  where evidence.claim_id = claim.claim_id
  order by (evidence.role = 'sentence') desc, (evidence.role = 'trigger') desc, evidence.number
  limit 1
) as words on true
where (%(version_ids)s::bigint[] is null or claim.version_id = any (%(version_ids)s::bigint[]))
  and (%(not_version_ids)s::bigint[] is null or claim.version_id <> all (%(not_version_ids)s::bigint[]))
  and (%(kinds)s::text[] is null or claim.kind = any (%(kinds)s::text[]))
  and (%(since)s::date is null or coalesce(version.published_on, version.read_at::date) >= %(since)s::date)
  and (
    %(until)s::date is null
    or printed.day <= %(until)s::date
  )
  and (
    not %(considered)s
    or exists (select from posture.considered where considered.version_id = claim.version_id)
  )
  and not exists (
    select from posture.version as later
    where later.article_id = version.article_id and later.number > version.number and later.extracted_at is not null
  )
order by claim.claim_id;

-- source_names --
-- What the outlets are called.
select source_id, name_en, name_ar
from posture.source;

-- variants --
-- Texts that are nearly those of another outlet, but in which facts differ.
select
  version.version_id,
  story_report.story_id,
  version.read_at,
  verdict.differences,
  version.title,
  version.language,
  version.url,
  coalesce(version.outlet, article.source_id) as outlet,
  other.title as other_title,
  other.language as other_language,
  other.url as other_url,
  coalesce(other.outlet, other_article.source_id) as other_outlet
from posture.verdict
join posture.version using (version_id)
join posture.article using (article_id)
join posture.version as other on other.version_id = verdict.of_version_id
join posture.article as other_article on other_article.article_id = other.article_id
left join posture.story_report on story_report.article_id = version.article_id
where verdict.verdict = 'variant' and verdict.version_id = any (%(version_ids)s)
order by version.version_id;
