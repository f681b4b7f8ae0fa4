-- What a list is to be told waits until it is due, and goes out in one letter with all else that is due then.
alter table posture.alert add column as_decided jsonb;
comment on column posture.alert.as_decided is 'The alert with all that it tells, as it was decided; null before letters were put off.';

create table posture.due (
  alert_id bigint not null references posture.alert,
  list text not null,
  not_before timestamptz not null,
  message_id bigint references posture.message,
  primary key (alert_id, list)
);
comment on table posture.due is 'What is to be told to whom: an alert waits until it is due, and shares its letter with all else that is due to the list then.';
comment on column posture.due.alert_id is 'The alert.';
comment on column posture.due.list is 'Id of the list in seeds/alerts.yml.';
comment on column posture.due.not_before is 'When it may be told: at once, or at the end of the list''s quiet hours.';
comment on column posture.due.message_id is 'The letter that tells it; null while it waits.';
create index due_waiting on posture.due (list, not_before) where message_id is null;
create index due_message on posture.due (message_id);

insert into posture.due (alert_id, list, not_before, message_id)
select message.alert_id, message.list, message.made_at, message.message_id
from posture.message
where message.alert_id is not null;

comment on column posture.message.alert_id is 'The first alert that it tells of; null for a correction or digest.';
