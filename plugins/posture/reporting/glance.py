"""The day in a few words: counts for the first look, and the five lines of a quiet day."""

from __future__ import annotations

from posture.reporting.facts import DigestData, Story
from posture.reporting.levels import departures
from posture.reporting.wording import Words


def glance(data: DigestData, words: Words) -> list[str]:
    """What there is, as counts; nothing is mentioned of which there is none."""
    counts = [
        (len(data.stories), "story"),
        (len(departures(data.changes, points=data.points)), "change"),
        (len(data.disputes), "dispute"),
        (len(data.corrections), "correction"),
        (len(data.held), "held"),
        (len(data.unseen), "unseen"),
    ]
    return [words.counted(count, noun) for count, noun in counts if count]


def spread(story: Story, words: Words) -> str:
    """How far a story went: origins first, for five outlets with one agency's text are one voice."""
    counts = [(story.origins, "origin"), (story.outlets, "outlet"), (story.families, "family")]
    languages = [words.known(f"language.{language}", language) for language in story.languages]
    return " · ".join([*(words.counted(count, noun) for count, noun in counts), *languages])


def quiet_lines(data: DigestData, words: Words) -> list[str]:
    """A day without news in five lines: the day, that nothing is new, what holds, what comes next, what was seen."""
    return [
        f"{words('posture')} · {words.full_day(data.day)}",
        f"{words('quiet_day')} {words('no_change')}.",
        _holding(data, words),
        _coming(data, words),
        _sight(data, words),
    ]


def _holding(data: DigestData, words: Words) -> str:
    if not data.levels:
        return words("level_none")
    latest = data.levels[0].latest
    figure = words.figure(latest.figure) if latest.figure else ""
    day = words.day(latest.day) if latest.day else ""
    return f"{words('now')}: {words.subject(latest)} {figure} ({words.attribution(latest.said)} · {day})."


def _coming(data: DigestData, words: Words) -> str:
    ahead = [
        (item.days_left, item.fact) for item in data.timetables if item.days_left is not None and item.days_left >= 0
    ]
    if not ahead:
        return words("no_date_ahead")
    days, fact = min(ahead, key=lambda item: (item[0], item[1].claim_id))
    period, maker = words.period(fact.from_, fact.to), words.attribution(fact.said)
    return f"{words('next_date')}: {period}{words.comma}{words.countdown(days)} ({maker})."


def _sight(data: DigestData, words: Words) -> str:
    looked = words.comma.join([words.counted(data.seen, "address"), words.counted(len(data.books), "source")])
    seen = f"{words('looked_at')}: {looked}"
    names = [words.name(unseen.outlet) for unseen in data.unseen]
    return f"{seen}. {words('unseen')}: {words.comma.join(names)}." if names else f"{seen}. {words('nothing_unseen')}"
