"""Put right what was told: when articles say otherwise now, everyone who was told gets one letter in its thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from posture.adapters.alert_rules import Alerts
from posture.adapters.database import Row, Session, json_value
from posture.adapters.world import World
from posture.reporting.corrections import Amendment, Corrected, amend, compose_correction
from posture.reporting.facts import Fact
from posture.reporting.letters import not_before
from posture.reporting.wording import Labels
from posture.steps import outbox, telling
from posture.steps.told import fact_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wrong:
    """Something that was told and does not stand: where it was told, and what became of it."""

    row: Row
    amendment: Amendment


def decide(world: World, alerts: Alerts) -> int:
    """Look at all that was told and is gone from its article; write each correction with its letter once."""
    with world.database.transaction() as session:
        session.row("alert.take_turns")
        rows = session.rows("correction.suspects")
        if not rows:
            return 0
        wrong = _wrong(world, session, rows)
        labels = telling.labels_of(world, session) if wrong else {}
        threads: dict[tuple[str, int], list[list[_Wrong]]] = defaultdict(list)
        for (name, _), group in groupby(wrong, key=lambda each: (each.row["list"], each.row["article_id"])):
            article = list(group)
            threads[name, min(each.row["thread_id"] for each in article)].append(article)
        return sum(
            _write(world, session, alerts, labels, articles, answers_id=thread_id)
            for (_, thread_id), articles in threads.items()
        )


def _wrong(world: World, session: Session, rows: Sequence[Row]) -> list[_Wrong]:
    newest = list({row["newest_version_id"] for row in rows})
    current = telling.facts_of(world, session, version_ids=newest)
    changed = [row["version_id"] for row in rows if row["version_id"] != row["newest_version_id"]]
    before = {row["key"] for row in session.rows("correction.old_keys", version_ids=changed)}
    before |= {row["claim_key"] for row in rows}
    found = []
    for row in rows:
        facts = [fact for fact in current if fact.version_id == row["newest_version_id"]]
        became = amend(fact_of(row["fact"]), facts, before=before)
        if isinstance(became, Fact):
            session.run("correction.stands", told_id=row["told_id"], claim_key=became.key)
        else:
            found.append(_Wrong(row=row, amendment=became))
    return found


def _write(
    world: World,
    session: Session,
    alerts: Alerts,
    labels: Labels,
    articles: Sequence[Sequence[_Wrong]],
    *,
    answers_id: int,
) -> int:
    """One letter for one list, in the thread of the first that told of it: a correction for each article."""
    first, *_ = numbers = [_keep(world, session, wrong) for wrong in articles]
    recipient_list = alerts.lists.get(articles[0][0].row["list"])
    if recipient_list is None:
        return 0  # the list is no more: nobody is left to be written to, and the ledger has the correction
    message_ids = list({each.row["message_id"] for wrong in articles for each in wrong})
    ways = session.rows("correction.recipients", message_ids=message_ids)
    message = compose_correction(
        [_corrected(wrong) for wrong in articles],
        number=first,
        recipient_list=recipient_list,
        labels=labels,
        now=world.now,
    )
    outbox.put(
        world,
        session,
        replace(message, corrections=tuple(numbers)),
        recipient_list=recipient_list,
        not_before=not_before(recipient_list, severity="high", now=world.now),
        correction_id=first,
        answers_id=answers_id,
        ways=[(row["channel"], row["recipient"]) for row in ways],
    )
    return 1


def _keep(world: World, session: Session, wrong: Sequence[_Wrong]) -> int:
    """Write down what one article takes back of what one list was told; its number."""
    first = wrong[0].row
    number: int = session.value(
        "correction.add",
        key=f"{first['list']}:{first['told_id']}",
        list=first["list"],
        article_id=first["article_id"],
        version_id=first["newest_version_id"],
        changes=json_value([row for amendment in _amendments(wrong) for row in amendment.rows()]),
        now=world.now,
    )
    session.run("correction.settle", correction_id=number, told_ids=[each.row["told_id"] for each in wrong])
    return number


def _corrected(wrong: Sequence[_Wrong]) -> Corrected:
    first = wrong[0].row
    return Corrected(
        text=telling.link_of(first),
        edited=first["version_id"] != first["newest_version_id"],
        amendments=tuple(_amendments(wrong)),
    )


def _amendments(wrong: Sequence[_Wrong]) -> list[Amendment]:
    """Each thing once, however many letters told it."""
    return list({each.row["claim_key"]: each.amendment for each in reversed(wrong)}.values())[::-1]
