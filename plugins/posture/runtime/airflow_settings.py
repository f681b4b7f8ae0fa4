"""How Airflow is set up on one machine: all by environment, nothing in the user's home, nothing sent anywhere.

Every setting that differs from Airflow's default stands here, with its reason where the name does not say it.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet

from posture.runtime import processes

HOST = "127.0.0.1"
USER = "analyst"
Options = Mapping[str, Mapping[str, object]]  # section -> name -> value


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where one Airflow lives and what it may use. `project` is the checkout that holds `dags/` and `plugins/`."""

    project: Path
    data: Path
    port: int
    metadata_url: str
    connections: Mapping[str, str]  # posture_db -> address

    @property
    def home(self) -> Path:
        """AIRFLOW_HOME."""
        return self.data / "airflow"

    @property
    def passwords(self) -> Path:
        """Where Airflow's simple login looks for passwords."""
        return self.home / "passwords.json"

    @property
    def logs(self) -> Path:
        """The folder of all logs, those of the processes and those of the tasks."""
        return self.data / "logs"

    @property
    def url(self) -> str:
        """The address of the UI."""
        return f"http://{HOST}:{self.port}"


def parallelism() -> int:
    """How many tasks run at once: one a processor, from 2 to 4, since each is a Python process of 200 MB."""
    return min(4, max(2, os.cpu_count() or 2))


def keys(data: Path) -> dict[str, str]:
    """The secrets of this Airflow, made once and kept in DATA for the next start."""
    file = data / "secrets.json"
    if file.is_file():
        known: dict[str, str] = json.loads(file.read_text())
        return known
    made = {
        "fernet": Fernet.generate_key().decode(),
        "jwt": secrets.token_hex(32),
        "web": secrets.token_hex(32),
        "password": secrets.token_urlsafe(12),
        "analyst": secrets.token_hex(12),
    }
    half = file.with_suffix(".new")
    half.touch(mode=0o600)
    half.write_text(json.dumps(made))
    half.replace(file)
    return made


def environment(setting: Setting) -> dict[str, str]:
    """All that Airflow's processes are told, on top of our own environment."""
    chosen = options(setting, keys(setting.data))
    loopback = ["localhost", HOST]
    return {
        **os.environ,
        **{
            f"AIRFLOW__{section.upper()}__{name.upper()}": str(value)
            for section, values in chosen.items()
            for name, value in values.items()
        },
        **{f"AIRFLOW_CONN_{name.upper()}": url for name, url in setting.connections.items()},
        "AIRFLOW_HOME": str(setting.home),
        "NO_PROXY": ",".join(filter(None, [os.environ.get("NO_PROXY", ""), *loopback])),
        "PYTHONUNBUFFERED": "1",
        processes.MARK: str(setting.data.resolve()),
    }


def write_password(setting: Setting) -> None:
    """Tell Airflow's simple login the password of its one user."""
    setting.home.mkdir(parents=True, exist_ok=True)
    setting.passwords.touch(mode=0o600)
    setting.passwords.write_text(json.dumps({USER: keys(setting.data)["password"]}) + "\n")


def options(setting: Setting, secret: Mapping[str, str]) -> Options:
    """What differs from Airflow's defaults, by section and name."""
    return {
        "core": {
            "dags_folder": setting.project / "dags",
            "plugins_folder": setting.project / "plugins",
            "executor": "LocalExecutor",
            "parallelism": parallelism(),
            "load_examples": False,
            "dags_are_paused_at_creation": False,  # a fresh start collects without a click
            "fernet_key": secret["fernet"],
            "execution_api_server_url": f"{setting.url}/execution/",
            "simple_auth_manager_users": f"{USER}:admin",
            "simple_auth_manager_passwords_file": setting.passwords,
        },
        "database": {"sql_alchemy_conn": sqlalchemy(setting.metadata_url), "sql_alchemy_pool_size": 3},
        "api": {
            "base_url": setting.url,
            "host": HOST,
            "port": setting.port,
            "workers": 1,
            "secret_key": secret["web"],
            "instance_name": "Iraq–US force posture",
        },
        "api_auth": {"jwt_secret": secret["jwt"]},
        "logging": {"base_log_folder": setting.logs / "tasks"},
        "dag_processor": {"parsing_processes": 1, "min_file_process_interval": 60},
        "usage_data_collection": {"enabled": False},
    }


def sqlalchemy(url: str) -> str:
    """The address of a database as SQLAlchemy wants it, with the driver that the client fixed."""
    return "postgresql+psycopg2://" + url.split("://", 1)[1]
