"""
### Reprocess: read, extract and match kept pages again

By hand, after a change of code or seeds. Takes the texts published from `first` to `last`, reads them again from their
kept bytes, and lists in the log of `again` what today's rules see differently. **With `dry_run`, as it is at first,
nothing is changed**: look at the list, then run it again without.

**When it is red** the message names the text that could not be read again. What was changed before it stays changed;
mend, clear the task: what is the same by then is passed over.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import Param, dag, task

from posture.orchestration import DEFAULT_ARGS, Counts, reprocess_window


@dag(
    schedule=None,
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=12),
    default_args={**DEFAULT_ARGS, "execution_timeout": timedelta(hours=12)},
    params={
        "first": Param(type="string", format="date", title="First day", description="Day of publication in Baghdad."),
        "last": Param(type="string", format="date", title="Last day", description="Day of publication in Baghdad."),
        "dry_run": Param(True, type="boolean", title="Dry run", description="List the differences and change nothing."),
    },
    description="Kept pages → what today's rules see differently",
    doc_md=__doc__,
    tags=["posture", "by hand"],
)
def reprocess() -> None:
    """Kept pages → what today's rules see differently."""

    @task
    def again() -> Counts:
        """Read, extract and match again; how many differences of each kind."""
        return reprocess_window()

    again()


reprocess()
