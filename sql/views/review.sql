-- What persons decided against the rules, and the functions by which reviewers decide.
create view analyst.review as
with latest as (
  select distinct on (article_id) article_id, title, outlet, url
  from posture.version
  order by article_id, number desc
)
select
  review.review_id,
  review.decision,
  review.article_id,
  latest.title,
  latest.outlet,
  latest.url,
  review.other_article_id,
  other.title as other_title,
  other.outlet as other_outlet,
  other.url as other_url,
  review.reason,
  review.reviewer,
  review.login,
  review.reviewed_at
from posture.review
left join latest using (article_id)
left join latest as other on other.article_id = review.other_article_id;

comment on view analyst.review is 'What persons decided against the rules; the latest decision on a pair of articles holds.';
comment on column analyst.review.review_id is 'Key; a later decision has a higher one.';
comment on column analyst.review.decision is 'same_story, other_story, not_a_copy, may_be_a_copy, on_topic or off_topic.';
comment on column analyst.review.article_id is 'The article decided on.';
comment on column analyst.review.title is 'Its headline.';
comment on column analyst.review.outlet is 'Its outlet.';
comment on column analyst.review.url is 'Its address.';
comment on column analyst.review.other_article_id is 'The article with which, or from which; null for the topic.';
comment on column analyst.review.other_title is 'Headline of the other.';
comment on column analyst.review.other_outlet is 'Outlet of the other.';
comment on column analyst.review.other_url is 'Address of the other.';
comment on column analyst.review.reason is 'Why, in the words of the person.';
comment on column analyst.review.reviewer is 'Who decided.';
comment on column analyst.review.login is 'Database login through which it was decided.';
comment on column analyst.review.reviewed_at is 'When.';

create function analyst.same_story(article bigint, other_article bigint, why text, who text default session_user)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  joined bigint;
begin
  perform pg_advisory_xact_lock(hashtext('posture match'));
  select story_id into joined from posture.story_report where article_id = other_article;
  if joined is null then
    raise exception 'article % belongs to no story', other_article using hint = 'see analyst.article for articles with a story';
  end if;
  insert into posture.review (decision, article_id, other_article_id, story_id, reason, reviewer)
  values ('same_story', article, other_article, joined, why, who);
  perform posture.move_report(article, joined);
  return joined;
end
$$;
comment on function analyst.same_story is 'This article reports the story of that one: it joins it. Returns the story.';

create function analyst.merge_stories(story bigint, other_story bigint, why text, who text default session_user)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  kept bigint := least(story, other_story);
  ended bigint := greatest(story, other_story);
  anchor bigint := (select min(article_id) from posture.story_report where story_id = least(story, other_story));
  moved bigint;
begin
  if story = other_story or anchor is null
    or not exists (select from posture.story_report where story_id = ended)
  then
    raise exception 'stories % and % are not two stories with reports', story, other_story
      using hint = 'see analyst.story';
  end if;
  for moved in select article_id from posture.story_report where story_id = ended order by article_id loop
    perform analyst.same_story(moved, anchor, why, who);
  end loop;
  return kept;
end
$$;
comment on function analyst.merge_stories is 'Two stories are one: the reports of the later join the earlier, which is returned.';

create function analyst.split_article(article bigint, why text, who text default session_user) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  left_story bigint;
  own_story bigint;
begin
  perform pg_advisory_xact_lock(hashtext('posture match'));
  select story_id into left_story from posture.story_report where article_id = article;
  if not exists (select from posture.story_report where story_id = left_story and article_id <> article) then
    raise exception 'article % shares its story with no other', article using hint = 'see analyst.story';
  end if;
  insert into posture.review (decision, article_id, other_article_id, reason, reviewer)
  select 'other_story', article, story_report.article_id, why, who
  from posture.story_report
  where story_report.story_id = left_story and story_report.article_id <> article
  order by story_report.article_id;
  -- the report with which the story began leaves a story that goes by another of its reports
  update posture.story
  set first_version_id = (
    select min(version.version_id)
    from posture.story_report
    join posture.version using (article_id)
    where story_report.story_id = left_story and story_report.article_id <> article
  )
  where story_id = left_story
    and first_version_id in (select version_id from posture.version where article_id = article);
  insert into posture.story (first_version_id, opened_at)
  select min(version_id), now() from posture.version where article_id = article
  on conflict (first_version_id) do update set opened_at = posture.story.opened_at
  returning story_id into own_story;
  perform posture.move_report(article, own_story);
  return own_story;
end
$$;
comment on function analyst.split_article is 'This article tells of another event than the rest of its story: it gets a story of its own, which is returned.';

create function analyst.not_a_copy(article bigint, of_article bigint, why text, who text default session_user)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtext('posture match'));
  if not exists (
    select
    from posture.verdict
    join posture.version using (version_id)
    join posture.version as other on other.version_id = verdict.of_version_id
    where version.article_id = article and other.article_id = of_article and verdict.verdict <> 'new'
  ) then
    raise exception 'article % is taken for no copy, variant, update or translation of article %', article, of_article
      using hint = 'see analyst.copy for what each is taken for; name the later article first';
  end if;
  insert into posture.review (decision, article_id, other_article_id, reason, reviewer)
  values ('not_a_copy', article, of_article, why, who);
  update posture.verdict
  set verdict = 'new', test = 'review'
  where version_id in (select version_id from posture.version where article_id = article)
    and of_version_id in (select version_id from posture.version where article_id = of_article);
  delete from posture.story_origin
  where story_id = (select story_id from posture.story_report where article_id = article);
end
$$;
comment on function analyst.not_a_copy is 'This article is no copy, variant or translation of that one: it is new.';

create function analyst.may_be_a_copy(article bigint, of_article bigint, why text, who text default session_user)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtext('posture match'));
  if not exists (
    select
    from posture.review
    where decision = 'not_a_copy'
      and (article_id, other_article_id) in ((article, of_article), (of_article, article))
  ) then
    raise exception 'nobody has called article % no copy of article %', article, of_article
      using hint = 'see analyst.review';
  end if;
  insert into posture.review (decision, article_id, other_article_id, reason, reviewer)
  values ('may_be_a_copy', article, of_article, why, who);
  -- a text without a verdict is matched with the next run
  delete from posture.verdict where version_id in (select version_id from posture.version where article_id = article);
  delete from posture.story_origin
  where story_id = (select story_id from posture.story_report where article_id = article);
end
$$;
comment on function analyst.may_be_a_copy is 'Takes not_a_copy back: with the next run the rules decide again what this article is of that one.';

create function analyst.on_topic(article bigint, why text, who text default session_user) returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
return posture.set_topic(article, true, why, who);
comment on function analyst.on_topic is 'This article, held or left aside, is about the force posture: it is understood with the next run.';

create function analyst.off_topic(article bigint, why text, who text default session_user) returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
return posture.set_topic(article, false, why, who);
comment on function analyst.off_topic is 'This article is not about the force posture: it waits no longer, and nothing of it is told any more.';
