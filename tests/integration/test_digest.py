"""What the database knows is told once: alerts decided, letters delivered, digests composed, corrections shown."""

from __future__ import annotations

from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner
from psycopg2.extras import Json

from posture.adapters.mail import Mail
from posture.adapters.world import World
from posture.commands.digest import command
from posture.errors import Misconfigured, Transient
from posture.steps import alert, digest
from tests.telling import NOW, YESTERDAY, Postbox, Press, WorldAt, level, postbox, press, world_at

__all__ = ["postbox", "press", "world_at"]  # fixtures

OLD = level(2500, "تحتفظ واشنطن بـ2500 جندي في العراق.")
NEW = level(2000, "قال البنتاغون إن 2000 جندي بقوا في العراق.")


def tell_old_figure(press: Press, world: World) -> None:
    press.article("rudaw", "خبر قديم", OLD, published=date(2025, 9, 1), read_at=NOW - timedelta(days=14))
    assert alert.decide(world).counts == {"considered": 1, "alerts": 0}


def test_a_changed_figure_is_decided_once_and_reaches_every_list(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    tell_old_figure(press, world_at())
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    press.article("rudaw", "خفض القوات", NEW)
    assert alert.decide(world_at()).counts == {"considered": 2, "alerts": 1}
    assert alert.decide(world_at()).counts == {}
    assert alert.send(world_at()).counts == {"sent": 2}
    assert alert.send(world_at()).counts == {}
    assert sorted(to for to, _ in postbox[0].letters) == ["desk-ar@posture.example", "desk@posture.example"]
    english = next(letter for to, letter in postbox[0].letters if to == "desk@posture.example")
    assert english["Subject"] == "Important: American forces in Iraq: 2,000 (was 2,500)"
    (told,) = press.rows("select * from analyst.alert")
    assert (told["letters"], told["sent"], told["lists"]) == (2, 2, ["desk", "desk_ar"])


def test_an_old_figure_that_arrives_with_the_new_one_is_the_picture_before_it(press: Press, world_at: WorldAt) -> None:
    press.article("rudaw", "خبر قديم", OLD, published=date(2025, 9, 1))
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    press.article("rudaw", "الرقم المعروف", level(2500, "ما زال العدد 2500."))
    assert alert.decide(world_at()).counts == {"considered": 3, "alerts": 1}
    assert press.row("select subject from posture.alert")["subject"] == "American forces in Iraq: 2,000 (was 2,500)"


def test_the_same_thing_decided_anew_keeps_its_key(press: Press, world_at: WorldAt) -> None:
    tell_old_figure(press, world_at())
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    alert.decide(world_at())
    press.rows("delete from posture.considered returning *")
    assert alert.decide(world_at()).counts["alerts"] == 0
    assert len(press.rows("select * from posture.alert")) == 1


def test_two_attacks_two_alerts_and_ten_reports_of_one_are_one(press: Press, world_at: WorldAt) -> None:
    hit = {"kind": "incident", "event": "drone_attack", "target": "harir", "words": "هاجمت مسيرة قاعدة حرير."}
    first = press.article("shafaq", "هجوم", hit)
    press.article("rudaw", "هجوم على حرير", {**hit, "speaker": "pentagon"}, story=first["story_id"])
    press.article("rudaw", "هجوم ثان", {**hit, "as_of": YESTERDAY})
    assert alert.decide(world_at()).counts["alerts"] == 2


def test_a_variant_of_a_told_story_is_told_and_of_another_is_not(press: Press, world_at: WorldAt) -> None:
    tell_old_figure(press, world_at())
    told = press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    alert.decide(world_at())
    differences = [{"field": "force_level.count", "a": "2000", "b": "2200"}]
    press.article(
        "rudaw", "البنتاغون", story=told["story_id"], verdict="variant", of=told["version_id"], differences=differences
    )
    press.article("rudaw", "خبر آخر", verdict="variant", of=told["version_id"], differences=differences)
    assert alert.decide(world_at()).counts["alerts"] == 1
    assert press.row("select rule from posture.alert order by alert_id desc limit 1") == {"rule": "variant_of_told"}


def test_a_letter_waits_until_the_server_takes_it(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    tell_old_figure(press, world_at())
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    alert.decide(world_at())
    postbox[0].answer = "451 busy"
    with pytest.raises(Transient, match="2 delayed"):
        alert.send(world_at())
    assert {row["failure"] is not None for row in press.rows("select failure from posture.delivery")} == {True}
    press.rows("update posture.delivery set next_try_at = next_try_at - interval '1 hour' returning *")
    postbox[0].answer = "250 ok"
    assert alert.send(world_at()).counts == {"sent": 2}


def test_a_refused_recipient_is_kept_with_the_reason_and_the_others_are_told(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    tell_old_figure(press, world_at())
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    alert.decide(world_at())
    postbox[0].answer = "550 no such user"
    assert alert.send(world_at()).counts == {"refused": 2}
    (told,) = press.rows("select * from analyst.alert")
    assert told["refused"] == 2
    assert "550 no such user" in told["failure"]


class Killed(BaseException):
    """A worker that is taken away."""


def test_a_worker_killed_between_sending_and_marking_repeats_the_same_letter(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_old_figure(press, world_at())
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    alert.decide(world_at())
    send = Mail.send

    def send_and_die(mail: Mail, message: EmailMessage) -> str:
        send(mail, message)
        raise Killed

    monkeypatch.setattr(Mail, "send", send_and_die)
    with pytest.raises(Killed):
        alert.send(world_at())
    monkeypatch.setattr(Mail, "send", send)
    assert alert.send(world_at()).counts == {"sent": 2}
    ids = [str(letter["Message-ID"]) for _, letter in postbox[0].letters]
    assert len(ids) == 3
    assert len(set(ids)) == 2
    bytes_of = {
        str(letter["Message-ID"]): {
            each.as_bytes() for _, each in postbox[0].letters if each["Message-ID"] == letter["Message-ID"]
        }
        for _, letter in postbox[0].letters
    }
    assert all(len(copies) == 1 for copies in bytes_of.values())


def test_waiting_letters_without_a_mail_server_stop_the_run(press: Press, world_at: WorldAt) -> None:
    tell_old_figure(press, world_at())
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    alert.decide(world_at(mail=None))
    with pytest.raises(Misconfigured, match="posture_smtp"):
        alert.send(world_at(mail=None))


# ---------- the digest ----------


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def test_the_digest_is_composed_once_saved_and_sent(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail], tmp_path: Path
) -> None:
    press.article("rudaw", "خبر قديم", OLD, published=date(2025, 9, 1), read_at=NOW - timedelta(days=14))
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    press.article("rudaw", "نص على الحد", held=True)
    assert digest.compose(world_at(), YESTERDAY).counts == {"composed": 2}
    assert digest.compose(world_at(), YESTERDAY).counts == {"known": 2}
    assert digest.send(world_at()).counts == {"sent": 2}
    names = {path.name for path in (tmp_path / "digests").iterdir()}
    assert names == {f"digest-2025-09-14-{name}.{end}" for name in ("desk_ar", "desk") for end in ("eml", "html")}
    told = text_of(next(letter for to, letter in postbox[0].letters if to == "desk@posture.example"))
    assert "* American forces in Iraq: 2,000 (was 2,500)" in told
    assert NEW["words"] in told
    assert "نص على الحد" in told
    assert "خبر قديم" not in told


def test_the_day_that_is_not_over_is_not_told(press: Press, world_at: WorldAt) -> None:
    digest.compose(world_at(), NOW.date())
    assert press.rows("select distinct day from posture.digest") == [{"day": YESTERDAY}]


def test_missed_days_are_caught_up_each_once(press: Press, world_at: WorldAt) -> None:
    digest.compose(world_at(), YESTERDAY)
    later = NOW + timedelta(days=3)
    assert digest.compose(world_at(later), later.date()).counts == {"quiet": 6}
    days = [row["day"].day for row in press.rows("select day from posture.digest where list = 'desk' order by day")]
    assert days == [14, 15, 16, 17]


def test_a_report_that_came_late_is_told_the_next_day_and_only_then(press: Press, world_at: WorldAt) -> None:
    digest.compose(world_at(), YESTERDAY)
    press.article("shafaq", "وصل متأخرا", NEW, published=YESTERDAY, read_at=NOW + timedelta(hours=2))
    counts = [digest.compose(world_at(NOW + timedelta(days=days)), date(2025, 9, 14 + days)).counts for days in (1, 2)]
    assert counts == [{"composed": 2}, {"quiet": 2}]


def test_a_text_that_is_not_yet_understood_is_told_when_it_is(press: Press, world_at: WorldAt) -> None:
    version = press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    report = press.row("delete from posture.story_report where article_id = %s returning *", version["article_id"])
    assert digest.compose(world_at(), YESTERDAY).counts == {"quiet": 2}
    press.add("story_report", **{**report, "ties": Json(report["ties"])})
    assert digest.compose(world_at(NOW + timedelta(days=1)), NOW.date()).counts == {"composed": 2}


def test_the_first_digest_of_a_list_tells_of_its_day_and_the_next_does_not_repeat_it(
    press: Press, world_at: WorldAt
) -> None:
    press.article("shafaq", "قبل أيام", NEW, published=YESTERDAY - timedelta(days=3))
    told = press.article("rudaw", "أمس", OLD, published=YESTERDAY)
    assert digest.compose(world_at(), YESTERDAY).counts == {"composed": 2}
    composed = press.rows("select version_ids from posture.digest where day = %s", YESTERDAY)
    assert [row["version_ids"] for row in composed] == [[told["version_id"]]] * 2
    assert digest.compose(world_at(NOW + timedelta(days=1)), NOW.date()).counts == {"quiet": 2}


def test_a_text_of_days_before_that_arrives_late_is_told_by_a_later_digest_once(
    press: Press, world_at: WorldAt
) -> None:
    press.article("rudaw", "أمس", OLD, published=YESTERDAY)
    digest.compose(world_at(), YESTERDAY)
    late = NOW + timedelta(hours=2)
    press.article("shafaq", "قبل أيام", NEW, published=YESTERDAY - timedelta(days=3), read_at=late)
    press.article("rudaw", "قبل شهر", OLD, published=YESTERDAY - timedelta(days=30), read_at=late)
    counts = [digest.compose(world_at(NOW + timedelta(days=days)), date(2025, 9, 14 + days)).counts for days in (1, 2)]
    assert counts == [{"composed": 2}, {"quiet": 2}]


def test_a_quiet_day_is_told_in_five_lines(world_at: WorldAt, postbox: tuple[Postbox, Mail]) -> None:
    assert digest.compose(world_at(), YESTERDAY).counts == {"quiet": 2}
    digest.send(world_at())
    assert [len(text_of(letter).strip().split("\n")) for _, letter in postbox[0].letters] == [5, 5]


def test_an_edited_figure_is_shown_as_a_correction(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    first = press.article("shafaq", "عدد القوات", OLD)
    press.version(
        first["article_id"], first["page_id"], "shafaq", "عدد القوات", NEW, published=YESTERDAY, read_at=NOW, number=2,
        verdict="update", of=first["version_id"],
        differences=[{"field": "force_level.count", "a": "2500", "b": "2000"}],
    )  # fmt: skip
    digest.compose(world_at(), YESTERDAY)
    digest.send(world_at())
    told = text_of(next(letter for to, letter in postbox[0].letters if to == "desk@posture.example"))
    assert "Force level · count: 2,500 → 2,000" in told
    (correction,) = press.rows("select old, new from analyst.correction")
    assert correction == {"old": "2500", "new": "2000"}


def test_the_books_of_the_day_are_those_since_the_last_digest(
    press: Press, world_at: WorldAt, postbox: tuple[Postbox, Mail]
) -> None:
    for name, now, seen in (("yesterday", NOW - timedelta(hours=3), 1), ("before", NOW - timedelta(days=2), 0)):
        run = press.add("run", name=name, now=now)
        press.add("poll", run_id=run["run_id"], source_id="shafaq", outcome="ok", seen=seen)
        if seen:
            article = press.article("shafaq", "خبر", OLD)
            press.add(
                "sighting", run_id=run["run_id"], source_id="shafaq", article_id=article["article_id"], via="list",
                outcome="new",
            )  # fmt: skip
    digest.compose(world_at(), YESTERDAY)
    digest.send(world_at())
    told = text_of(next(letter for to, letter in postbox[0].letters if to == "desk@posture.example"))
    assert "Shafaq: seen 1 · new 1" in told


def test_the_command_shows_a_day_and_writes_nothing(
    press: Press, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTURE_DB_URL", database_url)
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    shown = CliRunner().invoke(command, ["--day", "2025-09-14", "--list", "desk"], catch_exceptions=False)
    assert shown.exit_code == 0
    assert "البنتاغون يخفض قواته" in shown.output
    page = tmp_path / "digest.html"
    shown = CliRunner().invoke(command, ["--day", "2025-09-14", "--html", str(page)], catch_exceptions=False)
    assert shown.exit_code == 0
    assert "البنتاغون يخفض قواته" in page.read_text(encoding="utf-8")
    assert press.rows("select * from posture.digest") == []
    with pytest.raises(Misconfigured, match="nobody"):
        CliRunner().invoke(command, ["--day", "2025-09-14", "--list", "nobody"], catch_exceptions=False)


def test_what_the_corpus_says_of_a_later_day_is_not_of_this_day(press: Press, world_at: WorldAt) -> None:
    later = YESTERDAY + timedelta(days=170)
    press.article("shafaq", "البنتاغون يخفض قواته", NEW)
    press.article("shafaq", "تاريخ مطبوع خطأ", level(2400, "بقي 2400."), published=later)
    press.rows("update posture.source set kind = 'corpus' where source_id = 'rudaw' returning *")
    press.article("rudaw", "من المستقبل", level(900, "بقي 900 جندي في العراق."), published=later)
    digest.compose(world_at(), YESTERDAY)
    told = press.rows("select distinct fact #>> '{figure,low}' as count from posture.told order by 1")
    assert [row["count"] for row in told] == ["2000"]
    digest.compose(world_at(NOW + timedelta(days=1)), NOW.date())
    told = press.rows("select distinct fact #>> '{figure,low}' as count from posture.told order by 1")
    assert [row["count"] for row in told] == ["2000", "2400"]  # an outlet's misprint is told on the day it was read
