"""What today's rules would decide of kept texts, told beside what was decided; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from posture.adapters.database import Row, Session
from posture.matching.comparing import compare_outlines
from posture.matching.fingerprints import fingerprint
from posture.matching.joining import story_to_join
from posture.matching.outlines import Outline
from posture.model import Report, Verdict
from posture.steps import grouping, matching, reviews
from posture.steps.desk import Desk
from posture.steps.merging import same_stories

_FOLLOWED = frozenset({"copy", "update", "translation"})  # verdicts whose text tells the story of the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict or a story of one text, before and under the rules of today, in the words of an analyst."""

    version_id: int
    url: str
    field: str  # verdict, story
    before: str
    after: str


@dataclass(slots=True, kw_only=True)
class _Replay:
    """The texts of a window decided once more, one after the other as at first."""

    desk: Desk
    address: dict[int, str]  # version -> address, of all texts met
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    stories: dict[int, int] = field(default_factory=dict)  # article -> story; minus the article for a new one


def replayed(
    session: Session, *, first: date, last: date, changed: Mapping[int, Report | None]
) -> tuple[Decision, ...]:
    """Verdicts and stories of a window of days that would come out otherwise.

    `changed` are the texts that today's rules read otherwise; None stands for one that is off the topic by now.
    """
    rows = [row for row in session.rows("reprocess.texts", first=first, last=last) if _is_told(row, changed)]
    replay = _Replay(
        desk=Desk({key: report for key, report in changed.items() if report is not None}),
        address={row["version_id"]: row["address"] for row in rows},
    )
    for row in rows:
        _decide(session, replay, row)
    return (*_other_verdicts(session, replay, rows), *_other_stories(session, replay, rows))


def _is_told(row: Row, changed: Mapping[int, Report | None]) -> bool:
    if row["version_id"] in changed:
        return changed[row["version_id"]] is not None
    return bool(row["on_topic"]) and not row["held"] and row["verdict"] is not None


def _decide(session: Session, replay: _Replay, row: Row) -> None:
    version_id, article_id = row["version_id"], row["article_id"]
    keys = fingerprint(replay.desk.outline(session, version_id).report.version)
    found = matching.decided(replay.desk, session, row, keys, as_known_then=True)
    replay.verdicts[version_id] = found
    if article_id not in replay.stories:
        replay.stories[article_id] = _story(session, replay, row, found)


def _story(session: Session, replay: _Replay, row: Row, found: Verdict) -> int:
    article_id = row["article_id"]
    said = reviews.story_of(session, article_id, grouped=replay.stories)
    if said is not None:
        return said
    barred = reviews.barred_stories(session, article_id, grouped=replay.stories)
    if found.verdict in _FOLLOWED and found.of is not None:
        other = session.rows("match.versions", version_ids=[int(found.of)])[0]["article_id"]
        followed: int | None = replay.stories.get(other) or session.value("story.of_version", version_id=int(found.of))
        if followed is not None and followed not in barred:
            return followed
    near = grouping.near(session, row)
    later = matching.known_later(session, row["version_id"], [each["version_id"] for each in near])
    near = [each for each in near if each["version_id"] not in later]
    ours = replay.desk.outline(session, row["version_id"])
    others = replay.desk.outlines(session, [each["version_id"] for each in near])
    stories = [replay.stories.get(each["article_id"], int(each["story_id"])) for each in near]
    compared = [(story, compare_outlines(other, ours)) for story, other in zip(stories, others, strict=True)]
    joined = story_to_join(compared, barred=barred)
    if joined is not None:
        texts = list(zip(stories, (each["article_id"] for each in near), others, strict=True))
        others_too = same_stories(session, joined[0], compared, texts, barred=barred, grouped=replay.stories)
        return _merged(replay, joined[0], tuple(others_too), texts)
    opened: int | None = session.value("story.opened_by", version_id=row["version_id"])
    return -int(article_id) if opened is None else opened


def _merged(replay: _Replay, story: int, others: Iterable[int], texts: Iterable[tuple[int, int, Outline]]) -> int:
    """The story that the report joins, once the others that turn out to be one with it are put together."""
    for other in others:
        kept, ended = sorted((story, other), key=lambda each: (each < 0, abs(each)))
        grouped = [article for article, each in replay.stories.items() if each == ended]
        near = [article for each, article, _ in texts if each == ended]
        replay.stories |= dict.fromkeys((*grouped, *near), kept)
        story = kept
    return story


def _other_verdicts(session: Session, replay: _Replay, rows: Iterable[Row]) -> Iterator[Decision]:
    for row in rows:
        found = replay.verdicts[row["version_id"]]
        before = _said(session, replay, row["verdict"], row["of_version_id"])
        after = _said(session, replay, found.verdict, None if found.of is None else int(found.of))
        if before != after:
            yield _decision(row, "verdict", before, after)


def _said(session: Session, replay: _Replay, verdict: str | None, of: int | None) -> str:
    if verdict is None or verdict == "new" or of is None:
        return verdict or "none"
    if of not in replay.address:
        replay.address[of] = session.rows("match.versions", version_ids=[of])[0]["address"]
    return f"{verdict} of {replay.address[of]}"


def _other_stories(session: Session, replay: _Replay, rows: Iterable[Row]) -> Iterator[Decision]:
    """Articles that would stand with others than now; a story is told by its earliest report."""
    earliest = sorted(rows, key=_as_told)
    firsts = {row["article_id"]: row for row in reversed(earliest)}
    now: dict[int, str] = {}
    then: dict[int, str] = {}
    for row in earliest:
        if row is not firsts[row["article_id"]]:
            continue
        story = replay.stories[row["article_id"]]
        if story not in then:
            then[story] = _first_address(row, _first_report(session, story, without=list(firsts)))
        before = "none"
        if row["story_id"] is not None:
            if row["story_id"] not in now:
                now[row["story_id"]] = _first_address(row, _first_report(session, row["story_id"]))
            before = f"that of {now[row['story_id']]}"
        if before != f"that of {then[story]}":
            yield _decision(row, "story", before, f"that of {then[story]}")


def _as_told(row: Row) -> tuple[datetime, datetime, str, int]:
    return matching.told_at(row), row["first_seen_at"], row["address"], row["number"]


def _first_report(session: Session, story_id: int, *, without: Sequence[int] = ()) -> Row | None:
    """The earliest text of a story, `without` the articles that are decided once more."""
    return session.row("reprocess.first_report", story_id=story_id, without=list(without))


def _first_address(row: Row, other: Row | None) -> str:
    address: str = (row if other is None else min(row, other, key=_as_told))["address"]
    return address


def _decision(row: Row, name: str, before: str, after: str) -> Decision:
    return Decision(
        version_id=row["version_id"], url=row["url"] or row["address"], field=name, before=before, after=after
    )
