-- Every promised, demanded or agreed date for a change of the posture: its maker, what became of it, and how it moved.
-- after: claim, today
create view analyst.timetable as
with spoken as (
  select
    claim.*,
    coalesce(claim.published_on, claim.first_said_at::date) as said_on,
    claim.polarity = 'negated' or claim.modality = 'denied' as denies,
    -- "in the coming months" begins now and names no day
    case
      when claim.to_on is null and claim.from_on <= coalesce(claim.published_on, claim.first_said_at::date) then null
      else coalesce(claim.to_on, claim.from_on)
    end as named_on,
    -- leaving has many words
    case when claim.event in ('withdrawal', 'departure', 'end_of_mission') then 'leaving' else claim.event end as change,
    -- a country speaks by its government
    coalesce(government.entity_id, claim.speaker) as voice,
    case when place.kind = 'place' and place.country is null then claim.place end as state,
    case when place.kind is distinct from 'place' or place.country is not null then claim.place end as spot
  from analyst.claim
  left join posture.entity as place on place.entity_id = claim.place
  left join posture.entity as speaker on speaker.entity_id = claim.speaker and speaker.kind = 'place' and speaker.country is null
  left join posture.entity as government
    on government.kind = 'institution'
    and government.country = speaker.entity_id
    and government.entity_id ~ '_(government|administration)$'
  where claim.kind = 'timetable'
),
said as (
  select
    spoken.*,
    -- "within a year" is one date of its story, whether it is counted from the evening or from the morning after
    case
      when named_on is not null then
        (min(named_on) over (
          partition by story_id, change, denies order by named_on range between interval '2 days' preceding and current row
        ))
    end as due_on
  from spoken
),
located as (
  select
    said.*,
    coalesce(spot, state, min(state) over (partition by change, due_on, spot is null)) as site,
    coalesce(said.force, min(said.force) over (partition by change, due_on)) as whose
  from said
),
-- who gives a date without a name under it repeats the one voice that gives it in its story
voiced as (
  select
    located.*,
    coalesce(
      voice,
      case
        when min(voice) over same_date = max(voice) over same_date then min(voice) over same_date
      end
    ) as maker
  from located
  window same_date as (partition by story_id, change, due_on, site, denies)
),
-- one date by one maker for one event; without a maker each date is a promise of its own
promise as (
  select
    maker as speaker, change, whose as force, site as place, due_on,
    min(from_on) as from_on,
    max(to_on) as to_on,
    min(story_id) as story_id,
    min(said_on) as first_said_on,
    max(said_on) as last_said_on,
    min(first_said_at) as first_said_at,
    count(distinct article_id) as times_said,
    bool_or(modality = 'demanded') as demanded,
    (array_agg(claim_id order by said_on desc, speaker is null, confidence desc, claim_id))[1] as claim_id,
    mode() within group (order by event) as event
  from voiced
  where due_on is not null and not denies and modality not in ('past', 'hypothetical')
  group by maker, change, whose, site, due_on
),
told as (
  select
    promise.*,
    today.day as today,
    first.due_on as first_due_on,
    history.moves,
    next.due_on as moved_to,
    denial.denied_by,
    denial.denied_on,
    others.confirmed_by,
    exists (
      select from analyst.claim as done
      where promise.due_on <= today.day
        and done.kind in ('movement', 'base_status', 'timetable')
        and done.polarity = 'affirmed'
        and (done.modality = 'past' or (done.modality = 'asserted' and done.kind <> 'timetable'))
        and coalesce(done.published_on, done.first_said_at::date) >= coalesce(promise.from_on, promise.due_on)
        and (
          done.event is not distinct from promise.event
          or (coalesce(promise.change, 'leaving') = 'leaving' and done.event in ('withdrawal', 'departure', 'end_of_mission'))
        )
        and (promise.force is null or done.force is null or done.force = promise.force)
        and (promise.place is null or done.place is not distinct from promise.place)
    ) as is_met,
    exists (
      select from located as still
      where promise.due_on < today.day
        and still.said_on > promise.due_on
        and (still.denies or coalesce(still.due_on, 'infinity') > promise.due_on)
        and still.modality not in ('past', 'hypothetical')
        and still.change is not distinct from promise.change
        and (promise.force is null or still.whose is null or still.whose = promise.force)
        and (promise.place is null or still.site is not distinct from promise.place)
    ) as is_ahead_still
  from promise
  cross join analyst.today
  -- what the same maker said of the same thing, date by date
  left join lateral (
    select jsonb_agg(
      jsonb_build_object('due_on', own.due_on, 'said_on', own.first_said_on, 'claim_id', own.claim_id)
      order by own.first_said_on, own.due_on
    ) as moves
    from promise as own
    where promise.speaker is not null
      and own.speaker = promise.speaker
      and (own.change, own.force, own.place) is not distinct from (promise.change, promise.force, promise.place)
  ) as history on true
  left join lateral (
    select own.due_on
    from promise as own
    where own.speaker = promise.speaker
      and (own.change, own.force, own.place) is not distinct from (promise.change, promise.force, promise.place)
      and own.first_said_on <= promise.first_said_on
    order by own.first_said_on, own.due_on = promise.due_on desc, own.due_on
    limit 1
  ) as first on true
  -- two dates of one day stand beside each other; only a later word moves the first
  left join lateral (
    select own.due_on
    from promise as own
    where own.speaker = promise.speaker
      and (own.change, own.force, own.place) is not distinct from (promise.change, promise.force, promise.place)
      and own.due_on <> promise.due_on
      and own.first_said_on > promise.last_said_on
    order by own.first_said_on desc, own.due_on desc
    limit 1
  ) as next on true
  left join lateral (
    select
      array_agg(distinct denying.voice) filter (where denying.voice is not null) as denied_by,
      min(denying.said_on) as denied_on
    from located as denying
    where denying.denies
      and denying.said_on >= promise.first_said_on
      and denying.change is not distinct from promise.change
      and denying.site is not distinct from promise.place
      and (denying.due_on is null and denying.site is not null or denying.due_on = promise.due_on)
  ) as denial on true
  left join lateral (
    select array_agg(distinct other.speaker) as confirmed_by
    from promise as other
    where other.speaker is not null
      and other.speaker is distinct from promise.speaker
      and other.due_on = promise.due_on
      and other.last_said_on >= promise.first_said_on
      -- the reports of one announcement confirm nothing
      and (other.story_id is distinct from promise.story_id or other.first_said_on > promise.first_said_on)
      and other.change is not distinct from promise.change
      and not other.demanded
      and (other.place is null or promise.place is null or other.place = promise.place)
  ) as others on true
)
select
  claim.claim_id, claim.story_id, claim.article_id, claim.version_id,
  ---------- the date
  told.speaker, told.event, told.force, told.place, told.from_on, told.to_on, told.due_on,
  claim.modality, claim.polarity, told.demanded,
  ---------- what became of it
  case
    when told.denied_on is not null then 'denied'
    when told.moved_to is not null then 'moved'
    when told.is_met then 'met'
    when told.is_ahead_still then 'missed'
    when told.due_on < told.today then 'silent'
    when told.confirmed_by is not null then 'confirmed'
    else 'announced'
  end as state,
  told.due_on - told.today as days_left,
  told.due_on - told.first_due_on as slippage_days,
  told.first_due_on,
  told.moved_to,
  coalesce(told.moves, '[]'::jsonb) as moves,
  told.confirmed_by,
  told.denied_by,
  told.denied_on,
  ---------- where it stands
  told.times_said, told.first_said_on, told.last_said_on, told.first_said_at,
  claim.as_of, claim.via, claim.confidence, claim.freshness,
  claim.quote, claim.field, claim.start_at, claim.end_at,
  claim.outlet, claim.agency, claim.language, claim.title, claim.url, claim.published_on
from told
join analyst.claim using (claim_id);

comment on view analyst.timetable is 'Every promised, demanded or agreed date for a change of the posture: its maker, what became of it, and how it moved.';
comment on column analyst.timetable.claim_id is 'The claim in which it was last said.';
comment on column analyst.timetable.story_id is 'Story in which it is said.';
comment on column analyst.timetable.article_id is 'Article in which it is said.';
comment on column analyst.timetable.version_id is 'Text in which it is said.';
comment on column analyst.timetable.speaker is 'Who makes the promise or demand, a country by its government; null when no text says.';
comment on column analyst.timetable.event is 'What is to happen: withdrawal, end_of_mission, reduction, …';
comment on column analyst.timetable.force is 'Whose troops.';
comment on column analyst.timetable.place is 'Where.';
comment on column analyst.timetable.from_on is 'First day of the date or period; null when the text gives none.';
comment on column analyst.timetable.to_on is 'Last day; null when the text gives none.';
comment on column analyst.timetable.due_on is 'The day by which it is to be: the last of the period, else the first.';
comment on column analyst.timetable.modality is 'planned: promised or agreed; demanded; expected; asserted.';
comment on column analyst.timetable.polarity is 'affirmed; denials stand in denied_by.';
comment on column analyst.timetable.demanded is 'Whether it was demanded and not promised.';
comment on column analyst.timetable.state is 'announced; confirmed: another named voice gives the same date elsewhere or later; denied; moved: the same maker later gave another date; after the day: met, missed (later words still put it ahead), silent (nobody said).';
comment on column analyst.timetable.days_left is 'Days from today to the date; negative when it has passed.';
comment on column analyst.timetable.slippage_days is 'Days between the first date that this maker gave and this one; negative when it came nearer.';
comment on column analyst.timetable.first_due_on is 'The first date that this maker gave for it.';
comment on column analyst.timetable.moved_to is 'The last date that this maker gave after it.';
comment on column analyst.timetable.moves is 'All dates that this maker gave for it, in order: due_on, said_on, claim_id.';
comment on column analyst.timetable.confirmed_by is 'Other named voices that give the same date as a promise.';
comment on column analyst.timetable.denied_by is 'Who denied it.';
comment on column analyst.timetable.denied_on is 'When it was first denied.';
comment on column analyst.timetable.times_said is 'Articles in which it stands.';
comment on column analyst.timetable.first_said_on is 'First day on which it was printed.';
comment on column analyst.timetable.last_said_on is 'Last day on which it was printed.';
comment on column analyst.timetable.first_said_at is 'When it was first said.';
comment on column analyst.timetable.as_of is 'Day on which it was said.';
comment on column analyst.timetable.via is 'Through whom the speaker is quoted.';
comment on column analyst.timetable.confidence is 'Confidence of the extraction, 0 to 1.';
comment on column analyst.timetable.freshness is 'fresh, repeated or background.';
comment on column analyst.timetable.quote is 'The words that carry it.';
comment on column analyst.timetable.field is 'title or body.';
comment on column analyst.timetable.start_at is 'First character of the quote.';
comment on column analyst.timetable.end_at is 'Character after the last of the quote.';
comment on column analyst.timetable.outlet is 'Outlet.';
comment on column analyst.timetable.agency is 'Agency whose text it is.';
comment on column analyst.timetable.language is 'Language.';
comment on column analyst.timetable.title is 'Headline.';
comment on column analyst.timetable.url is 'Address.';
comment on column analyst.timetable.published_on is 'Day of publication in Baghdad.';
