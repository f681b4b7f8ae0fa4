"""
### Understand: from kept pages to claims and stories

Runs when **pages** arrive. Reads each page into a version of its article, draws out the claims with the words that
carry them, says what is a copy, variant, update or translation of what, and groups reports of one event into stories.
`publish` announces the asset **claims**, which starts *alert*; `books` checks that every address seen ended in exactly
one state.

**When it is red**

- `read`, `extract`, `match`, `group`: the database did not answer, or our own code failed as a whole. (One bad page is
  not red: it is kept as *failed* with its reason.) Read the log, mend, clear.
- `books`: an address was seen and then lost. The message names run, outlet and number; `analyst.books` lists them. Mend
  the cause, clear `books`. Alerts have gone out all the same.

Each step does what is still missing: **clear and run again at any time.**
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import chain, dag, task

from posture.orchestration import CLAIMS, DEFAULT_ARGS, PAGES, Counts, announce, run, total


@dag(
    schedule=[PAGES],
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=2),
    default_args=DEFAULT_ARGS,
    description="Pages → versions → claims → verdicts → stories",
    doc_md=__doc__,
    tags=["posture", "when pages arrive"],
)
def understand() -> None:
    """Pages → versions → claims → verdicts → stories."""

    @task
    def read() -> Counts:
        """Bytes in, versions of articles out: title, body, dates, language, on the topic or not."""
        return run("understand.read")

    @task
    def extract() -> Counts:
        """Versions in, claims with their evidence out."""
        return run("understand.extract")

    @task
    def match() -> Counts:
        """Copy, variant, update, translation or new, and by which test."""
        return run("understand.match")

    @task
    def group() -> Counts:
        """Reports of one event into one story, whatever their language."""
        return run("understand.group")

    @task(outlets=[CLAIMS])
    def publish(tallies: list[Counts]) -> None:
        """Announce what was understood."""
        announce(CLAIMS, total(tallies))

    @task
    def books() -> Counts:
        """Every address seen ended in exactly one state."""
        return run("understand.books")

    steps = [read(), extract(), match(), group()]
    chain(*steps, [publish(steps), books()])


understand()
