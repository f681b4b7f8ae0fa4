"""An unusual run is held with its reason until a person lets it go; the runs after it are not held for it again."""

from __future__ import annotations

from datetime import timedelta

from posture.adapters.mail import Mail
from posture.steps import digest, hold
from tests.telling import NOW, YESTERDAY, Postbox, Press, WorldAt, level, postbox, press, world_at

__all__ = ["postbox", "press", "world_at"]  # fixtures


def run(press: Press, name: str, *, hours: int, texts: int) -> None:
    now = NOW + timedelta(hours=hours)
    run_id = press.add("run", name=name, now=now, collected_at=now)["run_id"]
    press.add("poll", run_id=run_id, source_id="shafaq", outcome="ok", seen=texts)
    for number in range(texts):
        words = f"بقي {number:02} من الجنود في العراق بحسب ما قيل أمس."
        article = press.article("shafaq", f"{name} {number}", level(number, words), read_at=now)
        press.add(
            "sighting", run_id=run_id, source_id="shafaq", article_id=article["article_id"], via="list", outcome="new"
        )


def test_a_flood_waits_for_a_person(press: Press, world_at: WorldAt) -> None:
    for number in range(6):
        run(press, f"usual {number}", hours=number, texts=5)
    assert hold.decide(world_at(NOW + timedelta(hours=6))) == []
    run(press, "flood", hours=7, texts=60)
    later = world_at(NOW + timedelta(hours=8))
    assert hold.decide(later) == ["flood: 60 texts were loaded, 12 times the usual 5"]
    assert hold.decide(later) == ["flood: 60 texts were loaded, 12 times the usual 5"]
    assert hold.refuse(later, "a careful one") == 1
    assert hold.decide(later) == [
        "flood: 60 texts were loaded, 12 times the usual 5 (held back by a careful one, 15 Sep 12:05 UTC)"
    ]
    assert hold.release(later, "an analyst") == 1
    assert hold.decide(later) == []
    (row,) = press.rows("select run, released_by, refused_by from analyst.hold")
    assert row == {"run": "flood", "released_by": "an analyst", "refused_by": "a careful one"}
    run(press, "usual again", hours=9, texts=5)
    assert hold.decide(world_at(NOW + timedelta(hours=10))) == []


def test_texts_that_lost_their_body_wait_for_a_person(press: Press, world_at: WorldAt) -> None:
    for number in range(6):
        run(press, f"usual {number}", hours=number, texts=2)
    run(press, "rebuilt", hours=7, texts=3)
    press.rows("update posture.version set body = 'خبر' where starts_with(title, 'rebuilt') returning *")
    assert hold.decide(world_at(NOW + timedelta(hours=8))) == [
        "rebuilt: the texts of shafaq have 3 letters, usually 43"
    ]


def test_a_flood_waits_though_another_run_ended_while_it_was_read(press: Press, world_at: WorldAt) -> None:
    for number in range(6):
        run(press, f"usual {number}", hours=number, texts=5)
    run(press, "flood", hours=7, texts=60)
    run(press, "usual after it", hours=8, texts=5)
    later = world_at(NOW + timedelta(hours=9))
    assert hold.decide(later) == ["flood: 60 texts were loaded, 12 times the usual 5"]
    hold.release(later, "an analyst")
    assert hold.decide(later) == []


def test_a_flood_waits_though_the_run_that_asks_was_queued_before_it(press: Press, world_at: WorldAt) -> None:
    for number in range(6):
        run(press, f"usual {number}", hours=number, texts=5)
    run(press, "flood", hours=7, texts=60)
    assert hold.decide(world_at(NOW + timedelta(hours=6))) == ["flood: 60 texts were loaded, 12 times the usual 5"]


def test_what_was_told_before_is_not_held_any_more(press: Press, world_at: WorldAt) -> None:
    for number in range(6):
        run(press, f"usual {number}", hours=number, texts=5)
    run(press, "flood", hours=7, texts=60)
    press.rows("insert into posture.considered select version_id, %s from posture.version returning *", NOW)
    run(press, "usual after it", hours=8, texts=5)
    assert hold.decide(world_at(NOW + timedelta(hours=9))) == []


def test_a_source_that_brings_one_text_a_run_is_seen_to_have_lost_its_bodies(press: Press, world_at: WorldAt) -> None:
    for number in range(8):
        run(press, f"usual {number}", hours=number, texts=1)
    for number in range(3):
        assert hold.decide(world_at(NOW + timedelta(hours=9 + number))) == []
        run(press, f"rebuilt {number}", hours=9 + number, texts=1)
        press.rows("update posture.version set body = 'خبر' where starts_with(title, 'rebuilt') returning *")
    later = world_at(NOW + timedelta(hours=12))
    assert hold.decide(later) == ["rebuilt 2: the texts of shafaq have 3 letters, usually 43"]
    hold.release(later, "an analyst")
    run(press, "rebuilt 3", hours=13, texts=1)
    press.rows("update posture.version set body = 'خبر' where starts_with(title, 'rebuilt') returning *")
    assert hold.decide(world_at(NOW + timedelta(hours=14))) == []


def test_a_flood_of_corrections_waits_for_a_person(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    run(press, "usual", hours=0, texts=25)
    press.rows("update posture.version set published_on = %s returning *", YESTERDAY)
    digest.compose(world_at(), YESTERDAY)
    assert hold.decide(world_at()) == []
    press.rows("update posture.claim set key = key || ' read otherwise' returning *")
    told = press.row("select count(distinct version_id) from posture.told")["count"]
    assert told >= 20
    assert hold.decide(world_at()) == [
        f"usual: {told} articles are read otherwise than they were told: each may be a correction"
    ]


def test_before_the_first_run_nothing_is_held(world_at: WorldAt) -> None:
    assert hold.decide(world_at()) == []
