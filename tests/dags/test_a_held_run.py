"""A real Airflow tells by mail, web request and NOTIFY, and asks a person before it tells of an unusual run."""

from __future__ import annotations

import json
import select
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg2
import pytest
import requests
import yaml

from posture.adapters.mail import Mail
from posture.adapters.places import PROJECT, SEEDS
from posture.runtime.airflow import Airflow
from posture.runtime.airflow_api import Run
from posture.runtime.airflow_settings import USER, Setting, keys
from posture.runtime.postgres import EmbeddedPostgres
from posture.runtime.processes import is_free
from posture.runtime.stack import DAGS
from tests.receiver import SECRET, Receiver, receiving
from tests.telling import Postbox, Press, level, postbox

__all__ = ["postbox"]  # a fixture

pytestmark = [pytest.mark.airflow, pytest.mark.timeout(600), pytest.mark.xdist_group("airflow")]
PORTS = range(8170, 8200)
CHANNEL = "posture_alerts"


class Desk:
    """An Airflow with the press whose texts it tells of, and the person who is asked."""

    def __init__(self, airflow: Airflow, press: Press) -> None:
        self.airflow, self.press = airflow, press

    def load(self, name: str, count: int, *, texts: int) -> None:
        """A run that loaded so many texts, each with the same figure."""
        now, today = datetime.now(UTC), datetime.now(UTC).date()
        run_id = self.press.add("run", name=name, now=now, collected_at=now)["run_id"]
        self.press.add("poll", run_id=run_id, source_id="shafaq", outcome="ok", seen=texts)
        for number in range(texts):
            claim = level(count, f"بقي {count} جندي في العراق.")
            article = self.press.article("shafaq", f"{name} {number}", claim, published=today, read_at=now)
            self.press.add(
                "sighting", run_id=run_id, source_id="shafaq", article_id=article["article_id"], via="list",
                outcome="new",
            )  # fmt: skip

    def begin(self) -> Run:
        return self.airflow.api.trigger("alert")

    def until(self, what: Callable[[], Any]) -> Any:
        """What comes true within a minute and a half."""
        for _ in range(300):
            self.airflow.check_alive()
            if found := what():
                return found
            time.sleep(0.3)
        raise AssertionError("it did not happen")

    def ended(self, run: Run) -> str:
        self.until(lambda: self.airflow.api.run(run.dag, run.id).is_over)
        return self.airflow.api.run(run.dag, run.id).state

    def tasks(self, run: Run) -> dict[str, str]:
        found = self.ask("GET", f"dags/alert/dagRuns/{run.id}/taskInstances")["task_instances"]
        return {task["task_id"]: task["state"] for task in found}

    def question(self, run: Run) -> dict[str, Any]:
        """What the page of required actions shows of this run."""
        path = f"dags/alert/dagRuns/{run.id}/hitlDetails"
        asked = self.until(lambda: self.ask("GET", path, response_received=False)["hitl_details"])
        found: dict[str, Any] = asked[0]
        self.until(lambda: self.tasks(run)["hold"] == "awaiting_input")
        return found

    def answer(self, run: Run, chosen: str) -> None:
        # a person reads first: an answer within the second overtakes the worker that asked, and Airflow asks again
        time.sleep(3)
        path = f"dags/alert/dagRuns/{run.id}/taskInstances/hold/-1/hitlDetails"
        self.ask("PATCH", path, body={"chosen_options": [chosen], "params_input": {}})

    def ask(self, method: str, path: str, *, body: Any = None, **params: Any) -> Any:
        url, secret = self.airflow.setting.url, keys(self.airflow.setting.data)["password"]
        login = requests.post(f"{url}/auth/token", json={"username": USER, "password": secret}, timeout=30)
        token = {"Authorization": f"Bearer {login.json()['access_token']}"}
        answer = requests.request(method, f"{url}/api/v2/{path}", json=body, params=params, headers=token, timeout=30)
        answer.raise_for_status()
        return answer.json()


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project's seeds, but one list is told by web request and by NOTIFY too."""
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder)
    alerts = yaml.safe_load((folder / "alerts.yml").read_text(encoding="utf-8"))
    (desk,) = [each for each in alerts["lists"] if each["id"] == "desk"]
    desk |= {"webhooks": ["monitor"], "notify": [CHANNEL]}
    for each in alerts["lists"]:
        each.pop("quiet_hours")  # the hour at which the test runs must not matter
    (folder / "alerts.yml").write_text(yaml.safe_dump(alerts, allow_unicode=True), encoding="utf-8")
    monkeypatch.setenv("POSTURE_SEEDS", str(folder))


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def desk(
    postgres: EmbeddedPostgres, database_url: str, tmp_path: Path, seeds: None, receiver: Receiver,
    postbox: tuple[Postbox, Mail],
) -> Iterator[Desk]:  # fmt: skip
    webhook = json.dumps({"conn_type": "http", "password": SECRET, "extra": {"url": receiver.url}})
    setting = Setting(
        project=PROJECT,
        data=tmp_path,
        port=next(port for port in PORTS if is_free(port)),
        metadata_url=postgres.ensure_database("held_airflow"),
        connections={
            "posture_db": database_url,
            "posture_smtp": f"smtp://127.0.0.1:{postbox[1].port}/?from_email=desk@posture.example",
            "posture_webhook_monitor": webhook,
        },
    )
    airflow, press = Airflow(setting), Press(database_url)
    press.source("shafaq")
    try:
        airflow.migrate()
        airflow.launch("api-server", "dag-processor")
        airflow.wait_for_ui()
        airflow.wait_for_dags(DAGS)
        for dag in DAGS:
            airflow.api.pause(dag, paused=dag != "alert")
        airflow.launch("scheduler")
        yield Desk(airflow, press)
    finally:
        press.connection.close()
        airflow.stop()


def heard(connection: Any) -> int:
    """How many words were said to whoever listens, since it was last asked."""
    if select.select([connection], [], [], 5)[0]:
        connection.poll()
    count = len(connection.notifies)
    connection.notifies.clear()
    return count


def test_what_is_usual_is_told_at_once_and_what_is_not_after_a_person_has_looked(
    desk: Desk, database_url: str, receiver: Receiver, postbox: tuple[Postbox, Mail]
) -> None:
    listening = psycopg2.connect(database_url)
    listening.autocommit = True
    listening.cursor().execute(f"listen {CHANNEL}")
    old = datetime.now(UTC) - timedelta(days=10)  # Airflow's own clock is that of the wall
    desk.press.article("shafaq", "خبر قديم", level(2500, "عددهم 2500."), published=old.date(), read_at=old)
    for number in range(6):
        desk.load(f"usual {number}", 2000, texts=2)

    usual = desk.begin()
    assert desk.ended(usual) == "success"
    assert desk.tasks(usual) == {"hold": "success", "decide": "success", "send": "success"}
    assert [to for to, _ in postbox[0].letters] == ["desk@posture.example", "desk-ar@posture.example"]
    assert len(receiver.taken) == heard(listening) == 1

    desk.load("flood", 1200, texts=60)
    refused = desk.begin()
    question = desk.question(refused)
    assert question["subject"] == "Unusual: look before anything is told"
    assert "- flood: 60 texts were loaded, 30 times the usual 2" in question["body"]
    desk.answer(refused, "Reject")
    assert desk.ended(refused) == "success"
    assert desk.tasks(refused) == {"hold": "success", "decide": "skipped", "send": "skipped"}
    assert len(postbox[0].letters) == 2

    approved = desk.begin()
    assert f"held back by {USER}" in desk.question(approved)["body"]
    desk.answer(approved, "Approve")
    assert desk.ended(approved) == "success"
    assert desk.tasks(approved) == {"hold": "success", "decide": "success", "send": "success"}
    assert len(postbox[0].letters) == 4
    assert len(receiver.taken) == 2
    assert heard(listening) == 1
    (row,) = desk.press.rows("select released_by, refused_by from analyst.hold")
    assert row == {"released_by": USER, "refused_by": USER}
    listening.close()
