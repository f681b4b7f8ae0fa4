-- What people were told at once, why, and how far it got.
create view analyst.alert as
select
  ---------- what
  alert.alert_id,
  alert.rule,
  alert.severity,
  alert.subject,
  alert.decided_at,
  ---------- of what
  alert.story_id,
  alert.version_id,
  alert.claim_id,
  alert.before_claim_id,
  version.outlet,
  version.title,
  version.url,
  ---------- to whom
  told.lists,
  told.due_at,
  told.letters,
  told.sent,
  told.pending,
  told.refused,
  told.first_sent_at,
  told.failure,
  alert.key
from posture.alert
left join posture.version using (version_id)
left join lateral (
  select
    array_agg(distinct due.list) as lists,
    min(due.not_before) filter (where due.message_id is null) as due_at,
    count(delivery.delivery_id) as letters,
    count(*) filter (where delivery.state = 'sent') as sent,
    count(*) filter (where delivery.state = 'pending') as pending,
    count(*) filter (where delivery.state = 'refused') as refused,
    min(delivery.sent_at) as first_sent_at,
    (array_agg(delivery.failure order by delivery.delivery_id) filter (where delivery.failure is not null))[1] as failure
  from posture.due
  left join posture.delivery using (message_id)
  where due.alert_id = alert.alert_id
) as told on true;

comment on view analyst.alert is 'What people were told at once, why, and how far it got.';
comment on column analyst.alert.alert_id is 'Key of the alert.';
comment on column analyst.alert.rule is 'Id of the rule in seeds/alerts.yml.';
comment on column analyst.alert.severity is 'normal, high or urgent.';
comment on column analyst.alert.subject is 'What is told, in one English line.';
comment on column analyst.alert.decided_at is 'When it was decided.';
comment on column analyst.alert.story_id is 'The story.';
comment on column analyst.alert.version_id is 'The text that gave rise to it.';
comment on column analyst.alert.claim_id is 'The claim that gave rise to it; null for a variant.';
comment on column analyst.alert.before_claim_id is 'The claim from which it departs; null when there was none.';
comment on column analyst.alert.outlet is 'Source id of the outlet.';
comment on column analyst.alert.title is 'Headline of the text.';
comment on column analyst.alert.url is 'Address of the text.';
comment on column analyst.alert.lists is 'Lists that are told.';
comment on column analyst.alert.due_at is 'When it may be told, where it still waits for the end of quiet hours; null once it is in a letter.';
comment on column analyst.alert.letters is 'Letters that tell of it, one per recipient; a letter may tell of several alerts.';
comment on column analyst.alert.sent is 'Letters that the mail server took.';
comment on column analyst.alert.pending is 'Letters that wait.';
comment on column analyst.alert.refused is 'Letters that the mail server refused for good.';
comment on column analyst.alert.first_sent_at is 'When the first letter was sent.';
comment on column analyst.alert.failure is 'Why a try failed, and what would mend it; null when none did.';
comment on column analyst.alert.key is 'Rule and what happened: decided once.';
