"""One claim for one incident, however often an article tells of it.

The headline names the base, the lead the day, a later sentence ("the attack") the wounded. Tellings are taken for one
incident when nothing that one says contradicts the other; each then lends the other what it does not say itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from posture.extracting.weapons import STRIKES, is_like
from posture.lexicon.entries import Lexicon
from posture.model import Claim

_FILLED = ("force", "target", "place", "count_low", "count_high", "bound")
_WIDE = frozenset({"us", "coalition", "foreign_forces"})  # whom an attack on one of their bases hits


def told_once(claims: Iterable[Claim], lexicon: Lexicon) -> list[Claim]:
    """The claims, each incident once: where it is first told, with all that is told of it."""
    kept: list[Claim] = []
    for claim in claims:
        likely = [(_likeness(kept[n], claim), -n) for n in range(len(kept)) if is_same(kept[n], claim, lexicon)]
        at = -max(likely)[1] if likely else None
        if at is None:
            kept.append(claim)
        elif kept[at].speaker and claim.speaker and kept[at].speaker != claim.speaker:
            kept[at], other = completed(kept[at], claim, lexicon), completed(claim, kept[at], lexicon)
            kept.append(other)  # two who tell of it are two claims
        else:
            kept[at] = completed(kept[at], claim, lexicon)
    return kept


def is_same(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether two claims can be of one incident, since they agree in all that both of them say."""
    if one.kind != "incident" or other.kind != "incident" or is_tally(one) or is_tally(other) or _is_another(other):
        return False
    if "shoot_down" in (one.event, other.event) and one.event != other.event:
        return one.target == other.target is not None and _are_days(one, other)  # an attack that was fended off
    return (
        (one.polarity, one.modality in _TOLD) == (other.polarity, other.modality in _TOLD)
        and is_like(one.event, other.event)
        and _agree(one.force, other.force)
        and _are_as_many(one, other)
        and _are_targets(one, other, lexicon)
        and (
            _is_place_of(_site(one, lexicon), _site(other, lexicon), lexicon)
            or (one.casualties is not None and one.casualties == other.casualties)
        )
        and _are_days(one, other)
        and _are_victims(one, other)
    )


def _likeness(one: Claim, other: Claim) -> int:
    """In how much two claims agree by what both of them say."""
    facts = ((one.casualties, other.casualties), (one.from_, other.from_), (one.target, other.target),
             (one.force, other.force), (one.place, other.place))  # fmt: skip
    return sum(a == b is not None for a, b in facts)


def _is_another(claim: Claim) -> bool:
    """Whether words say that it is not the one told before: "a second drone"."""
    return any(evidence.role == "another" for evidence in claim.evidence)


_TOLD = frozenset({"asserted", "past"})


def is_tally(claim: Claim) -> bool:
    """Whether a claim counts many attacks and tells of none: "150 attacks since mid-October"."""
    if claim.count_low is None:
        return False
    return claim.to != claim.from_ if claim.from_ is not None else claim.count_low > _FEW


_FEW = 9  # so many strikes can be one night's


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _are_as_many(one: Claim, other: Claim) -> bool:
    """Whether they tell as many; one attack is none of three, while "the strikes" may be those that were counted."""
    strikes = one.event in STRIKES and other.event in STRIKES
    return one.count_low == other.count_low or (strikes and _agree(one.count_low, other.count_low))


def _are_targets(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether both hit the same; "US forces" are those at the base that is named elsewhere."""
    if _agree(one.target, other.target):
        return True
    wide = {one.target, other.target} & _WIDE
    entry = lexicon.entry(next(iter({one.target, other.target} - _WIDE), None) or "")
    return len(wide) == 2 or (len(wide) == 1 and entry is not None and entry.kind in ("base", "institution"))


def _site(claim: Claim, lexicon: Lexicon) -> str | None:
    """The base that is hit, else the place."""
    entry = lexicon.entry(claim.target or "")
    return claim.target if entry is not None and entry.kind == "base" else claim.place


def _is_place_of(one: str | None, other: str | None, lexicon: Lexicon) -> bool:
    """Whether one place is, or lies in, the other."""
    return one is None or other is None or other in _places(one, lexicon) or one in _places(other, lexicon)


def _places(place: str, lexicon: Lexicon) -> list[str]:
    found = [place]
    for one in found:
        entry = lexicon.entry(one)
        around = (entry.province, entry.part_of, entry.country) if entry is not None else ()
        found += [p for p in around if p and p not in found]
    return found


def _are_days(one: Claim, other: Claim) -> bool:
    if one.from_ is None or other.from_ is None:
        # What is told without a day is news, and not what happened weeks ago.
        if one.casualties is not None and one.casualties == other.casualties:
            return True
        whole = other if one.from_ is None else one
        if whole.from_ != whole.to and one.target != other.target:
            return False  # a month or week in which there may have been several
        gap = one.as_of - other.as_of if one.as_of is not None and other.as_of is not None else timedelta(0)
        return abs(gap) <= _RECENT
    return (one.from_, one.to) == (other.from_, other.to)


_RECENT = timedelta(days=10)


def _are_victims(one: Claim, other: Claim) -> bool:
    own, more = one.casualties or {}, other.casualties or {}
    return all(own[fate] == more[fate] for fate in own.keys() & more.keys())


def lent(claim: Claim, last: Claim) -> Claim:
    """The claim of "the attack" with what was told of it before, on what, where and when, and its kind."""
    own = ("force", "target", "place")
    fields: dict[str, Any] = {name: getattr(last, name) for name in own if getattr(claim, name) is None}
    fields["event"] = last.event
    if claim.from_ is None:
        fields |= {"from_": last.from_, "to": last.to, "as_of": last.as_of}
    return replace(claim, **fields)


def completed(claim: Claim, other: Claim, lexicon: Lexicon) -> Claim:
    """The claim with what the other tells besides: a day, a target, a nearer place, the dead and the wounded."""
    fields: dict[str, Any] = {name: getattr(other, name) for name in _FILLED if getattr(claim, name) is None}
    if claim.from_ is None and other.from_ is not None:
        fields |= {"from_": other.from_, "to": other.to, "as_of": other.as_of, "modality": other.modality}
    if claim.target in _WIDE and other.target is not None and other.target not in _WIDE:
        fields["target"] = other.target
    alike = claim.count_low == other.count_low
    if (
        alike
        and claim.place
        and other.place
        and claim.place != other.place
        and claim.place in _places(other.place, lexicon)
    ):
        fields["place"] = other.place
    if claim.event in ("attack", "strike") and other.event != claim.event and is_like(claim.event, other.event):
        fields["event"] = other.event
    casualties = {**(other.casualties or {}), **(claim.casualties or {})}
    return replace(
        claim,
        evidence=tuple(dict.fromkeys((*claim.evidence, *other.evidence))),
        casualties=casualties or None,
        speaker=claim.speaker or other.speaker,
        via=claim.via or other.via,
        confidence=max(claim.confidence, other.confidence),
        **fields,
    )
