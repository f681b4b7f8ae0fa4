"""What the project is told by its surroundings: which database it speaks to, and who answers for its requests."""

from __future__ import annotations

import os
from pathlib import Path

from posture.adapters.database_urls import SETTING, checked
from posture.adapters.places import PROJECT
from posture.errors import Misconfigured

# Written by a running demo, so that `posture status` in another terminal finds its database.
ADDRESS_FILE = "posture.url"


def data_folder() -> Path:
    """Where the demo writes: `DATA`, or `.data/` in the checkout."""
    return Path(os.environ.get("DATA") or PROJECT / ".data")


def given_database_url() -> str | None:
    """The address in `POSTURE_DB_URL`, None when it is not set. Raises Misconfigured when it is no URL."""
    given = os.environ.get(SETTING)
    return checked(given.strip()) if given else None


def database_url() -> str:
    """The posture database: `POSTURE_DB_URL`, else that of the demo in the data folder.

    Raises Misconfigured when there is neither, or when it is no URL.
    """
    given = given_database_url()
    if given:
        return given
    noted = data_folder() / ADDRESS_FILE
    if noted.is_file():
        return noted.read_text(encoding="utf-8").strip()
    remedy = "set it to postgresql://user:password@host/posture, or start `make demo` first"
    raise Misconfigured("is not set", item=SETTING, remedy=remedy)


def user_agent() -> str:
    """How we introduce ourselves to outlets: the project, and whom to write to (`POSTURE_CONTACT`)."""
    contact = os.environ.get("POSTURE_CONTACT", "no contact set")
    return f"posture/0.1 (news monitoring; {contact})"
