-- The books: every address seen in a run ends in exactly one state.
create table posture.run (
  run_id bigint generated always as identity primary key,
  name text not null unique,
  now timestamptz not null,
  collected_at timestamptz,
  closed_at timestamptz
);
comment on table posture.run is 'One run of collecting.';
comment on column posture.run.run_id is 'Key.';
comment on column posture.run.name is 'Name of the run in Airflow.';
comment on column posture.run.now is 'The moment that counted as now in this run.';
comment on column posture.run.collected_at is 'When its last source was polled; null while it collects.';
comment on column posture.run.closed_at is 'When its books were found to balance; null before.';

create table posture.poll (
  run_id bigint not null references posture.run,
  source_id text not null references posture.source,
  outcome text not null,
  seen integer not null check (seen >= 0),
  message text,
  page_id bigint references posture.page,
  primary key (run_id, source_id)
);
comment on table posture.poll is 'One look at one source in one run.';
comment on column posture.poll.run_id is 'The run.';
comment on column posture.poll.source_id is 'The source.';
comment on column posture.poll.outcome is 'What the answer really was: ok, not_modified, empty, undated, html, captcha, status, timeout, …';
comment on column posture.poll.seen is 'Distinct addresses in the answer, and articles looked at again.';
comment on column posture.poll.message is 'What happened and what would mend it; null when all is well.';
comment on column posture.poll.page_id is 'The kept answer; null when there was none or it was the same as before.';

create table posture.sighting (
  run_id bigint not null,
  source_id text not null,
  article_id bigint not null references posture.article,
  via text not null check (via in ('list', 'look')),
  outcome text check (
    outcome in ('new', 'known', 'copy', 'variant', 'update', 'translation', 'off_topic', 'held', 'failed')
  ),
  reason text,
  primary key (run_id, source_id, article_id),
  foreign key (run_id, source_id) references posture.poll
);
comment on table posture.sighting is 'One address seen in one run at one source, and what became of it.';
comment on column posture.sighting.run_id is 'The run.';
comment on column posture.sighting.source_id is 'The source that showed it.';
comment on column posture.sighting.article_id is 'The article at this address.';
comment on column posture.sighting.via is 'list: the source listed it; look: we looked at it again for edits.';
comment on column posture.sighting.outcome is 'The one state it ended in; null while it waits to be understood.';
comment on column posture.sighting.reason is 'Why, in words.';
create index sighting_open on posture.sighting (article_id) where outcome is null;
