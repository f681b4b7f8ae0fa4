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
-- What is due to a list; another worker waits.
select due.alert_id, alert.as_decided
from posture.due
join posture.alert using (alert_id)
where due.message_id is null
  and due.not_before <= %(now)s
  and due.list = %(list)s
  and (alert.severity = 'urgent') = %(urgent)s
order by due.alert_id
for update of due;

-- drop_stale --
-- What its article says no more before it was told is not told; what the article says instead is an alert of its own.
delete from posture.due
using posture.alert, posture.version
where due.message_id is null
  and alert.alert_id = due.alert_id
  and version.version_id = alert.version_id
  and alert.as_decided #>> '{fact,key}' is not null
  and exists (
    select
    from (
      select newest.version_id
      from posture.version as newest
      where newest.article_id = version.article_id and newest.extracted_at is not null
      order by newest.number desc
      limit 1
    ) as latest
    where latest.version_id <> alert.version_id
      and not exists (
        select from posture.claim
        where claim.version_id = latest.version_id and claim.key = alert.as_decided #>> '{fact,key}'
      )
  );

-- written --
-- These are in a letter now.
update posture.due
set message_id = (select message_id from posture.message where key = %(key)s)
where list = %(list)s and alert_id = any (%(alert_ids)s);

-- drop --
-- The list is no more: nobody is left to be told.
delete from posture.due
where list = %(list)s and message_id is null;
