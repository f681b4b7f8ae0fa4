"""What keeps two reports apart as stories: another base, place, day, round, score or person, or a denial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posture.matching.clocks import are_far
from posture.matching.facts import Facts
from posture.matching.opposites import are_opposites, tells_events_apart
from posture.matching.sharing import has_fact
from posture.matching.transcripts import has_name

_LIKE_NUMBER = 0.2  # counts that differ by no more may be one count, earlier and later


def apart(a: Facts, b: Facts) -> Iterator[str]:
    """What tells the events of two reports apart, by name."""
    yield from _rounds_exclude(a, b)
    for kind in ("base", "city", "country", "date", "score"):
        if _exclude(a.of(kind), b.of(kind), a.of(kind, lead=False), b.of(kind, lead=False)):
            yield kind
    yield from _days_exclude(a, b)
    yield from _names_exclude(a, b)
    found = {
        "hour": are_far(a.clocks, b.clocks) or _hours_exclude(a.of("hour"), b.of("hour")),
        "figure": _figures_exclude(a, b),
        "kind": _kinds_exclude(a, b),
        "denial": a.denies != b.denies,
        "lead_city": bool(a.of("city")) and bool(b.of("city")) and not a.of("city") & b.of("city"),
        "awaited": a.awaits != b.awaits,
        "focus": bool(a.focus) and bool(b.focus) and not a.focus & b.focus,
        "event": not (a.of("event") & b.of("event")),
        "subject": _subjects_exclude(a, b),
        "year": not (a.published and b.published) and a.gives_full_date != b.gives_full_date,
        "undated": bool(a.of("day") | a.of("date")) != bool(b.of("day") | b.of("date")),
    }
    yield from (name for name, excludes in found.items() if excludes)


_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _days_exclude(a: Facts, b: Facts) -> Iterator[str]:
    """Both leads name days, and none in common. What happens at night is told with the day after, and asked about on
    the next: with such words a day between them need not be another day.
    """
    ours, theirs = a.of("day"), b.of("day")
    if not ours or not theirs or ours & theirs:
        return
    places = [[_WEEK.index(day.removeprefix("day:")) for day in days] for days in (ours, theirs)]
    apart_by = min(min((one - other) % 7, (other - one) % 7) for one in places[0] for other in places[1])
    if apart_by <= 1 and (_NIGHTLY & (a.of("hour") | b.of("hour")) or a.looks_back or b.looks_back):
        yield "next_day"
        return
    if apart_by > 1 and _is_day_of_telling(a, b):
        yield "next_day"
        return
    if apart_by > 1:
        yield "far_day"
    yield "other_day"
    if _exclude(ours, theirs, a.of("day", lead=False), b.of("day", lead=False)):
        yield "day"


def _is_day_of_telling(a: Facts, b: Facts) -> bool:
    """Whether one leads with the day on which it was published, when both were: a toll is told days after the storm."""
    if not a.published or not b.published or abs((a.published - b.published).days) > 1:
        return False
    return any(
        side.of("day") == {f"day:{_WEEK[side.published.weekday()]}"} for side in (a, b) if side.published is not None
    )


_NIGHTLY = frozenset({"hour:evening", "hour:night", "hour:dawn"})
_HOURS = ("dawn", "morning", "noon", "afternoon", "evening", "night")


def _hours_exclude(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Both leads tell the time of day, and never in the same hours or the next: what is evening to one is night to
    another.
    """
    places = [[hour.removeprefix("hour:") for hour in hours] for hours in (ours, theirs)]
    return all(places) and all(hours_apart(one, other) > 1 for one in places[0] for other in places[1])


def hours_apart(one: str, other: str) -> int:
    """How many parts of the day lie between two: from evening to night one."""
    first, second = _HOURS.index(one), _HOURS.index(other)
    return min((first - second) % len(_HOURS), (second - first) % len(_HOURS))


def _names_exclude(a: Facts, b: Facts) -> Iterator[str]:
    """Both are full of names, and have none in common: throughout, or in their leads."""
    if any(a.of(kind, lead=False) & b.of(kind, lead=False) for kind in ("entity", "base")):
        return
    if a.names and b.names and not any(has_name(name, b.bones) for name in a.names):
        yield "name"
    elif a.lead_names and b.lead_names:
        forth = any(has_name(name, b.bones) for name in a.lead_names)
        back = any(has_name(name, a.bones) for name in b.lead_names)
        if not forth or not back:
            yield "lead_name"


def _subjects_exclude(a: Facts, b: Facts) -> bool:
    """Each comes back, from its headline on, to somebody or some place that the other never names."""
    return _never_named(a, b) and _never_named(b, a)


def _never_named(one: Facts, other: Facts) -> bool:
    if any(not has_fact(fact, other) for fact in one.subjects):
        return True
    names = any(not has_name(name, other.bones) for name in one.subject_names)
    words = any(not (sounds & other.bones) for sounds in one.subject_words)
    return one.language != other.language and (names or words)


def _exclude(lead_a: frozenset[str], lead_b: frozenset[str], all_a: frozenset[str], all_b: frozenset[str]) -> bool:
    """Each lead names some, and neither names any that the other report has."""
    return bool(lead_a) and bool(lead_b) and not (lead_a & all_b) and not (lead_b & all_a)


def _rounds_exclude(a: Facts, b: Facts) -> Iterator[str]:
    """Both number the same thing (a round of talks), and never alike; or one is of a numbered round alone."""
    ours, theirs = a.of("round"), b.of("round")
    units = {fact.partition(" ")[2] for fact in ours} & {fact.partition(" ")[2] for fact in theirs}
    if units and _exclude(ours, theirs, a.of("round", lead=False), b.of("round", lead=False)):
        yield "round"
    elif a.numbered != b.numbered and bool(ours) != bool(theirs):
        yield "numbered"


def _kinds_exclude(a: Facts, b: Facts) -> bool:
    """One leads with what rules out what the other leads with, and neither has the other's: rockets and a drone. Of
    two headlines, where opposites count too, it is enough that one of the texts never has the other's: it may be told
    as what went before.
    """
    all_ours, all_theirs = _things(a.all), _things(b.all)
    ours, theirs = _things(a.lead) - all_theirs, _things(b.lead) - all_ours
    if any(tells_events_apart(one, other) and not are_opposites(one, other) for one in ours for other in theirs):
        return True
    top_ours, top_theirs = _things(a.headline), _things(b.headline)
    return any(
        tells_events_apart(one, other) and (one not in all_theirs or other not in all_ours)
        for one in top_ours - top_theirs
        for other in top_theirs - top_ours
    )


def _things(facts: Iterable[str]) -> set[str]:
    return {fact.partition(":")[2] for fact in facts if fact.startswith(("event:", "thing:", "act:"))}


def _figures_exclude(a: Facts, b: Facts) -> bool:
    """Both count the same thing in their leads and never come to about the same number."""
    units = a.figures.keys() & b.figures.keys()
    return bool(units) and not any(
        abs(one - other) <= _LIKE_NUMBER * max(one, other)
        for unit in units
        for one in a.figures[unit]
        for other in b.figures[unit]
    )
