"""What was told and is so no more is put right once, for everyone who was told, in the thread of the first letter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from posture.adapters.database import Database
from posture.adapters.mail import Mail
from posture.adapters.world import Seeds, World
from posture.newsroom.serving import Newsroom
from posture.steps import alert, digest
from tests.play import play
from tests.telling import NOW, YESTERDAY, Postbox, Press, WorldAt, level, postbox, press, world_at

__all__ = ["postbox", "press", "world_at"]  # fixtures

OLD = level(2500, "تحتفظ واشنطن بـ2500 جندي في العراق.")
NEW = level(2000, "قال البنتاغون إن 2000 جندي بقوا في العراق.")
LATER = NOW + timedelta(hours=5)


def edit(press: Press, first: dict[str, Any], *claims: dict[str, Any], at: datetime = LATER, number: int = 2) -> None:
    press.version(
        first["article_id"], first["page_id"], "shafaq", "عدد القوات", *claims, published=YESTERDAY, read_at=at,
        number=number, verdict="update", of=first["version_id"],
    )  # fmt: skip


def told(press: Press, world_at: WorldAt) -> dict[str, Any]:
    """An article whose figure the digest of yesterday told both lists."""
    first = press.article("shafaq", "عدد القوات", OLD)
    digest.compose(world_at(), YESTERDAY)
    digest.send(world_at())
    return first


def letters(postbox: tuple[Postbox, Mail], to: str = "desk@posture.example") -> list[EmailMessage]:
    return [letter for recipient, letter in postbox[0].letters if recipient == to]


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def test_an_edited_figure_is_put_right_once_in_the_thread(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    edit(press, told(press, world_at), NEW)
    assert alert.decide(world_at(LATER)).counts["corrections"] == 2
    assert "corrections" not in alert.decide(world_at(LATER)).counts
    alert.send(world_at(LATER))
    first, letter = letters(postbox)
    assert letter["Subject"] == "Correction: American forces in Iraq: 2,000 (not 2,500)"
    assert letter["In-Reply-To"] == letter["References"] == first["Message-ID"]
    told_then, _, says_now = text_of(letter).partition("It says now")
    assert OLD["words"] in told_then
    assert NEW["words"] in says_now


def test_the_next_digest_lists_it_and_the_one_after_does_not(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    edit(press, told(press, world_at), NEW)
    alert.decide(world_at(LATER))
    for days in (1, 2):
        now = NOW + timedelta(days=days)
        digest.compose(world_at(now), now.date())
        digest.send(world_at(now))
    _, next_day, day_after = letters(postbox)
    assert text_of(next_day).count("2,500 → 2,000 (we had told you the old value)") == 1
    assert "2,500 → 2,000" not in text_of(day_after)


@pytest.mark.parametrize(
    ("now", "corrections"),
    [
        pytest.param([level(2500, "يبقى 2500 جندي في البلاد.")], None, id="the same in other words"),
        pytest.param([level(2500, "عددهم 2500.", speaker=None)], None, id="the same without the name"),
        pytest.param([level(2500, "نحو 2500.", about=True)], None, id="the same, more cautiously"),
        pytest.param([level(2500, "لم يبق 2500 جندي.", polarity="negated")], 2, id="the same, denied"),
        pytest.param([level(2500, "في سوريا 2500.", place="syria")], 2, id="another place"),
        pytest.param([], 2, id="gone"),
        pytest.param(
            [{"kind": "engagement", "event": "talks", "words": "جرت محادثات."}], 2, id="gone, and another thing said"
        ),
    ],
)
def test_only_what_is_so_no_more_is_put_right(
    press: Press, world_at: WorldAt, now: list[dict[str, Any]], corrections: int | None
) -> None:
    edit(press, told(press, world_at), *now)
    assert alert.decide(world_at(LATER)).counts.get("corrections") == corrections
    assert alert.decide(world_at(LATER)).counts.get("corrections") is None


def test_a_claim_that_stood_beside_it_all_along_is_not_what_it_became(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    beside = level(900, "وفي العراق 900 آخرون.")
    first = press.article("shafaq", "عدد القوات", OLD, beside)
    digest.compose(world_at(), YESTERDAY)
    digest.send(world_at())
    edit(press, first, beside)
    alert.decide(world_at(LATER))
    alert.send(world_at(LATER))
    assert letters(postbox)[1]["Subject"] == "Correction: American forces in Iraq: 2,500 (no longer in the report)"


def test_what_was_told_in_an_alert_and_in_a_digest_is_put_right_in_one_letter(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    press.article("rudaw", "خبر قديم", level(2300, "عددهم 2300."), published=date(2025, 9, 1))
    first = press.article("shafaq", "عدد القوات", OLD)
    assert alert.decide(world_at()).counts["alerts"] == 1
    alert.send(world_at())
    digest.compose(world_at(), YESTERDAY)
    digest.send(world_at())
    edit(press, first, NEW)
    alert.decide(world_at(LATER))
    alert.send(world_at(LATER))
    sent = letters(postbox)
    (correction,) = [letter for letter in sent if letter["In-Reply-To"]]
    assert correction["In-Reply-To"] == sent[0]["Message-ID"] != sent[1]["Message-ID"]


def test_what_one_letter_told_of_two_articles_is_put_right_in_one_letter(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    syria = level(900, "وفي سوريا 900.", place="syria")
    articles = [press.article("shafaq", "العراق", OLD), press.article("rudaw", "سوريا", syria)]
    digest.compose(world_at(), YESTERDAY)
    digest.send(world_at())
    edit(press, articles[0], NEW)
    edit(press, articles[1], level(600, "وفي سوريا 600.", place="syria"))
    assert alert.decide(world_at(LATER)).counts["corrections"] == 2  # a letter a list
    alert.send(world_at(LATER))
    digest_letter, correction = letters(postbox)
    assert correction["In-Reply-To"] == digest_letter["Message-ID"]
    for kind in ("plain", "html"):
        body = correction.get_body((kind,))
        assert body is not None
        assert all(words in body.get_content() for words in ("2,500", "2,000", "900", "600"))
    rows = press.rows("select list, changes -> 0 ->> 'new' as new from posture.correction order by list, new")
    assert [tuple(row.values()) for row in rows] == [
        ("desk", "2000"), ("desk", "600"), ("desk_ar", "2000"), ("desk_ar", "600"),
    ]  # fmt: skip


def test_a_correction_is_corrected_in_the_same_thread(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    first = told(press, world_at)
    for number, claim in ((2, NEW), (3, level(2200, "قال البنتاغون إن 2200 جندي بقوا."))):
        at = LATER + timedelta(hours=number)
        edit(press, first, claim, at=at, number=number)
        alert.decide(world_at(at))
        alert.send(world_at(at))
    digest_letter, once, again = letters(postbox)
    assert [once["In-Reply-To"], again["In-Reply-To"]] == [digest_letter["Message-ID"]] * 2
    assert again["Subject"] == "Correction: American forces in Iraq: 2,200 (not 2,000)"


def test_a_text_that_is_read_differently_is_put_right_too(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    told(press, world_at)
    press.rows("update posture.claim set count_low = 25, count_high = 25, key = 'another' returning *")
    alert.decide(world_at(LATER))
    alert.send(world_at(LATER))
    letter = letters(postbox)[1]
    assert letter["Subject"] == "Correction: American forces in Iraq: 25 (not 2,500)"
    assert "We read a report of Shafaq again." in text_of(letter)


def test_an_answer_waits_for_the_letter_that_it_answers(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    first = press.article("shafaq", "عدد القوات", OLD)
    digest.compose(world_at(), YESTERDAY)
    edit(press, first, NEW)
    alert.decide(world_at(LATER))
    assert alert.send(world_at(LATER)).counts == {}
    digest.send(world_at(LATER))
    assert alert.send(world_at(LATER)).counts == {"sent": 2}


@pytest.mark.timeout(300)
def test_the_edited_figure_of_the_press_is_one_thread_in_the_mailbox(
    database_url: str, postbox: tuple[Postbox, Mail], tmp_path: Path
) -> None:
    morning, edited = datetime(2024, 1, 29, 4, 5, tzinfo=UTC), datetime(2024, 1, 29, 18, tzinfo=UTC)
    database = Database(database_url)

    def world(now: datetime) -> World:
        return World(database=database, now=now, run="telling", seeds=Seeds(), mail=postbox[1])

    with Newsroom.running(clock=morning) as newsroom:
        play(newsroom, database_url, tmp_path, moments=(morning,), outlets=("sample_nakhil",))
        digest.compose(world(morning), date(2024, 1, 28))
        digest.send(world(morning))
        play(newsroom, database_url, tmp_path, moments=(edited,), outlets=("sample_nakhil",))
    alert.decide(world(edited))
    alert.send(world(edited))
    next_morning = morning + timedelta(days=1)
    digest.compose(world(next_morning), next_morning.date())
    digest.send(world(next_morning))
    database.close()
    next_digest = letters(postbox)[-1]
    assert "2024-01-29" in next_digest["Message-ID"]
    assert text_of(next_digest).count("2,500 → 2,000 (we had told you the old value)") == 1
    thread = [each for each in letters(postbox)[:-1] if "digest" in each["Message-ID"] or each["In-Reply-To"]]
    assert len(thread) == 2
    assert thread[1]["In-Reply-To"] == thread[0]["Message-ID"]
    assert "2,000 (not 2,500)" in thread[1]["Subject"]
    told_then, _, says_now = text_of(thread[1]).partition("It says now")
    assert "2500" in told_then
    assert "2000" in says_now
