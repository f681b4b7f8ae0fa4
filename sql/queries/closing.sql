-- stories --
-- The stories told most, each with the claims that most of its reports make, in the words that carry them.
select
  story.story_id,
  story.title,
  story.first_day,
  story.reports,
  story.outlets,
  (
    select array_agg(said.line order by said.reports desc, said.line)
    from (
      select
        claim.kind || ': ' || min(claim.quote) as line,
        count(distinct claim.article_id) as reports
      from analyst.claim
      where claim.story_id = story.story_id
      group by claim.kind, claim.key
      order by reports desc, line
      limit 4
    ) as said
  ) as claims
from analyst.story
order by story.reports desc, story.first_told_at desc, story.story_id
limit %(most)s;

-- count_stories --
-- How many stories there are.
select count(*)
from analyst.story;
