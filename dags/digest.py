"""
### Digest: the day on one page, every morning

Daily at 07:00 in Baghdad. `compose` writes the digest of the day once; `send` mails it to those whom
`seeds/alerts.yml` names. Run it by hand for another day with the parameter `day`.

**When it is red**

- `compose`: the database did not answer, or a template is broken. Read the log, mend, clear.
- `send`: the mail server did not take it. See connection `posture_smtp`, clear `send`.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import CronTriggerTimetable, Param, dag, task

from posture.orchestration import DEFAULT_ARGS, Counts, run, today


@dag(
    schedule=CronTriggerTimetable("0 7 * * *", timezone="Asia/Baghdad"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=1),
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

    @task
    def compose() -> Counts:
        """Write the digest of the day."""
        return run("digest.compose", today())

    @task
    def send() -> Counts:
        """Mail what waits."""
        return run("digest.send")

    compose() >> send()


digest()
