-- stories --
-- The stories told most, each with the claims that most of its reports make: what is said, and the words that say it.
with named as (
  select
    claim.claim_id,
    claim.story_id,
    claim.article_id,
    claim.key,
    concat_ws(
      ' · ',
      replace(claim.kind, '_', ' '),
      replace(claim.event, '_', ' '),
      force.name_en,
      coalesce(target.name_en, place.name_en),
      case
        when claim.count_low is null and claim.count_high is null then null
        else concat(
          case when claim.about then 'about ' end,
          case
            when claim.count_high is null then 'at least ' || to_char(claim.count_low, 'FM999,999')
            when claim.count_low is null then 'at most ' || to_char(claim.count_high, 'FM999,999')
            when claim.count_low = claim.count_high then to_char(claim.count_low, 'FM999,999')
            else to_char(claim.count_low, 'FM999,999') || '–' || to_char(claim.count_high, 'FM999,999')
          end
        )
      end,
      case when claim.killed > 0 then claim.killed || ' killed' end,
      case when claim.wounded > 0 then claim.wounded || ' wounded' end,
      case claim.kind when 'timetable' then 'by ' else 'on ' end || to_char(claim.to_on, 'FMDD Mon YYYY'),
      nullif(claim.modality, 'asserted'),
      nullif(claim.polarity, 'affirmed'),
      speaker.name_en
    ) as said,
    claim.quote
  from analyst.claim
  left join analyst.entity as force on force.entity_id = claim.force
  left join analyst.entity as place on place.entity_id = claim.place
  left join analyst.entity as target on target.entity_id = claim.target
  left join analyst.entity as speaker on speaker.entity_id = claim.speaker
)
select
  story.story_id,
  story.title,
  story.first_day,
  story.reports,
  story.outlets,
  (
    select array_agg(line order by reports desc, line)
    from (
      select
        min(named.said) || '  “' || min(named.quote) || '”' as line,
        count(distinct named.article_id) as reports
      from named
      where named.story_id = story.story_id
      group by named.key
      order by reports desc, line
      limit 4
    ) as told
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
