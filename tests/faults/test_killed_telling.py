"""A worker killed between decision, sending and marking loses nothing, decides nothing twice, repeats only by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from posture.adapters.mail import Mail
from posture.adapters.seeds import seeds_folder
from posture.adapters.webhook import Webhook
from posture.adapters.world import World
from posture.steps import alert, digest
from tests.faults.test_killed import Killed, die_after
from tests.integration.test_channels import ALERTS, receiver
from tests.receiver import SECRET, Receiver
from tests.telling import NOW, YESTERDAY, Postbox, Press, WorldAt, level, postbox, press, world_at

__all__ = ["postbox", "press", "receiver", "world_at"]  # fixtures

LATER = NOW + timedelta(hours=5)
# What was decided and told, without keys: they count upwards however often a run was begun.
DECIDED = "select rule, subject from posture.alert union all select 'correction', changes::text from posture.correction"
DELIVERED = "select kind, channel, recipient, state from analyst.delivery order by 1, 2, 3, 4"


@pytest.fixture
def world(
    world_at: WorldAt, receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., World]:
    copytree(seeds_folder() / "schema", tmp_path / "schema")
    (tmp_path / "alerts.yml").write_text(ALERTS.replace("digest: false", "digest: true"), encoding="utf-8")
    monkeypatch.setenv("POSTURE_SEEDS", str(tmp_path))
    hook = Webhook(name="wire", url=receiver.url, secret=SECRET, timeout_s=5)
    return lambda now=NOW: replace(world_at(now), webhooks={"wire": hook})


def happen(press: Press) -> dict[str, Any]:
    press.article("rudaw", "قديم", level(2500, "عددهم 2500."), published=date(2025, 9, 1))
    return press.article("shafaq", "جديد", level(2000, "بقي 2000 جندي."))


def edit(press: Press, first: dict[str, Any]) -> None:
    press.version(
        first["article_id"], first["page_id"], "shafaq", "جديد", level(2200, "بقي 2200 جندي."), published=YESTERDAY,
        read_at=LATER, number=2, verdict="update", of=first["version_id"],
    )  # fmt: skip


def tell(world: Callable[..., World], now: Any = NOW) -> None:
    """All that the two schedules do: decide, send, compose, send."""
    alert.decide(world(now))
    alert.send(world(now))
    digest.compose(world(now), YESTERDAY)
    digest.send(world(now))


def expected(press: Press) -> None:
    decided = Counter(row["rule"] for row in press.rows(DECIDED))
    assert decided == {"figure_departs": 1, "correction": 1}
    ways = [("mail", "desk@posture.example"), ("notify", "posture_alerts"), ("webhook", "wire")]
    told = [(kind, *way, "sent") for kind in ("alert", "correction", "digest") for way in ways]
    assert [tuple(row.values()) for row in press.rows(DELIVERED)] == told


# Deciding takes three transactions, looking for what is due, composing, and each letter one: every point is passed.
@pytest.mark.parametrize("commits", range(14))
def test_killed_within_any_transaction(
    press: Press,
    world: Callable[..., World],
    postbox: tuple[Postbox, Mail],
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
    commits: int,
) -> None:
    first = happen(press)
    for edited, now in ((False, NOW), (True, LATER)):
        if edited:
            edit(press, first)
        with monkeypatch.context() as killing:
            die_after(killing, commits)
            try:
                tell(world, now)
            except Killed:
                pass
            else:
                assert commits > 10  # the schedule was over before its end came
        tell(world, now)
    expected(press)
    repeated = Counter(str(letter["Message-ID"]) for _, letter in postbox[0].letters)
    assert len(repeated) == 3
    assert max(repeated.values()) <= 2
    assert len({key for key, _ in receiver.taken}) == 3


@pytest.mark.parametrize("way", [Mail, Webhook])
@pytest.mark.parametrize("after", [pytest.param(False, id="before sending"), pytest.param(True, id="after sending")])
def test_killed_around_each_sending(
    press: Press,
    world: Callable[..., World],
    postbox: tuple[Postbox, Mail],
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
    way: Any,
    after: bool,
) -> None:
    send = way.send
    first = happen(press)

    def dying(self: Any, *values: Any, **named: Any) -> str:
        if after:
            send(self, *values, **named)
        raise Killed

    for edited, now in ((False, NOW), (True, LATER)):
        if edited:
            edit(press, first)
        with monkeypatch.context() as killing:
            killing.setattr(way, "send", dying)
            with pytest.raises(Killed):
                tell(world, now)
        tell(world, now)
    expected(press)
    letters = [(str(letter["Message-ID"]), letter.as_bytes()) for _, letter in postbox[0].letters]
    requests = [(key, str(told)) for key, told in receiver.taken]
    for sent, repeats in ((letters, way is Mail), (requests, way is Webhook)):
        assert len(set(sent)) == 3  # a repeat is the very same letter
        assert len(sent) == 3 + 2 * (repeats and after)


def test_a_mail_server_that_drops_the_line_after_taking_gets_the_letter_again_under_its_id(
    press: Press, world: Callable[..., World], postbox: tuple[Postbox, Mail], monkeypatch: pytest.MonkeyPatch
) -> None:
    take = Postbox.handle_DATA

    async def take_and_drop(box: Postbox, server: Any, session: Any, envelope: Any) -> str:
        await take(box, server, session, envelope)
        server.transport.abort()
        return "250 never heard"

    happen(press)
    monkeypatch.setattr(Postbox, "handle_DATA", take_and_drop)
    alert.decide(world())
    with pytest.raises(Exception, match="1 delayed"):
        alert.send(world())
    monkeypatch.setattr(Postbox, "handle_DATA", take)
    press.rows("update posture.delivery set next_try_at = next_try_at - interval '1 hour' returning *")
    alert.send(world())
    first, second = (letter for _, letter in postbox[0].letters)
    assert isinstance(first, EmailMessage)
    assert first.as_bytes() == second.as_bytes()
