-- Whose list is asked for: a fallback's only while a direct source of its family fails time and again or is silent.
create function posture.is_polled(asked posture.source) returns boolean
language sql stable
return asked.kind <> 'corpus'
  and (
    asked.status = 'on'
    or (
      asked.status = 'fallback'
      and exists (
        select from posture.source as direct
        join posture.source_state as direct_state using (source_id)
        where direct.family = asked.family
          and direct.status = 'on'
          and (direct_state.failures >= 3 or direct_state.silent)
      )
    )
  );
comment on function posture.is_polled is 'Whether the list of a source is asked for when it is due; its articles are fetched all the same.';
