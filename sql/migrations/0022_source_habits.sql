-- What is usual of a source: whether its lists are dated, how long its texts are, and how long it is silent.
alter table posture.source_state add column silent boolean not null default false;
comment on column posture.source_state.silent is
  'Whether at its last poll it had brought no new story for longer than usual, weekends and Ramadan considered.';

alter table posture.poll add column listed integer check (listed >= 0);
alter table posture.poll add column undated integer check (undated between 0 and listed);
comment on column posture.poll.listed is 'Entries of the list; null when there was none to read.';
comment on column posture.poll.undated is 'Entries without a day of publication.';

create index poll_of_source on posture.poll (source_id, run_id desc) where listed > 0;
create index version_of_outlet on posture.version (outlet, version_id desc);
create index article_page_of_page on posture.article_page (page_id desc) include (rejected);
