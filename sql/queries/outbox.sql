-- add_message --
-- A letter as it was written; none when it was written before.
insert into posture.message (key, alert_id, digest_id, list, language, subject, email, made_at)
values (%(key)s, %(alert_id)s, %(digest_id)s, %(list)s, %(language)s, %(subject)s, %(email)s, %(now)s)
on conflict (key) do nothing
returning message_id;

-- add_deliveries --
-- To whom the letter goes.
insert into posture.delivery (message_id, recipient, not_before)
values %s
on conflict (message_id, recipient) do nothing;

-- next_delivery --
-- The oldest letter that is due; another worker's is passed over. The wall clock rules when a failed try is repeated.
select
  delivery.delivery_id,
  delivery.recipient,
  delivery.tries,
  message.key,
  message.email
from posture.delivery
join posture.message using (message_id)
where delivery.state = 'pending'
  and delivery.not_before <= %(now)s
  and coalesce(delivery.next_try_at, '-infinity') <= clock_timestamp()
  and (case when %(of_alerts)s then message.alert_id else message.digest_id end) is not null
order by delivery.delivery_id
limit 1
for update of delivery skip locked;

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
