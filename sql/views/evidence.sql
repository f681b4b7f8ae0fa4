-- The words that carry each part of each claim, with their place in the text.
create view analyst.evidence as
select
  evidence.claim_id,
  claim.version_id,
  claim.kind,
  evidence.number,
  evidence.role,
  evidence.field,
  evidence.start_at,
  evidence.end_at,
  evidence.quote
from posture.evidence
join posture.claim using (claim_id);

comment on view analyst.evidence is 'The words that carry each part of each claim, with their place in the text.';
comment on column analyst.evidence.claim_id is 'The claim.';
comment on column analyst.evidence.version_id is 'The text.';
comment on column analyst.evidence.kind is 'Kind of the claim.';
comment on column analyst.evidence.number is 'Its place among the evidence of the claim.';
comment on column analyst.evidence.role is 'The part it carries: trigger, count, force, place, speaker, …';
comment on column analyst.evidence.field is 'title or body.';
comment on column analyst.evidence.start_at is 'First character, counted from 0.';
comment on column analyst.evidence.end_at is 'Character after the last.';
comment on column analyst.evidence.quote is 'The words.';
