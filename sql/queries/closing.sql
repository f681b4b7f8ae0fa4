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

-- books --
-- Over all runs what became of every address, per source, with what the source's last answer really was.
select
  books.source_id,
  sum(books.seen) as seen,
  sum(books.new) as new,
  sum(books.known) as known,
  sum(books.copy) as copy,
  sum(books.variant) as variant,
  sum(books.update) as update,
  sum(books.translation) as translation,
  sum(books.off_topic) as off_topic,
  sum(books.held) as held,
  sum(books.failed) as failed,
  sum(books.pending) as pending,
  bool_and(books.balanced) as balanced,
  (array_agg(books.outcome order by books.run_id desc))[1] as outcome
from analyst.books
group by books.source_id
order by books.source_id;
