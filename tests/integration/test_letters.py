"""An analyst is not flooded: what is due to a list together stands in one letter, and nothing is left out of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest

from posture.adapters.mail import Mail
from posture.steps import alert
from tests.telling import NOW, Postbox, Press, WorldAt, level, postbox, press, world_at

__all__ = ["postbox", "press", "world_at"]  # fixtures

EVENING = datetime(2025, 9, 15, 19, 30, tzinfo=UTC)  # 22:30 in Baghdad
MORNING = datetime(2025, 9, 16, 3, 10, tzinfo=UTC)  # 06:10


def to_desk(postbox: tuple[Postbox, Mail]) -> list[EmailMessage]:
    return [letter for to, letter in postbox[0].letters if to == "desk@posture.example"]


def text_of(letter: EmailMessage, kind: str = "plain") -> str:
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def figure(count: int, place: str) -> dict[str, object]:
    return level(count, f"بقي {count} جندي في {place}.", place=place)


def known(press: Press) -> None:
    """The figures from which the others depart."""
    for place, count in (("iraq", 2500), ("harir", 300), ("syria", 900)):
        press.article(
            "rudaw", "قديم", figure(count, place), published=EVENING.date() - timedelta(days=14),
            read_at=EVENING - timedelta(days=14),
        )  # fmt: skip


def hit(name: str) -> dict[str, object]:
    return {"kind": "incident", "event": "drone_attack", "target": name, "words": f"هاجمت مسيرة قاعدة {name}."}


def test_what_one_run_decides_is_one_letter_and_what_is_urgent_another(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    known(press)
    press.article("shafaq", "أرقام", figure(2000, "iraq"), figure(150, "harir"), published=NOW.date())
    press.article("shafaq", "هجوم", hit("harir"), published=NOW.date())
    assert alert.decide(world_at()).counts["alerts"] == 3
    assert alert.send(world_at()).counts == {"sent": 4}
    told = [json.loads(row["payload"]) for row in press.rows("select payload from posture.message order by message_id")]
    assert [len(each["alerts"]) for each in told] == [1, 1, 2, 2]
    urgent, rest = to_desk(postbox)
    assert urgent["Subject"].lower() == "urgent: drone attack · harir air base"
    assert rest["Subject"].startswith("Important: American forces in Iraq: 2,000 (was 2,500)")
    for kind in ("plain", "html"):
        for words in ("2000 جندي في iraq", "150 جندي في harir", "2500 جندي في iraq", "300 جندي في harir"):
            assert words in text_of(rest, kind), (kind, words)


def test_what_a_night_brings_is_one_letter_in_the_morning(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    known(press)
    for hours, place in ((0, "iraq"), (2, "harir"), (5, "syria")):
        now = EVENING + timedelta(hours=hours)
        press.article("shafaq", "ليلا", figure(50, place), published=now.date(), read_at=now)
        assert alert.decide(world_at(now)).counts["alerts"] == 1
        assert alert.send(world_at(now)).counts == {}
    due = press.rows("select lists, due_at, letters from analyst.alert")
    assert {(tuple(row["lists"]), row["due_at"], row["letters"]) for row in due} == {
        (("desk", "desk_ar"), MORNING.replace(minute=0), 0)
    }
    assert alert.send(world_at(MORNING)).counts == {"sent": 2}
    (letter,) = to_desk(postbox)
    assert [text_of(letter).count(f"50 (was {count})") for count in ("2,500", "300", "900")] == [2, 2, 2]
    assert alert.send(world_at(MORNING)).counts == {}
    assert {row["sent"] for row in press.rows("select sent from analyst.alert")} == {2}


def test_what_an_article_takes_back_in_the_night_is_not_told_in_the_morning(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    known(press)
    first = press.article("shafaq", "ليلا", figure(50, "iraq"), published=EVENING.date(), read_at=EVENING)
    alert.decide(world_at(EVENING))
    later = EVENING + timedelta(hours=4)
    press.version(
        first["article_id"], first["page_id"], "shafaq", "ليلا", figure(70, "iraq"), published=EVENING.date(),
        read_at=later, number=2, verdict="update", of=first["version_id"],
    )  # fmt: skip
    for now in (later, MORNING):
        alert.decide(world_at(now))
        alert.send(world_at(now))
    (letter,) = to_desk(postbox)
    assert letter["Subject"] == "Important: American forces in Iraq: 70 (was 2,500)"
    assert "50" not in text_of(letter).replace("2,500", "").replace("2500", "")


def test_the_dead_come_first(press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]) -> None:
    press.article("shafaq", "هجوم", hit("harir"), published=NOW.date())
    killed = {"kind": "incident", "event": "drone_attack", "target": "us", "words": "قُتل ثلاثة.", "killed": 3}
    press.article("shafaq", "قتلى", killed, published=NOW.date())
    alert.decide(world_at())
    alert.send(world_at())
    assert "3 killed" in to_desk(postbox)[0]["Subject"]


def test_an_urgent_one_does_not_wait_for_the_morning(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    press.article("shafaq", "هجوم", hit("harir"), published=EVENING.date(), read_at=EVENING)
    alert.decide(world_at(EVENING))
    assert alert.send(world_at(EVENING)).counts == {"sent": 2}
    assert to_desk(postbox)[0]["Subject"].startswith("Urgent")


@pytest.mark.parametrize("changed", ["told", "compared"])
def test_both_figures_of_a_variant_are_remembered_and_put_right_in_its_thread(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail], changed: str
) -> None:
    known(press)
    first = press.article("shafaq", "البنتاغون يخفض قواته", figure(2000, "iraq"), published=NOW.date())
    alert.decide(world_at())
    alert.send(world_at())
    other = press.article(
        "rudaw", "نسخة", figure(2200, "iraq"), published=NOW.date(), story=first["story_id"], verdict="variant",
        of=first["version_id"], differences=[{"field": "force_level.count", "a": "2000", "b": "2200"}],
    )  # fmt: skip
    alert.decide(world_at())
    alert.send(world_at())
    later = NOW + timedelta(hours=3)
    edited = first if changed == "told" else other
    press.version(
        edited["article_id"], edited["page_id"], "shafaq", "نسخة", figure(2400, "iraq"), published=NOW.date(),
        read_at=later, number=2, verdict="update", of=edited["version_id"],
    )  # fmt: skip
    alert.decide(world_at(later))
    alert.send(world_at(later))
    sent = to_desk(postbox)
    (correction,) = [letter for letter in sent if letter["In-Reply-To"]]
    thread = next(letter for letter in sent if letter["Message-ID"] == correction["In-Reply-To"])
    assert thread is (sent[0] if changed == "told" else sent[1])
    assert ("2,000" if changed == "told" else "2,200") in correction["Subject"]
