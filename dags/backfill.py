"""
### Backfill: fetch what the lists still show of a past window

By hand. `lists` asks every outlet once for what it still shows of the days from `first` to `last`; then each day, a
mapped task of its own, reads GDELT's 96 files of that day, fetches what was published on it, and the asset **pages** is
announced. Feeds show their newest entries only: sitemaps and archives are what reaches back.
**With `dry_run`, as it is at first, the days are listed and nobody is asked.**

**When it is red**

- `window`: the last day lies before the first. Run it again with other days.
- `lists`: the database did not answer. (An outlet that fails is not red: each day asks it again.) Clear it.
- `fetch`: a day is not complete. (One outlet that fails is not red; files of GDELT that could not be had are. A file
  that GDELT does not have is counted as missing and is not red.) Read its log, clear that day: it goes on where it was.
- `publish`: the database did not answer. Clear it: *understand* waits for it.
- `total`: some day failed for good. What the others kept has been announced.

What is known already is passed over: **clear and run again at any time.**
"""

from __future__ import annotations

from datetime import date, timedelta

from airflow.sdk import Param, TriggerRule, dag, task

from posture.orchestration import DEFAULT_ARGS, PAGES, PRESS_POOL, Counts, announce, days_asked, run
from posture.orchestration import total as add_up


@dag(
    schedule=None,
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(days=2),
    default_args={**DEFAULT_ARGS, "execution_timeout": timedelta(hours=3)},
    params={
        "first": Param(type="string", format="date", title="First day", description="Day of publication in Baghdad."),
        "last": Param(type="string", format="date", title="Last day", description="Day of publication in Baghdad."),
        "dry_run": Param(True, type="boolean", title="Dry run", description="List the days and ask nobody."),
    },
    description="A past window, day by day → pages kept",
    doc_md=__doc__,
    tags=["posture", "by hand"],
)
def backfill() -> None:
    """A past window, day by day → pages kept."""

    @task
    def window() -> list[str]:
        """The days to fetch; none in a dry run."""
        return days_asked()

    @task(pool=PRESS_POOL)
    def lists(days: list[str]) -> Counts:
        """Ask every outlet once for what it still shows of these days."""
        if not days:
            return {}
        return run("backfill.lists", first=date.fromisoformat(days[0]), last=date.fromisoformat(days[-1]))

    @task(
        pool=PRESS_POOL,
        map_index_template="{{ task.op_kwargs['day'] }}",
        doc_md="Fetch what was published on this day.",
    )
    def fetch(day: str) -> Counts:
        """Fetch what was published on this day."""
        when = date.fromisoformat(day)
        return run("backfill.backfill", first=when, last=when, part=day)

    @task(outlets=[PAGES], trigger_rule=TriggerRule.ALL_DONE)
    def publish(tallies: list[Counts]) -> None:
        """Announce what was kept, even if another day failed."""
        announce(PAGES, add_up(tallies))

    @task
    def total(tallies: list[Counts]) -> Counts:
        """What all days brought; red when one of them is."""
        return add_up(tallies)

    asked = window()
    tallies = fetch.expand(day=asked)
    lists(asked) >> tallies
    publish(tallies)
    total(tallies)


backfill()
