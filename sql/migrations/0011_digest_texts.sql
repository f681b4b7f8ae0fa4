-- Which texts a digest told of: a report that came late is told the next day, and only then.
alter table posture.digest add column version_ids bigint[] not null default '{}';
comment on column posture.digest.version_ids is 'The texts told.';
