-- What a person decided against the rules: kept for ever, consulted whenever a text is matched, grouped or read again.
create table posture.review (
  review_id bigint generated always as identity primary key,
  decision text not null check (
    decision in ('same_story', 'other_story', 'not_a_copy', 'on_topic', 'off_topic')
  ),
  article_id bigint not null references posture.article,
  other_article_id bigint references posture.article check (other_article_id <> article_id),
  reason text not null check (reason ~ '\S'),
  reviewer text not null check (reviewer ~ '\S'),
  login text not null default session_user,
  reviewed_at timestamptz not null default now(),
  check ((decision in ('on_topic', 'off_topic')) = (other_article_id is null))
);
comment on table posture.review is 'What a person decided against the rules. Rows are added, never changed: the latest on a pair of articles holds.';
comment on column posture.review.review_id is 'Key; a later decision has a higher one.';
comment on column posture.review.decision is 'same_story, other_story, not_a_copy, on_topic or off_topic.';
comment on column posture.review.article_id is 'The article decided on.';
comment on column posture.review.other_article_id is 'The article with which, or from which; null for the topic.';
comment on column posture.review.reason is 'Why, in the words of the person.';
comment on column posture.review.reviewer is 'Who decided.';
comment on column posture.review.login is 'Database login through which it was decided.';
comment on column posture.review.reviewed_at is 'When.';
create index review_article on posture.review (article_id);
create index review_other_article on posture.review (other_article_id);

create function posture.refuse_to_change_reviews() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'reviews are never changed or deleted' using hint = 'decide again: the latest review holds';
end
$$;
comment on function posture.refuse_to_change_reviews() is 'Keeps reviews as they were written.';

create trigger review_is_kept
before update or delete or truncate on posture.review
for each statement execute function posture.refuse_to_change_reviews();

-- What the review functions of schema analyst do inside; nobody else is let into this schema.
create function posture.move_report(moved_article_id bigint, into_story_id bigint) returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  delete from posture.story_origin
  where story_id in (
    into_story_id,
    (select story_id from posture.story_report where article_id = moved_article_id)
  );
  update posture.story_report
  set story_id = into_story_id, likeness = 1, ties = '["review"]'
  where article_id = moved_article_id;
$$;
comment on function posture.move_report is 'Puts a report into a story; both stories are traced to their origins again.';

create function posture.set_topic(article bigint, is_on_topic boolean, why text, who text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from posture.story_report where article_id = article) then
    raise exception 'article % has been taken up into a story', article
      using hint = 'split it from its story; what was loaded is not taken away';
  end if;
  insert into posture.review (decision, article_id, reason, reviewer)
  values (case when is_on_topic then 'on_topic' else 'off_topic' end, article, why, who);
  update posture.version set on_topic = is_on_topic, held = false where article_id = article;
end
$$;
comment on function posture.set_topic is 'Writes down what a person says of the topic of an article that belongs to no story.';
