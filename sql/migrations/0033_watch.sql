-- Some alerts are of no text: a date that comes near, a source that fell silent. And what was told lately is cooled.
alter table posture.alert
  alter column version_id drop not null,
  add column subject_key text,
  add column news_key text;
comment on column posture.alert.version_id is 'The text that gave rise to it; null when it was the calendar or a source.';
comment on column posture.alert.subject_key is 'What it is about: kind, force and place; null when there is no claim.';
comment on column posture.alert.news_key is 'What is new in it: within the cooldown of its rule the same is not told again.';
create index alert_subject on posture.alert (rule, subject_key, decided_at);
