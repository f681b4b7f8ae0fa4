"""What nobody prints: a promised date that comes near or has passed, a source that fell silent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from posture.reporting.alerts import Alert, Rule
from posture.reporting.facts import Timetable, Unseen
from posture.reporting.timetables import end_of

BAGHDAD = ZoneInfo("Asia/Baghdad")
# A date that was only just named was told as a new one.
_JUST_NAMED = 2
# Days after which it is no news any more that a date has passed.
_PASSED = 3


def watch(
    rules: Sequence[Rule],
    *,
    timetables: Sequence[Timetable],
    unseen: Sequence[Unseen],
    told_keys: Collection[str],
    now: datetime,
) -> tuple[Alert, ...]:
    """The alerts that the day itself gives rise to, each once: `told_keys` are those of alerts decided before."""
    found: dict[str, Alert] = {}
    for rule in rules:
        for alert in _of_rule(rule, timetables, unseen, told_keys, now):
            found.setdefault(alert.key, alert)
    return tuple(alert for key, alert in found.items() if key not in told_keys)


def _of_rule(
    rule: Rule, timetables: Sequence[Timetable], unseen: Sequence[Unseen], told_keys: Collection[str], now: datetime
) -> Iterator[Alert]:
    if rule.condition == "silent":
        yield from _silent(rule, unseen, told_keys, now)
    elif rule.condition in ("coming", "passed"):
        today = now.astimezone(BAGHDAD).date()
        for item in timetables:
            step = _step(rule, item, today)
            if step is not None:
                manner = "demanded" if item.state == "demanded" else "promised"
                key = f"{rule.id}:{end_of(item.fact)}:{manner}:{step}"
                yield Alert(key=key, rule=rule, decided_at=now, fact=item.fact, days_left=item.days_left)


def _step(rule: Rule, item: Timetable, today: date) -> int | None:
    """The step of its countdown that a date has reached; None when there is nothing to tell."""
    left, printed = item.days_left, item.fact.said.printed
    if left is None or item.state == "denied" or printed is None or (today - printed).days < _JUST_NAMED:
        return None
    if rule.condition == "passed":
        return 0 if -_PASSED <= left < 0 else None
    return min((days for days in rule.days if 0 <= left <= days), default=None)


def _silent(rule: Rule, unseen: Iterable[Unseen], told_keys: Collection[str], now: datetime) -> Iterator[Alert]:
    """One alert for all sources that fell silent since the last: its key names each, and since when."""
    told = {each for key in told_keys if key.startswith(f"{rule.id}:") for each in key.partition(":")[2].split(",")}
    fallen = {_silence(source): source for source in unseen}
    new = sorted(name for name in fallen if name not in told)
    if new:
        sources = tuple(fallen[name] for name in new)
        yield Alert(key=f"{rule.id}:{','.join(new)}", rule=rule, decided_at=now, unseen=sources)


def _silence(source: Unseen) -> str:
    return f"{source.outlet}@{source.since.isoformat() if source.since else 'ever'}"
