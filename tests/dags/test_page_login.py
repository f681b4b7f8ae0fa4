"""The analysts' page behind Airflow's login."""

from __future__ import annotations

import pytest


@pytest.mark.filterwarnings("ignore")  # of Airflow's own imports
def test_nobody_sees_the_page_without_a_login() -> None:
    from starlette.testclient import TestClient  # noqa: PLC0415

    from posture.ui.pages import app  # noqa: PLC0415

    answer = TestClient(app).get("/")
    assert answer.status_code == 401
    assert "<html" not in answer.text
