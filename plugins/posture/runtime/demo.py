"""The demo: the whole pipeline against the sample press, through Airflow's scheduler, in a folder new or left behind.

Every moment of the press is played from the first, whatever an earlier start did: a step does what is still missing,
so the rows at the end are the same.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

from posture.adapters.database import Database
from posture.errors import Rejected
from posture.newsroom import END
from posture.runtime.airflow import Airflow
from posture.runtime.closing import show_books, show_stories
from posture.runtime.cycle import Cycle
from posture.runtime.sample_press import SamplePress, sample_press
from posture.runtime.stack import Databases, Stack
from posture.runtime.surroundings import mailbox, make_ready, show_addresses

# Two evenings and two mornings: enough for a figure to be told in a digest, edited and put right, for a story to be
# denied, and for the digest of a missed day to be caught up.
_WORK, _TELL = ("collect", "understand", "alert"), ("digest",)
MOMENTS = (
    (datetime(2024, 1, 28, 18, tzinfo=UTC), (_WORK,)),
    (datetime(2024, 1, 29, 4, 5, tzinfo=UTC), (_TELL,)),
    (datetime(2024, 1, 30, 18, tzinfo=UTC), (_WORK,)),
    (END, (_WORK, _TELL, ("check",))),
)
# Held until their turn: a morning that passed while the demo was down must not add a digest of its own.
_BY_HAND = ("digest", "check")


def play(stack: Stack, *, once: bool) -> None:
    """Bring all up, play the press's moments, show what came of it; stay until Ctrl-C unless `once`.

    Raises `Rejected` when a run failed or the books do not balance.
    """
    databases = stack.databases()
    with stack.teller.doing("Sample press and mailbox") as tell:
        press = stack.exits.enter_context(sample_press(stack.data, clock=MOMENTS[0][0]))
        mail = stack.exits.enter_context(mailbox(stack.data))
        tell(press.connection.partition("?")[0])
    airflow = stack.airflow(
        databases,
        {"posture_press": press.connection, "posture_smtp": mail},
        prepare=lambda: make_ready(databases, now=MOMENTS[0][0], sources=press.sources),
        paused=_BY_HAND,
    )
    cycle = Cycle(airflow, stack.teller)
    _play_moments(cycle, press)
    problems = [*cycle.failed(), *_show(stack, airflow, databases)]
    if problems and once:
        raise Rejected("; ".join(problems), item="the demo", remedy=f"see the logs in {stack.data / 'logs'}")
    for problem in problems:
        stack.teller.console.print(f"[red]{problem}[/red]")
    if not once:
        stack.teller.console.print("\nAll stays up until Ctrl-C.")
        stack.stay(airflow)


def _play_moments(cycle: Cycle, press: SamplePress) -> None:
    api = cycle.airflow.api
    for moment, chains in MOMENTS:
        press.clock = moment
        for dags in chains:
            api.pause(dags[0], paused=False)
            cycle.follow(*dags, label=f"{moment:%d %b %H:%M}")
            api.pause(dags[0], paused=dags[0] in _BY_HAND)
    cycle.settle()
    for dag in _BY_HAND:
        api.pause(dag, paused=False)


def _show(stack: Stack, airflow: Airflow, databases: Databases) -> list[str]:
    """Print the closing tables; what is wrong in them."""
    console = stack.teller.console
    console.print()
    with closing(Database(databases.posture)) as database:
        show_stories(console, database)
        problems = show_books(console, database)
    console.print()
    show_addresses(stack, airflow, databases)
    return problems
