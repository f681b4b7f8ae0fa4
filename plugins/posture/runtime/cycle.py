"""One full cycle through Airflow: trigger a DAG, follow what its assets set off, and know how each run ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from posture.errors import Transient
from posture.runtime import processes
from posture.runtime.airflow import Airflow
from posture.runtime.airflow_api import Run
from posture.runtime.telling import Tell, Teller

_PATIENCE = 30 * 60  # seconds for one run; a cold and busy machine needs a few minutes at most
_SET_OFF = 30 * 60  # seconds; a run of the same DAG may have to end first


@dataclass(slots=True)
class Cycle:
    """Triggers runs one after the other, and judges at the end all that ran since it began."""

    airflow: Airflow
    teller: Teller
    began: datetime = field(default_factory=lambda: datetime.now(UTC))

    def follow(self, *dags: str, label: str) -> None:
        """Run the first DAG; each of the others is expected to be set off by the one before it."""
        with self.teller.doing(f"{label}  {dags[0]}") as tell:
            run = self._wait(self.airflow.api.trigger(dags[0]), tell)
        for dag in dags[1:]:
            with self.teller.doing(f"{label}  {dag}") as tell:
                run = self._wait(self._set_off(run, dag), tell)

    def settle(self) -> None:
        """Wait until nothing runs any more, whoever started it."""
        if not processes.wait_until(lambda: not self.airflow.api.unfinished(), seconds=_PATIENCE, every=0.5):
            names = ", ".join(f"{run.dag} {run.id}" for run in self.airflow.api.unfinished())
            raise Transient(f"not over after {_PATIENCE // 60} min", item=names, remedy="see it in the UI")

    def failed(self) -> Iterator[str]:
        """The runs that failed, each with its failed tasks."""
        for run in self.airflow.api.runs(states=["failed"]):
            if run.began is not None and run.began >= self.began:
                tasks = ", ".join(self.airflow.api.failed_tasks(run))
                yield f"{run.dag} {run.id} failed" + (f" (tasks {tasks})" if tasks else "")

    def _wait(self, run: Run, tell: Tell) -> Run:
        api = self.airflow.api

        def is_over() -> bool:
            self.airflow.check_alive()
            done, total = api.progress(run)
            tell(f"{done} of {total} tasks" if total else "")
            return api.run(run.dag, run.id).is_over

        if not processes.wait_until(is_over, seconds=_PATIENCE, every=0.5):
            raise Transient(
                f"not over after {_PATIENCE // 60} min", item=f"{run.dag} {run.id}", remedy="see it in the UI"
            )
        over = api.run(run.dag, run.id)
        tell("" if over.state == "success" else f"[red]{over.state}[/red]")
        return over

    def _set_off(self, run: Run, dag: str) -> Run:
        """The run of `dag` that takes up what this run announced.

        Airflow joins events that come while one waits already, and names only the first as the cause: so it is known
        by its beginning, which is after the event. A run that the clock began is another.
        """
        found: list[Run] = []

        def is_there() -> bool:
            self.airflow.check_alive()
            announced = self.airflow.api.announced_at(run)
            if announced is not None:
                runs = self.airflow.api.runs(dag=dag)
                found[:] = [
                    each for each in runs if each.set_off and each.began is not None and each.began >= announced
                ]
            return bool(found)

        if not processes.wait_until(is_there, seconds=_SET_OFF, every=0.5):
            remedy = "see the tasks of that run in the UI: the one that announces the asset must be green"
            raise Transient(f"did not set off {dag}", item=f"{run.dag} {run.id} ({run.state})", remedy=remedy)
        return found[-1]
