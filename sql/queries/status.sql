-- books --
-- The books of the newest runs, one row per source.
select *
from analyst.books
where run_id in (select run_id from posture.run order by run_id desc limit %(runs)s)
order by run_id desc, source_id;

-- pending --
-- What waits at each stage.
select
  (select count(*) from posture.article where state = 'wanted') as wanted,
  (select count(*) from posture.article_page where read_at is null) as unread,
  (select count(*) from posture.version where on_topic and not held and extracted_at is null) as unextracted,
  (
    select count(*) from posture.version
    where extracted_at is not null
      and not exists (select from posture.verdict where verdict.version_id = version.version_id)
  ) as unmatched,
  (select count(*) from posture.version where held) as held,
  (select count(*) from posture.sighting where outcome is null) as open_sightings;

-- silent --
-- Sources that fail, never gave a story, are silent for longer than usual, or answer no longer as usual.
select source_id, outcome, coalesce(message, drift) as message, failures, last_polled_at, last_new_at, drift
from analyst.source_health
where silent or drifting
order by source_id;

-- dropped --
-- What each gate of the newest runs let through no further, with the reason.
select run, source_id, gate, outcome, reason, url, title
from analyst.dropped
where run_id in (select run_id from posture.run order by run_id desc limit %(runs)s)
order by run_id desc, gate, source_id, url;
