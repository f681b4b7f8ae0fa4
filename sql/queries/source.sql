-- take_turns --
-- Take the next turn at each of these hosts; seconds until it comes, no row where it is too far off to be waited for, and
-- then it is left to others, or where the host asked to be left alone until later than `now`. Between two turns the wall
-- clock rules: it is about other people's servers.
with asked as materialized (
  select host, make_interval(secs => spacing_s) as spacing
  from unnest(%(hosts)s::text[], %(spacings)s::double precision[]) as asked (host, spacing_s)
)
insert into posture.host_turn as turn (host, next_at)
select host, clock_timestamp() + spacing
from asked
order by host
on conflict (host) do update
set next_at = greatest(turn.next_at, clock_timestamp()) + (select spacing from asked where asked.host = turn.host)
where turn.next_at <= clock_timestamp() + make_interval(secs => %(longest_s)s)
  and coalesce(turn.rests_until <= %(now)s, true)
returning
  host,
  extract(
    epoch from next_at - clock_timestamp() - (select spacing from asked where asked.host = turn.host)
  ) as wait_s;

-- rest --
-- A host asked to be left alone until then; what it asked before holds as well.
insert into posture.host_turn as turn (host, next_at, rests_until)
values (%(host)s, clock_timestamp(), %(until)s)
on conflict (host) do update
set rests_until = greatest(turn.rests_until, excluded.rests_until);

-- load --
-- A source as the seeds describe it now.
insert into posture.source (
  source_id, name_ar, name_en, address, kind, language, country, ownership, family, role, status, rhythm_hours, loaded_at
)
values %s
on conflict (source_id) do update
set name_ar = excluded.name_ar,
    name_en = excluded.name_en,
    address = excluded.address,
    kind = excluded.kind,
    language = excluded.language,
    country = excluded.country,
    ownership = excluded.ownership,
    family = excluded.family,
    role = excluded.role,
    status = excluded.status,
    rhythm_hours = excluded.rhythm_hours,
    loaded_at = excluded.loaded_at;

-- retire --
-- A source that the seeds no longer name is not polled; what it gave is kept.
update posture.source
set status = 'off'
where not source_id = any (%(named)s) and status <> 'off' and kind <> 'corpus';

-- due --
-- Sources to be polled, and those with an article to be fetched or looked at again; longest waiting first. The articles
-- of a fallback are due also while nobody asks for its list: others show them.
select source.source_id
from posture.source
left join posture.source_state as state using (source_id)
where source.kind <> 'corpus'
  and source.status <> 'off'
  and (
    (posture.is_polled(source) and coalesce(state.next_due_at, '-infinity') <= %(now)s)
    or exists (
      select from posture.article
      where article.source_id = source.source_id
        and (
          (article.state = 'wanted' and coalesce(article.next_try_at, '-infinity') <= %(now)s)
          or (article.state = 'kept' and article.next_look_at <= %(now)s)
        )
    )
  )
order by coalesce(state.next_due_at, '-infinity'), source_id;

-- state --
-- What the last polls of a source taught us, null before the first; no row for one whose list is not asked for.
select state.state, state.next_due_at
from posture.source
left join posture.source_state as state using (source_id)
where source_id = %(source_id)s and posture.is_polled(source);

-- keep_state --
-- What this poll taught us.
insert into posture.source_state (
  source_id, state, next_due_at, last_polled_at, last_success_at, last_new_at, failures, outcome, message, silent
)
values (
  %(source_id)s, %(state)s, %(next_due_at)s, %(last_polled_at)s, %(last_success_at)s, %(last_new_at)s, %(failures)s,
  %(outcome)s, %(message)s, %(silent)s
)
on conflict (source_id) do update
set state = excluded.state,
    next_due_at = excluded.next_due_at,
    last_polled_at = excluded.last_polled_at,
    last_success_at = excluded.last_success_at,
    last_new_at = excluded.last_new_at,
    failures = excluded.failures,
    outcome = excluded.outcome,
    message = excluded.message,
    silent = excluded.silent;

-- unwell --
-- Sources that were asked and fail, are silent, or still answer but no longer as usual; why, and since when.
select source_id, silent, drifting, drift, failures, failing_since, outcome, message, last_new_at
from analyst.source_health
where last_polled_at is not null and (silent or drifting)
order by source_id;

-- health --
-- How many sources are watched, and how many of them are not as they should be.
select
  count(*) as watched,
  count(*) filter (where failures > 0) as failing,
  count(*) filter (where silent and failures = 0 and last_polled_at is not null) as silent,
  count(*) filter (where drifting) as drifting,
  count(*) filter (where last_polled_at is null) as never_asked
from analyst.source_health;

-- robots --
-- What outlets asked of robots within the last day, and how many seconds ago.
select place, rules, extract(epoch from clock_timestamp() - asked_at)::double precision as age_s
from posture.robots
where asked_at > clock_timestamp() - make_interval(secs => %(longest_s)s);

-- keep_robots --
-- What an outlet asks of robots now.
insert into posture.robots (place, rules, asked_at)
values (%(place)s, %(rules)s, clock_timestamp())
on conflict (place) do update
set rules = excluded.rules, asked_at = excluded.asked_at;
