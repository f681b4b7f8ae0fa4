"""
### Check: rules that the data must obey, sources that must speak

Daily at 06:30 in Baghdad, before the digest. `rules` runs every file of `sql/checks`; a healthy rule gives no row.
`sources` looks at every source that is watched, and `seen` announces the asset **sources** with how many are watched,
fail, are silent beyond their rhythm, or no longer answer as usual.

**When it is red**

- `rules`: the data break a rule. The message names each broken rule with its first row. Run that file with `psql` to
  see them all, mend the cause, clear the task. The digest goes out all the same: a page with a known flaw serves
  better than none.
- `sources`: some source cannot be seen. The message names each with the reason; `analyst.source_health` has the rest.
  **The run itself stays green:** some outlet is always ill, and a run that is always red is looked at by nobody. Ask
  the source with `posture sources check ID`, mend its entry in `seeds/sources.yml`. There is nothing to clear.
- `seen`: the database did not answer. Clear it.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import CronTriggerTimetable, TriggerRule, dag, task

from posture.orchestration import DEFAULT_ARGS, SOURCES, Counts, announce, run


@dag(
    schedule=CronTriggerTimetable("30 6 * * *", timezone="Asia/Baghdad"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(minutes=30),
    default_args=DEFAULT_ARGS,
    description="Rules of the data and health of the sources → red when one is broken",
    doc_md=__doc__,
    tags=["posture", "daily"],
)
def check() -> None:
    """Rules of the data and health of the sources → red when one is broken."""

    @task
    def rules() -> Counts:
        """How many rows break each rule."""
        return run("check.check")

    @task
    def sources() -> Counts:
        """Red when a source fails, is silent beyond its rhythm, or no longer answers as usual."""
        return run("check.sources")

    @task(outlets=[SOURCES], trigger_rule=TriggerRule.ALL_DONE)
    def seen() -> None:
        """Announce how many sources can be seen. It ends the run, whatever became of `sources`."""
        announce(SOURCES, run("check.health"))

    rules()
    sources() >> seen()


check()
