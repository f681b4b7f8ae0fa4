-- A variant says in which fact it differs.
select verdict.version_id, verdict.test
from posture.verdict
where verdict.verdict = 'variant' and verdict.differences = '[]'::jsonb;
