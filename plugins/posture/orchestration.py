"""Where the pipeline meets Airflow: connections become a world, our errors become its retries, tallies its records.

The only module that imports Airflow. A task names a step, `"understand.read"`, and gets back counts. The steps
themselves, and all that they need, are imported when a task runs: parsing a DAG file costs nothing.

Connections, set by environment (`AIRFLOW_CONN_POSTURE_DB`, …):

    posture_db      postgresql://user:password@host:port/posture
    posture_smtp    smtp://user:password@host:port/?from_email=…&tls=true&folder=…; without it sending fails aloud;
                    `folder` also keeps each digest as .eml and .html
    posture_webhook_NAME
                    {"conn_type": "http", "password": "the shared secret", "extra": {"url": "https://…"}}, for each
                    webhook that a list of seeds/alerts.yml names
    posture_press   http://127.0.1.1:8099/?sources=/path/sources.yml; only where the sample press stands in for the
                    world. Its clock is then *now*; otherwise that is the run's `run_after`: a retry sees the same day.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import Asset, Connection, ExceptionRetryPolicy, RetryAction, RetryRule, get_current_context
from airflow.sdk.exceptions import AirflowNotFoundException

from posture.errors import Misconfigured, Rejected, Transient
from posture.model import Tally

if TYPE_CHECKING:
    from posture.adapters.world import World

Counts = dict[str, int]

BAGHDAD = ZoneInfo("Asia/Baghdad")
PAGES = Asset(name="pages", uri="posture://pages", group="posture")
CLAIMS = Asset(name="claims", uri="posture://claims", group="posture")
SOURCES = Asset(name="sources", uri="posture://sources", group="posture")
# Airflow's pool that bounds how many tasks ask the press at once; the driver and docker-compose.yml make it.
PRESS_POOL = "press"

# The error tree, once for every task: what may pass by itself is tried again, what needs a person is not.
RETRIES = ExceptionRetryPolicy(
    rules=[
        RetryRule(exception=Transient, action=RetryAction.RETRY, reason="the world did not answer; trying again"),
        RetryRule(
            exception=Misconfigured, action=RetryAction.FAIL, reason="the set-up is wrong; a person must mend it"
        ),
        RetryRule(exception=Rejected, action=RetryAction.FAIL, reason="the data are refused; trying again cannot help"),
    ]
)
DEFAULT_ARGS: dict[str, Any] = {
    "owner": "posture",
    "retries": 3,
    "retry_delay": timedelta(seconds=20),
    "retry_exponential_backoff": 2.0,
    "max_retry_delay": timedelta(minutes=10),
    "retry_policy": RETRIES,
    "execution_timeout": timedelta(minutes=30),
}

# So long an unusual run waits for its answer; without one nothing is told, and the next run asks again.
ANSWER_WITHIN = timedelta(hours=12)
# A run of a DAG that may have to wait for a person.
WAITING_RUN = ANSWER_WITHIN + timedelta(hours=1)

_log = logging.getLogger(__name__)


class HoldOperator(ApprovalOperator):
    """Goes straight on when all is as usual; asks a person, who is shown why, when a run was far from it.

    "Approve" lets go what waited and the run goes on. With "Reject", or without an answer in `ANSWER_WITHIN`, nothing
    is told: what waits stays waiting, and the next run asks again.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(
            subject="Nothing unusual",
            defaults=self.REJECT,
            response_timeout=ANSWER_WITHIN,
            ignore_downstream_trigger_rules=True,
            **options,
        )

    def execute(self, context: Any) -> Any:
        """Ask only where there is a reason."""
        reasons: list[str] | None = ask("hold.decide")
        if not reasons:
            _log.info("All is as usual: no person is asked")
            return None
        self.subject = "Unusual: look before anything is told"
        self.body = "\n".join(
            [
                *(f"- {reason}" for reason in reasons),
                "",
                "**Approve**: what was loaded is right, tell it.",
                "",
                "**Reject**: tell nothing now. It stays, and the next run asks again.",
                "",
                "The texts are in `analyst.article`, the runs in `analyst.hold`.",
            ]
        )
        return super().execute(context)

    def execute_complete(self, context: Any, event: dict[str, Any]) -> Any:
        """Write down who answered what; then go on, or end the run here."""
        if "error" not in event:
            answered = event["responded_by_user"]
            by = answered["name"] if answered else "nobody in time"
            let_go = event["chosen_options"] == [self.APPROVE]
            count = ask("hold.release" if let_go else "hold.refuse", by)
            _log.info("%s by %s: %d runs", "let go" if let_go else "held back, nothing is told", by, count)
            # while a person was asked, other runs ended: what is unusual in them nobody has seen
            if let_go and ask("hold.decide"):
                _log.info("another run is unusual: nothing is told, and the next run asks")
                event = {**event, "chosen_options": [self.REJECT]}
        return super().execute_complete(context, event)


def run(step: str, /, *args: Any, part: str = "", **options: Any) -> Counts:
    """Do a step in the world of this task; its counts. `part` gives it books of its own within the run.

    Airflow decides by the error what happens next: see `RETRIES`.
    """
    tally: Tally = _call(step, *args, part=part, **options)
    counts = dict(tally.counts)
    _log.info("%s: %s", step, ", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "nothing to do")
    return counts


def ask(step: str, /, *args: Any, **options: Any) -> Any:
    """Ask a step that gives a plain answer (ids, days) and not a tally."""
    return _call(step, *args, **options)


def days_asked() -> list[str]:
    """The days of the window that this run was asked for; in a dry run they are told in the log and none is left."""
    from posture.steps.backfill import days  # noqa: PLC0415 -- see the module's first lines

    asked = get_current_context()["params"]
    found = [day.isoformat() for day in days(date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"]))]
    if asked["dry_run"]:
        _log.info("%d days would be fetched: %s", len(found), ", ".join(found))
        return []
    return found


def reprocess_window() -> Counts:
    """Read again what was published in the window that this run was asked for; each difference is a line of the log."""
    from posture.steps.reprocess import tally  # noqa: PLC0415 -- see the module's first lines

    asked = get_current_context()["params"]
    first, last = date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"])
    changes = _call("reprocess.reprocess", first=first, last=last, dry_run=asked["dry_run"])
    for change in changes:
        _log.info("%s  %s: %s → %s", change.url, change.field, change.before, change.after)
    _log.info("%d differences, %s", len(changes), "nothing was changed" if asked["dry_run"] else "all applied")
    return dict(tally(changes).counts)


def total(tallies: Iterable[Mapping[str, int] | None]) -> Counts:
    """The counts of several tasks added up; a task that gave none is passed over."""
    return dict(sum((Tally(each) for each in tallies if each), start=Tally({})).counts)


def announce(asset: Asset, counts: Mapping[str, int]) -> None:
    """Say with the asset's event what this run brought."""
    get_current_context()["outlet_events"][asset].extra = dict(counts)


def now() -> datetime:
    """The moment that counts as now in this run."""
    press = _connection("posture_press")
    if press is not None:
        return _press_clock(f"http://{press.host}:{press.port}/clock")
    moment: datetime = get_current_context()["dag_run"].run_after
    return moment


def today() -> date:
    """The day in Baghdad: the one that the run was asked for, else that of now."""
    asked = get_current_context()["params"].get("day")
    return date.fromisoformat(asked) if asked else now().astimezone(BAGHDAD).date()


def _call(step: str, *args: Any, part: str = "", **options: Any) -> Any:
    stage, _, function = step.partition(".")
    module = importlib.import_module(f"posture.steps.{stage}")
    with _world(part) as world:
        return getattr(module, function)(world, *args, **options)


@contextmanager
def _world(part: str) -> Iterator[World]:
    """The world of this task, from Airflow's connections."""
    from posture.adapters.world import open_world  # noqa: PLC0415 -- see the module's first lines

    dag_run = get_current_context()["dag_run"]
    name = f"{dag_run.dag_id} {dag_run.run_id} {part}".strip()
    with open_world(database_url=_database_url(), now=now(), run=name, **_surroundings()) as world:
        yield world


def _database_url() -> str:
    database = _connection("posture_db")
    if database is None:
        raise Misconfigured(
            "is not set", item="connection posture_db", remedy="set AIRFLOW_CONN_POSTURE_DB to postgresql://…/posture"
        )
    return "postgresql://" + database.get_uri().split("://", 1)[1]


def _surroundings() -> dict[str, Any]:
    """Mail and press of this task's world, where there are connections for them."""
    from posture.adapters.mail import Mail  # noqa: PLC0415
    from posture.adapters.web_guard import Press  # noqa: PLC0415

    found: dict[str, Any] = {}
    smtp = _connection("posture_smtp")
    if smtp is not None:
        options = smtp.extra_dejson
        found["mail"] = Mail(
            host=smtp.host or "",
            port=smtp.port or 25,
            sender=options.get("from_email") or "posture@localhost",
            username=smtp.login or None,
            password=smtp.password or None,
            tls=str(options.get("tls", "")).lower() in {"1", "true", "yes"},
        )
        found["folder"] = Path(options["folder"]) if options.get("folder") else None
    press = _connection("posture_press")
    if press is not None:
        found["press"] = Press(network="127.0.1.0/24", port=press.port)  # the press, not its neighbours
        found["sources"] = Path(press.extra_dejson["sources"])
    return {**found, "webhooks": _webhooks()}


def _webhooks() -> dict[str, Any]:
    """The receivers that `seeds/alerts.yml` names, each from its connection; sending refuses aloud one without."""
    from posture.adapters.alert_rules import read_alerts  # noqa: PLC0415
    from posture.adapters.webhook import Webhook  # noqa: PLC0415

    found = {name: _connection(f"posture_webhook_{name}") for name in read_alerts().webhooks}
    return {
        name: Webhook(name=name, url=connection.extra_dejson["url"], secret=connection.password or "")
        for name, connection in found.items()
        if connection is not None
    }


def _connection(name: str) -> Connection | None:
    try:
        found: Connection = Connection.get(name)
    except AirflowNotFoundException:
        return None
    return found


def _press_clock(address: str) -> datetime:
    import requests  # noqa: PLC0415

    try:
        answer = requests.get(address, timeout=10)
        answer.raise_for_status()
    except requests.RequestException as error:
        raise Transient(f"no answer ({error})", item=address, remedy="is the sample press running?") from error
    return datetime.fromisoformat(answer.json()["now"])
