"""Where: the place or base that a claim speaks of."""

from __future__ import annotations

from posture.extracting.bases_meant import ANAPHOR, base_meant, same_base
from posture.extracting.days import THAT
from posture.extracting.patterns import Found, Mark
from posture.extracting.prepositions import is_after_in, is_bearing, is_in, leads_to
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.speakers import speech_for
from posture.lexicon.forces import is_country
from posture.model import Evidence

_AWAY = frozenset({"من", "from"})
_WHITHER = frozenset({"to", "into", "toward", "towards", "for", "الي", "نحو", "باتجاه", "صوب"})
_LIES_IN = 2  # words between a base and the province in which it lies
_FAR_AWAY = 12  # what a place on another continent is worth: "a spokesman in Berlin said that …"
_LED = 8  # what a word such as "to" behind a verb of coming is worth in words
HOSTS = frozenset({"iraq", "jordan", "kuwait", "syria"})  # countries that house the troops
_UNSAID = "iraq"  # "the country" of an article that names none
INHERITED = 0.9  # how sure a place is that an earlier sentence named


def place_near(
    setting: Setting,
    anchor: Found | Mark,
    *,
    within: int = 14,
    bases: bool = True,
    inherit: bool = True,
    reached: bool = False,
    visited: bool = False,
    hosts: bool = False,
    staying: bool = False,
    led: bool = False,
    toward: frozenset[str] = frozenset(),
    until: int | None = None,
) -> tuple[str | None, list[Evidence], float]:
    """The place of the thing at the anchor, with its evidence and how sure it is.

    The nearest name after a word such as "in" wins; a country that acts ("the United States has …") is no place. With
    none in the sentence, "the country" and silence mean the host country last named. `reached` is for verbs that take a
    place without such a word ("left Iraq"), `hosts` for countries that have the troops ("Iraq hosts 2,500"), `staying`
    for what neither comes from nor goes to the place, `led` for names behind a word such as "in"; `toward` are words
    that lead to the place of a movement; `visited` is for those that may take a home of the troops too ("زار واشنطن");
    names from word `until` on are others.
    """
    scene = setting.scene
    until = len(scene.tokens) if until is None else until
    slots = ("base", "place") if bases else ("place",)
    marks = [m for m in scene.all(*slots) if m.first < until and _is_open(setting, anchor, m, led=led)]
    near = [(mark, cost) for mark in marks if (cost := scene.cost(anchor, mark)) <= within]
    fit = [
        (_rank(setting, anchor, mark, cost, toward), mark)
        for mark, cost in near
        if (not staying or _is_stay(scene, mark, hosts=hosts))
        and not _has_place(scene, mark)
        and (
            _is_where(setting, mark, reached=reached and mark.first >= anchor.first, visited=visited)
            or (hosts and entity_of(mark) in HOSTS)
        )
    ]
    site = same_base(setting, anchor) if bases else None
    if site is not None and not any(
        mark.slot == "base" and scene.cost(anchor, mark) <= scene.cost(anchor, site) for _, mark in fit
    ):
        return base_meant(setting, site), [scene.evidence("place", scene.span_of(site.first, site.after))], 0.95
    said = _same_country(setting, anchor)
    nearest = min(fit, key=lambda one: one[0])[1] if fit else None
    if nearest is not None and (said is None or scene.cost(anchor, nearest) <= scene.cost(anchor, said)):
        return entity_of(nearest), [scene.evidence("place", nearest.span)], 1.0
    return _understood(setting, said, inherit=inherit)


def _is_open(setting: Setting, anchor: Found | Mark, mark: Mark, *, led: bool) -> bool:
    """Whether a name can be the place: it belongs to what is said, and says of no other name where that lies."""
    scene = setting.scene
    if not is_told(setting, anchor, mark) or is_bearing(scene, mark) or _is_cause(scene, anchor, mark):
        return False
    return not led or is_after_in(scene, mark)


def _is_cause(scene: Scene, anchor: Found | Mark, mark: Mark) -> bool:
    """Whether a place is only that of a reason: "remained due to developments in Syria"."""
    words = {token.folded for token in scene.tokens[anchor.after : mark.first]}
    return mark.slot == "place" and not words.isdisjoint(_BECAUSE)


_BECAUSE = frozenset({"due", "because", "citing", "given", "owing", "بسبب", "نظرا", "جراء", "نتيجه"})


def is_abroad(setting: Setting, place: str | None, force: str | None = None) -> bool:
    """Whether the place lies outside the Middle East, and the sentence names none there: "they left Niger".

    The land of the force itself is its home: "the Danes return to Copenhagen".
    """
    scene = setting.scene
    lands = {_land(setting, entity_of(m)) for m in scene.all("place", "base")}
    if not _REGION.isdisjoint(land for land in lands if land):
        return False
    land = _land(setting, place)
    if place is None:
        away = {land for land in lands if land is not None} - setting.lexicon.topic_forces
        return bool(away) or (setting.memory.abroad and setting.memory.place is None)
    return land is not None and land not in _REGION and land != force


def last_abroad(setting: Setting) -> bool:
    """Whether the last place that the article named, up to this sentence, lies outside the Middle East."""
    marks = list(setting.scene.all("place", "base"))
    lands = [land for m in marks if (land := _land(setting, entity_of(m))) and is_after_in(setting.scene, m)]
    near = _REGION | setting.lexicon.topic_forces
    return near.isdisjoint(lands) if lands else setting.memory.abroad


def _land(setting: Setting, entity: str | None) -> str | None:
    """The country of a place or base, itself when it is one; None for the homes of the troops and for regions."""
    entry = setting.lexicon.entry(entity or "")
    if entry is None:
        return None
    own = entity if is_country(entry) else entry.part_of if entry.kind == "place" else None
    return None if entity in _HOMES else entry.country or own


def _has_place(scene: Scene, mark: Mark) -> bool:
    """Whether a place is only named as that in which another lies: "Iraq's Taji base", «قاعدة حرير بمحافظة أربيل»."""
    owns = mark.slot == "place" and scene.tokens[mark.after - 1].folded.endswith(("'s", "’s"))
    if owns and any(0 <= other.first - mark.after <= 1 for other in scene.all("base", "place")):
        return True
    lies_in = mark.slot == "place" and is_after_in(scene, mark)
    return lies_in and any(0 <= mark.first - other.after <= _LIES_IN for other in scene.all("base"))


def _is_stay(scene: Scene, mark: Mark, *, hosts: bool) -> bool:
    """Whether somebody can be there: not whence or whither, and no part of a name ("the fall of Mosul")."""
    ahead = {token.folded for token in scene.tokens[max(0, mark.first - 4) : mark.first]}
    led = leads_to(scene, mark)
    posted = led == "to" and not ahead.isdisjoint(_POSTED)
    if mark.slot == "place" and entity_of(mark) not in HOSTS and not (posted or is_after_in(scene, mark)):
        return False  # a river or a town that is only named
    return posted or (is_in(scene, mark) and led != "of") or (hosts and entity_of(mark) == _UNSAID)


_POSTED = frozenset({"deployed", "assigned", "posted", "attached"})


def _understood(setting: Setting, said: Found | None, *, inherit: bool) -> tuple[str | None, list[Evidence], float]:
    """The host country last named, where the sentence says "the country" or nothing."""
    scene = setting.scene
    if said is not None and (near := _named_before(scene, said)) is not None:
        return entity_of(near), [scene.evidence("place", near.span)], 0.95
    if (ground := _ground(scene)) is not None:
        return entity_of(ground), [scene.evidence("place", ground.span)], 1.0
    if said is not None and (inherit or setting.memory.place is None):
        words = scene.evidence("place", scene.span_of(said.first, said.after))
        return setting.memory.place or _UNSAID, [words], 0.95
    return (setting.memory.place, [], INHERITED) if inherit and setting.memory.place else (None, [], 1.0)


def _ground(scene: Scene) -> Mark | None:
    """The nation on whose ground something is: «على الأراضي العراقية», "on Iraqi soil"."""
    for mark in scene.all("nation"):
        before = scene.tokens[mark.first - 1].folded if mark.first else ""
        behind = scene.tokens[mark.after].folded if mark.after < len(scene.tokens) else ""
        if entity_of(mark) in HOSTS and (before in _GROUND or behind in _GROUND):
            return mark
    return None


_GROUND = frozenset({"الاراضي", "اراضي", "الارض", "الارضي", "التراب", "soil", "territory", "lands"})


def _named_before(scene: Scene, said: Found) -> Mark | None:
    """The base, or else the place, for which "there" stands in a sentence that has named it."""
    if scene.tokens[said.first].folded.lstrip("و") not in {"there", "هناك"}:
        return None
    ahead = [m for m in scene.all("base", "place") if m.after <= said.first and entity_of(m) not in _HOMES]
    bases = [m for m in ahead if m.slot == "base"]
    where = [m for m in ahead if is_after_in(scene, m) or leads_to(scene, m) == "of"]
    return next(iter(reversed(bases or where)), None)


def _told_from(setting: Setting, anchor: Found | Mark) -> int:
    """Where what is said begins: places before "that" are where it was said ("told reporters in Baghdad that …")."""
    speech = speech_for(anchor, setting.speeches)
    if speech is None or speech.found.first > anchor.first:
        return 0
    tokens = setting.scene.tokens
    that = [at for at in range(speech.found.after, anchor.first) if tokens[at].folded in THAT]
    return that[0] if that else 0


def is_told(setting: Setting, anchor: Found | Mark, mark: Mark) -> bool:
    """Whether a place belongs to what is said, and is not where it was said."""
    return _told_from(setting, anchor) <= mark.first < _told_until(setting, anchor)


def _told_until(setting: Setting, anchor: Found | Mark) -> int:
    """Where what is said ends: places behind a verb of saying that follows are where it was said."""
    speech = speech_for(anchor, setting.speeches)
    tokens = setting.scene.tokens
    if (
        speech is None
        or speech.found.first < anchor.after
        or not any(token.quote for token in tokens[anchor.after : speech.found.first + 1])
    ):
        return len(tokens)
    return speech.found.first


def _same_country(setting: Setting, anchor: Found | Mark) -> Found | None:
    """ "The country", "there": words for the host last named, the nearest of them."""
    said = [f for r, f in setting.scene.found("part") if r.id == "part.same_country"]
    scene = setting.scene
    near = [f for f in said if scene.cost(anchor, f) <= ANAPHOR and not _is_existence(scene, f)]
    return min(near, key=lambda f: setting.scene.cost(anchor, f), default=None)


def _is_existence(scene: Scene, found: Found) -> bool:
    """Whether "there" only says that something is: "there are 900 others", «وهناك 900 آخرون»."""
    following = range(found.after, min(found.after + 2, len(scene.tokens)))
    counted = any(m.slot == "count" for at in following for m in scene.marks.get(at, ()))
    word = scene.tokens[found.first].folded.lstrip("و")
    is_verb = any(scene.tokens[at].folded in {"is", "are", "was", "were", "remain"} for at in following[:1])
    return (counted and word == "هناك") or (is_verb and word == "there")


def is_elsewhere(setting: Setting, place: str | None) -> bool:
    """Whether a place lies in a country that is none of this region."""
    land = _land(setting, place)
    return land is not None and land not in _REGION


# Where the rest of the troops of this part of the world are: a number of those in Okinawa or Niger is none of ours.
_REGION = HOSTS | {
    *("bahrain", "cyprus", "egypt", "iran", "israel", "kurdistan_region", "lebanon", "oman", "palestine", "qatar"),
    *("saudi_arabia", "turkey", "uae", "yemen", "middle_east"),
}


def _rank(setting: Setting, anchor: Found | Mark, mark: Mark, cost: int, toward: frozenset[str]) -> tuple[int, int]:
    scene = setting.scene
    behind = 2 if mark.first < anchor.first else 0
    behind += _LED if toward == _AWAY and leads_to(scene, mark) in _WHITHER else 0
    behind += _FAR_AWAY if is_elsewhere(setting, entity_of(mark)) else 0
    led = _LED if toward and leads_to(scene, mark) in toward else 0
    return (cost + behind - led - (2 if is_after_in(scene, mark) else 0), mark.first)


def _is_where(setting: Setting, mark: Mark, *, reached: bool, visited: bool) -> bool:
    """A country or capital that acts is a party and not a place; a base or town is always a place."""
    entity = entity_of(mark)
    if mark.slot == "base" or entity is None:
        return True
    if not any(other.slot == "country" for other in setting.scene.marks[mark.first]):
        return True
    if entity in _HOMES and mark.span.of(setting.scene.text).isupper():
        return False  # "US" before a noun is an adjective
    if entity in _HOMES:
        return (visited and entity in setting.phrases.capitals) or is_after_in(setting.scene, mark)
    if reached and not visited and entity in setting.phrases.capitals:
        return is_after_in(setting.scene, mark)  # "رغبة بغداد" is the government's
    return (reached and (visited or entity in HOSTS)) or is_after_in(setting.scene, mark)


_HOMES = frozenset({"us", "washington", "uk", "london"})  # where the troops come from
