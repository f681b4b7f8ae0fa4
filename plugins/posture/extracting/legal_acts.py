"""Votes, resolutions, laws and letters about the presence of foreign troops."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when, year_behind
from posture.extracting.patterns import Found
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.subjects import agent_of
from posture.extracting.troops import country_of
from posture.model import Claim

KIND = "legal"
_RANK = ("vote", "letter", "resolution", "law", "request")
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
    """Whether the act is about foreign troops; a letter may be between the governments of whom the article speaks."""
    scene = setting.scene
    near = {r.id for r, f in scene.found("part") if scene.cost(found, f) <= rule.reach}
    forces = any(scene.cost(found, m) <= rule.reach for m in scene.all("force"))
    if "part.change" in near and (forces or "part.topic" in near):
        return True
    if rule.event in ("letter", "request"):
        return not _is_pact(scene, found) and _is_of_governments(setting, found)
    ours = bool(_ends(setting, found) & {"iraq", "us"}) or setting.memory.most is not None
    return "part.law_topic" in near and ours


def _is_pact(scene: Scene, found: Found) -> bool:
    """Whether the memorandum is one of understanding, which binds both sides and asks nothing."""
    return not {f for token in scene.tokens[found.first : found.after + 2] for f in token.forms}.isdisjoint(_PACT)


_PACT = frozenset({"تفاهم", "understanding", "تهنيه", "condolences", "congratulations", "protocol"})


def _is_of_governments(setting: Setting, found: Found) -> bool:
    """Whether Iraq or America is an end of a letter in an article on the troops."""
    spoken = setting.memory.force is not None or setting.memory.most is not None
    return spoken and bool(_ends(setting, found) & {"iraq", "us", "coalition"})


def _ends(setting: Setting, found: Found) -> set[str]:
    """The countries whose people or houses stand by the phrase; members of parliament are Iraq's."""
    scene = setting.scene
    near = [m for m in scene.all("country", "office", "institution", "nation", "person", "force")
            if scene.cost(found, m) <= _ENDS]  # fmt: skip
    ends = {country for m in near if (country := country_of(setting, m))}
    deputies = any(scene.cost(found, f) <= _ENDS for r, f in scene.found("part") if r.id == "part.parliament")
    return ends | {"iraq"} if deputies else ends


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
    sender = agent_of(scene, found, setting.who) if rule.event in ("letter", "request") else None
    return make_claim(
        setting, "legal", rule, found, evidence=evidence, event=rule.event, as_of=as_of, from_=from_, to=to,
        speaker=None if setting.speeches else sender,
    )  # fmt: skip
