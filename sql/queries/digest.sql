-- last --
-- The last digest of a list before a day.
select day, composed_at
from posture.digest
where list = %(list)s and day < %(day)s
order by day desc
limit 1;

-- add --
-- The day's digest of a list, unless it was composed before.
insert into posture.digest (day, list, story_ids, version_ids, composed_at)
values (%(day)s, %(list)s, %(story_ids)s, %(version_ids)s, %(now)s)
on conflict (day, list) do nothing
returning digest_id;

-- composed --
select digest_id, composed_at
from posture.digest
where day = %(day)s and list = %(list)s;

-- texts --
-- The texts that a day's digest tells of, once they are understood: those printed on that day, and those of the week
-- before that no earlier digest of the list told of. The first digest of a list tells of its day alone, and what was
-- known before it is not caught up with.
select version.version_id
from posture.version
join posture.article using (article_id)
join posture.source using (source_id)
left join posture.story_report using (article_id)
left join posture.verdict using (version_id)
-- the day that an outlet prints may lie ahead by mistake; the corpus was dated by hand
cross join lateral (
  select case source.kind
    when 'corpus' then version.published_on
    else least(version.published_on, (version.read_at at time zone 'Asia/Baghdad')::date)
  end as day
) as printed
where version.read_at <= %(now)s
  and (version.held or (verdict.version_id is not null and story_report.story_id is not null))
  and (
    printed.day = %(day)s
    or (
      printed.day >= %(day)s::date - 7
      and printed.day < %(day)s
      and exists (
        select
        from (
          select day, composed_at
          from posture.digest
          where list = %(list)s and day < %(day)s
          order by day
          limit 1
        ) as first
        where printed.day >= first.day or version.read_at > first.composed_at
      )
      and not exists (
        select from posture.digest
        where digest.list = %(list)s and digest.day < %(day)s and version.version_id = any (digest.version_ids)
      )
    )
  )
order by version.version_id;

-- stories --
-- The stories that these texts report, the widest first.
select *
from analyst.story
where story_id in (
  select story_report.story_id
  from posture.version
  join posture.story_report using (article_id)
  where version.version_id = any (%(version_ids)s)
)
order by origins desc, outlets desc, reports desc, last_told_at desc, story_id;

-- reports --
-- The reports of stories, the earliest first, each in its latest text.
select distinct on (story_report.story_id, told.at, version.article_id)
  story_report.story_id,
  version.title,
  version.language,
  version.url,
  coalesce(version.outlet, article.source_id) as outlet,
  verdict.verdict,
  version.version_id = any (%(version_ids)s) as of_the_day
from posture.story_report
join posture.article using (article_id)
join posture.version using (article_id)
left join posture.verdict using (version_id)
cross join lateral (
  select min(coalesce(first.published_at, first.published_on::timestamptz, first.read_at)) as at
  from posture.version as first
  where first.article_id = version.article_id
) as told
where story_report.story_id = any (%(story_ids)s)
order by story_report.story_id, told.at, version.article_id, version.number desc;

-- corrections --
-- What this list was told and is so no more, since its last digest; then what else the day's texts changed.
with put_right as (
  select
    correction.correction_id,
    correction.version_id as to_version_id,
    change ->> 'field' as field,
    change ->> 'old' as old,
    change ->> 'new' as new,
    number,
    correction.decided_at as seen_at
  from posture.correction
  cross join lateral jsonb_array_elements(correction.changes) with ordinality as changes (change, number)
  where correction.list = %(list)s
    and correction.decided_at > coalesce(%(since)s::timestamptz, '-infinity')
    and correction.decided_at <= %(now)s
)
select field, old, new, seen_at, told, outlet, title, language, url
from (
  select
    put_right.field, put_right.old, put_right.new, put_right.seen_at, true as told,
    coalesce(version.outlet, article.source_id) as outlet, version.title, version.language, version.url,
    put_right.to_version_id, put_right.number
  from put_right
  join posture.version on version.version_id = put_right.to_version_id
  join posture.article using (article_id)
  union all
  select field, old, new, seen_at, told, outlet, title, language, url, to_version_id, 0
  from analyst.correction
  where to_version_id = any (%(version_ids)s)
    and not exists (
      select from put_right
      where put_right.to_version_id = correction.to_version_id and put_right.field = correction.field
    )
) as found
order by told desc, to_version_id, number, field;

-- held --
-- Borderline texts that wait for a person.
select
  version.title,
  version.language,
  version.url,
  version.score,
  coalesce(version.outlet, article.source_id) as outlet
from posture.version
join posture.article using (article_id)
where version.held and version.version_id = any (%(version_ids)s)
order by version.score desc, version.version_id;

-- unseen --
-- Sources that should be polled and fail, are silent for longer than usual, or answer no longer as usual.
select source_id, outcome, message, failures, last_success_at, last_new_at, silent, drift
from analyst.source_health
where silent or drifting
order by failures desc, source_id;

-- books --
-- What became of every address seen by the runs between two digests.
select
  source_id,
  sum(seen)::integer as seen,
  sum(new)::integer as new,
  sum(known)::integer as known,
  sum(copy)::integer as copy,
  sum(variant)::integer as variant,
  sum(update)::integer as update,
  sum(translation)::integer as translation,
  sum(off_topic)::integer as off_topic,
  sum(held)::integer as held,
  sum(failed)::integer as failed,
  sum(pending)::integer as waiting
from analyst.books
where now > %(since)s and now <= %(until)s
group by source_id
having sum(seen) > 0
order by sum(new) desc, sum(seen) desc, source_id;
