"""
### Digest: the day on one page, every morning

Daily at 07:00 in Baghdad. `hold` goes straight on, unless a run lay far outside what is usual: then it waits for a
person, who sees the reason under *Required Actions*. `compose` writes the digest of yesterday once, and of each missed
day; `send` mails it to those whom `seeds/alerts.yml` names. Run it by hand for another day with the parameter `day`.

After **Reject**, or twelve hours without an answer, no digest goes out: the next one catches up.

**When it is red**

- `hold`: the database did not answer. Clear it.
- `compose`: the database did not answer, or a template is broken. Read the log, mend, clear.
- `send`: the mail server did not take it. `analyst.delivery` has each letter with the failure. See connection
  `posture_smtp`, clear `send`: what was sent stays sent.
"""

from __future__ import annotations

from airflow.sdk import CronTriggerTimetable, Param, chain, dag, task

from posture.orchestration import DEFAULT_ARGS, WAITING_RUN, Counts, HoldOperator, run, today


@dag(
    schedule=CronTriggerTimetable("0 7 * * *", timezone="Asia/Baghdad"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=WAITING_RUN,
    default_args=DEFAULT_ARGS,
    params={
        "day": Param(
            None,
            type=["null", "string"],
            format="date",
            title="Day",
            description="The day in Baghdad whose digest is wanted; empty for today.",
        )
    },
    description="The day's stories → one e-mail",
    doc_md=__doc__,
    tags=["posture", "daily"],
)
def digest() -> None:
    """The day's stories → one e-mail."""

    hold = HoldOperator(task_id="hold", doc_md="Ask a person when a run lay far outside what is usual.")

    @task
    def compose() -> Counts:
        """Write the digest of the day."""
        return run("digest.compose", today())

    @task
    def send() -> Counts:
        """Mail what waits."""
        return run("digest.send")

    chain(hold, compose(), send())


digest()
