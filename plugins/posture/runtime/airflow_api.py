"""Airflow's stable REST API, as far as a driver needs it: trigger a DAG, wait for it, see what it set off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import requests

from posture.errors import Misconfigured, Transient

_UNFINISHED = ("queued", "running")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of one DAG."""

    dag: str
    id: str
    state: str
    set_off: bool = False  # by an asset, and not by the clock or by hand
    began: datetime | None = None
    ended: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen in it."""
        return self.state not in _UNFINISHED


class AirflowApi:
    """One Airflow's API, entered with a name and a password. Talks to loopback, hence the short patience."""

    def __init__(self, url: str, *, user: str, password: str) -> None:
        self._url = url
        self._login = {"username": user, "password": password}
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy stands between us and loopback

    def is_up(self) -> bool:
        """Whether the API answers."""
        try:
            return self._session.get(f"{self._url}/api/v2/version", timeout=5).ok
        except requests.RequestException:
            return False

    def has_dags(self, names: Sequence[str]) -> bool:
        """Whether these DAGs are known and can be run. Raises `Misconfigured` when a DAG file is broken."""
        errors = self._get("importErrors")["import_errors"]
        if errors:
            first = errors[0]
            raise Misconfigured(first["stack_trace"].strip()[-500:], item=first["filename"], remedy="mend the DAG file")
        known = {dag["dag_id"] for dag in self._get("dags", limit=100)["dags"]}
        return known.issuperset(names)

    def ensure_pool(self, name: str, slots: int) -> None:
        """Make a pool, which bounds how many tasks ask the press at once."""
        if self._call("GET", f"pools/{name}", accept=(200, 404)).status_code == 404:
            self._call("POST", "pools", json={"name": name, "slots": slots}, accept=(201, 409))

    def pause(self, dag: str, *, paused: bool) -> None:
        """Hold a DAG's schedule, or let it go on."""
        self._call("PATCH", f"dags/{dag}", json={"is_paused": paused})

    def trigger(self, dag: str, *, run_id: str | None = None, conf: Mapping[str, Any] | None = None) -> Run:
        """Start a DAG now."""
        body = {"logical_date": None, "conf": dict(conf or {}), **({"dag_run_id": run_id} if run_id else {})}
        return _run(self._call("POST", f"dags/{dag}/dagRuns", json=body).json())

    def run(self, dag: str, run_id: str) -> Run:
        """How a run stands."""
        return _run(self._get(f"dags/{dag}/dagRuns/{run_id}"))

    def runs(self, *, states: Sequence[str] = (), dag: str = "~") -> list[Run]:
        """The runs of a DAG, or of all; newest first."""
        found = self._get(f"dags/{dag}/dagRuns", limit=100, order_by="-run_after", state=list(states))
        return [_run(each) for each in found["dag_runs"]]

    def announced_at(self, run: Run) -> datetime | None:
        """When a run announced an asset; None when it has not."""
        events = self._get("assets/events", source_dag_id=run.dag, source_run_id=run.id)["asset_events"]
        return max((_moment(event["timestamp"]) for event in events), default=None)

    def progress(self, run: Run) -> tuple[int, int]:
        """How many tasks of a run are over, of how many there are by now."""
        found = self._get(f"dags/{run.dag}/dagRuns/{run.id}/taskInstances", limit=100)["task_instances"]
        return sum(task["end_date"] is not None for task in found), len(found)

    def failed_tasks(self, run: Run) -> list[str]:
        """The names of the tasks that failed in a run, with their map index where they have one."""
        found = self._get(f"dags/{run.dag}/dagRuns/{run.id}/taskInstances", state=["failed"], limit=100)
        return [
            task["task_id"] + (f"[{task['map_index']}]" if task["map_index"] >= 0 else "")
            for task in found["task_instances"]
        ]

    def unfinished(self) -> list[Run]:
        """The runs that are not over."""
        return self.runs(states=_UNFINISHED)

    def fail_unfinished(self) -> list[Run]:
        """Mark the runs that an earlier start left in the middle as failed; call before the scheduler starts."""
        left = self.unfinished()
        for run in left:
            self._call("PATCH", f"dags/{run.dag}/dagRuns/{run.id}", json={"state": "failed"}, accept=(200, 404, 409))
        return left

    def _get(self, path: str, **params: Any) -> Any:
        return self._call("GET", path, params=params).json()

    def _call(self, method: str, path: str, *, accept: Sequence[int] = (200, 201), **options: Any) -> requests.Response:
        if "Authorization" not in self._session.headers:
            self._enter()
        address = f"{self._url}/api/v2/{path}"
        try:
            answer = self._session.request(method, address, timeout=30, **options)
        except requests.RequestException as error:
            raise Transient(f"no answer ({error})", item=address, remedy="see the log of airflow api-server") from error
        if answer.status_code == 401:  # the day of the token is over
            del self._session.headers["Authorization"]
            return self._call(method, path, accept=accept, **options)
        if answer.status_code not in accept:
            what = f"answered {answer.status_code}: {answer.text[:300]}"
            raise Transient(what, item=f"{method} {address}", remedy="see the log of airflow api-server")
        return answer

    def _enter(self) -> None:
        answer = self._session.post(f"{self._url}/auth/token", json=self._login, timeout=30)
        if answer.status_code != 201:
            raise Misconfigured(
                f"the login was refused ({answer.status_code})",
                item=self._url,
                remedy="is another Airflow at this port?",
            )
        self._session.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _run(answer: Mapping[str, Any]) -> Run:
    began, ended = answer["start_date"], answer["end_date"]
    return Run(
        dag=answer["dag_id"],
        id=answer["dag_run_id"],
        state=answer["state"],
        set_off=answer["run_type"] == "asset_triggered",
        began=_moment(began) if began else None,
        ended=_moment(ended) if ended else None,
    )
