"""Addresses of databases: what is taken, and that no message repeats a password."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from click.testing import CliRunner

from posture.adapters.database import Database
from posture.adapters.database_urls import checked, without_password
from posture.adapters.settings import database_url
from posture.commands.status import command as status
from posture.errors import Misconfigured, PostureError

SECRET = "s3cretpw"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://u:s3cretpw@h:5432/posture", "postgresql://u@h:5432/posture"),
        ("postgres://u:s3cretpw@h/posture", "postgres://u@h/posture"),
        ("postgresql://u:a:s3cretpw@h/posture", "postgresql://u@h/posture"),
        ("postgresql://u:%40s3cretpw%2F@h/posture", "postgresql://u@h/posture"),
        ("postgresql://u:s3cretpw@[::1]:5432/posture?sslmode=require", "postgresql://u@[::1]:5432/posture"),
        ("postgresql://h/posture?user=u&password=s3cretpw", "postgresql://h/posture"),
        ("postgresql://u:s3cretpw@h1:1,h2:2/posture", "postgresql://u@h1:1,h2:2/posture"),
        ("postgresql://%2Fvar%2Frun/posture", "postgresql://%2Fvar%2Frun/posture"),
        ("postgresql:///posture", "postgresql:///posture"),
    ],
)
def test_an_address_is_taken_and_shown_without_its_password(url: str, shown: str) -> None:
    assert checked(url) == url
    assert without_password(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("garbage", id="no URL at all"),
        pytest.param("host=127.0.0.1 port=1 user=u password=s3cretpw", id="keywords"),
        pytest.param("mysql://u:s3cretpw@127.0.0.1/posture", id="another database"),
        pytest.param("postgresql:/u:s3cretpw@127.0.0.1/posture", id="one slash"),
        pytest.param("postgresql://u:s3cretpw@[::1:5432/posture", id="a bracket is missing"),
        pytest.param("postgresql://u:s3cretpw127.0.0.1/posture", id="the at sign is missing"),
        pytest.param("postgresql://u:p@s3cretpw@127.0.0.1/posture", id="an at sign in the password"),
        pytest.param("postgresql://u:p/s3cretpw@127.0.0.1/posture", id="a slash in the password"),
        pytest.param("postgresql://u:p?s3cretpw@127.0.0.1/posture", id="a question mark in the password"),
        pytest.param("postgresql://u:p#s3cretpw@127.0.0.1/posture", id="a hash in the password"),
        pytest.param("postgresql://u:p s3cretpw@127.0.0.1/posture", id="a space in the password"),
        pytest.param("postgresql://u:%s3cretpw@127.0.0.1/posture", id="an escape that is none"),
        pytest.param("postgresql://u:s3cretpw@127.0.0.1:port/posture", id="a port that is no number"),
    ],
)
def test_what_could_be_misread_is_refused_without_a_word_of_it(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTURE_DB_URL", url)
    with pytest.raises(Misconfigured, match=r"^POSTURE_DB_URL: ") as refused:
        database_url()
    assert SECRET not in str(refused.value)
    assert refused.value.__context__ is None, "a cause would be shown with it"
    assert SECRET not in without_password(url)
    assert isinstance(CliRunner().invoke(status).exception, Misconfigured)


@pytest.mark.parametrize("password", [SECRET, f"a@{SECRET}", f"{SECRET}/%", f"{SECRET}:é"])
@pytest.mark.parametrize("options", ["", "?nonsense=1", "?sslmode=never", "?connect_timeout=2"])
def test_a_server_that_is_away_is_told_without_the_password(password: str, options: str) -> None:
    database = Database(f"postgresql://u:{quote(password, safe='')}@127.0.0.1:1/posture{options}")
    with pytest.raises(PostureError) as failed, database.transaction():
        pass
    assert failed.value.item == "postgresql://u@127.0.0.1:1/posture"
    assert SECRET not in str(failed.value)
