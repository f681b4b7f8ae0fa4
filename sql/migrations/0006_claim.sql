-- What the texts say, each claim with the words that carry it.
create table posture.claim (
  claim_id bigint generated always as identity primary key,
  version_id bigint not null references posture.version on delete cascade,
  number integer not null check (number > 0),
  kind text not null check (
    kind in ('force_level', 'movement', 'timetable', 'incident', 'engagement', 'base_status', 'legal', 'statement')
  ),
  count_low integer,
  count_high integer,
  about boolean not null,
  bound text check (bound in ('exact', 'at_least', 'at_most', 'range')),
  force text,
  role text,
  place text,
  as_of date,
  from_on date,
  to_on date,
  event text,
  target text,
  killed integer,
  wounded integer,
  casualties jsonb,
  polarity text not null check (polarity in ('affirmed', 'negated')),
  modality text not null check (
    modality in ('asserted', 'planned', 'demanded', 'expected', 'hypothetical', 'denied', 'past')
  ),
  speaker text,
  via text,
  confidence double precision not null check (confidence between 0 and 1),
  rule text not null,
  key text not null,
  sentence_key bigint,
  freshness text check (freshness in ('fresh', 'repeated', 'background')),
  rules text not null,
  unique (version_id, number)
);
comment on table posture.claim is 'One thing that a text says.';
comment on column posture.claim.claim_id is 'Key.';
comment on column posture.claim.version_id is 'The text that says it.';
comment on column posture.claim.number is 'Its place among the claims of the text, from 1.';
comment on column posture.claim.kind is 'What it is about.';
comment on column posture.claim.count_low is 'Lower bound of the count; null when open downwards or when there is no count.';
comment on column posture.claim.count_high is 'Upper bound of the count; null when open upwards or when there is no count.';
comment on column posture.claim.about is 'Whether the text calls the count approximate.';
comment on column posture.claim.bound is 'How the text bounds the count.';
comment on column posture.claim.force is 'Whose troops, id of the lexicon.';
comment on column posture.claim.role is 'troops, advisers, trainers, contractors, …';
comment on column posture.claim.place is 'Where, id of the lexicon.';
comment on column posture.claim.as_of is 'Day for which the text says it.';
comment on column posture.claim.from_on is 'First day of a dated claim.';
comment on column posture.claim.to_on is 'Last day of a dated claim.';
comment on column posture.claim.event is 'What happened or is to happen, in the words of the kind.';
comment on column posture.claim.target is 'What was hit, id of the lexicon.';
comment on column posture.claim.killed is 'Killed, as the text counts.';
comment on column posture.claim.wounded is 'Wounded, as the text counts.';
comment on column posture.claim.casualties is 'All casualty counts of the text.';
comment on column posture.claim.polarity is 'Whether the text affirms or negates it.';
comment on column posture.claim.modality is 'Asserted, planned, demanded, expected, hypothetical, denied or past.';
comment on column posture.claim.speaker is 'Who says so, id of the lexicon.';
comment on column posture.claim.via is 'Agency or outlet through which the speaker is quoted.';
comment on column posture.claim.confidence is 'Confidence of the extraction, 0 to 1.';
comment on column posture.claim.rule is 'Rule that found it.';
comment on column posture.claim.key is 'What makes two claims the same in any language: kind, force, place, value, day, speaker.';
comment on column posture.claim.sentence_key is 'Key of the sentence that carries it, the same for the same words in any spelling; null when very short.';
comment on column posture.claim.freshness is 'fresh: first said here; repeated: said before; background: a reused sentence. Null while it waits.';
comment on column posture.claim.rules is 'Version of code and seeds that found it.';
create index claim_key on posture.claim (key);
create index claim_sentence on posture.claim (sentence_key);
create index claim_kind on posture.claim (kind, force, place);

create table posture.evidence (
  claim_id bigint not null references posture.claim on delete cascade,
  number integer not null check (number > 0),
  role text not null,
  field text not null check (field in ('title', 'body')),
  start_at integer not null check (start_at >= 0),
  end_at integer not null,
  quote text not null,
  primary key (claim_id, number),
  check (end_at > start_at)
);
comment on table posture.evidence is 'The words that carry one part of a claim.';
comment on column posture.evidence.claim_id is 'The claim.';
comment on column posture.evidence.number is 'Its place among the evidence of the claim, from 1.';
comment on column posture.evidence.role is 'The part it carries: trigger, count, force, place, speaker, …';
comment on column posture.evidence.field is 'title or body.';
comment on column posture.evidence.start_at is 'First character, counted from 0.';
comment on column posture.evidence.end_at is 'Character after the last.';
comment on column posture.evidence.quote is 'The words.';

create table posture.warning (
  version_id bigint not null references posture.version on delete cascade,
  number integer not null check (number > 0),
  kind text not null,
  message text not null,
  field text not null check (field in ('title', 'body')),
  start_at integer not null check (start_at >= 0),
  end_at integer not null,
  primary key (version_id, number)
);
comment on table posture.warning is 'Something in a text that must not be taken at face value.';
comment on column posture.warning.version_id is 'The text.';
comment on column posture.warning.number is 'Its place among the warnings of the text, from 1.';
comment on column posture.warning.kind is 'known_mistranslation, name_conflict, date_conflict, boilerplate, …';
comment on column posture.warning.message is 'What is wrong, in words.';
comment on column posture.warning.field is 'title or body.';
comment on column posture.warning.start_at is 'First character, counted from 0.';
comment on column posture.warning.end_at is 'Character after the last.';
