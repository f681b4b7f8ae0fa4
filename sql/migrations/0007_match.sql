-- What a text is of another, and which reports tell of one event.
create table posture.fingerprint (
  version_id bigint primary key references posture.version on delete cascade,
  bands integer[] not null,
  anchors integer[] not null,
  rules text not null
);
comment on table posture.fingerprint is 'Keys under which the wording of a text is found again.';
comment on column posture.fingerprint.version_id is 'The text.';
comment on column posture.fingerprint.bands is 'Band keys of its MinHash signature: texts that share one are alike.';
comment on column posture.fingerprint.anchors is 'Keys of sampled shingles: a short text inside a long one shares them.';
comment on column posture.fingerprint.rules is 'Version of code and seeds that made it.';
create index fingerprint_bands on posture.fingerprint using gin (bands);
create index fingerprint_anchors on posture.fingerprint using gin (anchors);

create table posture.verdict (
  version_id bigint primary key references posture.version on delete cascade,
  verdict text not null check (verdict in ('copy', 'variant', 'update', 'translation', 'new')),
  test text not null,
  of_version_id bigint references posture.version,
  likeness double precision not null check (likeness between 0 and 1),
  containment double precision not null check (containment between 0 and 1),
  differences jsonb not null,
  rules text not null,
  decided_at timestamptz not null,
  check ((verdict = 'new') or (of_version_id is not null)),
  check (verdict <> 'copy' or differences = '[]'::jsonb)
);
comment on table posture.verdict is 'What a text is of another. A copy never differs in a fact: the table refuses it.';
comment on column posture.verdict.version_id is 'The text.';
comment on column posture.verdict.verdict is 'copy, variant, update, translation or new.';
comment on column posture.verdict.test is 'Named test of the ladder that decided.';
comment on column posture.verdict.of_version_id is 'The earlier text that it is a copy, variant, update or translation of; for new, the nearest if any.';
comment on column posture.verdict.likeness is 'Share of five-word shingles in common, 0 to 1.';
comment on column posture.verdict.containment is 'Share of the shorter one''s shingles, 0 to 1.';
comment on column posture.verdict.differences is 'Fields in which the two disagree: field, a, b.';
comment on column posture.verdict.rules is 'Version of code and seeds that decided.';
comment on column posture.verdict.decided_at is 'When it was decided.';
create index verdict_of on posture.verdict (of_version_id);

create table posture.story (
  story_id bigint generated always as identity primary key,
  first_version_id bigint not null unique references posture.version,
  opened_at timestamptz not null
);
comment on table posture.story is 'Reports of one event, in any language.';
comment on column posture.story.story_id is 'Key.';
comment on column posture.story.first_version_id is 'The report with which the story began for us.';
comment on column posture.story.opened_at is 'When it was opened.';

create table posture.story_report (
  article_id bigint primary key references posture.article,
  story_id bigint not null references posture.story,
  likeness double precision not null check (likeness between 0 and 1),
  ties jsonb not null,
  rules text not null
);
comment on table posture.story_report is 'Which story an article reports; an article reports one.';
comment on column posture.story_report.article_id is 'The article.';
comment on column posture.story_report.story_id is 'The story.';
comment on column posture.story_report.likeness is 'How strongly it is tied to the story, 0 to 1.';
comment on column posture.story_report.ties is 'What ties it: shared entities, figures, days.';
comment on column posture.story_report.rules is 'Version of code and seeds that decided.';
create index story_report_story on posture.story_report (story_id);

create table posture.story_relation (
  story_id bigint not null references posture.story,
  earlier_story_id bigint not null references posture.story,
  ties jsonb not null,
  primary key (story_id, earlier_story_id),
  check (story_id <> earlier_story_id)
);
comment on table posture.story_relation is 'Stories that follow one another without being the same event.';
comment on column posture.story_relation.story_id is 'The later story.';
comment on column posture.story_relation.earlier_story_id is 'The earlier story.';
comment on column posture.story_relation.ties is 'What ties them.';
