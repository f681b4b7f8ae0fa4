"""The calendar and the sources give rise to alerts without any text, through the same outbox."""

from __future__ import annotations

from datetime import date, timedelta

from psycopg2.extras import Json

from posture.adapters.mail import Mail
from posture.steps import alert
from tests.telling import NOW, Postbox, Press, WorldAt, postbox, press, world_at

__all__ = ["postbox", "press", "world_at"]  # fixtures


def subjects(press: Press) -> list[str]:
    return [row["subject"] for row in press.rows("select subject from posture.alert order by alert_id")]


def test_a_date_is_counted_down_and_its_passing_told(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    claim = {
        "kind": "timetable", "event": "withdrawal", "place": "harir", "to_on": NOW.date() + timedelta(days=40),
        "modality": "planned", "speaker": "pentagon", "words": "تسلم القاعدة بعد أربعين يوما.",
    }  # fmt: skip
    press.article("shafaq", "موعد", claim, published=date(2025, 9, 1), read_at=NOW - timedelta(days=14))
    for days in (0, 9, 10, 11, 33, 34, 40, 41, 42):
        alert.decide(world_at(NOW + timedelta(days=days)))
        alert.send(world_at(NOW + timedelta(days=days)))
    assert subjects(press) == [
        "Withdrawal · Harir air base · 25 Oct 2025 (in 30 days)",
        "Withdrawal · Harir air base · 25 Oct 2025 (in 7 days)",
        "Withdrawal · Harir air base · 25 Oct 2025 (today)",
        "Withdrawal · Harir air base · 25 Oct 2025 (1 day ago)",
    ]
    assert len(postbox[0].letters) == 8


def poll(press: Press, source: str, *, failures: int, days_ago: int) -> None:
    press.rows("delete from posture.source_state where source_id = %s returning *", source)
    press.add(
        "source_state", source_id=source, state=Json({}), next_due_at=NOW, last_polled_at=NOW, failures=failures,
        last_success_at=NOW - timedelta(days=days_ago), last_new_at=NOW - timedelta(days=days_ago),
        outcome="broken" if failures else "ok", message="answers 503" if failures else None,
    )  # fmt: skip


def test_a_source_that_fails_again_and_again_is_told_once_until_it_was_seen(press: Press, world_at: WorldAt) -> None:
    poll(press, "rudaw", failures=0, days_ago=0)
    poll(press, "shafaq", failures=2, days_ago=1)
    alert.decide(world_at())
    assert subjects(press) == []
    poll(press, "shafaq", failures=3, days_ago=1)
    for _ in range(2):
        alert.decide(world_at())
    assert subjects(press) == ["1 source not seen: Shafaq"]
    poll(press, "shafaq", failures=3, days_ago=0)
    alert.decide(world_at())
    assert subjects(press) == ["1 source not seen: Shafaq"] * 2
