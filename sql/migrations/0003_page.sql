-- What servers answered, kept for ever: every later result can be rebuilt from these bytes.
create table posture.page (
  page_id bigint generated always as identity primary key,
  kind text not null check (kind in ('list', 'article')),
  source_id text not null references posture.source,
  url text not null,
  final_url text not null,
  status integer not null,
  headers jsonb not null,
  body bytea not null,
  body_sha256 text not null,
  fetched_at timestamptz not null
);
comment on table posture.page is 'One answer of a server: bytes and headers, unchanged.';
comment on column posture.page.page_id is 'Key.';
comment on column posture.page.kind is 'list: a feed, sitemap or list page; article: a story.';
comment on column posture.page.source_id is 'The source for which it was fetched.';
comment on column posture.page.url is 'Address that was asked for.';
comment on column posture.page.final_url is 'Address that answered, after redirects.';
comment on column posture.page.status is 'HTTP status.';
comment on column posture.page.headers is 'Response headers, names in lower case.';
comment on column posture.page.body is 'Body after content decoding, compressed with zlib.';
comment on column posture.page.body_sha256 is 'SHA-256 of the uncompressed body, hexadecimal.';
comment on column posture.page.fetched_at is 'When it was fetched.';

create table posture.article (
  article_id bigint generated always as identity primary key,
  address text not null unique,
  url text not null,
  source_id text not null references posture.source,
  item jsonb not null default '{}',
  state text not null default 'wanted' check (state in ('wanted', 'kept', 'failed')),
  tries integer not null default 0 check (tries >= 0),
  next_try_at timestamptz,
  looks integer not null default 0 check (looks >= 0),
  next_look_at timestamptz,
  first_seen_at timestamptz not null,
  failure text,
  same_as bigint references posture.article check (same_as <> article_id)
);
comment on table posture.article is 'One address at one outlet.';
comment on column posture.article.article_id is 'Key.';
comment on column posture.article.address is 'Canonical address: two spellings of one address are one article.';
comment on column posture.article.url is 'Address as first seen.';
comment on column posture.article.source_id is 'The source that showed it first.';
comment on column posture.article.item is 'What the list said of it: title, summary, publication day and where that was read.';
comment on column posture.article.state is 'wanted: to be fetched; kept: its page is kept; failed: given up, with the reason.';
comment on column posture.article.tries is 'Failed fetches so far.';
comment on column posture.article.next_try_at is 'When a failed fetch is tried again.';
comment on column posture.article.looks is 'Times it was looked at again for edits.';
comment on column posture.article.next_look_at is 'When it is looked at again; null when no more.';
comment on column posture.article.first_seen_at is 'When we first saw the address.';
comment on column posture.article.failure is 'Why the last fetch failed and what would mend it.';
comment on column posture.article.same_as is 'The article that its page calls its own address: a mobile, print or AMP form has no text of its own.';
create index article_wanted on posture.article (source_id, next_try_at) where state = 'wanted';
create index article_look on posture.article (source_id, next_look_at) where next_look_at is not null;

create table posture.article_page (
  article_id bigint not null references posture.article,
  page_id bigint not null references posture.page,
  read_at timestamptz,
  rejected text,
  primary key (article_id, page_id)
);
comment on table posture.article_page is 'Which kept pages belong to which article, and whether they were read.';
comment on column posture.article_page.article_id is 'The article.';
comment on column posture.article_page.page_id is 'The page.';
comment on column posture.article_page.read_at is 'When it was read; null while it waits.';
comment on column posture.article_page.rejected is 'Why no text could be read from it; null when one was.';
create index article_page_unread on posture.article_page (page_id) where read_at is null;
