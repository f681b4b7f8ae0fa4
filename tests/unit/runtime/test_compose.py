"""docker-compose.yml as far as it can be checked without Docker: all that it names exists and is pinned."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from posture.runtime.airflow_settings import Setting, options

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE: str = SERVICES["prepare"]["build"]["dockerfile_inline"]
# The keys of the Compose Specification that this file has a use for.
KNOWN = {
    "image", "build", "command", "depends_on", "environment", "healthcheck", "ports", "profiles", "restart", "volumes",
}  # fmt: skip
AIRFLOW_COMMANDS = {"api-server", "scheduler", "dag-processor", "triggerer", "celery"}


def test_the_services_that_the_pipeline_needs_are_there() -> None:
    always = {name for name, service in SERVICES.items() if "profiles" not in service}
    assert always == {"postgres", "mail", "prepare", "api-server", "scheduler", "dag-processor", "triggerer"}
    assert {name for name, service in SERVICES.items() if service.get("profiles") == ["scale"]} == {"redis", "worker"}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_uses_keys_of_the_specification(name: str) -> None:
    assert set(SERVICES[name]) <= KNOWN


@pytest.mark.parametrize("name", SERVICES)
def test_an_image_is_ours_or_pinned_to_a_release(name: str) -> None:
    image = SERVICES[name]["image"]
    assert image == "posture:local" or re.fullmatch(r"[a-z/]+:v?\d+(\.\d+)+(-[a-z]+)?", image)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_that_stays_up_says_whether_it_is_well(name: str) -> None:
    service = SERVICES[name]
    assert service["restart"] == ("no" if name == "prepare" else "unless-stopped")
    assert ("healthcheck" in service) == (name != "prepare")


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_service_waits_for_exists_and_can_come_true(name: str) -> None:
    for other, how in SERVICES[name].get("depends_on", {}).items():
        condition = how["condition"]
        assert condition in {"service_healthy", "service_completed_successfully"}
        assert ("healthcheck" in SERVICES[other]) == (condition == "service_healthy")


@pytest.mark.parametrize("name", SERVICES)
def test_ports_listen_on_this_machine_alone(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", ()))


@pytest.mark.parametrize("name", SERVICES)
def test_volumes_are_declared(name: str) -> None:
    assert {volume.split(":")[0] for volume in SERVICES[name].get("volumes", ())} <= set(COMPOSE["volumes"])


def test_commands_exist() -> None:
    for service in SERVICES.values():
        command = service.get("command", [])
        if command[:1] == ["airflow"]:
            assert command[1] in AIRFLOW_COMMANDS
        elif command:
            assert command[:2] == ["python", "-m"]
            assert importlib.util.find_spec(command[2]) is not None


def test_what_the_image_copies_exists_and_its_base_is_pinned() -> None:
    for line in DOCKERFILE.splitlines():
        if line.startswith("COPY"):
            *sources, _target = line.split()[1:]
            assert all((ROOT / source).exists() for source in sources), line
    assert re.match(r"FROM python:3\.\d+\.\d+-slim-\w+\n", DOCKERFILE)
    # the demo, the tests and the image read seeds and SQL from the same place beside the package
    assert all(f"COPY {folder} {folder}" in DOCKERFILE for folder in ("plugins", "dags", "sql", "seeds"))


def test_every_variable_has_a_default_and_is_explained() -> None:
    used = set(re.findall(r"\$\{([A-Z_]+)", TEXT.replace("$${", "")))
    explained = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert used == explained
    assert not re.search(r"(?<!\$)\$\{[A-Z_]+\}", TEXT), "a variable without a default"


def test_airflow_is_told_the_same_as_by_the_demo() -> None:
    setting = Setting(
        project=ROOT, data=Path("data"), port=8080, metadata_url="postgresql://u:p@h/airflow", connections={}
    )
    secret = dict.fromkeys(("fernet", "jwt", "web"), "")
    demo = {f"AIRFLOW__{s.upper()}__{n.upper()}" for s, values in options(setting, secret).items() for n in values}
    compose = {name.removesuffix("_CMD") for name in SERVICES["scheduler"]["environment"] if "__" in name}
    # sizes and places that a machine of its own has, and what only spreading over workers needs
    ours_alone = {
        "AIRFLOW__DATABASE__SQL_ALCHEMY_POOL_SIZE", "AIRFLOW__API__HOST", "AIRFLOW__API__PORT", "AIRFLOW__API__WORKERS",
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER", "AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES",
        "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL",
    }  # fmt: skip
    assert demo - ours_alone <= compose
    assert compose - demo == {"AIRFLOW__CELERY__BROKER_URL", "AIRFLOW__CELERY__RESULT_BACKEND"}
