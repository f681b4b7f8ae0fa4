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
    select address, url, item, state
    from unnest(%(addresses)s::text[], %(urls)s::text[], %(items)s::jsonb[], %(states)s::text[])
      with ordinality as listed (address, url, item, state, place)
    where not exists (select from posture.article where article.address = listed.address)
    order by place
  ) as unknown
)
insert into posture.article (article_id, address, url, source_id, item, state, first_seen_at)
overriding system value
select article_id, address, url, %(source_id)s, item, state, %(now)s
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
      when state = 'kept' then state
      when %(next_try_at)s::timestamptz is null then 'failed'
      else 'wanted'
    end
where article_id = %(article_id)s;

-- wanted --
-- Articles that these sources showed first and whose page is to be fetched now: for the first time, again after a
-- failure, or to look for edits; then with what the newest page kept of them tells whether anything changed.
select
  article.article_id,
  article.source_id,
  article.url,
  article.tries,
  article.looks,
  article.state = 'kept' as look,
  last_page.etag,
  last_page.modified,
  last_page.body_sha256
from unnest(%(source_ids)s::text[]) with ordinality as asked (source_id, place)
join posture.article using (source_id)
left join lateral (
  select
    page.headers ->> 'etag' as etag,
    page.headers ->> 'last-modified' as modified,
    page.body_sha256
  from posture.article_page
  join posture.page using (page_id)
  where article_page.article_id = article.article_id
  order by page_id desc
  limit 1
) as last_page on article.state = 'kept'
where (article.state = 'wanted' and coalesce(article.next_try_at, '-infinity') <= %(now)s)
  or (article.state = 'kept' and article.next_look_at <= %(now)s)
order by place, article.first_seen_at, article.article_id;

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
