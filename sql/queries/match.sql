-- take_turns --
-- Verdicts are decided one after the other: two copies that arrive at once cannot both be new.
select pg_advisory_xact_lock(hashtext('posture match'));

-- next_unmatched --
-- The next text without a verdict: those decided before as they were then, and of the others the earliest published, that
-- the origin is matched before its copies.
select version.*, article.address
from posture.version
join posture.article using (article_id)
where version.extracted_at is not null
  and not exists (select from posture.verdict where verdict.version_id = version.version_id)
order by
  version.decided_place,
  coalesce(version.published_at, version.published_on::timestamptz, version.read_at),
  article.first_seen_at,
  article.address,
  version.number
limit 1;

-- add_fingerprint --
insert into posture.fingerprint (version_id, bands, anchors, rules)
values (%(version_id)s, %(bands)s, %(anchors)s, %(rules)s)
on conflict (version_id) do update
set bands = excluded.bands, anchors = excluded.anchors, rules = excluded.rules;

-- alike --
-- Matched texts that share wording with this one, most shared keys first, and all earlier texts of its article. A key that
-- very many share is a stock phrase, and tells nothing beyond the first of them.
with hit as (
  select fingerprint.version_id
  from unnest(%(bands)s::integer[]) as wanted (key)
  cross join lateral (
    select version_id from posture.fingerprint where bands @> array[wanted.key] limit 200
  ) as fingerprint
  union all
  select fingerprint.version_id
  from unnest(%(anchors)s::integer[]) as wanted (key)
  cross join lateral (
    select version_id from posture.fingerprint where anchors @> array[wanted.key] limit 200
  ) as fingerprint
),
likest as (
  select version_id, count(*) as shared
  from hit
  where version_id <> %(version_id)s
  group by version_id
  order by shared desc, version_id
  limit %(limit)s
),
candidate as (
  select version_id, shared from likest
  union all
  select version_id, 1000000
  from posture.version
  where article_id = %(article_id)s and version_id <> %(version_id)s
)
select version_id, version.article_id
from candidate
join posture.verdict using (version_id)
join posture.version using (version_id)
group by version_id, version.article_id
order by max(candidate.shared) desc, version_id
limit %(limit)s;

-- near_in_facts --
-- Matched texts of about the same days that name the same people, places and forces: those that share what few others
-- name first. Of a name that everybody has, the texts nearest in time stand for all.
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
select nearest.version_id, version.article_id
from nearest
join posture.verdict using (version_id)
join posture.version using (version_id)
order by nearest.likeness desc, nearest.version_id
limit %(limit)s;

-- add_names --
-- The names of a text under the moment when it was told.
insert into posture.told_name (entity, told_at, version_id)
select distinct entity, %(told_at)s::timestamptz, version_id
from posture.mention
where version_id = %(version_id)s
on conflict do nothing;

-- versions --
select version.*, article.address
from posture.version
join posture.article using (article_id)
where version_id = any (%(version_ids)s)
order by version_id;

-- mentions --
select *
from posture.mention
where version_id = any (%(version_ids)s)
order by version_id, field desc, start_at;

-- claims --
select *
from posture.claim
where version_id = any (%(version_ids)s)
order by version_id, number;

-- evidence --
select evidence.*
from posture.evidence
join posture.claim using (claim_id)
where claim.version_id = any (%(version_ids)s)
order by evidence.claim_id, evidence.number;

-- add_verdict --
insert into posture.verdict (
  version_id, verdict, test, of_version_id, likeness, containment, differences, rules, decided_at
)
values (
  %(version_id)s, %(verdict)s, %(test)s, %(of_version_id)s, %(likeness)s, %(containment)s, %(differences)s, %(rules)s,
  %(now)s
);

-- take_place --
update posture.version
set decided_place = nextval('posture.decided')
where version_id = %(version_id)s and decided_place is null;

-- give_up --
-- A text that our own code could not compare: new, with the reason for a person to see.
insert into posture.verdict (version_id, verdict, test, likeness, containment, differences, rules, decided_at)
values (%(version_id)s, 'new', 'failed: ' || %(reason)s, 0, 0, '[]', %(rules)s, %(now)s)
on conflict (version_id) do nothing;

-- no_copies --
-- Articles of which a person says that this one is no copy, nor they of it; the latest decision on a pair holds.
select article_id
from (
  select distinct on (other.article_id) other.article_id, review.decision
  from posture.review
  cross join lateral (
    select case when review.article_id = %(article_id)s then review.other_article_id else review.article_id end as article_id
  ) as other
  where decision in ('not_a_copy', 'may_be_a_copy') and %(article_id)s in (review.article_id, review.other_article_id)
  order by other.article_id, review.review_id desc
) as latest
where decision = 'not_a_copy';

-- taken_from --
-- Texts that lead back to this one: its copies, translations, updates and variants, and theirs.
with recursive taken as (
  select version_id from posture.verdict where of_version_id = %(version_id)s and verdict <> 'new'
  union
  select verdict.version_id
  from taken
  join posture.verdict on verdict.of_version_id = taken.version_id
  where verdict.verdict <> 'new'
)
select version_id from taken;

-- known_later --
-- Of some texts, those that were not yet decided when this one was first.
select other.version_id
from posture.version as other
join posture.version as mine on mine.version_id = %(version_id)s
where other.version_id = any (%(others)s) and other.decided_place > mine.decided_place;
