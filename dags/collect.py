"""
### Collect: ask the outlets that are due, keep what is new

Every 15 minutes. `due` lists the outlets whose turn it is, in batches; each batch is one mapped task, named after its
outlets; `publish` announces the asset **pages**, which starts *understand*, even when a batch failed. The asset's event
says how many outlets are silent or no longer answer as usual; the task's log names them.

**When it is red**

- `due`: the database did not answer. The next run makes up for it.
- `collect_source`: a whole batch failed. (One outlet that fails is not red: it is a row of `analyst.source_health`.)
  Read its log, clear the task.
- `publish`: not one of several outlets could be reached; look at this machine's network first, the next run asks again.
  Or the database did not answer: clear it, *understand* waits for it.
- `total`: some batch failed for good. What the others kept has been announced.

Nothing is lost by a red run: an outlet stays due until it was asked. **Clear and run again at any time.**
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import CronTriggerTimetable, TriggerRule, dag, task

from posture.orchestration import DEFAULT_ARGS, PAGES, PRESS_POOL, Counts, announce, ask, run
from posture.orchestration import total as add_up


@dag(
    schedule=CronTriggerTimetable("*/15 * * * *", timezone="UTC"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=1),
    default_args=DEFAULT_ARGS,
    description="Outlets due → pages kept",
    doc_md=__doc__,
    tags=["posture", "every 15 minutes"],
)
def collect() -> None:
    """Outlets due → pages kept."""

    @task
    def due() -> list[list[str]]:
        """Which outlets to ask now, in batches."""
        batches: list[list[str]] = ask("collect.due")
        return batches

    @task(
        pool=PRESS_POOL,
        map_index_template="{{ task.op_kwargs['source_ids'] | join(', ') }}",
        doc_md="Ask these outlets and keep their new pages.",
    )
    def collect_source(source_ids: list[str]) -> Counts:
        """Ask these outlets and keep their new pages."""
        return run("collect.collect", source_ids)

    @task(outlets=[PAGES], trigger_rule=TriggerRule.ALL_DONE)
    def publish(tallies: list[Counts]) -> None:
        """Close the asking; announce what was kept, even if another batch failed, and how many sources are silent."""
        health = run("collect.finish")
        announce(PAGES, add_up([*tallies, health]))

    @task
    def total(tallies: list[Counts]) -> Counts:
        """What all batches brought; red when one of them is."""
        return add_up(tallies)

    tallies = collect_source.expand(source_ids=due())
    publish(tallies)
    total(tallies)


collect()
