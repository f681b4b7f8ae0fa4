-- No claim without evidence.
select claim.claim_id, claim.version_id, claim.kind, claim.rule
from posture.claim
where not exists (select from posture.evidence where evidence.claim_id = claim.claim_id);
