"""The ledger says what stands: the present picture, what became of each date, and incidents merged over reports."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from posture.steps.prepare import load_entities
from tests.telling import NOW, YESTERDAY, Press, WorldAt, level, postbox, press, world_at

__all__ = ["postbox", "press", "world_at"]  # fixtures

BEFORE = YESTERDAY - timedelta(days=20)


@pytest.fixture(autouse=True)
def names(press: Press) -> None:
    for name, kind, lat, lon in (
        ("pentagon", "institution", None, None),
        ("harir", "base", 36.5, 44.3),
        ("iraqi_pm", "office", None, None),
        ("saraya", "group", None, None),
        ("factions", "group", None, None),
        ("us", "place", None, None),
        ("jordan", "place", None, None),
        ("coalition", "force", None, None),
    ):
        country = "iraq" if name in ("saraya", "harir") else None
        press.add(
            "entity", entity_id=name, kind=kind, name_en=name, name_ar=name, lat=lat, lon=lon, country=country,
            loaded_at=NOW,
        )  # fmt: skip
    press.rows("update posture.entity set province = 'erbil' where entity_id = 'harir' returning *")
    press.add("run", name="now", now=NOW)


def test_the_picture_keeps_the_line_that_stands_beside_who_says_otherwise(press: Press) -> None:
    press.article("rudaw", "قديم", level(2500, "عددهم 2500 جندي."), published=BEFORE)
    press.article("shafaq", "جديد", level(2000, "بقي 2000 جندي."))
    press.article("rudaw", "آخر", level(2200, "قال إنهم 2200.", speaker="iraqi_pm"), published=YESTERDAY - timedelta(1))
    press.article("rudaw", "مطلب", level(0, "نطالب بصفر.", modality="demanded", speaker="iraqi_pm"))
    (row,) = press.rows("select * from analyst.present_level")
    assert (row["count_low"], row["speaker"], row["since"], row["official"]) == (2000, "pentagon", YESTERDAY, True)
    assert (row["range_low"], row["range_high"]) == (2000, 2500)
    assert (row["before_low"], row["changed_on"]) == (2200, YESTERDAY)
    assert [(other["low"], other["speaker"]) for other in row["disagreeing"]] == [
        (2200, "iraqi_pm"),
        (2500, "pentagon"),
    ]


@pytest.mark.parametrize(
    ("speaker", "office"),
    [
        pytest.param("someone", "pm", id="the office of the day"),
        pytest.param("iraqi_pm", "iraqi_pm", id="the office itself"),
        pytest.param("pentagon", None, id="an institution holds none"),
    ],
)
def test_a_level_has_the_office_of_who_says_so(press: Press, speaker: str, office: str | None) -> None:
    for held, start, end in (("old", None, BEFORE), ("pm", BEFORE, None), ("next", NOW.date(), None)):
        press.add("tenure", person="someone", office=held, from_on=start, to_on=end)
    press.article("rudaw", "رقم", level(2500, "عددهم 2500.", speaker=speaker))
    row = press.row("select speaker, office, origin, origin_article_id from analyst.force_level")
    assert row == {"speaker": speaker, "office": office, "origin": "rudaw", "origin_article_id": None}


def test_a_level_has_the_report_from_which_it_comes(press: Press) -> None:
    first = press.article("shafaq", "رقم", level(2500, "عددهم 2500."))
    copied = press.article("rudaw", "رقم", level(2500, "عددهم 2500."), story=first["story_id"])
    press.add(
        "story_origin", article_id=copied["article_id"], story_id=first["story_id"],
        origin_article_id=first["article_id"], rules="r",
    )  # fmt: skip
    rows = press.rows("select outlet, origin from analyst.force_level order by outlet")
    assert [tuple(row.values()) for row in rows] == [("rudaw", "shafaq"), ("shafaq", "shafaq")]


def test_a_figure_that_is_open_upwards_is_in_the_range_and_disagrees(press: Press) -> None:
    press.article("rudaw", "رسمي", level(2500, "عددهم 2500."))
    press.article("shafaq", "مصدر", level(3000, "أكثر من 3000.", count_high=None, bound="at_least", speaker=None))
    (row,) = press.rows("select * from analyst.present_level")
    assert (row["range_low"], row["range_high"], row["range_open"], row["count_high"]) == (2500, 3000, True, 2500)
    assert [(other["low"], other["high"]) for other in row["disagreeing"]] == [(3000, None)]


def test_a_rounded_figure_does_not_disagree_with_its_neighbour(press: Press) -> None:
    press.article("rudaw", "قديم", level(2500, "نحو 2500.", about=True), published=BEFORE)
    press.article("shafaq", "جديد", level(2450, "عددهم 2450."))
    (row,) = press.rows("select * from analyst.present_level")
    assert (row["count_low"], row["disagreeing"], row["changed_on"]) == (2450, [], None)


def dated(words: str, day: date | None, **more: Any) -> dict[str, Any]:
    return {
        "kind": "timetable", "event": "withdrawal", "place": "harir", "to_on": day, "modality": "planned",
        "speaker": "iraqi_pm", "words": words, **more,
    }  # fmt: skip


SOON, LATER, PAST = YESTERDAY + timedelta(days=60), YESTERDAY + timedelta(days=150), YESTERDAY - timedelta(days=5)


@pytest.mark.parametrize(
    ("then", "now", "state"),
    [
        pytest.param(dated("في نوفمبر", SOON), None, "announced", id="named once, ahead"),
        pytest.param(dated("أ", SOON), dated("ب", SOON, speaker="pentagon"), "confirmed", id="another voice gives it"),
        pytest.param(dated("أ", SOON), dated("ب", SOON, speaker=None), "announced", id="a voice without a name"),
        pytest.param(
            dated("أ", SOON), dated("ب", None, speaker="pentagon", polarity="negated"), "denied", id="denied since"
        ),
        pytest.param(dated("أ", SOON), dated("ب", LATER), "moved", id="the same maker gives another date"),
        pytest.param(
            dated("أ", SOON), dated("ب", LATER, speaker="pentagon"), "announced", id="another maker's other date"
        ),
        pytest.param(
            dated("أ", PAST), dated("ب", None, kind="movement", modality="asserted"), "met", id="it was done after"
        ),
        pytest.param(dated("أ", PAST), dated("ب", LATER, speaker="pentagon"), "missed", id="it is still ahead"),
        pytest.param(dated("أ", PAST), None, "silent", id="nobody said whether it was kept"),
    ],
)
def test_what_became_of_a_date(press: Press, then: dict[str, Any], now: dict[str, Any] | None, state: str) -> None:
    first = press.article("shafaq", "موعد", then, published=BEFORE)
    if now is not None:
        press.article("rudaw", "بعده", now)
    (row,) = press.rows(f"select * from analyst.timetable where version_id = {first['version_id']}")
    assert row["state"] == state


def test_a_moved_date_keeps_its_history_and_slippage(press: Press) -> None:
    press.article("shafaq", "أول", dated("أ", SOON), published=BEFORE)
    press.article("shafaq", "ثان", dated("ب", LATER))
    first, last = press.rows("select * from analyst.timetable order by due_on")
    assert (first["moved_to"], first["slippage_days"]) == (LATER, 0)
    assert (last["state"], last["slippage_days"], last["days_left"]) == ("announced", 90, 149)
    assert [(move["due_on"], move["said_on"]) for move in last["moves"]] == [
        (SOON.isoformat(), BEFORE.isoformat()),
        (LATER.isoformat(), YESTERDAY.isoformat()),
    ]


def test_two_dates_said_in_one_day_do_not_move_each_other(press: Press) -> None:
    press.article("shafaq", "مرحلتان", dated("أ", SOON), dated("ب", LATER))
    assert {row["state"] for row in press.rows("select state from analyst.timetable")} == {"announced"}


def test_a_period_without_an_end_is_no_date(press: Press) -> None:
    coming = dated("في الأشهر المقبلة", None, from_on=YESTERDAY)
    starting = dated("ابتداء من نوفمبر", None, from_on=SOON, event="reduction")
    press.article("shafaq", "موعد", coming, starting)
    assert [row["due_on"] for row in press.rows("select due_on from analyst.timetable")] == [SOON]


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        pytest.param(dated("ب", SOON, speaker=None), 1, id="without a name"),
        pytest.param(dated("ب", SOON, event="end_of_mission"), 1, id="in another word for leaving"),
        pytest.param(dated("ب", SOON + timedelta(days=1)), 1, id="counted from the day after"),
        pytest.param(dated("ب", SOON, event="reduction"), 2, id="another change"),
        pytest.param(dated("ب", SOON, speaker="pentagon"), 2, id="another voice"),
        pytest.param(dated("ب", SOON, place="erbil"), 2, id="another place"),
    ],
)
def test_one_announcement_is_one_row_and_confirms_nothing(press: Press, second: dict[str, Any], rows: int) -> None:
    first = press.article("shafaq", "موعد", dated("أ", SOON))
    press.article("rudaw", "موعد", second, story=first["story_id"])
    found = press.rows("select * from analyst.timetable order by due_on, speaker")
    assert [row["state"] for row in found] == ["announced"] * rows
    assert {row["due_on"] for row in found} == {SOON}
    assert sum(row["times_said"] for row in found) == 2


def test_a_country_speaks_by_its_government_of_its_land(press: Press) -> None:
    press.add("entity", entity_id="iraq", kind="place", name_en="Iraq", name_ar="العراق", loaded_at=NOW)
    press.add(
        "entity", entity_id="iraqi_government", kind="institution", name_en="g", name_ar="ح", country="iraq",
        loaded_at=NOW,
    )  # fmt: skip
    press.article("shafaq", "موعد", dated("أ", SOON, speaker="iraq", place="iraq"))
    press.article("rudaw", "موعد", dated("ب", SOON, speaker="iraqi_government", place=None))
    (row,) = press.rows("select * from analyst.timetable")
    assert (row["speaker"], row["place"], row["state"]) == ("iraqi_government", "iraq", "announced")


def hit(words: str, **more: Any) -> dict[str, Any]:
    return {"kind": "incident", "event": "attack", "target": "harir", "as_of": YESTERDAY, "words": words, **more}


def test_reports_of_one_attack_are_one_incident(press: Press) -> None:
    first = press.article("shafaq", "هجوم", hit("أ", event="drone_attack", from_on=YESTERDAY, killed=1))
    press.article("rudaw", "هجوم", hit("ب", killed=3, wounded=2), story=first["story_id"])
    press.article("rudaw", "هجوم", hit("ج", target=None, place="erbil"), story=first["story_id"])
    (row,) = press.rows("select * from analyst.incident")
    assert (row["event"], row["day"], row["target"], row["reports"]) == ("drone_attack", YESTERDAY, "harir", 3)
    assert (row["killed_low"], row["killed_high"], row["wounded_low"]) == (1, 3, 2)
    assert (row["target_lat"], row["target_lon"]) == (36.5, 44.3)
    assert (row["confidence"], row["attributed_to"], row["attribution_confidence"]) == (0.99, None, None)


def test_that_it_happened_and_who_did_it_are_two_confidences(press: Press) -> None:
    first = press.article("shafaq", "هجوم", hit("أ"))
    press.article("rudaw", "تبن", hit("ب", speaker="saraya", confidence=0.7), story=first["story_id"])
    (row,) = press.rows("select * from analyst.incident")
    assert (row["confidence"], row["attributed_to"], row["attribution_confidence"]) == (0.97, ["saraya"], 0.7)


def test_a_strike_and_an_attack_a_series_and_a_threat_are_not_one(press: Press) -> None:
    since_october = hit("د", from_on=YESTERDAY - timedelta(days=300), count_low=150, target="coalition")
    press.article(
        "shafaq", "يوم", hit("أ"), hit("ب", event="airstrike", force="us", target=None, place="baghdad"), since_october,
        hit("ه", modality="planned", target="erbil_air_base"),
    )  # fmt: skip
    rows = press.rows("select event, target, attributed_to from analyst.incident order by target")
    assert [(row["event"], row["target"]) for row in rows] == [
        ("airstrike", "baghdad"), ("attack", "coalition"), ("attack", "harir"),
    ]  # fmt: skip
    assert rows[0]["attributed_to"] == ["us"]


SINCE_OCTOBER = {"from_on": YESTERDAY - timedelta(days=300), "target": "coalition", "place": "iraq"}


def test_all_who_sum_up_attacks_since_one_month_make_one_series(press: Press) -> None:
    press.article("shafaq", "أول", hit("أ", **SINCE_OCTOBER, count_low=150))
    press.article("rudaw", "ثان", hit("ب", **{**SINCE_OCTOBER, "target": "us"}, count_low=157, count_high=157))
    press.article("rudaw", "ثالث", hit("ج", **{**SINCE_OCTOBER, "place": None}, count_low=153))
    press.article("rudaw", "رابع", hit("د", **{**SINCE_OCTOBER, "event": "drone_attack"}))
    (row,) = press.rows("select * from analyst.incident")
    assert row["event"] == "attack"
    assert (row["series"], row["day"], row["reports"]) == (True, YESTERDAY - timedelta(days=300), 4)
    assert (row["count_low"], row["count_high"]) == (150, None)


def test_a_report_of_another_country_tells_of_no_base_that_its_story_names(press: Press) -> None:
    first = press.article("shafaq", "هجوم", hit("أ", target=None, place="jordan", from_on=YESTERDAY, killed=3))
    press.article("rudaw", "نفي", hit("ب"), story=first["story_id"])
    assert len(press.rows("select * from analyst.incident")) == 2


def test_a_report_without_a_day_tells_of_the_day_that_most_name(press: Press) -> None:
    first = press.article("shafaq", "هجوم", hit("أ", event="rocket_attack", from_on=YESTERDAY, to_on=YESTERDAY))
    dawn = YESTERDAY - timedelta(days=1)
    press.article("rudaw", "هجومان", hit("ب", event="drone_attack", from_on=dawn, to_on=dawn), story=first["story_id"])
    press.article("rudaw", "هجوم", hit("ج", event="rocket_attack", as_of=NOW.date()), story=first["story_id"])
    rows = press.rows("select day, reports from analyst.incident order by day")
    assert [(row["day"], row["reports"]) for row in rows] == [(dawn, 1), (YESTERDAY, 2)]


def test_attacks_in_general_are_no_incident(press: Press) -> None:
    press.article("shafaq", "هجمات", hit("أ", target="us", place="jordan"), hit("ب", target="coalition"))
    assert press.rows("select * from analyst.incident") == []


def test_a_base_hit_while_its_soldiers_are_hurt_was_not_struck_by_them(press: Press) -> None:
    press.article("shafaq", "إصابة", hit("أ", event="strike", force="us", wounded=2))
    (row,) = press.rows("select * from analyst.incident")
    assert (row["attributed_to"], row["wounded_low"]) == (None, 2)


@pytest.mark.parametrize(
    ("mention", "count"),
    [
        pytest.param(hit("ب", from_on=YESTERDAY), 1, id="in loose words, of that day"),
        pytest.param(hit("ب", event="rocket_attack", from_on=YESTERDAY), 2, id="another kind of attack on that day"),
        pytest.param(hit("ب", from_on=YESTERDAY - timedelta(days=1)), 2, id="of another day"),
        pytest.param(hit("ب", as_of=YESTERDAY, killed=3), 1, id="without a day, by its toll"),
        pytest.param(hit("ب", as_of=NOW.date(), killed=4), 2, id="without a day, with another toll"),
        pytest.param(
            hit("ب", event="drone_attack", target=None, place="erbil", from_on=YESTERDAY), 1, id="by its province"
        ),
        pytest.param(hit("ب", target="saraya", from_on=YESTERDAY), 2, id="of another target"),
    ],
)
def test_another_story_may_mention_an_incident(press: Press, mention: dict[str, Any], count: int) -> None:
    press.article("shafaq", "هجوم", hit("أ", event="drone_attack", from_on=YESTERDAY, killed=3))
    press.article("rudaw", "خبر آخر", mention)
    rows = press.rows("select * from analyst.incident order by reports desc")
    assert [row["reports"] for row in rows] == ([2] if count == 1 else [1, 1])


@pytest.mark.parametrize(
    ("speaker", "others", "attributed"),
    [
        pytest.param("saraya", [], ["saraya"], id="a group that says so"),
        pytest.param("factions", [], None, id="a name for all of them"),
        pytest.param(
            "saraya",
            [hit("ج", target="ain", from_on=YESTERDAY - timedelta(days=2))],
            None,
            id="in a text of two attacks",
        ),
    ],
)
def test_who_claims_an_attack_did_it_by_his_own_words(
    press: Press, speaker: str, others: list[dict[str, Any]], attributed: list[str] | None
) -> None:
    claimed = {
        "kind": "statement", "event": "responsibility", "speaker": speaker, "words": "أعلنت مسؤوليتها.",
        "confidence": 0.6,
    }  # fmt: skip
    press.article("shafaq", "هجوم", hit("أ", from_on=YESTERDAY), claimed, *others)
    row = press.row("select * from analyst.incident where target = 'harir'")
    assert (row["attributed_to"], row["attribution_confidence"]) == (attributed, 0.6 if attributed else None)
    assert row["confidence"] == 0.9


def test_today_is_the_day_of_the_newest_run_in_baghdad(press: Press) -> None:
    press.add("run", name="late", now=datetime(2025, 9, 15, 22, 30, tzinfo=UTC))
    assert press.row("select day from analyst.today") == {"day": date(2025, 9, 16)}


def test_the_names_are_loaded_with_their_places(world_at: WorldAt, press: Press) -> None:
    assert load_entities(world_at()) == 4
    names = [row["entity_id"] for row in press.rows("select entity_id from analyst.entity order by entity_id")]
    assert names == ["harir", "iraq", "pentagon", "us"]
    assert press.rows("select * from posture.tenure") == []
