"""What an analyst sees inside Airflow: the newest stories with what they claim, and what became of every address."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from airflow.api_fastapi.core_api.security import get_user
from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from posture.adapters.database import Database, Row
from posture.errors import PostureError

_STORIES = 50
_OUTCOMES = ("seen", "new", "known", "copy", "variant", "update", "translation", "off_topic", "held", "failed")
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)

# Airflow asks for no login in the apps of plugins: this does, for every page.
app = FastAPI(title="Force posture", dependencies=[Depends(get_user)], openapi_url=None)


@app.get("/", response_class=HTMLResponse)
def front_page() -> str:
    """The stories told most, and the books."""
    try:
        url = os.environ.get("AIRFLOW_CONN_POSTURE_DB", "")
        with closing(Database(url)) as database, database.transaction() as session:
            stories = session.rows("closing.stories", most=_STORIES)
            books = session.rows("books.totals")
    except PostureError as error:
        raise HTTPException(status_code=503, detail=str(error)) from error
    return render(stories, books)


def render(stories: Sequence[Row], books: Sequence[Row]) -> str:
    """The page as HTML; every text in it takes its own direction."""
    return _TEMPLATES.get_template("front_page.html").render(stories=stories, books=books, outcomes=_OUTCOMES)
