-- A person may say of an article that was told already that it is off the topic: it leaves its story, and its claims go.
create or replace function posture.set_topic(article bigint, is_on_topic boolean, why text, who text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if is_on_topic and exists (select from posture.story_report where article_id = article) then
    raise exception 'article % is on the topic already', article
      using hint = 'it has been taken up into a story; off_topic takes it out';
  end if;
  insert into posture.review (decision, article_id, reason, reviewer)
  values (case when is_on_topic then 'on_topic' else 'off_topic' end, article, why, who);
  update posture.version set on_topic = is_on_topic, held = false where article_id = article;
  if not is_on_topic then
    perform posture.take_back(article, why);
  end if;
end
$$;
comment on function posture.set_topic is 'Writes down what a person says of the topic of an article; off the topic, nothing of it is told any more.';

create function posture.take_back(taken_article_id bigint, why text) returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  delete from posture.story_origin
  where story_id = (select story_id from posture.story_report where article_id = taken_article_id);
  delete from posture.story_report where article_id = taken_article_id;
  delete from posture.verdict
  where version_id in (select version_id from posture.version where article_id = taken_article_id);
  delete from posture.fingerprint
  where version_id in (select version_id from posture.version where article_id = taken_article_id);
  delete from posture.claim
  where version_id in (select version_id from posture.version where article_id = taken_article_id);
  update posture.version
  set extracted_at = null, extracted_rules = null
  where article_id = taken_article_id;
  update posture.sighting
  set outcome = 'off_topic', reason = 'review: ' || why
  where article_id = taken_article_id and outcome not in ('known', 'failed');
$$;
comment on function posture.take_back is 'Takes what was decided of an article out of the stories, the copies and the claims; its text and its sightings stay.';
