"""
### Check: rules that the data must obey

Daily at 06:30 in Baghdad, before the digest. Runs every file of `sql/checks`; a healthy rule gives no row.

**When it is red** the message names each broken rule with its first row. Run that file with `psql` to see them all,
mend the cause, clear the task. The digest goes out all the same: a page with a known flaw serves better than none.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import CronTriggerTimetable, dag, task

from posture.orchestration import DEFAULT_ARGS, Counts, run


@dag(
    schedule=CronTriggerTimetable("30 6 * * *", timezone="Asia/Baghdad"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(minutes=30),
    default_args=DEFAULT_ARGS,
    description="Rules of the data → red when one is broken",
    doc_md=__doc__,
    tags=["posture", "daily"],
)
def check() -> None:
    """Rules of the data → red when one is broken."""

    @task
    def rules() -> Counts:
        """How many rows break each rule."""
        return run("check.check")

    rules()


check()
