"""Votes, resolutions, laws and letters about the presence of foreign troops."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when, year_behind
from posture.extracting.patterns import Found
from posture.extracting.phrases import Rule
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.speakers import agent_of
from posture.extracting.troops import country_of
from posture.model import Claim

KIND = "legal"
_RANK = ("vote", "letter", "resolution", "ratification", "law")
_SAME = 20


def legal_acts_in(setting: Setting) -> Iterator[Claim]:
    """The legal acts that a sentence tells, when it also speaks of troops and of their leaving or staying."""
    scene = setting.scene
    told: list[Found] = []
    for rule, found in sorted(scene.found(KIND), key=_in_order):
        if any(scene.cost(found, other) <= _SAME for other in told) or not _on_topic(setting, rule, found):
            continue
        told.append(found)
        yield _claim(setting, rule, found)


def _in_order(one: tuple[Rule, Found]) -> tuple[int, bool, int]:
    """A vote that did not take place before the same vote as such."""
    rule, found = one
    return _RANK.index(rule.event or "law"), rule.polarity is None, found.first


def _on_topic(setting: Setting, rule: Rule, found: Found) -> bool:
    scene = setting.scene
    if rule.event == "letter" and setting.memory.force is not None and _is_between_governments(setting, found):
        return True
    near = {r.id for r, f in scene.found("part") if scene.cost(found, f) <= rule.reach}
    forces = any(scene.cost(found, m) <= rule.reach for m in scene.all("force"))
    return "part.change" in near and (forces or "part.topic" in near)


def _is_between_governments(setting: Setting, found: Found) -> bool:
    """Whether Iraq and America are the two ends of a letter in an article on the troops."""
    near = [m for m in setting.scene.all("country", "office", "institution", "nation", "person")
            if setting.scene.cost(found, m) <= _ENDS]  # fmt: skip
    ends = {country for m in near if (country := country_of(setting, m))}
    return {"iraq", "us"} <= ends or {"iraq", "coalition"} <= ends


_ENDS = 10


def _claim(setting: Setting, rule: Rule, found: Found) -> Claim:
    scene = setting.scene
    day_mark = when(scene, found, within=24, done=colour_of(scene, found).modality == "asserted")
    evidence = []
    as_of, from_, to = setting.day, None, None
    done = colour_of(scene, found).modality == "asserted"
    moment = moment_of(day_mark) if day_mark is not None else None
    if moment is not None and done:
        moment = year_behind(moment, setting.day)
    if moment is not None and day_mark is not None and not is_ahead(moment, setting.day):
        from_, to = first_day(moment), last_day(moment)
        as_of = to or setting.day
        evidence.append(scene.evidence("from", day_mark.span))
    sender = agent_of(scene, found, setting.who) if rule.event == "letter" else None
    return make_claim(
        setting, "legal", rule, found, evidence=evidence, event=rule.event, as_of=as_of, from_=from_, to=to,
        speaker=None if setting.speeches else sender,
    )  # fmt: skip
