"""Where people can meet: the places of a sentence without those that only belong to what is talked about."""

from __future__ import annotations

from dataclasses import replace

from posture.extracting.heads import words
from posture.extracting.patterns import Mark
from posture.extracting.prepositions import is_after_in, leads_to
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.tokens import Token
from posture.extracting.whereabouts import HOSTS


def with_venues(scene: Scene, *, going: bool) -> Scene:
    """The sentence with those places alone where people can meet, or to which one is `going`.

    Not "troops in Iraq", "flew in from Kabul", nor, of talks, "spoke of his visit to Washington".
    """
    marks = {
        first: tuple(m for m in here if m.slot != "place" or not _is_no_venue(scene, m, going=going))
        for first, here in scene.marks.items()
    }
    named = scene.phrases if going else tuple(p for p in scene.phrases if p[0].id != "part.same_country")
    return replace(scene, marks=marks, phrases=named)  # "the troops in the country" are not who meets there


def _is_no_venue(scene: Scene, mark: Mark, *, going: bool) -> bool:
    """Whether a place is whence one comes, a whole region, or where those are who are talked about or who speak."""
    ahead = scene.tokens[max(0, mark.first - _HELD_BY) : mark.first]
    led = leads_to(scene, mark)
    visited = not going and led in _WHITHER and not _VISITS.isdisjoint(_forms(ahead))
    if visited or entity_of(mark) in _REGIONS or is_whence(scene, mark) or _is_joined(scene, mark):
        return True
    named = {m.after for m in scene.all("force") if m.after <= mark.first}
    held = any(at in named for at in range(mark.first - _LINK, mark.first + 1))
    posted = not _POSTS.isdisjoint(_forms(ahead))
    if entity_of(mark) not in HOSTS:
        return False
    if scene.tokens[mark.after - 1].folded.endswith(("'s", "’s")):
        return True  # "Iraq's sovereignty"
    there = is_after_in(scene, mark) and not (going and led in _WHITHER and _ENVOYS.isdisjoint(_forms(ahead)))
    return there and (held or posted)


def _forms(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(form for token in tokens for form in token.forms)


def _is_joined(scene: Scene, mark: Mark) -> bool:
    """Whether a capital is joined to another that acts, and is a party with it: «واشنطن وبغداد»."""
    if scene.text[scene.tokens[mark.first].span.start : mark.span.start] != "و":
        return False
    others = (m for first in range(max(0, mark.first - 4), mark.first) for m in scene.marks.get(first, ()))
    return any(m.slot == "country" and m.after == mark.first and not is_after_in(scene, m) for m in others)


def is_whence(scene: Scene, mark: Mark) -> bool:
    """Whether somebody comes from the place: "flew in from Kabul"."""
    return leads_to(scene, mark) in _WHENCE


_REGIONS = frozenset({"middle_east"})
_WHENCE = frozenset({"from", "من"})
_WHITHER = frozenset({"to", "الي"})
_VISITS = words("visit visits trip زياره زيارته زيارتها")
_ENVOYS = words("ambassador embassy envoy consul سفير سفيره سفاره مبعوث قنصل")  # to a land, and not going there
_LINK = 1  # the word that joins a force to its land: "US troops in Iraq"
_HELD_BY = 3  # words between a mission and its land: «مهمة التحالف الدولي في العراق»
_POSTS = words(
    """mission presence troops forces coalition operations ambassador commander embassy war role soldiers personnel
    مهمه مهام وجود تواجد قوات تحالف عمليات سفير سفيره سفاره قايد حرب دور جنود اوضاع دولي عسكري"""
)
