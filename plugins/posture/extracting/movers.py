"""Who moves: the foreign troops that a verb of coming or going speaks of, however they are called.

A phrase of movement holds its *heads*: words for soldiers, units, vehicles, or a number of people. Whose they are is
told, in turn, by a force within the phrase, by a nation beside a head ("a flight of American helicopters", "ستين عسكريا
إيطاليا"), by the government that acts ("قررت الحكومة الهولندية … إرسال 70 عسكريا"), or by what the article spoke of.
"""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.counts import is_head_count
from posture.extracting.heads import head_of
from posture.extracting.parted import is_apart
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.subjects import is_arabic
from posture.extracting.troops import REMEMBERED, UNDERSTOOD, Troops, country_of, force_named, owner_of, posture_force

_BESIDE = 2  # words between a head and the nation that it is of
_WITHIN = frozenset({"ضمن", "اطار", "مع", "في", "with", "within", "alongside", "under", "in", "part"})


def mover_of(setting: Setting, rule: Rule, found: Found) -> Troops | None:
    """The foreign troops that move; None when those who do are no part of the posture, or nobody can tell."""
    scene = setting.scene
    heads = list(heads_in(scene, found))
    if not heads or is_apart(scene, rule, found, heads):
        return None
    if "headline" in rule.needs and not _is_headline(scene, found):
        return None
    named = [m for m in scene.all("force") if found.first <= m.first < found.after and not _is_frame(scene, m)]
    if named:
        ours = [m for m in named if posture_force(setting, entity_of(m))]
        return force_named(setting, ours[0]) if ours else None
    if _are_local(scene, heads) or not any(_moves(setting, head) for head in heads):
        return None
    nation = next((m for head in heads for m in _beside(scene, head)), None)
    if nation is not None:
        entity = posture_force(setting, country_of(setting, nation))
        return _troops(setting, entity, nation, 1.0) if entity else None
    return _understood(setting, found, heads)


def _is_headline(scene: Scene, found: Found) -> bool:
    """Whether a noun alone tells the movement: it opens a title, or a sentence that says no more but the day."""
    alone = found.after == len(scene.tokens) or any(m.first == found.after for m in scene.all("moment"))
    return found.first == 0 and (scene.where == "title" or alone)


def heads_in(scene: Scene, found: Found) -> Iterator[Mark | Found]:
    """The words within the phrase for those who can move."""
    inside = range(found.first, found.after)
    yield from (m for m in scene.all("force", "soldiers", "count") if m.first in inside)
    yield from (f for r, f in scene.found("part") if r.id == "part.moving_unit" and f.first in inside)


def _is_frame(scene: Scene, mark: Mark) -> bool:
    """Whether the force is only that within which the movers serve: "تمديد مشاركتها في بعثة الناتو"."""
    return mark.first > 0 and not _WITHIN.isdisjoint(scene.tokens[mark.first - 1].forms)


def _are_local(scene: Scene, heads: list[Mark | Found]) -> bool:
    """Whether tribesmen, police, pilgrims or goods are what moves."""
    others = [f for r, f in scene.found("part") if r.id in ("part.locals", "part.civil")]
    return any(
        -1 <= f.first - head.after <= _BESIDE or -2 <= f.after - head.first <= 0 for f in others for head in heads
    )


def _moves(setting: Setting, head: Mark | Found) -> bool:
    """Whether a head can move: a number counts people or soldiers, or nothing that is named."""
    if not isinstance(head, Mark):
        return setting.scene.tokens[head.after - 1].folded != "of" or _is_of_them(setting.scene, head)
    if head.slot != "count":
        return True
    if not is_head_count(head):
        return False  # "a quarter of an hour later"
    units = [f.first for r, f in setting.scene.found("part") if r.id == "part.moving_unit"]
    return head.after in units or head_of(setting.scene, head).kind != "something"


def _is_of_them(scene: Scene, part: Found) -> bool:
    """Whether a part is one of those who can move: "some of its troops", and not "some of the strikes"."""
    behind = range(part.after, min(part.after + _OF_WHOM, len(scene.tokens)))
    owned = scene.tokens[min(part.after, len(scene.tokens) - 1)].folded in {"its", "their"}
    slots = ("force", "soldiers", "nation", *(("count",) if owned else ()))
    named = any(m.slot in slots for at in behind for m in scene.marks.get(at, ()))
    units = any(r.id == "part.moving_unit" and f.first in behind for r, f in scene.found("part"))
    return named or units or scene.tokens[min(part.after, len(scene.tokens) - 1)].folded in _THEM


_OF_WHOM = 4
_THEM = frozenset({"them", "those", "whom", "these"})


def _beside(scene: Scene, head: Mark | Found) -> Iterator[Mark]:
    """Nations beside a head; an Arabic accusative has the spelling of the country (عسكريا إيطاليا)."""
    for mark in scene.all("nation", "country", "force", "institution"):
        behind = 0 <= mark.first - head.after <= _BESIDE
        near = behind if is_arabic(scene, head) else -_BESIDE <= mark.after - head.first <= 0
        if not near or scene.clauses[mark.first] != scene.clauses[head.first]:
            continue
        if mark.slot != "country" or _is_adjective(scene, head, mark):
            yield mark


def _is_adjective(scene: Scene, head: Mark | Found, mark: Mark) -> bool:
    letters = mark.span.of(scene.text)
    accusative = scene.tokens[head.after - 1].folded.endswith("ا") and mark.first == head.after
    return accusative or (letters.isupper() and mark.after <= head.first)


def _troops(setting: Setting, entity: str, mark: Mark, sure: float) -> Troops:
    words = (setting.scene.evidence("force", mark.span),)
    return Troops(entity=entity, evidence=words, sure=sure, mark=mark)


def _understood(setting: Setting, found: Found, heads: list[Mark | Found]) -> Troops | None:
    """Whose the heads are when nothing beside them says so."""
    scene, memory = setting.scene, setting.memory
    government = _government(setting, found)
    if government is not None:
        return _troops(setting, posture_force(setting, entity_of(government)) or "", government, UNDERSTOOD)
    acting = _acting(setting, found, heads)
    if acting is not None:
        return _troops(setting, country_of(setting, acting) or "", acting, UNDERSTOOD)
    unit = next((f for r, f in scene.found("part") if r.id == "part.us_unit" and f.first < found.after), None)
    if unit is not None:
        words = (scene.evidence("force", scene.span_of(unit.first, unit.after)),)
        return Troops(entity="us", evidence=words, sure=UNDERSTOOD)
    soldiers = [h for h in heads if isinstance(h, Mark) and h.slot == "soldiers"]
    soldiers += [m for h in heads if isinstance(h, Mark) and h.slot == "count" and (m := _counted(setting, h))]
    marines = next((m for m in scene.all("soldiers") if _are_marines(found, m)), None)
    if marines is not None and owner_of(setting, marines).mark is None:
        return _troops(setting, "us", marines, UNDERSTOOD)  # of all here, only the Americans have sent marines
    if soldiers:
        troops = owner_of(setting, soldiers[0])
        return troops if troops.entity else None
    told = [f for m in scene.all("force") if m.first < found.first and (f := posture_force(setting, entity_of(m)))]
    known = told[-1] if told else memory.force or memory.most
    ahead = [m for m in scene.all("force", "nation") if m.first < found.after and not _is_of_agency(scene, m)]
    local = any(posture_force(setting, entity_of(m)) is None for m in ahead)
    return Troops(entity=known, sure=REMEMBERED) if known and not local else None


def _is_of_agency(scene: Scene, mark: Mark) -> bool:
    """Whether a nation is that of who reports: «وكالة الأناضول التركية»."""
    return any(0 <= mark.first - m.after <= 0 or m.first <= mark.first < m.after for m in scene.all("agency", "outlet"))


def _counted(setting: Setting, count: Mark) -> Mark | None:
    """The soldiers that a number counts, behind the phrase: "withdraw more than a third of its troops"."""
    head = head_of(setting.scene, count)
    return head.mark if head.kind == "soldiers" else None


def _are_marines(found: Found, mark: Mark) -> bool:
    return entity_of(mark) == "marines" and found.first <= mark.first <= found.after + _BESIDE


_ACTS = 3  # words between an English subject and its verb


def _acting(setting: Setting, found: Found, heads: list[Mark | Found]) -> Mark | None:
    """The country that stands between an Arabic verb and the heads as its subject: «وتنقل إسبانيا جزءا من وحدتها»."""
    between = range(found.first + 1, min(h.first for h in heads))
    if not is_arabic(setting.scene, found):
        between = range(max(0, found.first - _ACTS), found.first)  # "Britain had taken home part of its 400"
    actors = [m for m in setting.scene.all("country", "institution") if m.first in between]
    ours = [m for m in actors if posture_force(setting, country_of(setting, m)) and not is_after_in(setting.scene, m)]
    return ours[0] if ours else None


def _government(setting: Setting, found: Found) -> Mark | None:
    """The nation of the government or army that acts before the verb: "the Dutch cabinet", الحكومة الهولندية."""
    scene = setting.scene
    for mark in scene.all("nation"):
        around = scene.tokens[max(0, mark.first - 2) : mark.first] + scene.tokens[mark.after : mark.after + 2]
        rules = any(form.startswith(_RULERS) for token in around for form in token.forms)
        if mark.first < found.after and rules and posture_force(setting, entity_of(mark)):
            return mark
    return None


_RULERS = (
    *("حكوم", "رئاس", "برلمان", "هيي", "هيئ", "اركان", "وزار", "مجلس", "cabinet", "government", "parliament"),
    *("army", "ministry", "military", "general", "defence", "defense"),
)
