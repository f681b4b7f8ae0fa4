"""What an analyst sees inside Airflow, behind its login."""

from __future__ import annotations

import os
from contextlib import closing
from typing import Annotated, Literal

from airflow.api_fastapi.core_api.security import get_user
from fastapi import Depends, FastAPI, HTTPException, Query
from fastapi.responses import HTMLResponse

from posture.adapters.database import Database
from posture.errors import PostureError
from posture.ui.front import gathered, render

# Airflow asks for no login in the apps of plugins: this does, for every page.
app = FastAPI(title="Force posture", dependencies=[Depends(get_user)], openapi_url=None)


@app.get("/", response_class=HTMLResponse)
def front_page(lang: Annotated[Literal["en", "ar"], Query()] = "en") -> str:
    """The picture, the dates, the stories and the books, in English or Arabic."""
    try:
        url = os.environ.get("AIRFLOW_CONN_POSTURE_DB", "")
        with closing(Database(url)) as database, database.transaction() as session:
            return render(gathered(session), language=lang)
    except PostureError as error:
        raise HTTPException(status_code=503, detail=str(error)) from error
