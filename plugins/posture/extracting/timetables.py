"""Days and periods that are promised, demanded or agreed for a change of the posture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posture.extracting.aims import aim_of, change_of
from posture.extracting.days import first_day, last_day, mark_now, moment_of, stretch_ahead, year_ahead
from posture.extracting.limits import is_bounded, is_deadline, is_limited, is_past_plan
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.scope import Colour, colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.spoken_of import is_question
from posture.extracting.subjects import agent_of
from posture.extracting.troops import country_of, posture_force
from posture.extracting.whereabouts import is_abroad, place_near
from posture.model import Claim, Modality
from posture.text.quantities import Quantity

KIND = "timetable"


def timetables_in(setting: Setting) -> Iterator[Claim]:
    """The timetables that a sentence gives: at most one for each day or period named, one for those without."""
    scene = setting.scene
    if not _speaks_of_posture(setting) or is_question(scene):
        return
    told: list[Found] = []
    for rule, found in sorted(
        scene.found(KIND), key=lambda one: ("moment" not in one[1].slots, one[0].id != "timetable.asked", one[1].first)
    ):
        if any(other.first < found.after and found.first < other.after for other in told):
            continue
        change = change_of(scene, rule, found)
        moment = _still_to_come(scene, mark_now(scene, found.slots.get("moment")), change)
        if rule.id in _LASTING and not _is_ahead_of_them(setting, rule, found, change):
            continue
        if moment is None and "duration" in found.slots and _is_of_service(scene, found, change):
            continue
        if not _is_meant(setting, rule, found, change) or (moment is None and _is_dated(told, rule)):
            continue
        if moment is not None and not _is_promised(setting, moment, change):
            continue
        told.append(found)
        claim = _claim(setting, rule, found, moment, change)
        if claim.modality != "hypothetical" and not is_abroad(setting, claim.place):
            yield claim


def _still_to_come(scene: Scene, mark: Mark | None, change: Found | None) -> Mark | None:
    """The time, ahead of the article where what it limits is asked for or planned: "demanded … within six months"."""
    if mark is None or not is_past_plan(scene, change):
        return mark
    return replace(mark, value=stretch_ahead(moment_of(mark), scene.day))


def _is_extended(scene: Scene, change: Found | None) -> bool:
    """Whether the change is that a stay is made longer, which by its nature is to come."""
    if change is None:
        return False
    near = scene.tokens[max(0, change.first - 1) : change.after]
    return any(form.startswith(_EXTEND) for token in near for form in token.forms)


_EXTEND = ("extend", "extension", "prolong", "renew", "تمديد", "تجديد", "مد")


def _is_ahead_of_them(setting: Setting, rule: Rule, found: Found, change: Found | None) -> bool:
    """Whether a time is given for what is to come, and not taken by what is done: "the sixth base in a month"."""
    own = colour_of(setting.scene, found, rule=rule).modality
    return (
        own != "asserted"
        or _far_cue(setting.scene, found) is not None
        or _is_extended(setting.scene, change)
        or (change is not None and colour_of(setting.scene, change).modality != "asserted")
    )


def _is_of_service(scene: Scene, found: Found, change: Found | None) -> bool:
    """Whether the time is that of a tour ("a nine-month deployment"), or counted from a demand («بعد يومين من»)."""
    ahead = {token.folded for token in scene.tokens[max(0, found.first - 1) : found.first + 1]}
    lasting = found.slots.get("duration")
    if lasting is not None and _is_of_hours(lasting):
        return True  # "asked for a second"
    after = not ahead.isdisjoint({"بعد", "after"}) and change is not None and change.first > found.first
    behind = scene.tokens[found.after].folded if found.after < len(scene.tokens) else ""
    return (after and behind in {"من", "of"}) or aim_of(scene, found, change) == "deployment"


def _is_of_hours(mark: Mark) -> bool:
    """Whether the time is shorter than a day."""
    assert isinstance(mark.value, Quantity)  # noqa: S101 -- marks of the slot "duration" hold nothing else
    ends = (mark.value.seconds, mark.value.low_seconds, mark.value.high_seconds)
    seconds = [one for one in ends if one is not None]
    return bool(seconds) and max(seconds) < _DAY


_DAY = 86_400  # seconds
_LASTING = frozenset({"timetable.within", "timetable.period"})


def _is_meant(setting: Setting, rule: Rule, found: Found, change: Found | None) -> bool:
    """Whether what the rule needs is there: a change, troops beside a limit, a force spoken of before."""
    if change is None and rule.id not in _ALONE:
        return rule.id == "timetable.schedule" and setting.memory.force is not None and _is_plain(setting.scene, found)
    if rule.id == "timetable.limit":
        return _is_limit_of_posture(setting, found)
    spoken = setting.memory.force is not None or (rule.id == "timetable.takes" and (setting.memory.topic or change))
    known = spoken or (rule.id == "timetable.dated" and setting.memory.topic)
    return rule.id not in ("timetable.asked", "timetable.takes", "timetable.dated") or bool(known)


def _is_plain(scene: Scene, found: Found) -> bool:
    """Whether the words name a timetable and not only a date: in an article on the troops it is theirs."""
    return any(
        r.id == "part.timetable" and f.first < found.after and found.first < f.after for r, f in scene.found("part")
    )


def _is_promised(setting: Setting, moment: Mark, change: Found | None) -> bool:
    """Whether the day is one at which something is to change, and is not refused or that of a vote."""
    scene = setting.scene
    refused = _is_refused(scene, moment, change) or _is_of_failed_vote(scene)
    return is_deadline(scene, moment, change, setting.day) and not refused


# These need no change beside them: the article told it.
_ALONE = frozenset({"timetable.faster", "timetable.asked", "timetable.takes", "timetable.dated"})


def _is_dated(told: list[Found], rule: Rule) -> bool:
    """Whether the schedule spoken of is the one whose day was just given."""
    return rule.id in _UNDATED and any("moment" in other.slots for other in told)


_UNDATED = frozenset(f"timetable.{one}" for one in ("schedule", "period", "within", "takes"))


def _is_refused(scene: Scene, moment: Mark, change: Found | None) -> bool:
    """Whether a date for the change is refused and the day is of another clause: "would set no date …, expected"."""
    if change is None or scene.clauses[moment.first] == scene.clauses[change.first]:
        return False
    dates = [f for r, f in scene.found(KIND) if r.id == "timetable.schedule" and scene.cost(f, change) <= _OF_DATE]
    return any(colour_of(scene, f).polarity == "negated" for f in dates)


_OF_DATE = 3  # words between "set a date" and what it is for


def _is_of_failed_vote(scene: Scene) -> bool:
    """Whether the sentence tells of a vote put off or without a quorum: its days are those of the vote."""
    return any(rule.id == "legal.no_vote" for rule, _ in scene.found("legal"))


def _speaks_of_posture(setting: Setting) -> bool:
    scene = setting.scene
    named = [m for m in scene.all("force", "nation", "country") if not _is_local(setting, m)]
    if named and not any(posture_force(setting, entity_of(m)) for m in named):
        return False  # "Russian troops will leave by June"
    others = [m for m in named if m.slot == "force"]
    if others and not any(posture_force(setting, entity_of(m)) for m in others):
        return False  # "Afghan forces shrank, a US watchdog said"
    if any(r.id in ("part.topic", "part.posture") for r, _ in scene.found("part")):
        return True
    if setting.memory.force is not None or setting.memory.topic:
        return True
    return any(posture_force(setting, entity_of(m)) for m in scene.all("country", "nation"))


def _is_local(setting: Setting, mark: Mark) -> bool:
    """Whether a host country is named, or a force of its own that the soldiers support."""
    return entity_of(mark) in _HOME or (mark.slot == "force" and country_of(setting, mark) in _HOME)


_HOME = frozenset(
    {"iraq", "baghdad", "kurdistan_region", "iraqi_security_forces", "jordan", "peshmerga", "kuwait", "syria"}
)


def _is_limit_of_posture(setting: Setting, found: Found) -> bool:
    """Whether a day is a limit ("until", "by") and foreign troops, their mission or mandate are spoken of beside it."""
    scene = setting.scene
    if not is_limited(scene, found.slots["moment"]):
        return False
    forces = [m for m in scene.all("force") if posture_force(setting, entity_of(m))]
    return any(scene.cost(found, m) <= _OF_LIMIT for m in forces)


_OF_LIMIT = 14  # words between "until the end of October" and the troops that it limits


def _claim(setting: Setting, rule: Rule, found: Found, moment: Mark | None, change: Found | None) -> Claim:
    scene = setting.scene
    place, where, sure = place_near(setting, change or found, reached=True)
    evidence = [*where]
    from_, to = None, None
    if moment is not None:
        value = year_ahead(moment_of(moment), setting.day)
        from_, to = (None if is_bounded(scene, moment) else first_day(value)), last_day(value)
        evidence.append(scene.evidence("to", moment.span))
    elif "duration" in found.slots:
        evidence.append(scene.evidence("period", found.slots["duration"].span))
    if change is not None:
        evidence.append(scene.evidence("event", scene.span_of(change.first, change.after)))
    colour = _colour(setting, rule, found, change)
    return make_claim(
        setting,
        "timetable",
        rule,
        found,
        evidence=evidence,
        colour=colour,
        speaker=_demander(setting, found) if colour.modality == "demanded" else None,
        sure=sure,
        event=rule.event or aim_of(scene, found, change),
        place=place,
        from_=from_,
        to=to,
    )


def _colour(setting: Setting, rule: Rule, found: Found, change: Found | None) -> Colour:
    """That of the change when it has one, else that of the time itself; a day ahead is a plan at least."""
    own = colour_of(setting.scene, found, rule=rule)
    other = colour_of(setting.scene, change) if change is not None else own
    if other.modality == "hypothetical":
        return other
    best = other if own.modality == "asserted" and own.polarity == "affirmed" else own
    if _opens_with_if(setting.scene):
        return Colour(polarity=best.polarity, modality="hypothetical", evidence=best.evidence)
    if best.modality == "asserted" and best.polarity == "affirmed":
        far = _far_cue(setting.scene, found)
        modality: Modality = "demanded" if far == "demanded" else "planned"
        return Colour(polarity=best.polarity, modality=modality, evidence=best.evidence)
    return best


def _far_cue(scene: Scene, found: Found) -> str | None:
    """What the sentence says of all that follows, however far: "The bill obliges the cabinet …, within six months"."""
    cues = [(f.first, str(r.event)) for r, f in scene.found("scope", "demanded", "planned", "expected")]
    return max((cue for cue in cues if cue[0] < found.first), default=(0, None))[1]


def _opens_with_if(scene: Scene) -> bool:
    """Whether all that the sentence says hangs on a condition: "If they are ordered out, it will take a year"."""
    return any(r.id == "scope.if" and f.first == 0 and scene.tokens[0].forms & _IF for r, f in scene.found("scope"))


_IF = frozenset({"if", "should", "were", "لو", "اذا"})


def _demander(setting: Setting, found: Found) -> tuple[str, Mark | None] | None:
    """Who demands it: the subject of the nearest verb of demanding before the words."""
    scene = setting.scene
    verbs = [f for r, f in scene.found("scope") if r.event == "demanded" and f.first <= found.first]
    if not verbs:
        return None
    return agent_of(scene, max(verbs, key=lambda f: f.first), setting.who)
