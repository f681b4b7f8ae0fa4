-- Each text that an article had, and whether it is on the topic.
create table posture.version (
  version_id bigint generated always as identity primary key,
  article_id bigint not null references posture.article,
  number integer not null check (number > 0),
  page_id bigint not null references posture.page,
  title text not null,
  body text not null,
  text_sha256 text not null,
  language text not null,
  published_on date,
  published_at timestamptz,
  published_from text,
  modified_on date,
  modified_at timestamptz,
  modified_from text,
  outlet text,
  byline text,
  agency text,
  url text,
  reader text not null,
  on_topic boolean not null,
  held boolean not null,
  score double precision not null check (score between 0 and 1),
  because jsonb not null,
  read_at timestamptz not null,
  rules text not null,
  extracted_at timestamptz,
  extracted_rules text,
  unique (article_id, number),
  unique (article_id, text_sha256)
);
comment on table posture.version is 'One text of an article. The body is final: all spans count characters in it.';
comment on column posture.version.version_id is 'Key.';
comment on column posture.version.article_id is 'The article.';
comment on column posture.version.number is '1 for the first text seen, then upwards.';
comment on column posture.version.page_id is 'The page from which it was read.';
comment on column posture.version.title is 'Headline without the outlet''s tail.';
comment on column posture.version.body is 'Text, one paragraph a line.';
comment on column posture.version.text_sha256 is 'SHA-256 of title and body, hexadecimal.';
comment on column posture.version.language is 'Language of the text, ISO 639; und when too short to tell.';
comment on column posture.version.published_on is 'Day of publication in Baghdad; null when the page and its list give none.';
comment on column posture.version.published_at is 'Moment of publication; null when only the day is known.';
comment on column posture.version.published_from is 'Where the publication date was read.';
comment on column posture.version.modified_on is 'Day of the last change as the outlet states it.';
comment on column posture.version.modified_at is 'Moment of the last change as the outlet states it.';
comment on column posture.version.modified_from is 'Where the date of the last change was read.';
comment on column posture.version.outlet is 'Source id of the outlet; null when unknown.';
comment on column posture.version.byline is 'Author line as printed.';
comment on column posture.version.agency is 'Agency whose text this is, id of the lexicon.';
comment on column posture.version.url is 'Address of the page.';
comment on column posture.version.reader is 'Extractor that gave the body.';
comment on column posture.version.on_topic is 'Whether it is about the force posture.';
comment on column posture.version.held is 'Borderline: waits for a person.';
comment on column posture.version.score is 'How strongly it is on the topic, 0 to 1.';
comment on column posture.version.because is 'The words that say so: name, in, start, end, quote.';
comment on column posture.version.read_at is 'When it was read.';
comment on column posture.version.rules is 'Version of code and seeds that read it.';
comment on column posture.version.extracted_at is 'When its claims were extracted; null while it waits.';
comment on column posture.version.extracted_rules is 'Version of code and seeds that extracted its claims.';
create index version_unextracted on posture.version (version_id) where on_topic and not held and extracted_at is null;
create index version_published on posture.version (published_on) where on_topic;

create table posture.mention (
  version_id bigint not null references posture.version on delete cascade,
  entity text not null,
  kind text not null,
  field text not null check (field in ('title', 'body')),
  start_at integer not null check (start_at >= 0),
  end_at integer not null,
  quote text not null,
  warning text,
  primary key (version_id, field, start_at, end_at, entity),
  check (end_at > start_at)
);
comment on table posture.mention is 'A name in a text, resolved to an entity of the lexicon.';
comment on column posture.mention.version_id is 'The text.';
comment on column posture.mention.entity is 'Id in seeds/lexicon, or unknown:… for a person the lexicon lacks.';
comment on column posture.mention.kind is 'person, force, base, place, group, institution, office, agency, …';
comment on column posture.mention.field is 'title or body.';
comment on column posture.mention.start_at is 'First character, counted from 0.';
comment on column posture.mention.end_at is 'Character after the last.';
comment on column posture.mention.quote is 'The words.';
comment on column posture.mention.warning is 'Set when the wording is a known mistranslation or misnaming.';
create index mention_entity on posture.mention (entity, version_id);
