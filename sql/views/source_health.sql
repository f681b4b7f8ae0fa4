-- What we can and cannot see: one row per source that should be polled, beside what is usual of it.
create view analyst.source_health as
with habit as (
  select
    source.source_id,
    lists.undated_share,
    lists.usual_undated_share,
    texts.recent as recent_texts,
    texts.body_length,
    texts.usual_body_length,
    texts.usual as usual_texts
  from posture.source
  cross join lateral (
    -- the last three lists beside the thirty before
    select
      round(sum(undated) filter (where place <= 3) / sum(listed) filter (where place <= 3)::numeric, 2) as undated_share,
      round(sum(undated) filter (where place > 3) / sum(listed) filter (where place > 3)::numeric, 2) as usual_undated_share
    from (
      select poll.listed, poll.undated, row_number() over (order by poll.run_id desc) as place
      from posture.poll
      where poll.source_id = source.source_id and poll.listed > 0
      order by poll.run_id desc
      limit 33
    ) as newest
  ) as lists
  cross join lateral (
    -- the last ten texts beside the hundred before
    select
      count(*) filter (where place <= 10) as recent,
      count(*) filter (where place > 10) as usual,
      percentile_disc(0.5) within group (order by length) filter (where place <= 10) as body_length,
      percentile_disc(0.5) within group (order by length) filter (where place > 10) as usual_body_length
    from (
      select length(version.body) as length, row_number() over (order by version.version_id desc) as place
      from posture.version
      where version.outlet = source.source_id
      order by version.version_id desc
      limit 110
    ) as newest
  ) as texts
  where source.status = 'on'
),
drift as (
  select
    source_id,
    case
      when usual_texts >= 10 and body_length < usual_body_length / 2
        then format('texts of %s letters, usually %s: its pages may have changed, check selectors', body_length, usual_body_length)
      when undated_share - usual_undated_share > 0.5
        then format('%s%% of its entries are undated, usually %s%%', round(100 * undated_share), round(100 * usual_undated_share))
    end as drift
  from habit
)
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
  coalesce(state.failures, 0) as failures,
  (state.state ->> 'failing_since')::timestamptz as failing_since,
  state.last_polled_at,
  state.last_success_at,
  state.last_new_at,
  state.next_due_at,
  source.rhythm_hours,
  round((extract(epoch from state.last_polled_at - state.last_new_at) / 3600)::numeric, 1) as hours_since_new,
  habit.undated_share,
  habit.usual_undated_share,
  habit.body_length,
  habit.usual_body_length,
  coalesce(state.failures, 0) > 0 or state.last_polled_at is null or state.last_new_at is null or state.silent as silent,
  drift.drift is not null as drifting,
  drift.drift
from posture.source
join habit using (source_id)
join drift using (source_id)
left join posture.source_state as state using (source_id)
where source.status = 'on';

comment on view analyst.source_health is 'What we can and cannot see: one row per source that should be polled, beside what is usual of it.';
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
comment on column analyst.source_health.failures is 'Failed polls in a row, up to the last one.';
comment on column analyst.source_health.failing_since is 'When this row of failures began; null when the last poll went well.';
comment on column analyst.source_health.last_polled_at is 'When it was last polled.';
comment on column analyst.source_health.last_success_at is 'When it last gave a readable list.';
comment on column analyst.source_health.last_new_at is 'When it last gave a new story.';
comment on column analyst.source_health.next_due_at is 'When it is polled next.';
comment on column analyst.source_health.rhythm_hours is 'Hours within which a new story is expected.';
comment on column analyst.source_health.hours_since_new is 'Hours from its last new story to the last poll.';
comment on column analyst.source_health.undated_share is 'Share of entries without a date in its last three lists, 0 to 1.';
comment on column analyst.source_health.usual_undated_share is 'The same in the thirty lists before.';
comment on column analyst.source_health.body_length is 'Median length of its last ten texts, in letters.';
comment on column analyst.source_health.usual_body_length is 'The same of the hundred texts before.';
comment on column analyst.source_health.silent is
  'Whether it fails, was never polled, never gave a story, or is silent for longer than usual, weekends and Ramadan considered.';
comment on column analyst.source_health.drifting is 'Whether it still answers, but no longer as usual.';
comment on column analyst.source_health.drift is 'In what it is no longer as usual; null when it is.';
