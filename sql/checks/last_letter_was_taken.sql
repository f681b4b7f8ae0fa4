-- The newest letter to every recipient was not refused: mend the address in seeds/alerts.yml, or the receiver.
select newest.channel, newest.recipient, newest.key, newest.failure
from (
  select distinct on (channel, recipient) channel, recipient, key, state, failure
  from analyst.delivery
  where state <> 'pending'
  order by channel, recipient, delivery_id desc
) as newest
where newest.state = 'refused';
