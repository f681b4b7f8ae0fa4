-- What sitemaps, archives and searches saw beside the feeds, day by day: how much the feeds alone would have missed.
create view analyst.second_net as
with net as (
  select
    sighting.source_id,
    article.article_id,
    article.state,
    (min(article.first_seen_at) at time zone 'Asia/Baghdad')::date as first_seen_on,
    exists (
      select from posture.sighting as other
      join posture.source as feed using (source_id)
      where other.article_id = article.article_id
        and other.via = 'list'
        and feed.kind not in ('sitemap', 'gdelt_files', 'gdelt_doc', 'search_rss')
    ) as in_a_feed
  from posture.sighting
  join posture.article using (article_id)
  join posture.source on source.source_id = sighting.source_id
  where sighting.via = 'list' and source.kind in ('sitemap', 'gdelt_files', 'gdelt_doc', 'search_rss')
  group by sighting.source_id, article.article_id, article.state
)
select
  source_id,
  first_seen_on,
  count(*) as articles,
  count(*) filter (where in_a_feed) as also_in_a_feed,
  count(*) filter (where not in_a_feed and state <> 'lead') as only_here,
  count(*) filter (where state = 'lead') as leads
from net
group by source_id, first_seen_on;

comment on view analyst.second_net is
  'What sitemaps, archives and searches saw beside the feeds, day by day: how much the feeds alone would have missed.';
comment on column analyst.second_net.source_id is 'The sitemap, archive or search.';
comment on column analyst.second_net.first_seen_on is 'Day in Baghdad on which the articles were first seen.';
comment on column analyst.second_net.articles is 'Distinct articles that it showed.';
comment on column analyst.second_net.also_in_a_feed is 'Of these, shown by a feed or list of ours too.';
comment on column analyst.second_net.only_here is 'Of these, shown by no feed of ours: missed without the second net.';
comment on column analyst.second_net.leads is 'Of these, headlines behind links that cannot be opened here: see analyst.lead.';
