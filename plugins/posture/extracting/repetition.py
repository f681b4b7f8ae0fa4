"""Claims without repetition: what a title and a body, or two sentences, say of one thing is kept once."""

from __future__ import annotations

from collections.abc import Iterable

from posture.model import Claim


def distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without repetition: of those that agree in every field but their words the surest."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = _key(claim)
        if key not in kept or claim.confidence > kept[key].confidence:
            kept[key] = claim
    claims = list(kept.values())
    dated = any(claim.kind == "timetable" and (claim.from_ or claim.to) and not _is_title(claim) for claim in claims)
    claims = [
        claim
        for claim in claims
        if not (dated and _is_bare_schedule(claim)) and not any(_tells_more(other, claim) for other in claims)
    ]
    claims = [claim for claim in claims if not any(_hands_over(other, claim) for other in claims)]
    return [claim for claim in claims if not any(_has_all_parties(other, claim) for other in claims)]


def _hands_over(other: Claim, claim: Claim) -> bool:
    """Whether a base that is said to be left is said to be handed over, too, which tells more."""
    left = claim.rule == "base_status.vacate" and claim.target is not None
    same = left and other.event == "handed_over" and other.target == claim.target
    return same and (other.modality, other.polarity) == (claim.modality, claim.polarity)


def _has_all_parties(other: Claim, claim: Claim) -> bool:
    """Whether an engagement or legal act is told again with fewer of those who took part."""
    if claim.kind not in _ACTS or _key(other)[:-1] != _key(claim)[:-1] or other is claim:
        return False
    known = bool(_parties(claim)) or claim.kind == "engagement"
    return known and _parties(claim) < _parties(other)


def _parties(claim: Claim) -> frozenset[str]:
    return frozenset(one.quote for one in claim.evidence if one.role == "party" and claim.kind in _ACTS)


def _is_bare_schedule(claim: Claim) -> bool:
    """Whether a title speaks of a timetable without a day, which the body gives."""
    return claim.kind == "timetable" and claim.from_ is None and claim.to is None and _is_title(claim)


def _tells_more(other: Claim, claim: Claim) -> bool:
    """Whether a claim of the body says all that one of the title says, and more."""
    if (
        other is claim
        or claim.kind not in _EVENTS
        or claim.kind != other.kind
        or not _is_title(claim)
        or _is_title(other)
    ):
        return False
    if (claim.polarity, claim.modality) != (other.polarity, other.modality) or not _is_like(claim.event, other.event):
        return False
    own, more = _facts(claim), _facts(other)
    if claim.kind in _ACTS and own == more and len(_parties(other)) < min(len(_parties(claim)), _BOTH):
        return False  # "the meeting lasted an hour" does not say who met
    return (own != more or claim.kind in _ACTS) and all(
        value is None or value == more[name] for name, value in own.items()
    )


_BOTH = 2  # parties to talks
_ACTS = frozenset({"engagement", "legal"})  # told apart by who takes part
_EVENTS = frozenset({"movement", "base_status"}) | _ACTS


_GOING = frozenset({"arrival", "departure", "redeployment", "return", "withdrawal"})  # a title names it in its own way


def _is_title(claim: Claim) -> bool:
    return all(one.where == "title" for one in claim.evidence)


def _is_like(event: str | None, other: str | None) -> bool:
    return event == other or event in {"attack", "strike"} or {event, other} <= _GOING


def _facts(claim: Claim) -> dict[str, object]:
    """What a claim of an event says beside its kind. The land of a named base tells nothing more."""
    place = claim.place if claim.target is None else None
    return {
        "force": claim.force, "place": place, "target": claim.target, "low": claim.count_low, "high": claim.count_high,
        "from": claim.from_, "to": claim.to, "killed": (claim.casualties or {}).get("killed"),
    }  # fmt: skip


def _key(claim: Claim) -> tuple[object, ...]:
    harm = tuple(sorted(claim.casualties.items())) if claim.casualties else None
    return (
        claim.kind, claim.event, claim.force, claim.role, claim.place, claim.target, claim.count_low, claim.count_high,
        claim.about, claim.bound, claim.as_of, claim.from_, claim.to, harm, claim.polarity, claim.modality,
        claim.speaker, _parties(claim),
    )  # fmt: skip
