"""Two workers, each a process of its own, ask one host: the press's own log says whether they kept their distance."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from posture.adapters.turns import LONGEST_WAIT_S, SharedTurns
from posture.adapters.web import host_of
from posture.adapters.web_errors import FetchFailed
from posture.adapters.web_guard import Press
from posture.adapters.world import open_world
from posture.newsroom import END
from posture.newsroom.listing import write_sources
from posture.newsroom.serving import Newsroom
from posture.steps import collect, prepare
from tests.play import select

pytestmark = pytest.mark.timeout(300)

SPACING_S = 0.5
# A request may be late by what a busy machine makes of it, and then the next one seems early by as much.
LATE_S = 0.25
# Two editions of one paper share a host.
EDITIONS = ("sample_jisr_ar", "sample_jisr_en")
WORKER = f"""
import sys
from datetime import datetime
from pathlib import Path
from posture.adapters import world
from posture.adapters.web_guard import Press
from posture.steps import collect
world.PRESS_SPACING_S = {SPACING_S}
url, sources, port, moment, *ids = sys.argv[1:]
press = Press(network="127.0.1.0/24", port=int(port))
now = datetime.fromisoformat(moment)
with world.open_world(database_url=url, now=now, run="two workers", press=press, sources=Path(sources)) as opened:
    print("ready", flush=True)
    sys.stdin.readline()
    print(collect.collect(opened, ids))
"""


def test_two_workers_keep_their_distance_to_a_host_together(database_url: str, tmp_path: Path) -> None:
    sources = tmp_path / "sources.yml"
    with Newsroom.running(clock=END) as press:
        write_sources(sources, [each for each in press.sources() if each["id"] in EDITIONS])
        common: dict[str, Any] = {"now": END, "press": Press(network="127.0.1.0/24", port=press.port)}
        with open_world(database_url=database_url, run="two workers", sources=sources, **common) as world:
            prepare.load_sources(world)
            assert {each for batch in collect.due(world) for each in batch} == set(EDITIONS)
        given = [database_url, str(sources), str(press.port), END.isoformat()]
        workers = [_worker(*given, source_id) for source_id in EDITIONS]
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.flush()
        ends = [_end(worker) for worker in workers]
        log = [each for each in press.log() if str(each["outlet"]).startswith("jisr")]
    assert ends == [0, 0]
    moments = sorted(each["at"] for each in log)
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(gaps) >= 10
    assert min(gaps) >= SPACING_S - LATE_S
    # all in all no faster than allowed: here lateness cannot hide anything
    assert moments[-1] - moments[0] >= SPACING_S * len(gaps) - LATE_S
    assert _took_turns(log), "the two did ask at the same time"
    assert select(database_url, "select * from posture.host_turn where host like '127.%' and host not like '%:%'")


def test_a_turn_that_is_too_far_off_is_left_to_others_and_nothing_is_sent(database_url: str) -> None:
    waited: list[float] = []
    turns = SharedTurns(database_url, sleep=waited.append)
    for _ in range(3):
        turns.wait("outlet.example", LONGEST_WAIT_S / 2)
    with pytest.raises(FetchFailed) as refused:
        turns.wait("outlet.example", LONGEST_WAIT_S / 2)
    assert refused.value.kind == "busy"
    assert max(waited) <= LONGEST_WAIT_S
    held = "select next_at > clock_timestamp() + interval '95 seconds' as later from posture.host_turn"
    assert select(database_url, held) == [{"later": False}], "the turn that was not taken was not kept from others"
    turns.wait("other.example", 1.0)
    assert waited[-1] < 1.0, "other hosts do not wait"
    turns.close()


def test_an_outlet_is_asked_for_its_rules_once_a_day_and_not_by_every_task(database_url: str, tmp_path: Path) -> None:
    sources = tmp_path / "sources.yml"
    with Newsroom.running(clock=END) as press:
        write_sources(sources, [each for each in press.sources() if each["id"] in EDITIONS])
        loopback = Press(network="127.0.1.0/24", port=press.port)

        def task(day: int) -> tuple[int, int]:
            """How often the rules, and anything, was asked for after one more task; its sources are due."""
            now = END + timedelta(days=day)
            with open_world(database_url=database_url, run=f"{day}", sources=sources, now=now, press=loopback) as world:
                prepare.load_sources(world)
                collect.collect(world, EDITIONS)
            return sum(each["path"] == "/robots.txt" for each in press.log()), len(press.log())

        (first, asked), (second, more), (third, most) = (task(day) for day in range(3))
        assert first == second == third == 1
        assert asked < more < most, "the tasks did ask the outlet"
        assert select(database_url, "update posture.robots set asked_at = asked_at - interval '25 hours' returning 1")
        assert task(3)[0] == 2


def _worker(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _end(worker: subprocess.Popen[str]) -> int:
    """The exit status of a worker that has done its work."""
    worker.communicate(timeout=200)
    return worker.returncode


def _took_turns(log: list[dict[str, Any]]) -> bool:
    """Whether requests of the one edition lie between those of the other."""
    editions = [each["path"].split("/")[1] for each in log if each["path"].count("/") > 1]
    return editions.index("en") < len(editions) - 1 - editions[::-1].index("ar") and len(set(editions)) == 2


@pytest.mark.parametrize(
    "url",
    [
        "https://example.iq/rss",
        "http://EXAMPLE.iq/feed?page=2",
        "https://www.example.iq:8443/en/rss",
        "https://example.iq./ar/rss",
        "https://reader:secret@example.iq/1",
    ],
)
def test_all_sources_of_a_host_share_its_turns_however_its_name_is_written(url: str) -> None:
    assert host_of(url) == "example.iq"


def test_a_host_in_arabic_letters_is_the_same_as_in_its_ascii_form() -> None:
    assert host_of("https://مثال.إختبار/1") == host_of("https://xn--mgbh0fb.xn--kgbechtv/1")
    assert host_of("https://ar.example.iq/") != host_of("https://en.example.iq/")
