"""One letter leaves by mail, by signed web request and through the database; each line fails by itself."""

from __future__ import annotations

import json
import select
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import psycopg2
import pytest

from posture.adapters.alert_rules import read_alerts
from posture.adapters.mail import Mail
from posture.adapters.seeds import seeds_folder
from posture.adapters.webhook import Webhook, signature
from posture.adapters.world import World
from posture.errors import Misconfigured, Rejected, Transient
from posture.reporting.facts import Fact, Said
from posture.reporting.messages import Message, payload
from posture.steps import alert, check, due
from tests.receiver import SECRET, Receiver, receiving
from tests.telling import NOW, Postbox, Press, WorldAt, level, postbox, press, world_at

__all__ = ["postbox", "press", "world_at"]  # fixtures

ALERTS = """
lists:
- id: desk
  name_en: Desk
  name_ar: المكتب
  language: en
  digest: false
  recipients: [desk@posture.example]
  webhooks: [wire]
  notify: [posture_alerts]
  unsubscribe: mailto:leave@posture.example
rules:
- id: figure_departs
  name_en: A force level departs from the present picture
  name_ar: رقم مخالف
  kinds: [force_level]
  condition: departs
  severity: high
  tell: [desk]
"""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def decided(
    press: Press, world_at: WorldAt, receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], World]:
    """One alert, decided, with three ways out."""
    copytree(seeds_folder() / "schema", tmp_path / "schema")
    (tmp_path / "alerts.yml").write_text(ALERTS, encoding="utf-8")
    monkeypatch.setenv("POSTURE_SEEDS", str(tmp_path))
    press.article("rudaw", "قديم", level(2500, "عددهم 2500."), published=date(2025, 9, 1))
    press.article("shafaq", "جديد", level(2000, "بقي 2000 جندي."))
    alert.decide(world_at())
    hook = Webhook(name="wire", url=receiver.url, secret=SECRET, timeout_s=5)
    return lambda: replace(world_at(), webhooks={"wire": hook})


def states(press: Press) -> dict[str, str]:
    return {row["channel"]: row["state"] for row in press.rows("select channel, state from analyst.delivery")}


def again(press: Press) -> None:
    """Let the waiting time of failed tries pass."""
    press.rows("update posture.delivery set next_try_at = next_try_at - interval '2 hours' returning *")


def test_all_three_ways_tell_the_same_letter(
    decided: Callable[[], World], database_url: str, receiver: Receiver, postbox: tuple[Postbox, Mail]
) -> None:
    with closing(psycopg2.connect(database_url)) as listening:
        listening.autocommit = True
        listening.cursor().execute("listen posture_alerts")
        assert alert.send(decided()).counts == {"sent": 3}
        select.select([listening], [], [], 5)
        listening.poll()
        (heard,) = listening.notifies
    ((key, told),) = receiver.taken
    ((_, letter),) = postbox[0].letters
    assert json.loads(heard.payload) == told
    assert told["id"] == key
    assert letter["Message-ID"] == f"<{key}@posture.example>"
    assert told["subject"] == "Important: American forces in Iraq: 2,000 (was 2,500)"


@pytest.mark.parametrize(
    ("status", "error"),
    [
        pytest.param(503, Transient, id="is overloaded"),
        pytest.param(429, Transient, id="asks for patience"),
        pytest.param(401, Misconfigured, id="does not know us"),
        pytest.param(404, Misconfigured, id="is not there"),
        pytest.param(302, Misconfigured, id="sends us elsewhere"),
    ],
)
def test_a_receiver_that_fails_holds_up_nobody_and_loses_nothing(
    decided: Callable[[], World],
    press: Press,
    receiver: Receiver,
    status: int,
    error: type[Exception],
) -> None:
    receiver.status = status
    with pytest.raises(error):
        alert.send(decided())
    assert states(press) == {"mail": "sent", "notify": "sent", "webhook": "pending"}
    (row,) = press.rows("select * from analyst.delivery where failing")
    assert (row["channel"], row["recipient"], row["tries"]) == ("webhook", "wire", 1)
    assert str(status) in row["failure"]
    assert alert.send(decided()).counts == {}
    receiver.status = 200
    again(press)
    assert alert.send(decided()).counts == {"sent": 1}
    assert len(receiver.taken) == 1


def test_a_text_that_a_receiver_never_takes_is_kept_with_the_reason(
    decided: Callable[[], World], press: Press, receiver: Receiver
) -> None:
    receiver.status = 422
    world = decided()
    assert alert.send(world).counts == {"sent": 2, "refused": 1}
    assert states(press)["webhook"] == "refused"
    with pytest.raises(Rejected, match=r"last_letter_was_taken \(1 rows.*wire"):
        check.check(world)


def test_a_line_dropped_after_the_text_was_taken_repeats_it_under_its_id(
    decided: Callable[[], World], press: Press, receiver: Receiver
) -> None:
    receiver.hang_up = True
    with pytest.raises(Transient):
        alert.send(decided())
    receiver.hang_up = False
    again(press)
    alert.send(decided())
    assert len(receiver.taken) == 2
    assert receiver.taken[0] == receiver.taken[1]


def test_a_webhook_without_a_connection_is_named_and_waits(
    decided: Callable[[], World], press: Press, world_at: WorldAt
) -> None:
    with pytest.raises(Misconfigured, match="posture_webhook_wire"):
        alert.send(world_at())
    assert states(press) == {"mail": "sent", "notify": "sent", "webhook": "pending"}


def test_the_waiting_time_doubles(decided: Callable[[], World], press: Press, receiver: Receiver) -> None:
    receiver.status = 503
    waits = []
    for _ in range(4):
        with pytest.raises(Transient):
            alert.send(decided())
        row = press.row("select next_try_at, clock_timestamp() as now from analyst.delivery where failing")
        waits.append(round((row["next_try_at"] - row["now"]) / timedelta(seconds=15)))
        again(press)
    assert waits == [1, 2, 4, 8]


def test_a_line_that_fails_three_times_in_a_row_is_left_alone(
    decided: Callable[[], World], press: Press, receiver: Receiver, world_at: WorldAt
) -> None:
    for count in range(1, 6):
        press.article("shafaq", "آخر", level(2000 - 200 * count, f"بقي {count} من الجنود.", speaker=f"s{count}"))
        alert.decide(world_at())
        due.write(world_at(), read_alerts())  # what each run decided is a letter of its own
    receiver.status = 503
    with pytest.raises(Transient, match="3 delayed"):
        alert.send(decided())
    assert receiver.asked == 3
    assert press.row("select count(*) from analyst.delivery where channel = 'mail' and state = 'sent'")["count"] == 5


def test_a_wrong_secret_is_noticed_by_the_receiver(receiver: Receiver) -> None:
    hook = Webhook(name="wire", url=receiver.url, secret="guessed")
    with pytest.raises(Misconfigured, match="401"):
        hook.send("{}", key="alert-1-desk")
    assert receiver.taken == []
    assert "guessed" not in repr(hook)


def test_the_signature_is_of_timestamp_and_body() -> None:
    # printf '1706716800.{"id":"a"}' | openssl dgst -sha256 -hmac key
    digest = "3ddbcf98506558bd4632258bb80b0bfde2e8f1805df333f73752d1d2e56d599a"
    assert signature("key", "1706716800", b'{"id":"a"}') == f"sha256={digest}"


@pytest.mark.parametrize("url", ["", "ftp://127.0.0.1/x", "http://"])
def test_an_address_that_is_none_is_named(url: str) -> None:
    with pytest.raises(Misconfigured, match="posture_webhook_wire"):
        Webhook(name="wire", url=url, secret="s").send("{}", key="k")


def test_nobody_at_the_address_is_away() -> None:
    with receiving() as gone:
        pass
    with pytest.raises(Transient, match="webhook wire"):
        Webhook(name="wire", url=gone.url, secret="s").send("{}", key="k")


def test_letters_are_no_longer_than_listeners_may_hear() -> None:
    said = Said(quote="كلام", language="ar", outlet="shafaq")
    facts = tuple(Fact(claim_id=10**9 + n, key=str(n), kind="legal", said=said, story_id=10**9 + n) for n in range(500))
    message = Message(
        key="digest-2025-09-14-desk", subject="خبر " * 900, text="", html="", language="ar", date=NOW, list_id="desk",
        unsubscribe="mailto:leave@posture.example", told=facts, alerts=tuple(range(10**9, 10**9 + 500)),
    )  # fmt: skip
    assert len(payload(message).encode()) < 8000
