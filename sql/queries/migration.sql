-- take_turns --
-- Two deploys at once would make the same table twice: one waits for the other.
select pg_advisory_xact_lock(hashtext('posture migrations'));

-- remember --
-- Which migrations this database has seen.
create schema if not exists posture;
create table if not exists posture.migration (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
comment on table posture.migration is 'Migrations that this database has seen.';
comment on column posture.migration.name is 'File in sql/migrations.';
comment on column posture.migration.sha256 is 'SHA-256 of the file as it ran: a shipped file is never edited.';
comment on column posture.migration.applied_at is 'When it ran.';

-- done --
select name, sha256
from posture.migration;

-- note --
insert into posture.migration (name, sha256)
values (%(name)s, %(sha256)s);

-- drop_views --
-- Nothing is stored in schema analyst, so it is made anew.
drop schema if exists analyst cascade;
create schema analyst;
comment on schema analyst is 'What analysts read. Rebuilt whole on every deploy; nothing is stored here.';

-- grant_views --
-- Analysts read views alone; a view reads its tables with its owner's rights.
grant usage on schema analyst to analyst_reader, analyst_reviewer;
grant select on all tables in schema analyst to analyst_reader, analyst_reviewer;

-- grant_functions --
-- Reviews are written through functions, by reviewers alone.
revoke execute on all functions in schema analyst from public;
grant execute on all functions in schema analyst to analyst_reviewer;
