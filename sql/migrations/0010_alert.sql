-- What people are told: decided once, written down as sent, delivered until it arrives.
create table posture.considered (
  version_id bigint primary key references posture.version on delete cascade,
  considered_at timestamptz not null
);
comment on table posture.considered is 'Texts that the alert rules have looked at; a text without a row here waits.';
comment on column posture.considered.version_id is 'The text.';
comment on column posture.considered.considered_at is 'When the rules looked at it.';

create table posture.alert (
  alert_id bigint generated always as identity primary key,
  key text not null unique,
  rule text not null,
  severity text not null check (severity in ('normal', 'high', 'urgent')),
  version_id bigint not null references posture.version,
  claim_id bigint references posture.claim on delete set null,
  before_claim_id bigint references posture.claim on delete set null,
  story_id bigint references posture.story,
  subject text not null,
  decided_at timestamptz not null
);
comment on table posture.alert is 'Something that people were to be told at once. Decided once: the key is unique.';
comment on column posture.alert.alert_id is 'Key.';
comment on column posture.alert.key is 'Rule and what happened: the same whenever the same thing is decided again.';
comment on column posture.alert.rule is 'Id of the rule in seeds/alerts.yml.';
comment on column posture.alert.severity is 'normal, high or urgent.';
comment on column posture.alert.version_id is 'The text that gave rise to it.';
comment on column posture.alert.claim_id is 'The claim that gave rise to it; null for a variant, or when the claim was extracted anew.';
comment on column posture.alert.before_claim_id is 'The claim from which it departs; null when there was none.';
comment on column posture.alert.story_id is 'The story.';
comment on column posture.alert.subject is 'What is told, in one English line.';
comment on column posture.alert.decided_at is 'When it was decided.';
create index alert_story on posture.alert (story_id);
create index alert_version on posture.alert (version_id);

create table posture.digest (
  digest_id bigint generated always as identity primary key,
  day date not null,
  list text not null,
  story_ids bigint[] not null,
  composed_at timestamptz not null,
  unique (day, list)
);
comment on table posture.digest is 'One day''s digest for one list: composed once.';
comment on column posture.digest.digest_id is 'Key.';
comment on column posture.digest.day is 'The day told of, in Baghdad.';
comment on column posture.digest.list is 'Id of the list in seeds/alerts.yml.';
comment on column posture.digest.story_ids is 'The stories told.';
comment on column posture.digest.composed_at is 'When it was composed.';

create table posture.message (
  message_id bigint generated always as identity primary key,
  key text not null unique,
  alert_id bigint references posture.alert,
  digest_id bigint references posture.digest,
  list text not null,
  language text not null,
  subject text not null,
  email bytea not null,
  made_at timestamptz not null,
  check (num_nonnulls(alert_id, digest_id) = 1)
);
comment on table posture.message is 'The very bytes of a letter, one per alert or digest and list.';
comment on column posture.message.message_id is 'Key.';
comment on column posture.message.key is 'Left part of its Message-ID: a repeat has the same.';
comment on column posture.message.alert_id is 'The alert it tells of; null for a digest.';
comment on column posture.message.digest_id is 'The digest it is; null for an alert.';
comment on column posture.message.list is 'Id of the list in seeds/alerts.yml.';
comment on column posture.message.language is 'Language of the letter, ISO 639.';
comment on column posture.message.subject is 'Its subject.';
comment on column posture.message.email is 'The whole letter; at sending only the recipient is set.';
comment on column posture.message.made_at is 'When it was written.';
create index message_alert on posture.message (alert_id);
create index message_digest on posture.message (digest_id);

create table posture.delivery (
  delivery_id bigint generated always as identity primary key,
  message_id bigint not null references posture.message,
  recipient text not null,
  state text not null default 'pending' check (state in ('pending', 'sent', 'refused')),
  tries integer not null default 0 check (tries >= 0),
  not_before timestamptz not null,
  next_try_at timestamptz,
  sent_at timestamptz,
  failure text,
  unique (message_id, recipient),
  check ((state = 'sent') = (sent_at is not null))
);
comment on table posture.delivery is 'The outbox: one letter to one recipient, kept until it is sent or refused.';
comment on column posture.delivery.delivery_id is 'Key.';
comment on column posture.delivery.message_id is 'The letter.';
comment on column posture.delivery.recipient is 'Address.';
comment on column posture.delivery.state is 'pending: to be sent; sent: the mail server took it; refused: it never will.';
comment on column posture.delivery.tries is 'Times it was tried.';
comment on column posture.delivery.not_before is 'When it may go out: at once, or at the end of the list''s quiet hours.';
comment on column posture.delivery.next_try_at is 'When a failed try is repeated, by the wall clock; null before the first failure.';
comment on column posture.delivery.sent_at is 'When the mail server took it.';
comment on column posture.delivery.failure is 'Why the last try failed and what would mend it.';
create index delivery_pending on posture.delivery (not_before) where state = 'pending';
