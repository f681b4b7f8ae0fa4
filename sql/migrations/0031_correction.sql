-- What was told is remembered claim by claim, so that it can be put right where it was told.
create table posture.correction (
  correction_id bigint generated always as identity primary key,
  key text not null unique,
  list text not null,
  article_id bigint not null references posture.article,
  version_id bigint not null references posture.version,
  changes jsonb not null check (jsonb_array_length(changes) > 0),
  decided_at timestamptz not null
);
comment on table posture.correction is 'Something that a list was told, and that its article says no more. Decided once: the key is unique.';
comment on column posture.correction.correction_id is 'Key.';
comment on column posture.correction.key is 'The list and the first thing told that is put right: the same whenever the same thing is decided again.';
comment on column posture.correction.list is 'Id of the list in seeds/alerts.yml.';
comment on column posture.correction.article_id is 'The article.';
comment on column posture.correction.version_id is 'The text that says otherwise.';
comment on column posture.correction.changes is 'What changed: field, old, new (null when the text says nothing of it any more).';
comment on column posture.correction.decided_at is 'When it was decided.';
create index correction_list on posture.correction (list, decided_at);

alter table posture.message
  add column correction_id bigint references posture.correction,
  add column answers_id bigint references posture.message,
  drop constraint message_check,
  add constraint message_is_of_one check (num_nonnulls(alert_id, digest_id, correction_id) = 1);
comment on column posture.message.correction_id is 'The correction it tells of; null for an alert or digest.';
comment on column posture.message.answers_id is 'The first letter of its thread; null when it begins one.';
create index message_correction on posture.message (correction_id);

create table posture.told (
  told_id bigint generated always as identity primary key,
  message_id bigint not null references posture.message,
  version_id bigint not null references posture.version,
  claim_key text not null,
  fact jsonb not null,
  correction_id bigint references posture.correction,
  unique (message_id, version_id, claim_key)
);
comment on table posture.told is 'Each claim that a letter told, as it was told.';
comment on column posture.told.told_id is 'Key.';
comment on column posture.told.message_id is 'The letter.';
comment on column posture.told.version_id is 'The text that said so.';
comment on column posture.told.claim_key is 'Key of the claim; when the text says the same in other words, the key of those.';
comment on column posture.told.fact is 'The claim with its words, as it was told.';
comment on column posture.told.correction_id is 'The correction that put it right; null while it stands.';
create index told_standing on posture.told (version_id) where correction_id is null;
