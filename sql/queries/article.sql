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
-- Articles that this source showed first and whose page is to be fetched now: for the first time, again after a failure,
-- or to look for edits.
select article_id, address, url, tries, looks, state = 'kept' as look
from posture.article
where source_id = %(source_id)s
  and (
    (state = 'wanted' and coalesce(next_try_at, '-infinity') <= %(now)s)
    or (state = 'kept' and next_look_at <= %(now)s)
  )
order by first_seen_at, article_id;

-- looked --
-- A look was taken; plan the next, if there is one.
update posture.article
set looks = looks + 1, next_look_at = %(next_look_at)s
where article_id = %(article_id)s;

-- last_page --
-- The newest page kept of an article: its validators and hash tell whether anything changed.
select page.page_id, page.headers, page.body_sha256
from posture.article_page
join posture.page using (page_id)
where article_page.article_id = %(article_id)s
order by page_id desc
limit 1;

-- is_form_of --
-- This address is another form of an article that we know: it has no text of its own and is not looked at again.
update posture.article
set same_as = %(same_as)s, next_look_at = null
where article_id = %(article_id)s;
