"""
### Alert: tell those who asked when a claim changes the picture

Runs when **claims** arrive, and every four hours besides: a date that comes near, a source that fell silent and the end
of the quiet hours wait for no claim. `hold` goes straight on, unless a run lay far outside what is usual: then it waits
for a person, who sees the reason under *Required Actions*. `decide` writes each alert and correction once, under a key
that cannot be written twice; `send` puts what is due into letters, hands them over (mail, web request, `NOTIFY`) and
marks each.

**Approve** lets go what was held; after **Reject**, or twelve hours without an answer, nothing is told: it stays, and
the next run asks again. Who answered is in `analyst.hold`.

**When it is red**

- `hold`: the database did not answer. Clear it.
- `decide`: `seeds/alerts.yml` is not valid (the message names the entry), or the database did not answer. Mend the
  file, clear the task.
- `send`: a way out did not take it. `analyst.delivery` has each letter with the failure and what mends it (connection
  `posture_smtp`, or `posture_webhook_<name>`). Clear `send`: what was sent stays sent, the other ways went on.

A retry may repeat a sending, never a decision: a repeat has the same id. What was decided is in `analyst.alert`.
"""

from __future__ import annotations

from airflow.sdk import AssetOrTimeSchedule, CronTriggerTimetable, chain, dag, task

from posture.orchestration import CLAIMS, DEFAULT_ARGS, WAITING_RUN, Counts, HoldOperator, run


@dag(
    # the quiet hours of seeds/alerts.yml end at six, the digest goes out at seven
    schedule=AssetOrTimeSchedule(
        timetable=CronTriggerTimetable("10 2-22/4 * * *", timezone="Asia/Baghdad"), assets=[CLAIMS]
    ),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=WAITING_RUN,
    default_args=DEFAULT_ARGS,
    description="Claims → alerts decided → alerts sent",
    doc_md=__doc__,
    tags=["posture", "when claims arrive", "every 4 hours"],
)
def alert() -> None:
    """Claims → alerts decided → alerts sent."""

    hold = HoldOperator(task_id="hold", doc_md="Ask a person when a run lay far outside what is usual.")

    @task
    def decide() -> Counts:
        """Which alerts are due, each written once."""
        return run("alert.decide")

    @task
    def send() -> Counts:
        """Hand over what is due."""
        return run("alert.send")

    chain(hold, decide(), send())


alert()
