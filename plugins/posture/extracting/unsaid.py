"""Figures that stand alone: what was counted before tells what they count ("down from 5,200", "and Italy 900")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from posture.extracting.chains import counted_before, is_year, known
from posture.extracting.counted import LEAST, size_of
from posture.extracting.counts import quantity_of
from posture.extracting.heads import head_of, is_grammar, words
from posture.extracting.patterns import Found, Mark
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import REMEMBERED, Troops, country_of, force_named, owner_of, posture_force
from posture.extracting.whereabouts import HOSTS

# Words that lead to a figure which stands alone.
_CUES = words(
    """
    from to below under against versus with than at exceeds exceed was or just some about around nearly roughly
    almost of high peak low is are were the today's their its further another additional become becomes hovered
    ranged ranges between nearer closer stood stands reached reaching total totals figure has have had hosts
    houses keeps holds including among for those just only keep keeping retain retains leave leaves leaving
    maintain maintains barely scarcely hardly shelters as present current existing told answers lists then
    الي من مقابل مقارنه بالغ بالغه نحو حوالي قرابه زهاء عند عن كان هو وهو وهي حدود يناهز يبلغ تبلغ بلغ بلغت
    يتجاوز يتعدي دون بواقع رقم عدد اقصاه منهم منها بينهم بينها يضم تضم تستضيف فيها فيه علي يصبح اصبح سيصبح تراوح
    يتراوح وهناك هناك صحيح يقارب تقارب يربو تربو مجموع اجمالي كانوا وكانوا يبقي تبقي ابقاء تحتفظ يحتفظ سوي هولاء
    يقل تقل الـ ال اصل جانب الحاليين المتبقين ثم
    """
)


def troops_unsaid(setting: Setting, count: Mark, told: Mapping[Mark, Troops]) -> Troops | None:
    """Those that were counted before, or of the force whose number the sentence is about: "down from 5,200"."""
    scene = setting.scene
    if head_of(scene, count).kind != "nothing" or _is_of_votes(scene, count) or is_year(count) or _is_in(scene, count):
        return None
    if (quantity_of(count).vague and not _is_shared(scene, count)) or numbers_others(scene, count):
        return None
    before = counted_before(setting, count, told)
    if before is not None and (sure := _of_the_same(setting, count, told, before)):
        return sure
    parts = {r.id for r, _ in scene.found("part")}
    if size_of(count) < LEAST:
        return None
    if "part.law_topic" in parts and _is_ceiling(scene, count):
        return before or known(owner_of(setting, count))
    return _of_whom_it_speaks(setting, count, once="part.once" in parts) if _is_cued(scene, count) else None


def _is_in(scene: Scene, count: Mark) -> bool:
    """Whether places are counted: "bases in seven of them"."""
    return count.first > 0 and scene.tokens[count.first - 1].folded in {"in", "at", "في"} and size_of(count) < LEAST


def _of_the_same(setting: Setting, count: Mark, told: Mapping[Mark, Troops], before: Troops) -> Troops | None:
    """Those counted before, or the country that is said to have them, where something leads from one to the other."""
    scene = setting.scene
    holder = _holder(setting, count) or _actor_before(setting, count)
    goes_on = any(m.first < count.first for m in told) and _goes_on(scene, count)
    bounded = quantity_of(count).bound != "exact" and size_of(count) >= _MANY  # "insists that under 2,000 will do"
    led = goes_on or bounded or _is_cued(scene, count) or host_before(setting, count) is not None
    return (holder or before) if led or _holder(setting, count) is not None else None


_MANY = 100


def numbers_others(scene: Scene, count: Mark) -> bool:
    """Whether it is the number of others that is told: "the number of local workers", «عدد العاملين المحليين»."""
    ahead = [f for r, f in scene.found("part") if r.id == "part.number" and 0 < count.first - f.first <= _TOLD_OF]
    if not ahead:
        return False
    word = scene.tokens[ahead[-1].first].folded
    at = next(
        (i for i in range(ahead[-1].after, count.first) if scene.tokens[i].folded not in {"of", "the"}), count.first
    )
    if word not in _NUMBERS or at >= count.first or (word.isascii() and at == ahead[-1].after):
        return False
    named = any(m.slot in ("force", "soldiers", "nation", "moment") for m in scene.marks.get(at, ()))
    return not named and not is_grammar(scene.tokens[at]) and not _TROOPS.match(scene.tokens[at].folded)


_TOLD_OF = 10


_NUMBERS = frozenset({"عدد", "اعداد", "تعداد", "number", "numbers"})


_TROOPS = re.compile("(?:ال)?(?:قو|جن|عسكر|عناصر|افراد|مستشار|مدرب)|troop|american|combat|foreign|all|u.s|us")


def _goes_on(scene: Scene, count: Mark) -> bool:
    """Whether a figure continues those before it in the sentence: "…, around 120 find themselves in Iraq"."""
    own = scene.tokens[count.first]
    alone = count.after >= len(scene.tokens) or scene.tokens[count.after].stop
    return (own.stop and not alone) or (count.first > 0 and scene.tokens[count.first - 1].folded in {"and", "و"})


def _of_whom_it_speaks(setting: Setting, count: Mark, *, once: bool) -> Troops | None:
    """The force whose number is spoken of, or the soldiers named right behind: "today's 2,500 are called advisers"."""
    scene = setting.scene
    if once and setting.memory.force:
        return Troops(entity=setting.memory.force, sure=REMEMBERED)  # "at its height there were 165,000"
    if setting.memory.force and any(_is_kept(scene, f, count) for f in _stays(scene)):
        return Troops(entity=setting.memory.force, sure=REMEMBERED)  # "to keep between 250 and 350 of them"
    numbered = any(r.id == "part.number" for r, _ in scene.found("part"))
    soldiers = scene.nearest(count, "soldiers", "force", within=_SPOKEN if numbered else _CALLED)
    if soldiers is None and numbered:
        return _actor_before(setting, count) or _nation_numbered(setting, count)  # "Norway's strength, 60 until summer"
    if soldiers is None or (soldiers.first < count.first and not numbered and not _falls_from(scene, count)):
        return None
    troops = force_named(setting, soldiers) if soldiers.slot == "force" else owner_of(setting, soldiers)
    return known(troops)


_SPOKEN, _CALLED = 10, 4


def _nation_numbered(setting: Setting, count: Mark) -> Troops | None:
    """The people whose number is asked for: "ask how many Americans serve there and you are told 5,262"."""
    scene = setting.scene
    numbers = [f for r, f in scene.found("part") if r.id == "part.number" and f.first < count.first]
    named = [m for m in scene.all("nation") if any(0 <= m.first - f.after <= 1 for f in numbers)]
    return known(force_named(setting, named[-1])) if named else None


def _falls_from(scene: Scene, count: Mark) -> bool:
    """Whether a change is told from the number on: "had cut the contingent from 300"."""
    return (
        count.first > 0
        and scene.tokens[count.first - 1].folded == "from"
        and any(r.id == "part.change" and f.first < count.first for r, f in scene.found("part"))
    )


def _stays(scene: Scene) -> Iterator[Found]:
    return (f for r, f in scene.found("part") if r.id in ("part.kept", "part.stationed"))


def _is_kept(scene: Scene, stays: Found, count: Mark) -> bool:
    """Whether so many are said to be kept or to have stayed."""
    behind = stays.first == count.after and not scene.tokens[stays.first].stop
    return behind or (_is_shared(scene, count) and scene.cost(stays, count) <= _CALLED)


def _is_of_votes(scene: Scene, count: Mark) -> bool:
    """Whether it is votes that are counted: "149 in favour"."""
    near = {form for token in scene.tokens[max(0, count.first - 5) : count.after + 4] for form in token.forms}
    return any(word.startswith(("vot", "صوت", "نائب", "نواب")) for word in near)


def host_before(setting: Setting, count: Mark) -> Mark | None:
    """The host country or base right before a number, with "has" or nothing between."""
    scene = setting.scene
    for mark in scene.all("base", "place"):
        if mark.slot == "place" and entity_of(mark) not in HOSTS:
            continue
        between = {form for token in scene.tokens[mark.after : count.first] for form in token.forms}
        near = 0 <= count.first - mark.after <= _HAS
        verb = scene.tokens[mark.first - 1].forms if mark.first else frozenset()
        holds = not between or not _HOLDS.isdisjoint(between | verb)
        if (near or _holds_all(scene, mark, count)) and holds and not _is_led(scene, mark):
            return mark
    return None


def _holds_all(scene: Scene, base: Mark, count: Mark) -> bool:
    """Whether a base is said to house all that follows: "Victory housed 100,000 people, 42,000 of them soldiers"."""
    near = {form for token in scene.tokens[base.after : base.after + _HAS] for form in token.forms}
    others = any(base.after <= m.first < count.first for m in scene.all("base", "place"))
    return base.slot == "base" and base.after <= count.first and not _HOLDS.isdisjoint(near) and not others


def _is_led(scene: Scene, mark: Mark) -> bool:
    """Whether a word such as "in" stands before the name, which then has nothing."""
    return is_after_in(scene, mark) and scene.tokens[mark.first].span.start == mark.span.start


_HAS = 4


_HOLDS = words(
    """
    has have had host hosts hosted house houses housed holds held contains contained home
    يستضيف تستضيف يضم تضم تحتوي يحتوي ياوي تاوي توي تحتضن فيها فيه
    """
)


def _holder(setting: Setting, count: Mark) -> Troops | None:
    """The country right before a number that it has: "and Spain, with 180", «وإسبانيا 180»."""
    scene = setting.scene
    for mark in scene.all("country"):
        entity = posture_force(setting, country_of(setting, mark))
        between = {token.folded for token in scene.tokens[mark.after : count.first]}
        if entity and 0 <= count.first - mark.after <= 2 and between <= _WITH and not is_after_in(scene, mark):
            return Troops(entity=entity, evidence=(scene.evidence("force", mark.span),), mark=mark)
    return None


def _actor_before(setting: Setting, count: Mark) -> Troops | None:
    """The country that sends a share, however far before: "Spain, which commands it, contributes 180 of them"."""
    scene = setting.scene
    last = max((m.after for m in scene.all("count") if m.first < count.first), default=0)
    ahead = [m for m in scene.all("country") if last <= m.first < count.first and not is_after_in(scene, m)]
    named = [(m, entity) for m in ahead if (entity := posture_force(setting, country_of(setting, m)))]
    if not named:
        return None
    mark, entity = named[-1]
    return Troops(entity=entity, evidence=(scene.evidence("force", mark.span),), mark=mark)


_WITH = words("with has have had about some around sends keeps نحو لها لديها is")


def _is_ceiling(scene: Scene, count: Mark) -> bool:
    """Whether the number is one that may not be passed: "allows for a maximum of 700"."""
    if quantity_of(count).bound == "at_most":
        return True
    ceilings = [f for r, f in scene.found("part") if r.id == "part.ceiling"]
    return any(f.first < count.after and count.first - f.after <= 2 for f in ceilings)


_PRICED = ("ed", "price", "worth", "dinar", "dollar")


def _is_shared(scene: Scene, count: Mark) -> bool:
    """Whether the number is a part of those before by the words behind it: "sixty of them", «ستون منهم»."""
    behind = [token.folded for token in scene.tokens[count.after : count.after + 2]]
    return bool(behind) and (behind[0] in _PARTS or (behind[0] == "of" and behind[-1] in {"them", "whom"}))


_PARTS = frozenset({"منهم", "منها", "اخرون", "اخرين", "others", "more"})


def _is_cued(scene: Scene, count: Mark) -> bool:
    """Whether a word before the number leads to a figure that stands alone."""
    own = scene.tokens[count.first]
    glued = own.span.start < count.span.start
    days = {m.after: m.first for m in scene.all("moment")}
    at = days.get(count.first, count.first)  # "the number a year ago was": a day between parts nothing
    before = frozenset().union(*(scene.tokens[one - 1].forms for one in {at, count.first} if one and not own.stop))
    numbered = any(r.id == "part.number" and f.after == count.first for r, f in scene.found("part"))
    if before == {"at"} and scene.tokens[count.first - 2].folded.endswith(_PRICED):
        return False  # "the dinar closed at 1,465"
    stayed = any(f.first == count.after and not scene.tokens[f.first].stop for f in _stays(scene))
    return glued or numbered or stayed or _is_shared(scene, count) or not before.isdisjoint(_CUES)
