-- The outbox: every letter to every recipient by every channel, and how far it got.
create view analyst.delivery as
select
  delivery.delivery_id,
  message.message_id,
  case when message.alert_id is not null then 'alert' when message.digest_id is not null then 'digest' else 'correction' end as kind,
  message.key,
  message.list,
  message.language,
  message.subject,
  delivery.channel,
  delivery.recipient,
  delivery.state,
  delivery.tries,
  delivery.not_before,
  delivery.next_try_at,
  delivery.sent_at,
  delivery.failure,
  delivery.state = 'pending' and delivery.failure is not null as failing,
  message.answers_id,
  message.made_at
from posture.delivery
join posture.message using (message_id);

comment on view analyst.delivery is 'The outbox: every letter to every recipient by every channel, and how far it got.';
comment on column analyst.delivery.delivery_id is 'Key.';
comment on column analyst.delivery.message_id is 'The letter.';
comment on column analyst.delivery.kind is 'alert, digest or correction.';
comment on column analyst.delivery.key is 'Left part of its Message-ID, and the id of its web request: a repeat has the same.';
comment on column analyst.delivery.list is 'Id of the list in seeds/alerts.yml.';
comment on column analyst.delivery.language is 'Language of the letter, ISO 639.';
comment on column analyst.delivery.subject is 'Its subject.';
comment on column analyst.delivery.channel is 'mail, webhook or notify.';
comment on column analyst.delivery.recipient is 'Address; of a webhook the name of its connection, of notify the channel to listen to.';
comment on column analyst.delivery.state is 'pending, sent or refused.';
comment on column analyst.delivery.tries is 'Times it was tried.';
comment on column analyst.delivery.not_before is 'When it may go out: at once, or at the end of the list''s quiet hours.';
comment on column analyst.delivery.next_try_at is 'When a failed try is repeated, by the wall clock.';
comment on column analyst.delivery.sent_at is 'When the other side took it.';
comment on column analyst.delivery.failure is 'Why the last try failed and what would mend it.';
comment on column analyst.delivery.failing is 'Whether it waits because its channel fails.';
comment on column analyst.delivery.answers_id is 'The first letter of its thread.';
comment on column analyst.delivery.made_at is 'When it was written.';
