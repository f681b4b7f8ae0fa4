"""Where the settings of a start come from, and what is said when they cannot be used."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from pathlib import Path

import pytest

from posture.errors import Misconfigured
from posture.runtime import processes
from posture.runtime.airflow import Airflow
from posture.runtime.airflow_settings import Setting, environment, keys, sqlalchemy
from posture.runtime.real import read_settings
from posture.runtime.surroundings import smtp_address


def setting(data: Path, *, port: int = 8080) -> Setting:
    return Setting(
        project=Path("project"),
        data=data,
        port=port,
        metadata_url="postgresql://u:p@127.0.0.1:5433/airflow",
        connections={"posture_db": "postgresql://u:p@127.0.0.1:5433/posture"},
    )


def test_a_file_gives_what_the_environment_does_not_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"POSTURE_DB_URL": "from the environment"})
    file = tmp_path / ".env"
    file.write_text(
        "# a comment\n\nPOSTURE_DB_URL=from the file\nexport POSTURE_SMTP_URL='smtp://mail.example:25/?a=b=c'\nPORT=\n",
        encoding="utf-8",
    )
    read_settings(file)
    assert os.environ == {"POSTURE_DB_URL": "from the environment", "POSTURE_SMTP_URL": "smtp://mail.example:25/?a=b=c"}


def test_a_line_that_is_no_setting_is_named(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=1\nposture db url\n", encoding="utf-8")
    with pytest.raises(Misconfigured, match="line 2"):
        read_settings(file)


def test_no_file_is_no_setting(tmp_path: Path) -> None:
    before = dict(os.environ)
    read_settings(tmp_path / ".env")
    assert dict(os.environ) == before


def test_secrets_are_made_once_and_are_the_owner_s_alone(tmp_path: Path) -> None:
    assert keys(tmp_path) == keys(tmp_path)
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_airflow_calls_nobody_and_knows_its_own_port(tmp_path: Path) -> None:
    told = environment(setting(tmp_path, port=8123))
    assert told["AIRFLOW__USAGE_DATA_COLLECTION__ENABLED"] == "False"
    assert told["AIRFLOW__CORE__EXECUTION_API_SERVER_URL"] == "http://127.0.0.1:8123/execution/"
    assert told["AIRFLOW_CONN_POSTURE_DB"].endswith("/posture")
    assert told["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"] == sqlalchemy("postgresql://u:p@127.0.0.1:5433/airflow")
    assert "127.0.0.1" in told["NO_PROXY"].split(",")


def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Misconfigured, match=rf"port {port} .*PORT={port + 1}"):
            Airflow(setting(tmp_path, port=port)).claim_port()


def test_one_folder_serves_one_start_at_a_time(tmp_path: Path) -> None:
    with processes.sole_user(tmp_path), pytest.raises(Misconfigured, match="DATA="), processes.sole_user(tmp_path):
        pass
    with processes.sole_user(tmp_path):
        pass  # the first has let go


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("smtp://mail:25", "smtp://mail:25/?folder=%2Fd%2Fdigests"),
        ("smtp://mail:25/?from_email=a", "smtp://mail:25/?from_email=a&folder=%2Fd%2Fdigests"),
    ],
)
def test_the_mail_connection_says_where_digests_are_kept(given: str, address: str) -> None:
    assert smtp_address(given, Path("/d")) == address
