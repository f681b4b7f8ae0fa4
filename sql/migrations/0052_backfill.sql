-- What a backfill has read already: killed half way, it goes on where it was, and no day reads again what another read.
create table posture.backfill_list (
  source_id text not null references posture.source,
  first_on date not null,
  last_on date not null,
  outcome text not null,
  message text,
  entries integer not null check (entries >= 0),
  final boolean not null,
  read_at timestamptz not null,
  primary key (source_id, first_on, last_on),
  check (first_on <= last_on)
);
comment on table posture.backfill_list is 'The list of a source, read once for a whole window of past days.';
comment on column posture.backfill_list.source_id is 'The source.';
comment on column posture.backfill_list.first_on is 'First day of the window.';
comment on column posture.backfill_list.last_on is 'Last day of the window.';
comment on column posture.backfill_list.outcome is 'What the answer really was: ok, html, status, timeout, …';
comment on column posture.backfill_list.message is 'What happened and what would mend it; null when all is well.';
comment on column posture.backfill_list.entries is 'Entries dated within the window.';
comment on column posture.backfill_list.final is 'Whether asking again would teach nothing; false after a failure in passing.';
comment on column posture.backfill_list.read_at is 'The moment that counted as now when it was read.';

create table posture.backfill_entry (
  source_id text not null references posture.source,
  url text not null,
  day date not null,
  item jsonb not null,
  primary key (source_id, url)
);
comment on table posture.backfill_entry is 'What lists still show of past days, kept so that each day of a window finds its own.';
comment on column posture.backfill_entry.source_id is 'The source that shows it.';
comment on column posture.backfill_entry.url is 'Address as the source wrote it.';
comment on column posture.backfill_entry.day is 'Day of publication as the list states it, else of the last change.';
comment on column posture.backfill_entry.item is 'What the list says of it.';
create index backfill_entry_day on posture.backfill_entry (day);

create table posture.backfill_file (
  source_id text not null references posture.source,
  address text not null,
  day date not null,
  outcome text not null check (outcome in ('read', 'missing', 'unreadable')),
  entries integer not null check (entries >= 0),
  passed_over integer not null check (passed_over >= 0),
  read_at timestamptz not null,
  primary key (source_id, address)
);
comment on table posture.backfill_file is 'The 15-minute files of past days that were asked for: each is read once.';
comment on column posture.backfill_file.source_id is 'The archive.';
comment on column posture.backfill_file.address is 'Address of the file.';
comment on column posture.backfill_file.day is 'Day in Baghdad to which it belongs.';
comment on column posture.backfill_file.outcome is 'read; missing: the archive has none for this quarter of an hour; unreadable: no file of the archive.';
comment on column posture.backfill_file.entries is 'Articles of watched outlets in it.';
comment on column posture.backfill_file.passed_over is 'Entries of outlets that are not watched.';
comment on column posture.backfill_file.read_at is 'The moment that counted as now when it was read.';
create index backfill_file_day on posture.backfill_file (day);
