-- Every stored quote is exactly the text at its span.
select
  'evidence' as stored_in,
  claim.version_id,
  evidence.claim_id,
  evidence.number,
  evidence.quote,
  substring(
    case evidence.field when 'title' then version.title else version.body end
    from evidence.start_at + 1 for evidence.end_at - evidence.start_at
  ) as text_at_span
from posture.evidence
join posture.claim using (claim_id)
join posture.version using (version_id)
where evidence.quote is distinct from substring(
  case evidence.field when 'title' then version.title else version.body end
  from evidence.start_at + 1 for evidence.end_at - evidence.start_at
)
union all
select
  'mention',
  mention.version_id,
  null,
  null,
  mention.quote,
  substring(
    case mention.field when 'title' then version.title else version.body end
    from mention.start_at + 1 for mention.end_at - mention.start_at
  )
from posture.mention
join posture.version using (version_id)
where mention.quote is distinct from substring(
  case mention.field when 'title' then version.title else version.body end
  from mention.start_at + 1 for mention.end_at - mention.start_at
);
