-- Every text with a verdict belongs to a story once its run is closed.
select version.version_id, version.article_id
from posture.verdict
join posture.version using (version_id)
where not exists (select from posture.story_report where story_report.article_id = version.article_id)
  and exists (
    select from posture.sighting
    join posture.run using (run_id)
    where sighting.article_id = version.article_id and run.closed_at is not null
  );
