"""DAGs run for real, each in Airflow's own process for trying one out, against databases of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from posture.runtime.airflow_settings import sqlalchemy
from posture.runtime.postgres import EmbeddedPostgres

ROOT = Path(__file__).parents[2]

RUN = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
bag = DagBag(dag_folder=sys.argv[1])
ended = {}
for name, conf in json.loads(sys.argv[2]).items():
    run = bag.dags[name].test(run_conf=conf)
    ended[name] = {task.task_id: str(task.state) for task in run.get_task_instances()}
    ended[name + " run"] = {"state": str(run.state)}
print("ENDED " + json.dumps(ended))
"""


@pytest.fixture(scope="module")
def airflow(postgres: EmbeddedPostgres, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of an Airflow with tables of its own and an empty posture database."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW")}
    env = inherited | {
        "AIRFLOW_HOME": str(tmp_path_factory.mktemp("airflow")),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(ROOT / "plugins"),
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": sqlalchemy(postgres.ensure_database("dags_airflow")),
        "AIRFLOW_CONN_POSTURE_DB": postgres.ensure_database("dags_posture"),
    }
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], env=env, check=True, capture_output=True)
    return env


def run(env: dict[str, str], **dags: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Run these DAGs one after the other; the state in which each task ended."""
    command = [sys.executable, "-c", RUN, str(ROOT / "dags"), json.dumps(dags)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=500, check=False)
    told = [line for line in done.stdout.splitlines() if line.startswith("ENDED ")]
    assert told, done.stdout[-2000:] + done.stderr[-4000:]
    ended: dict[str, dict[str, str]] = json.loads(told[-1].removeprefix("ENDED "))
    return ended


@pytest.mark.airflow
@pytest.mark.timeout(600)
def test_an_empty_database_is_prepared_checked_and_looked_at_again(airflow: dict[str, str]) -> None:
    window = {"first": "2020-01-01", "last": "2030-01-01", "dry_run": True}
    ended = run(airflow, prepare={}, check={}, reprocess=window, backfill={**window, "last": "2020-01-03"})
    assert ended["prepare"] == {"database": "success"}
    assert ended["check"] == {"rules": "success", "sources": "success", "seen": "success"}
    assert ended["reprocess"] == {"again": "success"}
    assert ended["backfill"]["window"] == "success"
    assert ended["backfill"]["fetch"] == "skipped"  # a dry run asks nobody
    with closing(psycopg2.connect(airflow["AIRFLOW_CONN_POSTURE_DB"])) as connection, connection.cursor() as cursor:
        cursor.execute("select count(*) from posture.article where source_id = 'seed_corpus'")
        assert cursor.fetchone() == (5,)


@pytest.mark.airflow
@pytest.mark.timeout(600)
def test_a_source_that_cannot_be_seen_makes_its_task_red_and_not_the_run(airflow: dict[str, str]) -> None:
    run(airflow, prepare={})
    with closing(psycopg2.connect(airflow["AIRFLOW_CONN_POSTURE_DB"])) as connection, connection.cursor() as cursor:
        cursor.execute(
            "insert into posture.source_state (source_id, state, next_due_at, last_polled_at, failures, outcome)"
            " select source_id, '{}', now(), now(), 3, 'status' from posture.source where status = 'on' limit 1"
        )
        connection.commit()
        ended = run(airflow, check={})
        cursor.execute("delete from posture.source_state")
        connection.commit()
    assert ended["check"] == {"rules": "success", "sources": "failed", "seen": "success"}
    assert ended["check run"] == {"state": "success"}


@pytest.mark.airflow
@pytest.mark.timeout(600)
def test_a_missing_connection_fails_the_task_at_once_and_says_what_to_set(airflow: dict[str, str]) -> None:
    env = {name: value for name, value in airflow.items() if name != "AIRFLOW_CONN_POSTURE_DB"}
    assert run(env, check={})["check"]["rules"] == "failed"
