-- Where we look: one row per source, beside what the last polls taught us about it.
create table posture.source (
  source_id text primary key,
  name_ar text not null,
  name_en text not null,
  address text not null,
  kind text not null,
  language text not null,
  country text,
  ownership text,
  family text not null,
  role text not null,
  status text not null check (status in ('on', 'fallback', 'off')),
  rhythm_hours numeric check (rhythm_hours > 0),
  loaded_at timestamptz not null
);
comment on table posture.source is 'A feed, sitemap or list page of an outlet, as the seeds describe it.';
comment on column posture.source.source_id is 'Id in seeds/sources.yml.';
comment on column posture.source.name_ar is 'Name of the outlet in Arabic.';
comment on column posture.source.name_en is 'Name of the outlet in English.';
comment on column posture.source.address is 'Where the list of its stories is fetched.';
comment on column posture.source.kind is 'How the list is read: rss, news-sitemap, html-list, …';
comment on column posture.source.language is 'Main language, ISO 639.';
comment on column posture.source.country is 'Country of the outlet, ISO 3166.';
comment on column posture.source.ownership is 'Who owns it, as far as known.';
comment on column posture.source.family is 'Publisher family: outlets of one family count once as corroboration.';
comment on column posture.source.role is 'news, official, analysis, aggregator, corpus, …';
comment on column posture.source.status is 'on: polled; fallback: only when a direct source of the family fails; off: never.';
comment on column posture.source.rhythm_hours is 'Longest usual silence in hours; null when unknown.';
comment on column posture.source.loaded_at is 'When the seeds were last loaded.';

create table posture.source_state (
  source_id text primary key references posture.source on delete cascade,
  state jsonb not null,
  next_due_at timestamptz not null,
  last_polled_at timestamptz,
  last_success_at timestamptz,
  last_new_at timestamptz,
  failures integer not null default 0 check (failures >= 0),
  outcome text,
  message text
);
comment on table posture.source_state is 'What the last polls of a source taught us.';
comment on column posture.source_state.source_id is 'The source.';
comment on column posture.source_state.state is 'What the poller needs again: validators, hash of the last body, interval, counters.';
comment on column posture.source_state.next_due_at is 'When it is polled next.';
comment on column posture.source_state.last_polled_at is 'When it was polled last.';
comment on column posture.source_state.last_success_at is 'When it last gave a readable list.';
comment on column posture.source_state.last_new_at is 'When it last gave a story not seen before.';
comment on column posture.source_state.failures is 'Failed polls since the last success.';
comment on column posture.source_state.outcome is 'What the last answer really was.';
comment on column posture.source_state.message is 'What happened and what would mend it; null when all is well.';

create table posture.host_turn (
  host text primary key,
  next_at timestamptz not null
);
comment on table posture.host_turn is 'When each host may be asked again, shared by all workers.';
comment on column posture.host_turn.host is 'Host name or address, with its port.';
comment on column posture.host_turn.next_at is 'Earliest time of the next request, by the wall clock.';
