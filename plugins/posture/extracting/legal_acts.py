"""Votes, resolutions, laws, letters and lawsuits about the presence of foreign troops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from posture.extracting.occasions import as_planned, occasion_of
from posture.extracting.parties import ELSEWHERE, is_about_other, one_each, parties_near, side_of, speaks_of_troops
from posture.extracting.patterns import Found
from posture.extracting.phrases import SCOPE, Rule
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.subjects import agent_of
from posture.extracting.troops import country_of
from posture.model import Claim, Span

KIND = "legal"
_NAMED = (
    "legal.count",
    "legal.named",
    "legal.letter_named",
    "legal.law_named",
)  # a mention alone tells nothing new once an act was told
_SURE = frozenset({"legal.vote", "legal.no_vote", "legal.resolution", "legal.law", "legal.ratify", "legal.lawsuit"})
_SAME = 20  # words within which two phrases tell one act
# Of phrases in one place the more telling first.
_RANK = tuple(
    f"legal.{one}"
    for one in ("no_vote", "vote", "ratify", "lawsuit", "letter", "resolution", "law", "request", "cabinet", "plan",
                "approval", "count", "letter_named", "law_named", "named")
)  # fmt: skip
_DAYS = 16  # words within which the day stands
_ENDS = 10  # words within which a letter names who sends it and to whom
_BESIDE = 4  # words within which stands who acts
_AUTHORS = {"letter": "sender", "request": "sender", "lawsuit": "plaintiff"}  # of others: a house
_SENT = ("letter", "request")


def legal_acts_in(setting: Setting) -> Iterator[Claim]:
    """The legal acts that a sentence tells, when it or the article speaks of troops and of their leaving or staying."""
    scene = setting.scene
    told: list[tuple[Rule, Found]] = []
    for rule, found in sorted(scene.found(KIND), key=_in_order):
        again = _is_named_suit(setting, rule, found) or (
            setting.memory.lawful
            and (rule.id in _NAMED or _is_past(scene, found) or _is_tally(scene, rule, found))
            and not _has_own_day(scene, found)
        )
        if again or any(_same(scene, rule, found, *other) for other in told) or not _on_topic(setting, rule, found):
            continue
        told.append((rule, found))
        yield _claim(setting, rule, found)


def _is_past(scene: Scene, found: Found) -> bool:
    """Whether an act told before only dates something else: "before the vote", بعد التصويت."""
    words = [token.folded for token in scene.tokens[max(0, found.first - 1) : found.after]]
    english = any(one in _DATING and two == "the" for one, two in pairwise(words))
    return english or any(one in _DATING and two.startswith("التصويت") for one, two in pairwise(words))


def _is_named_suit(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether a suit told before is only spoken of: "the lawsuit was filed by two deputies"."""
    words = [token.folded for token in setting.scene.tokens[max(0, found.first - 1) : found.after]]
    named = any(word.startswith(("الدعوي", "والدعوي")) for word in words) or words[:1] == ["the"]
    return rule.event == "lawsuit" and setting.memory.lawful and named and not _has_own_day(setting.scene, found)


def _is_tally(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether only the votes for or against an act told before are counted, or it is spoken of: "the decision of"."""
    counted = any(found.first - 2 <= m.first <= found.after + 5 for m in scene.all("count"))
    before = [token.folded for token in scene.tokens[max(0, found.first - _DECIDED) : found.after]]
    decided = any(one == "the" and two.startswith("decision") for one, two in pairwise(before))
    return rule.event in _BY_HOUSE and (counted or decided or before[-2:][0].startswith(("بقرار", "لقرار")))


_DECIDED = 7  # words of "welcomed the decision of the government and parliament to extend"
_BY_HOUSE = frozenset({"vote", "resolution"})
_DATING = frozenset(
    {"before", "after", "during", "following", "since", "ahead", "قبل", "بعد", "خلال", "اثناء", "عقب", "قبيل"}
)


def _has_own_day(scene: Scene, found: Found) -> bool:
    """Whether a day stands in or right behind the words: "the January 2020 resolution", "the letters of June 2014"."""
    return any(found.first <= mark.first <= found.after + 1 for mark in scene.all("moment"))


def _same(scene: Scene, rule: Rule, found: Found, other: Rule, told: Found) -> bool:
    """Whether a phrase tells the act that another has told. What is sent to parliament is not its vote."""
    alike = _AUTHORS.get(rule.event or "") == _AUTHORS.get(other.event or "")
    return scene.cost(found, told) <= (_SAME if alike else _BESIDE)


def _in_order(one: tuple[Rule, Found]) -> tuple[int, int, int]:
    rule, found = one
    return _RANK.index(rule.id), found.first, -found.after


def _on_topic(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether the act is about foreign troops, by its own words or by those of the article."""
    scene = setting.scene
    if _is_no_law(scene, found):
        return False
    near = {r.id for r, f in scene.found("part") if scene.cost(found, f) <= rule.reach}
    forces = any(scene.cost(found, mark) <= rule.reach for mark in scene.all("force"))
    if _is_elsewhere(setting, found) and not _ends(setting, found) & {"iraq", "us", "coalition"}:
        return False
    if "part.change" in near and (forces or "part.topic" in near):
        return True
    if is_about_other(scene, found):
        return False
    ours = bool(_ends(setting, found) & {"iraq", "us", "coalition"})
    if not _is_spoken_of(setting):
        return ours and rule.event not in _SENT and "part.law_topic" in near
    spoken = forces or not near.isdisjoint({"part.law_topic", "part.change", "part.topic"})
    about = spoken or setting.memory.lawful or rule.id in _SURE or _is_known(scene, found)
    return (ours and (about or rule.event in _SENT)) or (about and not _is_elsewhere(setting, found))


def _is_no_law(scene: Scene, found: Found) -> bool:
    """Whether the words mean something else: the State of Law coalition, a memorandum of understanding."""
    others = (f for rule, f in scene.found("part") if rule.id == "part.no_law")
    return any(found.first < other.after and other.first < found.after for other in others)


def _is_known(scene: Scene, found: Found) -> bool:
    """Whether the act is spoken of as known: "the vote", القرار."""
    words = [token.folded.lstrip("وبل") for token in scene.tokens[max(0, found.first - 2) : found.after]]
    arabic = any(word.startswith(("القرار", "التصويت", "القانون")) for word in words)
    return arabic or any(one == "the" and two in _ACTS for one, two in pairwise(words))


_ACTS = frozenset({"resolution", "vote", "motion", "law", "bill", "measure", "pact", "mandate", "letter", "letters"})


def _is_spoken_of(setting: Setting) -> bool:
    """Whether the article is about foreign troops."""
    return setting.memory.most is not None or setting.memory.spoken or speaks_of_troops(setting.scene)


def _is_elsewhere(setting: Setting, found: Found) -> bool:
    """Whether another country is named by the phrase, of which the article does not tell."""
    scene = setting.scene
    near = [m for m in scene.all("country", "institution", "nation", "office") if scene.cost(found, m) <= _ENDS]
    return any(side_of(setting, mark) == ELSEWHERE for mark in near)


def _ends(setting: Setting, found: Found) -> set[str]:
    """The countries whose people or houses stand by the phrase; members of parliament are Iraq's."""
    scene = setting.scene
    near = [m for m in scene.all("country", "office", "institution", "nation", "person", "force")
            if scene.cost(found, m) <= _ENDS]  # fmt: skip
    ends = {country for m in near if (country := country_of(setting, m))}
    deputies = any(scene.cost(found, f) <= _ENDS for r, f in scene.found("part") if r.id == "part.parliament")
    return ends | {"iraq"} if deputies else ends


def _without_own(scene: Scene, rule: Rule, found: Found) -> Scene:
    """The sentence without cues that are the act itself: what parliament approves is a plan, that it did so is none."""
    words = {"part.passing", "part.asking"} if rule.event in _SENT else {"part.passing"}
    own = {f.first for r, f in scene.found("part") if r.id in words and found.first <= f.first < found.after}
    own |= {f.first for r, f in scene.found("part") if r.id == "part.provides" and f.after == found.first}
    acts = [f.after for r, f in scene.found("part") if r.id == "part.act" and found.first <= f.first < found.after]
    own |= set(range(min(acts, default=found.after), found.after))  # "a bill that would bar …" tells what it says
    return replace(scene, phrases=tuple(p for p in scene.phrases if p[0].kind != SCOPE or p[1].first not in own))


def _chamber(scene: Scene, found: Found) -> list[Span]:
    """The house that acts, when the words have no name for it: "the House", "MPs"."""
    inside = [f for r, f in scene.found("part") if r.id == "part.chamber" and found.first <= f.first < found.after]
    return [scene.span_of(f.first, f.after) for f in inside[:1]]


def _is_purpose(scene: Scene, found: Found) -> bool:
    """Whether the act is what one meets for: "a session to vote on the bill", جلسة للتصويت."""
    own = scene.tokens[found.first].folded
    sits = any(token.folded.lstrip("و") in _TO_VOTE for token in scene.words(found))
    before = scene.tokens[found.first - 1].folded if found.first else ""
    return sits or (before == "to" and own in {"vote", "pass", "adopt", "approve"})


_TO_VOTE = frozenset({"للتصويت", "لاقرار", "لتشريع", "ليصوت"})


def _claim(setting: Setting, rule: Rule, found: Found) -> Claim:
    scene = setting.scene
    colour = colour_of(_without_own(scene, rule, found), found, rule=rule)
    if colour.modality == "asserted" and _is_purpose(scene, found):
        colour = replace(colour, modality="planned")
    occasion = occasion_of(setting, found, colour, within=_DAYS, behind=True)
    near = [mark for mark in parties_near(setting, found, visit=False) if scene.cost(found, mark) <= _BESIDE]
    spans = [mark.span for mark in one_each(setting, near)] or _chamber(scene, found)
    parties = (scene.evidence("party", span) for span in spans)
    sender = agent_of(scene, found, setting.who) if rule.event in _SENT else None
    return make_claim(
        setting, "legal", rule, found, evidence=(*parties, *occasion.evidence),
        colour=as_planned(setting, colour, occasion),
        event=rule.event, as_of=occasion.as_of(setting.day), from_=occasion.from_, to=occasion.to,
        speaker=None if setting.speeches else sender,
    )  # fmt: skip
