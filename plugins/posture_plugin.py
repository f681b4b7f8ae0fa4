"""Adds the analysts' pages to Airflow's, behind Airflow's login."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from airflow.plugins_manager import AirflowPlugin

_PREFIX = "/posture"
_Message = MutableMapping[str, Any]


async def _pages(
    scope: _Message, receive: Callable[[], Awaitable[_Message]], send: Callable[[_Message], Awaitable[None]]
) -> None:
    # Every task's process imports its plugins; only the API server, once asked, pays the second that the pages cost.
    from posture.ui.pages import app  # noqa: PLC0415

    await app(scope, receive, send)


class PosturePlugin(AirflowPlugin):
    """The pages under `/posture`, with an entry in Airflow's menu."""

    name = "posture"
    fastapi_apps = [{"app": _pages, "url_prefix": _PREFIX, "name": "posture"}]  # noqa: RUF012 -- Airflow's own form
    external_views = [  # noqa: RUF012
        {
            "name": "Force posture",
            "href": f"{_PREFIX.lstrip('/')}/",  # no slash before it: below the base path of [api] base_url
            "url_route": "posture",
            "destination": "nav",
            "category": "browse",
        }
    ]
