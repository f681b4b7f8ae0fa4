-- Texts decided once more are decided in the order of the first time: what was not known then is not known again.
create sequence posture.decided as bigint;
comment on sequence posture.decided is 'Counts texts as they are decided for the first time.';

alter table posture.version add column decided_place bigint unique;
comment on column posture.version.decided_place is 'Place among all texts in the order in which they were first matched; null until then.';

with ranked as (
  select
    version_id,
    row_number() over (
      order by
        verdict.decided_at,
        coalesce(version.published_at, version.published_on::timestamptz, version.read_at),
        article.first_seen_at,
        article.address,
        version.number
    ) as place
  from posture.version
  join posture.article using (article_id)
  join posture.verdict using (version_id)
)
update posture.version
set decided_place = ranked.place
from ranked
where ranked.version_id = version.version_id;

select setval('posture.decided', coalesce(max(decided_place), 0) + 1, false) from posture.version;
