"""Tell the day: compose the digest of each list once, and send it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from email.message import EmailMessage

from posture.adapters.alert_rules import read_alerts
from posture.adapters.world import World
from posture.model import Tally
from posture.reporting.digest import compose_digest
from posture.reporting.messages import RecipientList
from posture.steps import outbox, telling
from posture.steps.day import BAGHDAD, day_of, texts_of

_DAY = timedelta(days=1)


def compose(world: World, day: date) -> Tally:
    """Compose the digests up to `day`, or up to yesterday when that day is not over; missed days too, each once."""
    counts: Counter[str] = Counter()
    yesterday = world.now.astimezone(BAGHDAD).date() - _DAY
    for recipient_list in read_alerts().digest_lists:
        for each in _days(world, recipient_list, min(day, yesterday)):
            counts[_compose(world, recipient_list, each)] += 1
    return Tally(dict(counts))


def send(world: World) -> Tally:
    """Send the digests that wait."""
    return outbox.send(world, of_alerts=False)


def _days(world: World, recipient_list: RecipientList, last: date) -> Iterator[date]:
    """The days to be told: from the one after the list's last digest; of a new list the last day alone."""
    with world.database.transaction() as session:
        before = session.row("digest.last", list=recipient_list.id, day=last)
    day = last if before is None else before["day"] + _DAY
    while day <= last:
        yield day
        day += _DAY


def _compose(world: World, recipient_list: RecipientList, day: date) -> str:
    with world.database.transaction() as session:
        if session.row("digest.composed", day=day, list=recipient_list.id) is not None:
            return "known"
        data = day_of(world, session, day, list_name=recipient_list.id)
        version_ids = texts_of(world, session, day, list_name=recipient_list.id)
        digest_id = session.value(
            "digest.add",
            day=day,
            list=recipient_list.id,
            story_ids=[story.story_id for story in data.stories],
            version_ids=version_ids,
            now=world.now,
        )
        if digest_id is None:
            return "known"
        labels = telling.labels_of(world, session)
        message = compose_digest(data, recipient_list=recipient_list, labels=labels, now=world.now)
        # the chart has a mark for every figure that the day's texts state, whoever is quoted beside it
        marked = [point for point in data.points if point.version_id in version_ids]
        message = replace(message, told=(*message.told, *marked))
        letter = outbox.put(
            world, session, message, recipient_list=recipient_list, not_before=world.now, digest_id=digest_id
        )
        _save(world, message.key, letter, message.page())
        return "quiet" if data.quiet else "composed"


def _save(world: World, name: str, letter: EmailMessage, page: str) -> None:
    if world.folder is None:
        return
    world.folder.mkdir(parents=True, exist_ok=True)
    (world.folder / f"{name}.eml").write_bytes(letter.as_bytes())
    (world.folder / f"{name}.html").write_text(page, encoding="utf-8")
