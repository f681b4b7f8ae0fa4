-- look_again --
-- Plan the first look for edits; later looks are planned when a look was taken.
update posture.article
set next_look_at = %(first_look_at)s
where article_id = %(article_id)s and looks = 0 and next_look_at is null;

-- see --
-- The article at an address seen for the first time; no row when it is known.
insert into posture.article (address, url, source_id, item, state, first_seen_at)
values (%(address)s, %(url)s, %(source_id)s, %(item)s, %(state)s, %(now)s)
on conflict (address) do nothing
returning article_id;

-- see_listed --
-- The articles of a list that are seen for the first time, numbered in its order. They are written in the order of
-- their addresses: two workers with two lists of one outlet must not wait for each other.
with listed as materialized (
  select nextval(pg_get_serial_sequence('posture.article', 'article_id')) as article_id, unknown.*
  from (
    select address, url, item, owner, state, headline
    from unnest(
      %(addresses)s::text[], %(urls)s::text[], %(items)s::jsonb[], %(owners)s::text[], %(states)s::text[],
      %(headlines)s::text[]
    ) with ordinality as listed (address, url, item, owner, state, headline, place)
    where not exists (select from posture.article where article.address = listed.address)
    order by place
  ) as unknown
)
insert into posture.article (article_id, address, url, source_id, item, state, headline, first_seen_at)
overriding system value
select article_id, address, url, owner, item, state, headline, %(now)s
from listed
order by address
on conflict (address) do nothing;

-- at --
-- The article at an address.
select article_id, source_id, url, item, state, tries, next_try_at, next_look_at, failure
from posture.article
where address = %(address)s;

-- keep_page --
-- A page of an article was kept and waits to be read.
with kept as (
  insert into posture.article_page (article_id, page_id)
  values (%(article_id)s, %(page_id)s)
  on conflict do nothing
)
update posture.article
set state = 'kept', failure = null, next_try_at = null
where article_id = %(article_id)s;

-- fail --
-- A fetch failed: try again at the time given, or give up when there is none. Nothing sent is no try.
update posture.article
set tries = tries + case when %(sent)s then 1 else 0 end,
    failure = %(reason)s,
    next_try_at = %(next_try_at)s,
    state = case
      when exists (select from posture.version where version.article_id = article.article_id) then state
      when %(next_try_at)s::timestamptz is null then 'failed'
      else 'wanted'
    end
where article_id = %(article_id)s;

-- look_later --
-- A look at a known article failed: take it soon, or with the next one that is planned.
update posture.article
set tries = tries + 1,
    failure = %(reason)s,
    next_look_at = case
      when next_look_at > %(now)s then least(next_look_at, %(next_look_at)s)
      else %(next_look_at)s
    end
where article_id = %(article_id)s;

-- look_failed --
-- A look was taken and told only that the article cannot be had any more, or for now.
update posture.article
set tries = 0, failure = %(reason)s
where article_id = %(article_id)s;

-- was_read --
-- What was asked for is the article: failures before are past.
update posture.article
set tries = 0, failure = null
where article_id = %(article_id)s and (tries > 0 or failure is not null);

-- wanted --
-- Articles whose page is to be fetched now, for the first time, again after a failure, or to look for edits, with what
-- the newest page kept of them tells of a change: those of these sources, and those of others that they showed in this run.
with waiting as not materialized (
  select article_id, source_id, url, tries, looks, state = 'kept' as look, first_seen_at
  from posture.article
  where (state = 'wanted' and coalesce(next_try_at, '-infinity') <= %(now)s)
    or (state = 'kept' and next_look_at <= %(now)s)
),
mine as (
  select waiting.*, asked.source_id as asked_by, asked.place
  from unnest(%(source_ids)s::text[]) with ordinality as asked (source_id, place)
  join waiting using (source_id)
  union all
  select distinct on (article_id) waiting.*, asked.source_id, asked.place
  from unnest(%(source_ids)s::text[]) with ordinality as asked (source_id, place)
  join posture.sighting on sighting.run_id = %(run_id)s and sighting.source_id = asked.source_id
  join waiting using (article_id)
  where sighting.outcome is null and waiting.source_id <> all (%(source_ids)s::text[])
)
select
  mine.article_id,
  mine.asked_by as source_id,
  mine.url,
  mine.tries,
  mine.looks,
  mine.look,
  last_page.etag,
  last_page.modified,
  last_page.body_sha256
from mine
left join lateral (
  select
    page.headers ->> 'etag' as etag,
    page.headers ->> 'last-modified' as modified,
    page.body_sha256
  from posture.article_page
  join posture.page using (page_id)
  where article_page.article_id = mine.article_id and article_page.rejected is null
  order by page_id desc
  limit 1
) as last_page on mine.look
order by mine.place, mine.first_seen_at, mine.article_id;

-- looked --
-- A look was taken; plan the next, if there is one.
update posture.article
set looks = looks + 1, next_look_at = %(next_look_at)s
where article_id = %(article_id)s;

-- is_form_of --
-- This address is another form of an article that we know: it has no text of its own and is not looked at again.
update posture.article
set same_as = %(same_as)s, next_look_at = null
where article_id = %(article_id)s;
