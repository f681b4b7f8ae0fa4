-- add --
-- A list is to be told of an alert.
insert into posture.due (alert_id, list, not_before)
values %s
on conflict do nothing;

-- lists --
-- The lists that something is due to; urgent alerts go in letters of their own.
select distinct due.list, alert.severity = 'urgent' as urgent
from posture.due
join posture.alert using (alert_id)
where due.message_id is null and due.not_before <= %(now)s
order by 2 desc, 1;

-- waiting --
-- What is due to a list, the gravest first; another worker waits.
select due.alert_id, alert.as_decided
from posture.due
join posture.alert using (alert_id)
where due.message_id is null
  and due.not_before <= %(now)s
  and due.list = %(list)s
  and (alert.severity = 'urgent') = %(urgent)s
order by array_position(array['urgent', 'high', 'normal'], alert.severity), due.alert_id
for update of due;

-- written --
-- These are in a letter now.
update posture.due
set message_id = (select message_id from posture.message where key = %(key)s)
where list = %(list)s and alert_id = any (%(alert_ids)s);

-- drop --
-- The list is no more: nobody is left to be told.
delete from posture.due
where list = %(list)s and message_id is null;
