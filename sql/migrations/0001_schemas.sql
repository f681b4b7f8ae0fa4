-- Two schemas: what the pipeline writes, and what analysts read; two roles that may read it.
create schema if not exists posture;
comment on schema posture is 'What the pipeline writes. Analysts read schema analyst instead.';

create schema if not exists analyst;
comment on schema analyst is 'What analysts read. Rebuilt whole on every deploy; nothing is stored here.';

-- Roles belong to the whole server, so another database may have made them already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'analyst_reader') then
    create role analyst_reader nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'analyst_reviewer') then
    create role analyst_reviewer nologin in role analyst_reader;
  end if;
exception
  when duplicate_object or unique_violation then null; -- another database made them in this very moment
end
$$;
