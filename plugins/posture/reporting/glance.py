"""The day in a few words: counts for the first look, and the five lines of a quiet day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from posture.reporting.facts import BOOK_OUTCOMES, Book, DigestData, Fact, Story, Unseen
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


def is_event(fact: Fact) -> bool:
    """Whether a claim is of the day's events: no standing figure, no look back, no tally of a campaign's attacks."""
    tally = fact.kind == "incident" and fact.figure is not None and fact.figure.low != 1
    return fact.kind != "force_level" and fact.modality != "past" and not tally


def lead(story: Story, words: Words) -> str:
    """What a story says first, in the reader's language; empty where its headline is in that language already."""
    if story.headline.language == words.language or not story.claims:
        return ""
    # a standing figure leads only when somebody gives it his name
    leading = (fact for fact in story.claims if is_event(fact) or (fact.kind == "force_level" and fact.said.speaker))
    fact = next(leading, story.claims[0])
    gist, manner = words.gist(fact) or words(f"kind.{fact.kind}"), words.manner(fact)
    return f"{gist} ({manner})" if manner else gist


def total(books: Iterable[Book]) -> Book:
    """The books of all sources together."""
    books = list(books)
    sums = {name: sum(book.counts.get(name, 0) for book in books) for name in BOOK_OUTCOMES}
    return Book(outlet="", counts={name: count for name, count in sums.items() if count})


def unseen_lines(unseen: Iterable[Unseen], words: Words) -> list[tuple[str, list[str]]]:
    """Why sources could not be seen, each reason with their names and since when; the most frequent reason first."""
    found: dict[str, list[str]] = defaultdict(list)
    for source in unseen:
        since = f" ({words('unseen_since', words.day(source.since.date()))})" if source.since else ""
        found[words.why(source)].append(f"{words.name(source.outlet)}{since}")
    return sorted(found.items(), key=lambda item: -len(item[1]))


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
        (item.days_left, item.fact)
        for item in data.timetables
        if item.days_left is not None and item.days_left >= 0 and item.state != "denied"
    ]
    if not ahead:
        return words("no_date_ahead")
    days, fact = min(ahead, key=lambda item: (item[0], item[1].claim_id))
    period, maker = words.due(fact), words.attribution(fact.said)
    matter = words.matter(fact)
    when = f"{words('next_date')}: {period}{words.comma}{words.countdown(days)}"
    return f"{when}: {matter} ({maker})." if matter else f"{when} ({maker})."


def _sight(data: DigestData, words: Words) -> str:
    looked = words.comma.join([words.counted(data.seen, "address"), words.counted(len(data.books), "source")])
    seen = f"{words('looked_at')}: {looked}"
    names = [words.name(unseen.outlet) for unseen in data.unseen]
    return f"{seen}. {words('unseen')}: {words.comma.join(names)}." if names else f"{seen}. {words('nothing_unseen')}"
