-- The day that counts as today in the ledger: that of the newest run, in Baghdad; before the first run the calendar's.
create view analyst.today as
select (coalesce(max(now), now()) at time zone 'Asia/Baghdad')::date as day
from posture.run;

comment on view analyst.today is 'The day that counts as today in the ledger: that of the newest run, in Baghdad.';
comment on column analyst.today.day is 'The day.';
