-- next_ungrouped --
-- The next matched text whose article belongs to no story yet, in the order in which they were matched.
select version.*, article.address, verdict.verdict, verdict.of_version_id
from posture.version
join posture.article using (article_id)
join posture.verdict using (version_id)
where not exists (select from posture.story_report where story_report.article_id = version.article_id)
order by
  version.decided_place,
  coalesce(version.published_at, version.published_on::timestamptz, version.read_at),
  article.first_seen_at,
  article.address,
  version.number
limit 1;

-- of_version --
-- The story that reports this text.
select story_report.story_id
from posture.version
join posture.story_report using (article_id)
where version.version_id = %(version_id)s;

-- near --
-- Grouped texts of about the same days that name the same people, places and forces, with their story: those that share
-- what few others name first. Of a name that everybody has, the texts nearest in time stand for all.
with mine as (
  select distinct entity
  from posture.mention
  where version_id = %(version_id)s
),
hit as (
  select mine.entity, near.version_id
  from mine
  cross join lateral (
    (
      select version_id
      from posture.told_name
      where told_name.entity = mine.entity
        and told_at between %(told_at)s - make_interval(days => %(days)s) and %(told_at)s
      order by told_at desc
      limit 200
    )
    union
    (
      select version_id
      from posture.told_name
      where told_name.entity = mine.entity
        and told_at between %(told_at)s and %(told_at)s + make_interval(days => %(days)s)
      order by told_at
      limit 200
    )
  ) as near
),
worth as (
  select entity, 1 / ln(1 + count(*)) as weight
  from hit
  group by entity
  having count(*) > 0
),
nearest as (
  select hit.version_id, sum(worth.weight) as likeness
  from hit
  join worth using (entity)
  where hit.version_id <> %(version_id)s
  group by hit.version_id
)
select nearest.version_id, version.article_id, story_report.story_id
from nearest
join posture.version using (version_id)
join posture.story_report using (article_id)
order by nearest.likeness desc, nearest.version_id
limit %(limit)s;

-- open --
-- A text that is grouped again opens the story that it opened before.
insert into posture.story (first_version_id, opened_at)
values (%(version_id)s, %(now)s)
on conflict (first_version_id) do update set opened_at = posture.story.opened_at
returning story_id;

-- opened_by --
-- The story that a text opened.
select story_id from posture.story where first_version_id = %(version_id)s;

-- add_report --
insert into posture.story_report (article_id, story_id, likeness, ties, rules)
values (%(article_id)s, %(story_id)s, %(likeness)s, %(ties)s, %(rules)s);

-- relate --
insert into posture.story_relation (story_id, earlier_story_id, ties)
values (%(story_id)s, %(earlier_story_id)s, %(ties)s)
on conflict do nothing;

-- merge --
-- Two stories turn out to be one: the reports of the later, what was told of it and what it follows go to the earlier.
delete from posture.story_origin where story_id in (%(kept)s, %(ended)s);
update posture.story_report set story_id = %(kept)s where story_id = %(ended)s;
update posture.alert set story_id = %(kept)s where story_id = %(ended)s;
update posture.digest
set story_ids = array_replace(story_ids, %(ended)s::bigint, %(kept)s::bigint)
where %(ended)s = any (story_ids);
insert into posture.story_relation (story_id, earlier_story_id, ties)
select
  case when story_id = %(ended)s then %(kept)s else story_id end,
  case when earlier_story_id = %(ended)s then %(kept)s else earlier_story_id end,
  ties
from posture.story_relation
where %(ended)s in (story_id, earlier_story_id) and %(kept)s not in (story_id, earlier_story_id)
on conflict do nothing;
delete from posture.story_relation where %(ended)s in (story_id, earlier_story_id);

-- next_unweighed --
-- The earliest grouped text with claims whose freshness is not yet known.
select version.*, article.address
from posture.version
join posture.article using (article_id)
join posture.story_report using (article_id)
where exists (select from posture.claim where claim.version_id = version.version_id and claim.freshness is null)
order by
  coalesce(version.published_at, version.published_on::timestamptz, version.read_at),
  article.first_seen_at,
  article.address,
  version.number
limit 1;

-- claims_before --
-- In how many other reports, weighed before, each of these claims stands. Copies and updates count for what they add.
select claim.key, count(distinct version.article_id) as reports
from posture.claim
join posture.version using (version_id)
join posture.verdict using (version_id)
where claim.key = any (%(keys)s)
  and claim.freshness is not null
  and version.article_id <> %(article_id)s
  and (
    verdict.verdict not in ('copy', 'update')
    or not exists (
      select from posture.claim as earlier
      where earlier.version_id = verdict.of_version_id and earlier.key = claim.key
    )
  )
group by claim.key;

-- sentences_before --
-- In how many other reports, weighed before, each of these sentences stands. Copies and updates count for what they add.
select claim.sentence_key, count(distinct version.article_id) as reports
from posture.claim
join posture.version using (version_id)
join posture.verdict using (version_id)
where claim.sentence_key = any (%(keys)s)
  and claim.freshness is not null
  and version.article_id <> %(article_id)s
  and (
    verdict.verdict not in ('copy', 'update')
    or not exists (
      select from posture.claim as earlier
      where earlier.version_id = verdict.of_version_id and earlier.sentence_key = claim.sentence_key
    )
  )
group by claim.sentence_key;

-- weigh --
update posture.claim
set freshness = %(freshness)s
where claim_id = %(claim_id)s;

-- give_up --
-- A text that our own code could not compare: a story of its own, its claims fresh.
with opened as (
  insert into posture.story (first_version_id, opened_at)
  values (%(version_id)s, %(now)s)
  on conflict (first_version_id) do update set opened_at = posture.story.opened_at
  returning story_id
),
reported as (
  insert into posture.story_report (article_id, story_id, likeness, ties, rules)
  select version.article_id, opened.story_id, 1, '[]', %(rules)s
  from posture.version, opened
  where version.version_id = %(version_id)s
  on conflict (article_id) do nothing
)
update posture.claim
set freshness = 'fresh'
where version_id = %(version_id)s and freshness is null;

-- reviewed_story --
-- The story that a person says this article reports: that of the last article with which it was put together, or, while
-- that has none, the one that was joined.
select other.article_id, coalesce(story_report.story_id, review.story_id) as story_id
from posture.review
cross join lateral (
  select case when review.article_id = %(article_id)s then review.other_article_id else review.article_id end as article_id
) as other
left join posture.story_report on story_report.article_id = other.article_id
where review.decision = 'same_story'
  and %(article_id)s in (review.article_id, review.other_article_id)
  and coalesce(story_report.story_id, review.story_id) is not null
  and not exists (
    select
    from posture.review as later
    where later.decision = 'other_story'
      and later.review_id > review.review_id
      and (
        (later.article_id, later.other_article_id) = (review.article_id, review.other_article_id)
        or (later.article_id, later.other_article_id) = (review.other_article_id, review.article_id)
      )
  )
order by review.review_id desc
limit 1;

-- parted --
-- Articles from which a person has parted this one, with their stories.
select distinct story_report.article_id, story_report.story_id
from posture.review
join posture.story_report
  on story_report.article_id
    = case when review.article_id = %(article_id)s then review.other_article_id else review.article_id end
where review.decision = 'other_story'
  and %(article_id)s in (review.article_id, review.other_article_id);

-- next_untraced --
-- A story with a report of which it is not known where it leads back to.
select story_report.story_id, story_report.story_id::text as address
from posture.story_report
left join posture.story_origin using (article_id, story_id)
where story_origin.article_id is null
order by story_report.story_id
limit 1;

-- tellings --
-- The reports of a story as far as their origin goes, earliest first: what each was taken from is that of its first text.
with latest as (
  select distinct on (article_id) *
  from posture.version
  where article_id in (select article_id from posture.story_report where story_id = %(story_id)s)
  order by article_id, number desc
)
select
  latest.article_id,
  latest.language,
  latest.agency,
  article.source_id,
  source.name_ar,
  source.name_en,
  source.family,
  source.role,
  (
    -- whom all of it is told after: one name, and no claim without it
    select min(claim.via)
    from posture.claim
    where claim.version_id = latest.version_id
    having count(*) = count(claim.via) and count(distinct claim.via) = 1
  ) as told_after,
  taken.verdict,
  taken.of_article_id,
  coalesce(latest.published_at, latest.published_on::timestamptz, latest.read_at) as told_at
from latest
join posture.article using (article_id)
join posture.source using (source_id)
left join lateral (
  select verdict.verdict, other.article_id as of_article_id
  from posture.version
  join posture.verdict using (version_id)
  join posture.version as other on other.version_id = verdict.of_version_id
  where version.article_id = latest.article_id
    and verdict.verdict <> 'new'
    and other.article_id <> latest.article_id
  order by version.number
  limit 1
) as taken on true
order by told_at, latest.article_id;

-- forget_origins --
-- The story of this article has another text: where its reports lead back to is found again.
delete from posture.story_origin
where story_id = (select story_id from posture.story_report where article_id = %(article_id)s);

-- clear_origins --
delete from posture.story_origin
where story_id = %(story_id)s
  or article_id in (select article_id from posture.story_report where story_id = %(story_id)s);

-- add_origins --
insert into posture.story_origin (article_id, story_id, origin_article_id, rules)
values %s;
