"""What the service `prepare` of docker-compose.yml does before the others start, and again after each update.

Makes the secrets that the services share, Airflow's tables, the posture database as this checkout expects it, the pool.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from posture.adapters.world import open_world
from posture.runtime.airflow import POOL
from posture.runtime.airflow_settings import USER, keys
from posture.runtime.postgres import ensure_database
from posture.steps.prepare import prepare


def main() -> None:
    """Make all ready; raises `PostureError` or `CalledProcessError` when something cannot be."""
    write_secrets(Path(os.environ["AIRFLOW_HOME"]))
    ensure_database(metadata_server(os.environ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]), "airflow")
    _airflow("db", "migrate")
    _airflow("pools", "set", POOL[0], str(POOL[1]), "how many tasks ask the press at once")
    with open_world(database_url=os.environ["AIRFLOW_CONN_POSTURE_DB"], now=datetime.now(UTC), run="prepare") as world:
        prepare(world)


def write_secrets(home: Path) -> None:
    """One file per secret, as Airflow's `_CMD` settings read them, made once."""
    secret = keys(home)
    (home / "secrets").mkdir(mode=0o700, exist_ok=True)
    for name in ("fernet", "jwt", "web"):
        file = home / "secrets" / name
        file.touch(mode=0o600)
        file.write_text(secret[name])
    passwords = home / "passwords.json"
    passwords.touch(mode=0o600)
    passwords.write_text(json.dumps({USER: secret["password"]}) + "\n")


def metadata_server(sqlalchemy_url: str) -> str:
    """A database that exists on the server of Airflow's tables, from which theirs can be made.

    >>> metadata_server("postgresql+psycopg2://posture:secret@postgres:5432/airflow")
    'postgresql://posture:secret@postgres:5432/posture'
    """
    return "postgresql://" + sqlalchemy_url.split("://", 1)[1].rpartition("/")[0] + "/posture"


def _airflow(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "airflow", *words], check=True)  # noqa: S603 -- our own words


if __name__ == "__main__":
    main()
