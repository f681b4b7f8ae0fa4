"""All that the words around a phrase of attack tell of it: with what, by whom, on whom, where, when, how many dead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from posture.extracting.attack_counts import count_of
from posture.extracting.attack_days import days_of
from posture.extracting.casualties import casualties_near
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import leads_to
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.sides import target_of
from posture.extracting.strikers import striker_of
from posture.extracting.troops import posture_force
from posture.extracting.weapons import ATTACKS, event_of
from posture.extracting.whereabouts import place_near
from posture.model import Claim, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """An attack, strike or accident as one phrase of a sentence tells it; `sure` is how sure its place is."""

    rule: Rule
    found: Found
    event: str
    count: Mark | None
    striker: Mark | None
    target: Mark | None
    another: Mark | None  # words that say that it is not the one told before
    place: str | None
    days: Mapping[str, date | None]
    casualties: dict[str, int] | None
    evidence: tuple[Evidence, ...]
    dated: bool
    sure: float

    @property
    def told_of(self) -> bool:
        """Whether a day, a number or victims are told of it."""
        return self.dated or self.count is not None or self.casualties is not None

    @property
    def is_tally(self) -> bool:
        """Whether the attacks since some day are counted."""
        return self.count is not None and self.days.get("from_") is not None and self.days.get("to") is None


def attack_at(setting: Setting, sentence: Scene, rule: Rule, found: Found, told: Sequence[Claim]) -> Attack:
    """The attack that a phrase tells; `sentence` is seen whole for "a day after", `told` are the claims before it."""
    scene = setting.scene
    striker = striker_of(setting, found) if rule.event in ("strike", "attack") else None
    target = target_of(setting, found, striker)
    place, where, sure = _place(setting, found, hit=target is not None)
    if place is None and target is not None and (beside := _beside(setting, target)) is not None:
        place, where = entity_of(beside), [scene.evidence("place", beside.span)]
    casualties, dead = casualties_near(scene, found, reach=_TOLL)
    days, dated = days_of(setting, sentence, found, told)
    event, arms = event_of(setting, rule, found, by_force=striker is not None, on_force=target is not None)
    if target is None and place in _FIELDS and event in ATTACKS:
        target = next((m for m in scene.all("place") if entity_of(m) == place), None)
    count, another = count_of(scene, found), _another(scene, found)
    named = (("count", count), ("target", target), ("force", striker), ("another", another))
    evidence = [scene.evidence(role, mark.span) for role, mark in named if mark is not None]
    return Attack(
        rule=rule,
        found=found,
        event=event,
        count=count,
        striker=striker,
        target=target,
        another=another,
        place=place,
        days=days,
        casualties=casualties,
        evidence=(*evidence, *arms, *where, *dead, *dated),
        dated=bool(dated),
        sure=sure,
    )


_FIELDS = frozenset({"baghdad_airport"})  # known by the name of the town, and housing the troops


def _place(setting: Setting, found: Found, *, hit: bool) -> tuple[str | None, list[Evidence], float]:
    scene = setting.scene
    place, where, sure = place_near(setting, found, bases=False, within=_PLACE, inherit=False)
    origin = any(scene.evidence("place", m.span) in where and leads_to(scene, m) in _FROM for m in scene.all("place"))
    if place is not None and origin and hit:
        return None, [], sure  # "missiles launched from Iran"
    if place is not None and not lies_at_home(setting, place) and posture_force(setting, place):
        return None, [], sure  # "forces led by the United States" are not hit there
    return place, where, sure


def _beside(setting: Setting, target: Mark) -> Mark | None:
    """The town or province in or near which the base that was hit is said to lie: "the K1 base near Kirkuk"."""
    scene = setting.scene
    for mark in scene.all("place") if target.slot == "base" else ():
        between = [token.folded for token in scene.tokens[target.after : mark.first]]
        if 0 <= mark.first - target.after <= _LIES and _TOWARDS.isdisjoint(between):
            return mark if lies_at_home(setting, entity_of(mark)) else None
    return None


_LIES = 3  # words between a base and where it lies
_TOWARDS = frozenset({"north", "south", "east", "west", "شمال", "جنوب", "شرق", "غرب", "from", "من", "and", "و"})
_PLACE = 34  # words between an attack and its place
_TOLL = 60  # words of a strand between an attack and its victims
_BESIDE = 3  # words between an attack and "another"
_FROM = frozenset({"from", "من"})


def _another(scene: Scene, found: Found) -> Mark | None:
    """Words that say that it is not the one told before: "a second drone", مسيرة أخرى."""
    more = (f for r, f in scene.found("part") if r.id == "part.another" and scene.cost(found, f) <= _BESIDE)
    near = next(more, None)
    return Mark("another", near.first, near.after, scene.span_of(near.first, near.after), None) if near else None


def lies_at_home(setting: Setting, place: str | None) -> bool:
    """Whether the place lies where the troops are: Iraq, its region, Syria, Jordan, Kuwait."""
    entry = setting.lexicon.entry(place) if place is not None else None
    hosts = {"iraq", "syria", "jordan", "kuwait", "kurdistan_region"}
    return place in hosts or (entry is not None and (entry.country in hosts or entry.part_of in hosts))
