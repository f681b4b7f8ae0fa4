"""The names in a text, each with its exact place and what it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from posture.lexicon.entries import BLOCK, ROLE, Lexicon
from posture.lexicon.forces import forces_in
from posture.lexicon.offices import is_deputy, posts_in
from posture.lexicon.quoted import named_again, quoted_in
from posture.lexicon.scan import Hit, Scan, scan
from posture.lexicon.strangers import Stranger, strangers_in
from posture.model import Mention, Span, Version, Where


def find_mentions(
    text: str, lexicon: Lexicon, *, where: Where = "body", day: date | None = None, beside: str = ""
) -> tuple[Mention, ...]:
    """The names in a text, in order, none overlapping another.

    `day` is the article's: a surname after a title or rank ("Gen. Kurilla", "رئيس الوزراء السوداني") counts when it is
    that of somebody in office then. `beside` is other text of the same article: a surname in a headline counts when the
    body has the full name.
    """
    found = scan(text, lexicon, day=day, beside=beside)
    mentions = [_force(found, force.entity, found.span(force.first, force.last, force.offset), where)
                for force in forces_in(found, lexicon)]  # fmt: skip
    mentions += [Mention(entity=post.entity, kind=post.kind, where=where, span=post.span, quote=post.span.of(text))
                 for post in posts_in(found, lexicon)]  # fmt: skip
    mentions += [mention for hit in found.picked if (mention := _plain(found, hit, lexicon, where)) is not None]
    mentions += [Mention(entity=who.entity, kind="person", where=where, span=who.span, quote=who.span.of(text))
                 for who in _strangers(found, lexicon)]  # fmt: skip
    return _apart(mentions)


def _strangers(found: Scan, lexicon: Lexicon) -> list[Stranger]:
    """The people without an entry, wherever the text names them."""
    taken = {place for hit in found.picked for place in range(hit.first, hit.last + 1)}
    known = [*strangers_in(found, lexicon), *quoted_in(found, lexicon, taken)]
    return [*known, *named_again(found, known, taken)]


def mentions_of(version: Version, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The names in the title and body of an article; a surname in one counts when the other has the full name."""
    day = version.published.day if version.published else None
    return (
        *find_mentions(version.title, lexicon, where="title", day=day, beside=version.body),
        *find_mentions(version.body, lexicon, where="body", day=day, beside=version.title),
    )


def find_roles(text: str, lexicon: Lexicon, *, where: Where = "body") -> tuple[Mention, ...]:
    """The words for troops, advisers, trainers, contractors …, also those inside a force's name."""
    return find_words(text, lexicon, ROLE, where=where)


def find_words(text: str, lexicon: Lexicon, *kinds: str, where: Where = "body") -> tuple[Mention, ...]:
    """The words that name nothing but tell what a text is about: kinds `topic` (posture, attack …) and `role`."""
    found = scan(text, lexicon)
    hits = [hit for hits in found.builders.values() for hit in hits if hit.name.kind in kinds]
    spans = [(hit, found.span(hit.first, hit.last, hit.reading.offset)) for hit in hits]
    mentions = [
        Mention(entity=hit.name.entity, kind=hit.name.kind, where=where, span=span, quote=span.of(text))
        for hit, span in spans
    ]
    return tuple(one for kind in kinds for one in _apart(mention for mention in mentions if mention.kind == kind))


def _force(found: Scan, entity: str, span: Span, where: Where) -> Mention:
    return Mention(entity=entity, kind="force", where=where, span=span, quote=span.of(found.text))


def _plain(found: Scan, hit: Hit, lexicon: Lexicon, where: Where) -> Mention | None:
    name = hit.name
    if name.kind == BLOCK or (name.kind == "office" and is_deputy(found, hit.first)):
        return None
    span = found.span(hit.first, hit.last, hit.reading.offset)
    entity, kind, warning = name.entity, name.kind, None
    if kind == "misnaming":
        misnaming = lexicon.misnamings[entity]
        entity, warning = misnaming.entity, misnaming.message
        kind = lexicon.entries[entity].kind
    return Mention(entity=entity, kind=kind, where=where, span=span, quote=span.of(found.text), warning=warning)


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Of mentions that overlap the longest, in order of place; of equals the first given."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        places = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.span))
