-- Beside e-mail: signed web requests, and words to whoever listens to the database.
alter table posture.message add column payload text;
comment on column posture.message.payload is 'The letter as JSON, the very text that web requests carry; null before there were any.';

alter table posture.delivery
  add column channel text not null default 'mail' check (channel in ('mail', 'webhook', 'notify')),
  drop constraint delivery_message_id_recipient_key,
  add constraint delivery_once unique (message_id, channel, recipient);
comment on column posture.delivery.channel is 'mail, webhook or notify.';
comment on column posture.delivery.recipient is 'Address; of a webhook the name of its connection, of notify the channel to listen to.';
comment on column posture.delivery.state is 'pending: to be sent; sent: the other side took it; refused: it never will.';
comment on column posture.delivery.sent_at is 'When the other side took it.';
