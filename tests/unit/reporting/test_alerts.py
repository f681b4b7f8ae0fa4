"""Rules decide what is told at once: each thing once, old news and background never."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup

from posture.reporting.alerts import CONDITIONS, Alert, Rule, Told, Variant, decide_alerts
from posture.reporting.facts import Dispute, Fact, Figure, Link, Said
from posture.reporting.letters import compose_alerts, not_before
from posture.reporting.messages import RecipientList, to_email
from posture.reporting.wording import Labels

NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
TODAY = date(2025, 3, 10)


def rule(condition: str, *kinds: str, **more: Any) -> Rule:
    where = more.pop("where", {})
    return Rule(
        id=f"r_{condition}", name_en="A rule", name_ar="قاعدة", kinds=kinds, condition=condition, severity="high",
        tell=("desk",), where=where,
    )  # fmt: skip


def fact(claim_id: int, kind: Any, *, printed: date = TODAY, speaker: str | None = None, **more: Any) -> Fact:
    said = Said(quote="Words in print.", language="en", outlet="rudaw", speaker=speaker, printed=printed)
    given: dict[str, Any] = {"freshness": "fresh", "place": "iraq", **more}
    return Fact(claim_id=claim_id, key=f"key-{claim_id}", kind=kind, said=said, **given)


def level(claim_id: int, count: int, **more: Any) -> Fact:
    return fact(claim_id, "force_level", force="us", figure=Figure(low=count, high=count), **more)


KNOWN = [level(1, 2500, printed=date(2025, 3, 1))]


def decide(rules: list[Rule], facts: list[Fact], **more: Any) -> tuple[Alert, ...]:
    told = more.pop("told", Told())
    return decide_alerts(rules, facts, before=more.pop("before", KNOWN), told=told, now=NOW, **more)


def test_a_departing_figure_is_told_with_what_it_departs_from() -> None:
    (alert,) = decide([rule("departs", "force_level")], [level(2, 2000), level(3, 2500)])
    assert alert.fact is not None
    assert alert.fact.claim_id == 2
    assert alert.change is not None
    assert alert.change.before is not None
    assert alert.change.before.claim_id == 1


@pytest.mark.parametrize(
    "silent",
    [
        pytest.param(level(2, 2500), id="the figure that is known"),
        pytest.param(level(2, 2000, freshness="background"), id="a background sentence"),
        pytest.param(level(2, 2000, freshness="repeated"), id="said before"),
        pytest.param(level(2, 2000, printed=date(2025, 3, 5)), id="printed last week"),
        pytest.param(level(2, 500, modality="demanded"), id="a demand"),
        pytest.param(level(2, 150_000, as_of=date(2008, 1, 1)), id="a figure of another time"),
    ],
)
def test_what_is_no_news_is_not_told(silent: Fact) -> None:
    assert decide([rule("departs", "force_level")], [silent]) == ()


def test_an_incident_at_a_base_is_told_once_however_many_report_it() -> None:
    hits = [
        fact(claim_id, "incident", target="harir", target_kind="base", story_id=7, speaker=f"s{claim_id}")
        for claim_id in range(2, 8)
    ]
    assert len(decide([rule("at_base", "incident")], hits)) == 1


def test_two_attacks_on_one_base_are_two_alerts() -> None:
    hits = [fact(n, "incident", target="harir", target_kind="base", story_id=n) for n in (2, 3)]
    assert len(decide([rule("at_base", "incident")], hits)) == 2


@pytest.mark.parametrize(
    "elsewhere",
    [
        pytest.param(fact(2, "incident", target="embassy", target_kind="institution"), id="not a base"),
        pytest.param(fact(2, "incident", target="harir", target_kind="base", polarity="negated"), id="denied"),
        pytest.param(fact(2, "incident", target="harir", target_kind="base", modality="hypothetical"), id="feared"),
        pytest.param(fact(2, "movement", target="harir", target_kind="base"), id="no incident"),
    ],
)
def test_other_things_are_no_incident_at_a_base(elsewhere: Fact) -> None:
    assert decide([rule("at_base", "incident")], [elsewhere]) == ()


HANDOVER = fact(1, "timetable", event="handover", place="victoria", to=date(2025, 4, 30), modality="planned")
TALKS = fact(1, "engagement", event="talks", story_id=4)


@pytest.mark.parametrize(
    ("told", "denial", "is_told"),
    [
        pytest.param(TALKS, fact(2, "engagement", event="talks", modality="denied", story_id=4), True, id="of a story"),
        pytest.param(TALKS, fact(2, "engagement", event="visit", modality="denied", story_id=4), False, id="another"),
        pytest.param(TALKS, fact(2, "engagement", event="talks", story_id=4), False, id="said again"),
        pytest.param(
            fact(1, "timetable", force="us", story_id=4),
            fact(2, "movement", event="withdrawal", force="us", polarity="negated", story_id=4), False,
            id="how long it takes is not that they leave",
        ),
        pytest.param(
            HANDOVER, fact(2, "base_status", event="handed_over", target="victoria", polarity="negated"), True,
            id="of a date, in other words",
        ),
        pytest.param(
            HANDOVER, fact(2, "base_status", event="handed_over", target="harir", place=None, polarity="negated"),
            False, id="another base",
        ),
        pytest.param(
            HANDOVER, fact(2, "timetable", event="handover", place="victoria", to=date(2025, 6, 1), polarity="negated"),
            False, id="another date",
        ),
        pytest.param(level(1, 2500), level(2, 2500, polarity="negated"), True, id="a figure"),
        pytest.param(level(1, 2500), level(2, 900, polarity="negated"), False, id="another figure"),
        pytest.param(
            level(1, 2500), level(2, 2500, polarity="negated", modality="planned"), False,
            id="no plans to move them is no denial that they are there",
        ),
        pytest.param(
            fact(1, "movement", event="withdrawal", force="us", modality="denied"),
            fact(2, "movement", event="withdrawal", force="us", polarity="negated"), False, id="a denial",
        ),
    ],
)  # fmt: skip
def test_only_what_people_were_told_is_news_when_it_is_denied(told: Fact, denial: Fact, is_told: bool) -> None:
    rules = [rule("denied", "engagement", "movement", "base_status", "timetable", "force_level")]
    found = decide(rules, [denial], told=Told(facts=[told]))
    assert [alert.denies for alert in found] == ([told] if is_told else [])


def test_what_another_report_of_the_same_hours_says_is_denied_too() -> None:
    denial = fact(2, "engagement", event="talks", modality="denied", story_id=4)
    (alert,) = decide([rule("denied", "engagement")], [denial, TALKS])
    assert alert.denies == TALKS


def test_a_sum_of_attacks_is_no_incident() -> None:
    since_october = fact(2, "incident", target="harir", target_kind="base", from_=date(2024, 10, 17))
    assert decide([rule("at_base", "incident")], [since_october]) == ()


@pytest.mark.parametrize(
    ("day", "killed", "is_told"),
    [
        pytest.param(date(2025, 3, 6), None, False, id="a look back at what was told"),
        pytest.param(date(2025, 3, 6), 2, True, id="another toll"),
        pytest.param(date(2025, 3, 5), None, True, id="an attack that was not told"),
    ],
)
def test_a_look_back_at_a_told_incident_is_not_told(day: date, killed: int | None, is_told: bool) -> None:
    at_base = rule("at_base", "incident")
    hit = fact(2, "incident", target="harir", target_kind="base", as_of=day, killed=killed, story_id=9)
    lately = {(at_base.id, "incident::harir", "None:2025-03-06:None:None:None")}
    assert bool(decide([at_base], [hit], told=Told(lately=lately))) is is_told


def test_of_an_incident_the_fullest_report_is_told() -> None:
    loose = fact(2, "incident", event="attack", target="harir", target_kind="base", story_id=7)
    full = fact(3, "incident", event="rocket_attack", target="harir", target_kind="base", story_id=7, wounded=2)
    (alert,) = decide([rule("at_base", "incident")], [loose, full])
    assert alert.fact == full


@pytest.mark.parametrize(
    ("hit", "is_told"),
    [
        pytest.param({"target": "us", "place": "jordan", "killed": 3}, True, id="soldiers killed at no known base"),
        pytest.param({"target": "us", "place": "jordan"}, False, id="nobody hurt"),
        pytest.param({"target": "us", "killed": 3, "modality": "hypothetical"}, False, id="feared"),
        pytest.param({"target": "harir", "target_kind": "base", "killed": 3}, False, id="at a base: another rule's"),
        pytest.param({"target": "us", "killed": 60, "from_": date(2024, 10, 17)}, False, id="since October"),
        pytest.param({"target": "market", "killed": 3}, False, id="others"),
    ],
)
def test_soldiers_killed_or_wounded_are_told_wherever_it_was(hit: dict[str, Any], is_told: bool) -> None:
    harmed = rule("harmed", "incident", where={"target": ("us", "coalition")})
    assert bool(decide([harmed], [fact(2, "incident", **hit)])) is is_told


def test_what_is_dated_ahead_of_today_is_no_news() -> None:
    assert decide([rule("always", "force_level")], [level(2, 9, printed=date(2025, 9, 1))]) == ()


def test_one_denial_in_three_sentences_is_told_once_and_another_voice_again() -> None:
    denials = [
        fact(2, "timetable", event="handover", place="victoria", polarity="negated", story_id=4),
        fact(3, "timetable", event="handover", place="victoria", polarity="negated", story_id=4, speaker="joint"),
        fact(4, "base_status", event="handed_over", target="victoria", polarity="negated", story_id=4, speaker="joint"),
        fact(5, "base_status", event="handed_over", target="victoria", polarity="negated", story_id=4, speaker="pm"),
    ]
    rules = [rule("denied", "timetable", "base_status")]
    found = decide(rules, denials, told=Told(facts=[HANDOVER]))
    assert [alert.fact and alert.fact.claim_id for alert in found] == [3, 5]
    later = Told(facts=[HANDOVER], keys={alert.key for alert in found})
    assert decide(rules, denials[:1], told=later) == ()


def test_a_second_attack_on_a_day_is_told() -> None:
    at_base = rule("at_base", "incident")
    hits = [fact(n, "incident", target="harir", target_kind="base", as_of=TODAY, story_id=n) for n in (2, 3)]
    assert len(decide([at_base], hits)) == 2


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        pytest.param([(date(2026, 3, 9), TODAY), (date(2026, 3, 10), TODAY)], 1, id="a year, read in two ways"),
        pytest.param([(date(2026, 3, 9), TODAY), (date(2025, 9, 9), TODAY)], 2, id="a year and half a year"),
        pytest.param([(date(2025, 9, 30), None), (date(2025, 9, 29), None)], 2, id="two days of the calendar"),
        pytest.param(
            [(date(2025, 9, 9), TODAY), (date(2025, 9, 10), date(2025, 9, 10))], 1, id="in six months, as a day"
        ),
        pytest.param([(date(2025, 9, 10), date(2025, 9, 1)), (date(2025, 9, 10), None)], 1, id="a month and its end"),
    ],
)
def test_a_period_counted_from_the_day_of_printing_is_told_once(
    facts: list[tuple[date, date | None]], count: int
) -> None:
    dated = [
        fact(n, "timetable", from_=start, to=end, modality="planned", story_id=4)
        for n, (end, start) in enumerate(facts, start=2)
    ]
    assert len(decide([rule("dated", "timetable")], dated)) == count


def test_two_bases_that_are_left_by_one_day_are_two_alerts_each_told_once() -> None:
    left = [
        fact(n, "timetable", target=base, target_kind="base", to=date(2025, 9, 30), modality="planned", story_id=n)
        for n, base in enumerate(["harir", "ain_al_asad", "harir"], start=2)
    ]
    first = decide([rule("dated", "timetable")], left[:1])
    told = Told(keys={alert.key for alert in first})
    found = decide([rule("dated", "timetable")], left, told=told)
    assert [alert.fact and alert.fact.target for alert in [*first, *found]] == ["harir", "ain_al_asad"]


def test_a_date_that_moves_to_one_that_is_known_is_told_once() -> None:
    dated = rule("dated", "timetable")
    known = [fact(2, "timetable", to=date(2026, 9, 30), modality="planned", speaker="pentagon")]
    told = {alert.key for alert in decide([dated], known)}
    moved = [fact(n, "timetable", to=date(2026, 9, 30), modality="planned", speaker="iraq", story_id=n) for n in (3, 4)]
    from_ = {3: date(2025, 9, 30), 4: date(2025, 9, 30)}
    (alert,) = decide([dated], moved, told=Told(keys=told), moved=from_)
    assert alert.moved_from == date(2025, 9, 30)
    assert decide([dated], moved, told=Told(keys={*told, alert.key}), moved=from_) == ()


def test_a_timetable_is_told_when_it_names_a_day() -> None:
    dated = fact(2, "timetable", to=date(2025, 9, 30), modality="planned")
    undated = fact(3, "timetable", modality="planned")
    look_back = fact(4, "timetable", to=date(2011, 12, 31), modality="past")
    found = decide([rule("dated", "timetable")], [dated, undated, look_back])
    assert [alert.fact and alert.fact.claim_id for alert in found] == [2]


def test_fields_narrow_a_rule() -> None:
    narrow = rule("always", "force_level", where={"force": ("us",), "place": ("syria",)})
    assert [
        alert.fact and alert.fact.claim_id for alert in decide([narrow], [level(2, 9), level(3, 9, place="syria")])
    ] == [3]


def variant(story_id: int | None) -> Variant:
    link = Link(title="t", language="ar", outlet="ina")
    dispute = Dispute(kind="variant", field="force_level.count", a="2500", b="2000", a_text=link, b_text=link)
    return Variant(version_id=9, story_id=story_id, disputes=(dispute,), read_at=NOW)


@pytest.mark.parametrize(("story_id", "count"), [(7, 1), (8, 0), (None, 0)])
def test_a_variant_is_told_to_those_who_know_the_story(story_id: int | None, count: int) -> None:
    found = decide([rule("told", "variant")], [], variants=[variant(story_id)], told=Told(stories={7}))
    assert len(found) == count


def test_what_was_told_is_not_told_again() -> None:
    rules, facts = [rule("departs", "force_level")], [level(2, 2000)]
    first = decide(rules, facts)
    assert decide(rules, facts, told=Told(keys={alert.key for alert in first})) == ()


def test_two_rules_may_tell_of_one_claim() -> None:
    found = decide([rule("always", "force_level"), rule("departs", "force_level")], [level(2, 2000)])
    assert len({alert.key for alert in found}) == 2


def test_every_condition_of_the_schema_is_known() -> None:
    assert set(CONDITIONS) | {"told"} == {
        "always", "at_base", "dated", "denied", "departs", "harmed", "told",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("hour_utc", "severity", "expected_hour_utc"),
    [
        pytest.param(9, "high", 9, id="by day at once"),
        pytest.param(20, "high", 27, id="23:00 in Baghdad waits until 06:00"),
        pytest.param(1, "normal", 3, id="04:00 in Baghdad waits until 06:00"),
        pytest.param(3, "normal", 3, id="06:00 is no longer quiet"),
        pytest.param(20, "urgent", 20, id="urgent never waits"),
    ],
)
def test_quiet_hours_are_those_of_baghdad(
    hour_utc: int, severity: str, expected_hour_utc: int, recipient_list: Callable[..., RecipientList]
) -> None:
    quiet = recipient_list("en", quiet_from=22, quiet_to=6)
    due = not_before(quiet, severity=severity, now=datetime(2025, 3, 10, hour_utc, tzinfo=UTC))
    assert (due - datetime(2025, 3, 10, tzinfo=UTC)).total_seconds() == expected_hour_utc * 3600


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_letter_shows_figure_words_and_what_was_before(
    language: str, labels: Labels, recipient_list: Callable[..., RecipientList]
) -> None:
    new = level(2, 2000, speaker="us_defense_department")
    (alert,) = decide([rule("departs", "force_level")], [new])
    message = compose_alerts(
        [alert], number=17, recipient_list=recipient_list(language), labels=labels, now=alert.decided_at
    )
    page = BeautifulSoup(message.html, "lxml").get_text(" ")
    for part in (message.subject, message.text, page):
        assert "2,000" in part
        assert "2,500" in part
    for part in (message.text, page):
        assert "Words in print." in part
        assert labels["us_defense_department"][language == "ar"] in part
    letter = to_email(message, sender="alert@posture.example", recipient="a@posture.example")
    assert letter["Message-ID"] == "<alert-17-desk@posture.example>"


def test_the_letter_of_a_variant_shows_both_sides(labels: Labels, recipient_list: Callable[..., RecipientList]) -> None:
    (alert,) = decide([rule("told", "variant")], [], variants=[variant(7)], told=Told(stories={7}))
    message = compose_alerts(
        [alert], number=3, recipient_list=recipient_list("en"), labels=labels, now=alert.decided_at
    )
    assert message.subject == "Important: Force level · count: 2,500 / 2,000"
    assert "Iraqi News Agency" in message.text


@pytest.mark.parametrize(("language", "words"), [("en", "denied"), ("ar", "نفي")])
def test_a_denied_figure_is_never_shown_as_stated(
    language: str, words: str, labels: Labels, recipient_list: Callable[..., RecipientList]
) -> None:
    denial = level(2, 2500, polarity="negated")
    (alert,) = decide([rule("denied", "force_level")], [denial], told=Told(facts=KNOWN))
    message = compose_alerts(
        [alert], number=5, recipient_list=recipient_list(language), labels=labels, now=alert.decided_at
    )
    for part in (message.subject, message.text, BeautifulSoup(message.html, "lxml").get_text(" ")):
        assert words in part
