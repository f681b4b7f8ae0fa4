-- add_message --
-- A letter as it was written; none when it was written before.
insert into posture.message (
  key, alert_id, digest_id, correction_id, answers_id, list, language, subject, email, payload, made_at
)
values (
  %(key)s, %(alert_id)s, %(digest_id)s, %(correction_id)s, %(answers_id)s, %(list)s, %(language)s, %(subject)s,
  %(email)s, %(payload)s, %(now)s
)
on conflict (key) do nothing
returning message_id;

-- key_of --
-- The key of a letter.
select key
from posture.message
where message_id = %(message_id)s;

-- add_deliveries --
-- To whom the letter goes, and how.
insert into posture.delivery (message_id, channel, recipient, not_before)
values %s
on conflict (message_id, channel, recipient) do nothing;

-- next_delivery --
-- The oldest letter that is due; another worker's is passed over, and so are lines that were found closed. An answer
-- waits until the letter that it answers has gone. The wall clock rules when a failed try is repeated.
select
  delivery.delivery_id,
  delivery.channel,
  delivery.recipient,
  delivery.tries,
  message.key,
  message.email,
  message.payload,
  first.key as answers
from posture.delivery
join posture.message using (message_id)
left join posture.message as first on first.message_id = message.answers_id
where delivery.state = 'pending'
  and delivery.not_before <= %(now)s
  and coalesce(delivery.next_try_at, '-infinity') <= clock_timestamp()
  and (message.digest_id is null) = %(of_alerts)s
  and case delivery.channel when 'mail' then 'mail' else delivery.channel || ' ' || delivery.recipient end
    <> all (%(closed)s)
  and not exists (
    select from posture.delivery as earlier
    where earlier.message_id = message.answers_id
      and (earlier.channel, earlier.recipient) = (delivery.channel, delivery.recipient)
      and earlier.state = 'pending'
  )
order by delivery.delivery_id
limit 1
for update of delivery skip locked;

-- notify --
-- Tell whoever listens; heard when this transaction is committed, and only then.
select pg_notify(%(channel)s, %(payload)s);

-- mark_sent --
update posture.delivery
set state = 'sent', sent_at = %(now)s, tries = tries + 1, failure = null
where delivery_id = %(delivery_id)s;

-- mark_refused --
update posture.delivery
set state = 'refused', tries = tries + 1, failure = %(failure)s
where delivery_id = %(delivery_id)s;

-- mark_delayed --
update posture.delivery
set tries = tries + 1, next_try_at = clock_timestamp() + make_interval(secs => %(wait_s)s), failure = %(failure)s
where delivery_id = %(delivery_id)s;
