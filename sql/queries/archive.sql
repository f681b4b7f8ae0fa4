-- page_ids --
-- Pages fetched in a window of days, oldest first. The seed corpus came from no server and is in every database.
select page_id
from posture.page
join posture.source using (source_id)
where source.kind <> 'corpus'
  and (%(first)s::date is null or fetched_at >= %(first)s::date)
  and (%(last)s::date is null or fetched_at < %(last)s::date + 1)
order by page_id;

-- page --
-- A page with the article that it belongs to, if any.
select page.*, article.address, article.item
from posture.page
left join posture.article_page using (page_id)
left join posture.article using (article_id)
where page.page_id = %(page_id)s;

-- has_source --
select source_id
from posture.source
where source_id = %(source_id)s;

-- same --
-- The very same answer, kept before.
select page_id
from posture.page
where url = %(url)s and fetched_at = %(fetched_at)s and body_sha256 = %(body_sha256)s;
