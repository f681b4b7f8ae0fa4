-- read_lists --
-- Sources whose lists were read for this window, or a longer one, lately: they are not asked again.
select distinct source_id
from posture.backfill_list
where final and first_on <= %(first)s and last_on >= %(last)s and read_at > %(since)s;

-- note_list --
-- The list of a source was asked for; what it was.
insert into posture.backfill_list (source_id, first_on, last_on, outcome, message, entries, final, read_at)
values (%(source_id)s, %(first)s, %(last)s, %(outcome)s, %(message)s, %(entries)s, %(final)s, %(now)s)
on conflict (source_id, first_on, last_on) do update
set outcome = excluded.outcome,
    message = excluded.message,
    entries = excluded.entries,
    final = excluded.final,
    read_at = excluded.read_at;

-- note_entries --
-- What the list shows of the days of the window.
insert into posture.backfill_entry (source_id, url, day, item)
values %s
on conflict (source_id, url) do update
set day = excluded.day, item = excluded.item;

-- open_polls --
-- The books of a day begin with how each list was found when it was last read for it.
insert into posture.poll (run_id, source_id, outcome, message, seen)
select distinct on (source_id) %(run_id)s, source_id, outcome, message, 0
from posture.backfill_list
where source_id = any (%(source_ids)s) and first_on <= %(first)s and last_on >= %(last)s
order by source_id, read_at desc, last_on - first_on
on conflict (run_id, source_id) do nothing;

-- entries --
-- What the lists of these sources show of a window.
select source_id, item
from posture.backfill_entry
where source_id = any (%(source_ids)s) and day between %(first)s and %(last)s
order by source_id, day desc, url;

-- read_files --
-- The files of an archive that were asked for already.
select address
from posture.backfill_file
where source_id = %(source_id)s and day between %(first)s and %(last)s;

-- note_file --
-- A file was read, or is not there.
insert into posture.backfill_file (source_id, address, day, outcome, entries, passed_over, read_at)
values (%(source_id)s, %(address)s, %(day)s, %(outcome)s, %(entries)s, %(passed_over)s, %(now)s)
on conflict (source_id, address) do nothing;

-- note_files --
-- What the files of a day were, for its books.
update posture.poll
set listed = files.entries,
    passed_over = files.passed_over,
    message = files.message
from (
  select
    sum(entries) as entries,
    sum(passed_over) as passed_over,
    format(
      '%%s files read, %%s missing, %%s unreadable',
      count(*) filter (where outcome = 'read'),
      count(*) filter (where outcome = 'missing'),
      count(*) filter (where outcome = 'unreadable')
    ) as message
  from posture.backfill_file
  where source_id = %(source_id)s and day between %(first)s and %(last)s
) as files
where run_id = %(run_id)s and source_id = %(source_id)s and files.entries is not null;
