"""A promised date is told once at each step of its countdown, a source that falls silent once for each silence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from posture.reporting.alerts import Rule, Told, decide_alerts
from posture.reporting.facts import Fact, Figure, Said, Timetable, Unseen
from posture.reporting.letters import subject_line
from posture.reporting.watching import watch
from posture.reporting.wording import Words

NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
TODAY = date(2025, 3, 10)
WORDS = Words(
    language="en", labels={"shafaq": ("Shafaq", "شفق"), "rudaw": ("Rudaw", "رووداو"), "iraq": ("Iraq", "العراق")}
)


def rule(condition: str, **more: Any) -> Rule:
    given: dict[str, Any] = {
        "id": f"r_{condition}", "name_en": "A rule", "name_ar": "قاعدة", "kinds": ("timetable",), "severity": "high",
        "tell": ("desk",), "where": {}, **more,
    }  # fmt: skip
    return Rule(condition=condition, **given)


COMING, PASSED = rule("coming", days=(30, 7, 1)), rule("passed")


def due(left: int, *, printed: date = date(2025, 1, 1), state: str = "planned") -> Timetable:
    said = Said(quote="By then they leave.", language="en", outlet="rudaw", printed=printed)
    end = TODAY + timedelta(days=left)
    fact = Fact(claim_id=1, key="k", kind="timetable", said=said, event="withdrawal", place="iraq", to=end)
    return Timetable(fact=fact, state=state, days_left=left)


def keys(rules: list[Rule], item: Timetable, *told: str) -> list[str]:
    return [alert.key for alert in watch(rules, timetables=[item], unseen=(), told_keys=told, now=NOW)]


@pytest.mark.parametrize(
    ("left", "step"),
    [(31, None), (30, 30), (12, 30), (8, 30), (7, 7), (2, 7), (1, 1), (0, 1), (-1, None)],
)
def test_a_date_is_told_at_each_step_of_its_countdown(left: int, step: int | None) -> None:
    end = TODAY + timedelta(days=left)
    expected = [] if step is None else [f"r_coming:{end}:promised:{step}"]
    assert keys([COMING], due(left)) == expected
    assert keys([COMING], due(left), *expected) == []


@pytest.mark.parametrize(("left", "told"), [(0, False), (-1, True), (-3, True), (-4, False)])
def test_a_date_that_has_passed_is_told_for_three_days(left: int, told: bool) -> None:
    assert bool(keys([PASSED], due(left))) is told


def test_a_date_that_was_just_named_or_is_denied_is_not_counted_down() -> None:
    assert keys([COMING], due(5, printed=TODAY - timedelta(days=1))) == []
    assert keys([COMING], due(5, state="denied")) == []


def test_a_demanded_and_a_promised_date_are_told_apart() -> None:
    assert keys([COMING], due(7, state="demanded")) != keys([COMING], due(7))


def test_what_is_left_stands_in_the_subject() -> None:
    (alert,) = watch([COMING], timetables=[due(7)], unseen=(), told_keys=(), now=NOW)
    assert subject_line(alert, WORDS) == "Withdrawal · Iraq · 17 Mar 2025 (in 7 days)"


SILENT = rule("silent", kinds=("source",))
SHAFAQ = Unseen(outlet="shafaq", reason="", since=datetime(2025, 3, 8, tzinfo=UTC), silent=True)
RUDAW = Unseen(outlet="rudaw", reason="503", since=datetime(2025, 3, 9, tzinfo=UTC))


def silences(*unseen: Unseen, told: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    alerts = watch([SILENT], timetables=(), unseen=unseen, told_keys=told, now=NOW)
    return [(alert.key, [source.outlet for source in alert.unseen]) for alert in alerts]


def test_sources_that_fell_silent_are_told_together_and_each_silence_once() -> None:
    ((key, outlets),) = silences(SHAFAQ, RUDAW)
    assert outlets == ["rudaw", "shafaq"]
    assert silences(SHAFAQ, RUDAW, told=(key,)) == []
    ((first, _),) = silences(SHAFAQ)
    assert silences(SHAFAQ, RUDAW, told=(first,))[0][1] == ["rudaw"]
    later = Unseen(outlet="shafaq", reason="", since=NOW, silent=True)
    assert silences(later, told=(first,))[0][1] == ["shafaq"]


def test_their_names_stand_in_the_subject() -> None:
    (alert,) = watch([SILENT], timetables=(), unseen=(SHAFAQ, RUDAW), told_keys=(), now=NOW)
    assert subject_line(alert, WORDS) == "2 sources not seen: Rudaw, Shafaq"


def test_of_many_silent_sources_three_stand_in_the_subject() -> None:
    many = tuple(Unseen(outlet=f"outlet_{n}", reason="", outcome="timeout") for n in range(5))
    (alert,) = watch([SILENT], timetables=(), unseen=many, told_keys=(), now=NOW)
    assert subject_line(alert, WORDS) == "5 sources not seen: outlet 0, outlet 1, outlet 2 and 2 more"


def hit(claim_id: int, **more: Any) -> Fact:
    said = Said(quote="A base was hit.", language="en", outlet="rudaw", printed=TODAY)
    given: dict[str, Any] = {"target": "harir", "target_kind": "base", "story_id": claim_id, "as_of": TODAY, **more}
    return Fact(claim_id=claim_id, key=str(claim_id), kind="incident", said=said, freshness="fresh", **given)


COOLING = rule("at_base", kinds=("incident",), cooldown_hours=12)


@pytest.mark.parametrize(
    ("second", "told"),
    [
        pytest.param(hit(2), False, id="the same as another story"),
        pytest.param(hit(2, killed=3), True, id="a toll is new"),
        pytest.param(hit(2, as_of=TODAY - timedelta(days=1)), True, id="another day"),
        pytest.param(hit(2, target="ain_al_asad"), True, id="another base"),
        pytest.param(hit(2, figure=Figure(low=5, high=5)), True, id="a count is new"),
    ],
)
def test_within_the_cooldown_only_what_is_new_is_told(second: Fact, told: bool) -> None:
    (first,) = decide_alerts([COOLING], [hit(1)], before=(), told=Told(), now=NOW)
    lately = [(COOLING.id, first.subject_key or "", first.news_key or "")]
    for known in (Told(lately=lately), Told()):
        facts = [second] if known.lately else [hit(1), second]
        found = decide_alerts([COOLING], facts, before=(), told=known, now=NOW)
        assert len(found) == told + (not known.lately)


def test_a_rule_without_cooldown_tells_both() -> None:
    warm = rule("at_base", kinds=("incident",))
    assert len(decide_alerts([warm], [hit(1), hit(2)], before=(), told=Told(), now=NOW)) == 2


def test_a_moved_date_is_told_with_the_one_before() -> None:
    item = due(40, printed=TODAY)
    (alert,) = decide_alerts(
        [rule("dated")], [item.fact], before=(), told=Told(), moved={1: date(2025, 3, 31)}, now=NOW
    )
    assert subject_line(alert, WORDS).endswith("(moved from 31 Mar 2025 · moved back by 19 days)")
