-- suspects --
-- What was told and is not in the newest text of its article any more, word for word of its meaning; texts that still
-- wait to be understood are left for later.
select
  told.told_id,
  told.version_id,
  told.claim_key,
  told.fact,
  message.message_id,
  coalesce(message.answers_id, message.message_id) as thread_id,
  message.list,
  version.article_id,
  newest.version_id as newest_version_id,
  newest.url,
  newest.title,
  newest.language,
  coalesce(newest.outlet, article.source_id) as outlet
from posture.told
join posture.message using (message_id)
join posture.version using (version_id)
join posture.article using (article_id)
join lateral (
  select *
  from posture.version as each
  where each.article_id = version.article_id
  order by each.number desc
  limit 1
) as newest on true
where told.correction_id is null
  and (newest.extracted_at is not null or not newest.on_topic)
  and not newest.held
  and not exists (
    select from posture.claim where claim.version_id = newest.version_id and claim.key = told.claim_key
  )
order by message.list, version.article_id, message.message_id, told.told_id;

-- old_keys --
-- What a text said before the newest one: these claims take no other's place.
select distinct key
from posture.claim
where version_id = any (%(version_ids)s);

-- add --
-- A correction, unless it was decided before.
insert into posture.correction (key, list, article_id, version_id, changes, decided_at)
values (%(key)s, %(list)s, %(article_id)s, %(version_id)s, %(changes)s, %(now)s)
on conflict (key) do nothing
returning correction_id;

-- settle --
-- These were put right.
update posture.told
set correction_id = %(correction_id)s
where told_id = any (%(told_ids)s);

-- stands --
-- The text says the same in other words.
update posture.told
set claim_key = %(claim_key)s
where told_id = %(told_id)s
  and not exists (
    select from posture.told as other
    where other.message_id = told.message_id
      and other.version_id = told.version_id
      and other.claim_key = %(claim_key)s
  );

-- remember --
-- The claims that a letter told.
insert into posture.told (message_id, version_id, claim_key, fact)
values %s
on conflict (message_id, version_id, claim_key) do nothing;

-- recipients --
-- Everyone who was told in these letters, each by the way he was told.
select distinct delivery.channel, delivery.recipient
from posture.delivery
where delivery.message_id = any (%(message_ids)s) and delivery.state <> 'refused'
order by delivery.channel, delivery.recipient;

-- lists --
-- Who was told this claim as what another one became.
select distinct message.list
from posture.told
join posture.message using (message_id)
where message.correction_id is not null and told.version_id = %(version_id)s and told.claim_key = %(claim_key)s;
