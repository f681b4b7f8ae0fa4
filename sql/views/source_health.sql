-- What we can and cannot see: one row per source that should be polled.
create view analyst.source_health as
select
  source.source_id,
  source.name_en,
  source.name_ar,
  source.family,
  source.kind,
  source.language,
  source.address,
  source.status,
  state.outcome,
  state.message,
  state.failures,
  state.last_polled_at,
  state.last_success_at,
  state.last_new_at,
  state.next_due_at,
  source.rhythm_hours,
  round((extract(epoch from state.last_polled_at - state.last_new_at) / 3600)::numeric, 1) as hours_since_new,
  coalesce(state.failures, 0) > 0
    or state.last_polled_at is null
    or state.last_new_at is null
    or state.last_polled_at - state.last_new_at > make_interval(hours => ceil(source.rhythm_hours)::integer) as silent
from posture.source
left join posture.source_state as state using (source_id)
where source.status = 'on';

comment on view analyst.source_health is 'What we can and cannot see: one row per source that should be polled.';
comment on column analyst.source_health.source_id is 'Id of the source.';
comment on column analyst.source_health.name_en is 'Name in English.';
comment on column analyst.source_health.name_ar is 'Name in Arabic.';
comment on column analyst.source_health.family is 'Publisher family.';
comment on column analyst.source_health.kind is 'How its list is read.';
comment on column analyst.source_health.language is 'Main language.';
comment on column analyst.source_health.address is 'Address of its list.';
comment on column analyst.source_health.status is 'on, fallback or off.';
comment on column analyst.source_health.outcome is 'What its last answer really was.';
comment on column analyst.source_health.message is 'What happened and what would mend it.';
comment on column analyst.source_health.failures is 'Failed polls since the last success.';
comment on column analyst.source_health.last_polled_at is 'When it was last polled.';
comment on column analyst.source_health.last_success_at is 'When it last gave a readable list.';
comment on column analyst.source_health.last_new_at is 'When it last gave a new story.';
comment on column analyst.source_health.next_due_at is 'When it is polled next.';
comment on column analyst.source_health.rhythm_hours is 'Longest usual silence in hours.';
comment on column analyst.source_health.hours_since_new is 'Hours from its last new story to the last poll.';
comment on column analyst.source_health.silent is 'Whether it fails, never gave a story, or is silent for longer than usual.';
