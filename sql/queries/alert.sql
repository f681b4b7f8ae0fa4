-- take_turns --
-- Two deciders at once would both tell of one thing: one waits for the other.
select pg_advisory_xact_lock(hashtext('posture alerts'));

-- unconsidered --
-- Texts that are understood to the end and that the rules have not looked at, the earliest told first.
select version.version_id
from posture.version
join posture.verdict using (version_id)
join posture.story_report using (article_id)
where version.extracted_at is not null
  and not exists (select from posture.considered where considered.version_id = version.version_id)
  and not exists (select from posture.claim where claim.version_id = version.version_id and claim.freshness is null)
order by coalesce(version.published_at, version.published_on::timestamptz, version.read_at), version.version_id
limit %(limit)s;

-- consider --
insert into posture.considered (version_id, considered_at)
values %s
on conflict do nothing;

-- told_keys --
-- What was decided of these stories, or lately.
select key
from posture.alert
where decided_at >= %(since)s or story_id = any (%(story_ids)s);

-- told_stories --
-- Which of these stories people know from an alert or a digest.
select story_id
from posture.alert
where story_id = any (%(story_ids)s)
union
select told.story_id
from posture.digest
cross join lateral unnest(digest.story_ids) as told (story_id)
where told.story_id = any (%(story_ids)s);

-- add --
-- An alert, unless it was decided before.
insert into posture.alert (
  key, rule, severity, version_id, claim_id, before_claim_id, story_id, subject, subject_key, news_key, decided_at
)
values (
  %(key)s, %(rule)s, %(severity)s, %(version_id)s, %(claim_id)s, %(before_claim_id)s, %(story_id)s, %(subject)s,
  %(subject_key)s, %(news_key)s, %(now)s
)
on conflict (key) do nothing
returning alert_id;

-- keys_of_rules --
-- What rules decided lately.
select key
from posture.alert
where rule = any (%(rules)s) and decided_at >= %(since)s;

-- lately --
-- What was told of each subject within the cooldown of its rule.
select alert.rule, alert.subject_key, alert.news_key
from posture.alert
join unnest(%(rules)s::text[], %(hours)s::integer[]) as cooldown (rule, hours) using (rule)
where alert.subject_key is not null
  and alert.decided_at > %(now)s - make_interval(hours => cooldown.hours);

-- compared --
-- Which text each of these variants was compared with.
select version_id, of_version_id
from posture.verdict
where verdict = 'variant' and version_id = any (%(version_ids)s);

-- keep --
-- The alert with all that it tells, until it is due.
update posture.alert
set as_decided = %(as_decided)s
where alert_id = %(alert_id)s;

-- told_facts --
-- What was told lately, each claim once.
select distinct on (told.version_id, told.claim_key) told.fact
from posture.told
join posture.message using (message_id)
where message.made_at >= %(since)s
order by told.version_id, told.claim_key, told.told_id desc;
