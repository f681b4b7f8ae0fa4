"""What every DAG file owes to those who run it: it loads, explains itself, and retries by our errors."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from posture import orchestration
from posture.errors import Misconfigured, Rejected, Transient

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "dags").glob("*.py"))
EXPECTED = {"collect", "understand", "alert", "digest", "check", "prepare", "backfill", "reprocess"}
# What parsing a DAG file must not load: the pipeline itself, and what makes imports slow.
LATE = ("posture.steps", "posture.adapters", "posture.lexicon", "psycopg2", "lxml", "trafilatura", "matplotlib")

# Airflow reads its settings when it is imported, so the DAGs are loaded in a process of their own.
LOAD = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
bag = DagBag(dag_folder=sys.argv[1])
late = [name for name in sys.argv[2].split(",") if name in sys.modules]
dags = {
    dag.dag_id: {
        "description": dag.description, "doc": dag.doc_md, "tags": sorted(dag.tags), "catchup": dag.catchup,
        "active": dag.max_active_runs, "timeout": dag.dagrun_timeout is not None,
        "timetable": type(dag.timetable).__name__,
        "tasks": {
            task.task_id: {
                "owner": task.owner, "retries": task.retries, "policy": type(task.retry_policy).__name__,
                "timeout": task.execution_timeout is not None, "pool": task.pool, "doc": task.doc_md,
                "outlets": [outlet.name for outlet in task.outlets],
                "after": sorted(task.upstream_task_ids), "mapped": task.is_mapped,
            }
            for task in dag.tasks
        },
    }
    for dag in bag.dags.values()
}
print(json.dumps({"errors": bag.import_errors, "dags": dags, "late": late}))
"""


@pytest.fixture(scope="session")
def bag(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Airflow makes of the folder of DAGs, in an empty home of its own."""
    home = tmp_path_factory.mktemp("airflow")
    env = {name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW")}
    env |= {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(ROOT / "plugins"),
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "ERROR",
    }
    command = [sys.executable, "-c", LOAD, str(ROOT / "dags"), ",".join(LATE)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    loaded: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return loaded


def test_every_dag_loads_and_none_is_missing(bag: dict[str, Any]) -> None:
    assert bag["errors"] == {}
    assert set(bag["dags"]) == EXPECTED == {path.stem for path in FILES}


def test_parsing_loads_nothing_of_the_pipeline(bag: dict[str, Any]) -> None:
    assert bag["late"] == []


def test_every_dag_is_a_runbook(bag: dict[str, Any]) -> None:
    for name, dag in bag["dags"].items():
        assert dag["description"], name
        assert "**When it is red**" in (dag["doc"] or ""), name
        for task, facts in dag["tasks"].items():
            if facts["after"]:  # a reader of the page finds each later task that can fail by its name
                assert f"`{task}`" in dag["doc"], f"{name}.{task} is not named in the runbook"


def test_every_dag_has_tags_and_bounds(bag: dict[str, Any]) -> None:
    for name, dag in bag["dags"].items():
        assert "posture" in dag["tags"], name
        assert len(dag["tags"]) >= 2, f"{name} does not say when it runs"
        assert dag["catchup"] is False, name
        assert dag["active"] == 1, name
        assert dag["timeout"], name


def test_alerts_wait_for_claims_or_the_clock(bag: dict[str, Any]) -> None:
    assert bag["dags"]["alert"]["timetable"] == "AssetOrTimeSchedule"


@pytest.mark.parametrize(("dag", "first"), [("alert", "decide"), ("digest", "compose")])
def test_nothing_is_told_before_an_unusual_run_was_looked_at(bag: dict[str, Any], dag: str, first: str) -> None:
    tasks = bag["dags"][dag]["tasks"]
    assert tasks["hold"]["after"] == []
    assert tasks[first]["after"] == ["hold"]


def test_every_task_has_an_owner_retries_and_a_time_limit(bag: dict[str, Any]) -> None:
    for name, dag in bag["dags"].items():
        for task, facts in dag["tasks"].items():
            where = f"{name}.{task}"
            assert facts["owner"] == "posture", where
            assert facts["retries"] >= 2, where
            assert facts["policy"] == "ExceptionRetryPolicy", where
            assert facts["timeout"], where
            assert facts["doc"], f"{where} has no docstring"


def test_only_the_asking_of_outlets_takes_a_turn_in_the_pool(bag: dict[str, Any]) -> None:
    pooled = {
        f"{name}.{task}"
        for name, dag in bag["dags"].items()
        for task, facts in dag["tasks"].items()
        if facts["pool"] == orchestration.PRESS_POOL
    }
    assert "collect.collect_source" in pooled
    assert all("understand" not in task for task in pooled)


def test_each_asset_is_announced_by_one_unmapped_task(bag: dict[str, Any]) -> None:
    # a mapped task would announce once for each of its parts and start as many runs
    for asset, dag in (("pages", "collect"), ("claims", "understand")):
        announcing = [facts for facts in bag["dags"][dag]["tasks"].values() if asset in facts["outlets"]]
        assert len(announcing) == 1
        assert not announcing[0]["mapped"]


def steps_named() -> list[str]:
    """Every step that a DAG file names in `run(…)` or `ask(…)`."""
    return [
        call.args[0].value
        for path in FILES
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"run", "ask"}
        if isinstance(call.args[0], ast.Constant)
    ]


@pytest.mark.parametrize("step", sorted(set(steps_named())))
def test_every_step_that_a_dag_names_exists(step: str) -> None:
    stage, _, function = step.partition(".")
    assert importlib.util.find_spec(f"posture.steps.{stage}") is not None
    assert callable(getattr(importlib.import_module(f"posture.steps.{stage}"), function))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_dag_file_does_nothing_but_declare_its_dag(path: Path) -> None:
    *before, call = ast.parse(path.read_text(encoding="utf-8")).body
    kinds = (ast.Expr, ast.ImportFrom, ast.FunctionDef)
    assert all(isinstance(statement, kinds) for statement in before)
    assert ast.unparse(call) == f"{path.stem}()"


@pytest.mark.parametrize(
    ("error", "action"),
    [
        (Transient("no answer", item="x", remedy="y"), "retry"),
        (Misconfigured("wrong", item="x", remedy="y"), "fail"),
        (Rejected("refused", item="x", remedy="y"), "fail"),
        (OSError("of the system's own"), "default"),
    ],
)
def test_the_kind_of_error_decides_whether_a_task_is_tried_again(error: Exception, action: str) -> None:
    decision = orchestration.RETRIES.evaluate(error, try_number=1, max_tries=3)
    assert decision.action.value == action


def test_counts_of_batches_add_up_and_a_lost_batch_is_passed_over() -> None:
    assert orchestration.total([{"kept": 2, "failed": 1}, None, {"kept": 3}]) == {"kept": 5, "failed": 1}
    assert orchestration.total([]) == {}
