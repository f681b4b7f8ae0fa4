"""
### Alert: tell those who asked when a claim changes the picture

Runs when **claims** arrive. `decide` writes each alert once, under a key that cannot be written twice; `send` mails
what waits and marks it sent.

**When it is red**

- `decide`: `seeds/alerts.yml` is not valid (the message names the entry), or the database did not answer. Mend the
  file, clear the task.
- `send`: the mail server did not take it. See connection `posture_smtp`, clear `send`: what was sent stays sent.

A retry may repeat a mail, never a decision. What waits is in `analyst.alert`.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import dag, task

from posture.orchestration import CLAIMS, DEFAULT_ARGS, Counts, run


@dag(
    schedule=[CLAIMS],
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(minutes=30),
    default_args=DEFAULT_ARGS,
    description="Claims → alerts decided → alerts sent",
    doc_md=__doc__,
    tags=["posture", "when claims arrive"],
)
def alert() -> None:
    """Claims → alerts decided → alerts sent."""

    @task
    def decide() -> Counts:
        """Which alerts are due, each written once."""
        return run("alert.decide")

    @task
    def send() -> Counts:
        """Mail what waits."""
        return run("alert.send")

    decide() >> send()


alert()
