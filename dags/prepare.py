"""
### Prepare: bring the database to what this checkout expects

By hand, after a deploy. Runs the migrations that are missing, rebuilds what analysts read, loads `seeds/sources.yml`
and the seed articles. May be run at any time, and again.

**When it is red** the message names the migration, view or seed entry. Mend it, clear the task: nothing is half done.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import dag, task

from posture.orchestration import DEFAULT_ARGS, Counts, run


@dag(
    schedule=None,
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=1),
    default_args=DEFAULT_ARGS,
    description="Migrations, views, sources, seed articles",
    doc_md=__doc__,
    tags=["posture", "by hand"],
)
def prepare() -> None:
    """Migrations, views, sources, seed articles."""

    @task
    def database() -> Counts:
        """The database as this checkout expects it."""
        return run("prepare.prepare")

    database()


prepare()
