"""What becomes of a base: opened, reinforced, handed over, vacated, closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from posture.extracting.days import first_day, is_ahead, last_day, moment_of, when
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import is_after_in, leads_to
from posture.extracting.scenes import CLAUSE_COST, Scene, entity_of
from posture.extracting.scope import colour_of
from posture.extracting.settings import Setting, make_claim
from posture.extracting.troops import country_of, posture_force
from posture.extracting.whereabouts import known_base, last_base, place_near
from posture.model import Claim
from posture.text.folding import fold

KIND = "base_status"
_SAME = 8


def base_statuses_in(setting: Setting) -> Iterator[Claim]:
    """The changes of bases that a sentence tells: of a base by name, or of one called so with a foreign force near."""
    scene = setting.scene
    told: list[tuple[Found, str | None]] = []
    for rule, found in sorted(scene.found(KIND), key=lambda one: (one[1].first, -one[1].after)):
        if any(m.first <= found.first < m.after for m in scene.all("group", "person", "institution")):
            continue  # تحالف الفتح opens nothing
        base = _base(setting, rule, found)
        if base is None or _is_permanent(scene, found) or _is_of_road(scene, found, base):
            continue
        if _refers_back(setting, found, base):
            continue
        target = entity_of(base) if isinstance(base, Mark) else _site_of(scene, base)
        if any(scene.cost(found, other) <= _SAME and target == before for other, before in told):
            continue
        if target is None and (told or scene.where == "title") and _is_counted(scene, base):
            continue  # "the eighth site to be vacated" tells the same once more
        told.append((found, target))
        yield _claim(setting, rule, found, base, target)


def _is_counted(scene: Scene, base: Mark | Found) -> bool:
    return any(0 <= base.first - m.after <= 1 for m in scene.all("ordinal"))


def _is_of_road(scene: Scene, found: Found, base: Mark | Found) -> bool:
    """Whether it is the road to a base, or the sky above it, that is closed or opened."""
    first, last = min(found.after, base.after), max(found.first, base.first)
    own = scene.clauses[found.first]
    words = {form for at in range(first, last) if scene.clauses[at] == own for form in scene.tokens[at].forms}
    return not words.isdisjoint(_ROADS)


_ROADS = frozenset(
    {
        "road",
        "roads",
        "highway",
        "airspace",
        "border",
        "crossing",
        "gate",
        "gates",
        "طريق",
        "طرق",
        "اجواء",
        "معبر",
        "منفذ",
    }
)


def _refers_back(setting: Setting, found: Found, base: Mark | Found) -> bool:
    """Whether a noun only names what was told before: «تسليم القاعدة خطوة أولى»."""
    scene = setting.scene
    words = {form for token in scene.words(found) for form in token.forms}
    anaphoric = isinstance(base, Mark) and base.slot == "base" and base not in list(scene.all("base"))
    bare = colour_of(scene, found).modality in ("asserted", "hypothetical") and not any(scene.all("moment"))
    return anaphoric and bare and not words.isdisjoint(_NOUNS)


_NOUNS = frozenset({"تسليم", "تسلم", "اغلاق", "اخلاء", "افتتاح", "بناء", "توسيع", "handover", "closure", "transfer"})


def _is_permanent(scene: Scene, found: Found) -> bool:
    """Whether it is about permanent bases, which is a position and no news of a base."""
    words = {form for token in scene.tokens[found.first : found.after + 5] for form in token.forms}
    return any(word.startswith(_PERMANENT) for word in words)


_PERMANENT = ("permanent", fold("دائم").text)


def _base(setting: Setting, rule: Rule, found: Found) -> Mark | Found | None:
    """The base that changes: one by name, the one last named, or words for one that foreign troops had."""
    scene = setting.scene
    named = [
        m for m in scene.all("base") if _cost(scene, found, m) <= rule.reach or found.first <= m.first < found.after
    ]
    word = _word_for_base(scene, found)
    named += [m for m in scene.all("base") if word is not None and m not in named and _is_one(scene, word, m)]
    near = min(named, key=lambda mark: (_cost(scene, found, mark), mark.first < found.first)) if named else None
    if near is not None and not (word is not None and _parts(found, word, near) and not _is_one(scene, word, near)):
        return near if _is_military(setting, near) else None
    if word is None and (town := _town(setting, rule, found)) is not None:
        return town
    if word is None:
        return last_base(setting, found) if rule.id == "base_status.fall_to" else None
    known = known_base(setting, found)
    if known is not None and known.first == word.first:
        return known
    return word if _is_foreign(setting, word) else None


def _town(setting: Setting, rule: Rule, found: Found) -> Mark | None:
    """The town that is named for its base in an article on bases: "Al-Qaim was given up last week"."""
    scene = setting.scene
    spoken = setting.memory.base is not None or setting.memory.force is not None or _is_foreign(setting, None)
    if rule.event not in ("handed_over", "closed") or not spoken:
        return None
    for mark in scene.all("place"):
        country = any(m.slot == "country" for m in scene.marks[mark.first])
        behind = 0 <= mark.first - found.after <= 1
        ahead = mark.first <= 1 and _cost(scene, mark, found) <= _WORD_AHEAD and _suffers(scene, Found(0, 0, {}), found)
        if not country and (behind or ahead):
            return mark
    return None


def _parts(found: Found, word: Found, base: Mark) -> bool:
    """Whether an unnamed base stands between the verb and a name, which then only says where: "a base near Harir"."""
    return found.first <= word.first < base.first or (base.first < word.first < found.first)


def _word_for_base(scene: Scene, found: Found) -> Found | None:
    """A word such as "base" behind the verb, or before it in the same clause: "the last outpost was handed over"."""
    words = [f for r, f in scene.found("part") if r.id == "part.base"]
    behind = [f for f in words if 0 <= f.first - found.after <= _WORD_REACH or found.first <= f.first < found.after]
    ahead = [
        f
        for f in words
        if f.first < found.first and _cost(scene, f, found) <= _WORD_AHEAD and _suffers(scene, f, found)
    ]
    near = [f for f in behind if scene.cost(found, f) <= _WORD_REACH]
    return near[0] if near else ahead[-1] if ahead else None


def _suffers(scene: Scene, word: Found, found: Found) -> bool:
    """Whether what stands before the verb is what it is done to: "was closed", and never "the base they built"."""
    words = [token.folded for token in scene.tokens[max(0, found.first - 2) : found.first + 1]]
    if word.after == found.first or any("ء" <= one[:1] <= "ي" for one in words):
        return True  # "the fourth base handed over"
    return not _PASSIVE.isdisjoint(words)


_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "returns", "returned", "reverts", "and", "or"})


def _cost(scene: Scene, one: Mark | Found, other: Mark | Found) -> int:
    """How far apart two things stand; an aside parts nothing: "the camp, used since 2003, was closed"."""
    before, after = (one, other) if one.first <= other.first else (other, one)
    last = max(before.first, before.after - 1)
    apart = scene.clauses[after.first] - scene.clauses[last]
    following = scene.tokens[before.after : before.after + 2]
    if apart == 1 and any(token.folded in _WHICH for token in following):
        return scene.cost(one, other) - CLAUSE_COST  # "the camps which they occupied were received"
    if apart != 2:
        return scene.cost(one, other)
    aside = scene.clauses[last] + 1
    return sum(clause != aside for clause in scene.clauses[before.after : after.first]) + 1


_WHICH = frozenset({"which", "that", "التي", "الذي"})


def _is_one(scene: Scene, word: Found, base: Mark) -> bool:
    """Whether a word for a base and a name are one thing: "site eight in Camp Taji", not "a base near Camp Taji"."""
    if word.first >= base.first - 1:
        return word.first <= base.after + 1
    between = {token.folded for token in scene.tokens[word.after : base.first + 1]}
    return base.first - word.after <= _WITHIN and not between.isdisjoint(_IN) and between.isdisjoint(_NEAR)


def _is_military(setting: Setting, base: Mark) -> bool:
    """An airport is a base of the troops only where they are spoken of: sandstorms close airports too."""
    words = {form for token in setting.scene.words(base) for form in token.forms}
    return words.isdisjoint(_AIRPORT) or _is_foreign(setting, None)


def _is_foreign(setting: Setting, word: Found | None) -> bool:
    """Whether the base is one of foreign troops: they are named, or were spoken of before."""
    scene = setting.scene
    named = scene.all("force", "nation", "country", "institution", "person", "office")
    if any(posture_force(setting, country_of(setting, m)) for m in named):
        return True
    plainly = word is not None and not _PLAIN.isdisjoint({f for token in scene.words(word) for f in token.forms})
    return plainly and setting.memory.force is not None


def _site_of(scene: Scene, word: Found) -> str | None:
    """The town for which an unnamed base stands: "a small base at al-Qaim"."""
    for mark in scene.all("place"):
        country = any(m.slot == "country" for m in scene.marks[mark.first])
        if mark.after == word.first and not country:
            return entity_of(mark)  # "the Qayyarah base"
    for mark in scene.all("place"):
        if 0 <= mark.first - word.after <= _AT and not any(m.slot == "country" for m in scene.marks[mark.first]):
            return entity_of(mark) if leads_to(scene, mark) in {"at", "in", "of", "في"} else None
    return None


_WORD_REACH, _WORD_AHEAD = 7, 9  # words between the verb and a base without a name, behind and before it
_AT = 2
_WITHIN = 5  # words between a part of a base and its name
_IN = frozenset({"in", "inside", "at", "of", "within", "on", "في", "داخل", "ضمن"})
_NEAR = frozenset({"near", "to", "beside", "outside", "قرب", "جوار", "بجوار", "جنوب", "شمال", "غرب", "شرق"})
_AIRPORT = frozenset({"airport", "مطار"})
_PLAIN = frozenset(
    {"base", "bases", "outpost", "outposts", "garrison", "garrisons", "camp", "camps", "installation", "installations"}
    | {"post", "posts", "observation"}
) | frozenset(
    {"قاعده", "قواعد", "معسكر", "معسكرات", "ثكنه", "ثكنات", "منشاه", "منشات", "نقطه", "نقاط", "مواقعها", "مواقعه"}
)


def _claim(setting: Setting, rule: Rule, found: Found, base: Mark | Found, target: str | None) -> Claim:
    scene = setting.scene
    force = _force(setting, found)
    day_mark = _when(setting, found)
    place, where, _ = place_near(setting, found, bases=False, inherit=False)
    entry = setting.lexicon.entry(target or "")
    evidence = [scene.evidence("target", scene.span_of(base.first, base.after)), *where]
    evidence += [scene.evidence("force", force.span)] if force is not None else []
    as_of, from_, to = setting.day, None, None
    if day_mark is not None:
        moment = moment_of(day_mark)
        from_, to = first_day(moment), last_day(moment)
        as_of = to if to is not None and not is_ahead(moment, setting.day) else setting.day
        evidence.append(scene.evidence("from", day_mark.span))
    return make_claim(
        setting,
        "base_status",
        rule,
        found,
        evidence=evidence,
        event=rule.event,
        target=target,
        force=posture_force(setting, entity_of(force)) if force is not None else None,
        place=(entry.country if entry else None) or place,
        as_of=as_of,
        from_=from_,
        to=to,
    )


def _when(setting: Setting, found: Found) -> Mark | None:
    """The day of the change; of one to come a day ahead, and not that of the announcement."""
    scene = setting.scene
    colour = colour_of(scene, found)
    mark = when(scene, found, within=14, done=colour.modality == "asserted")
    if mark is not None and (last_day(moment_of(mark)) is None or _is_far(scene, found, mark)):
        mark = None
    if mark is None and colour.modality == "asserted":  # "announced today that the base had been handed over"
        return next((m for m in scene.all("moment") if last_day(moment_of(m)) == setting.day), None)
    if colour.modality not in ("planned", "expected") or mark is None or is_ahead(moment_of(mark), setting.day):
        return mark
    ahead = [m for m in scene.all("moment") if is_ahead(moment_of(m), setting.day) and scene.cost(found, m) <= _AHEAD]
    return min(ahead, key=lambda m: scene.cost(found, m)) if ahead else mark


def _is_far(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether a long stretch in another clause dates something else: "the seventh such transfer this year"."""
    first, last = first_day(moment_of(mark)), last_day(moment_of(mark))
    long = first is not None and last is not None and last - first > _LONG
    return long and scene.clauses[mark.first] != scene.clauses[found.first]


_LONG = timedelta(days=60)
_AHEAD = 24


def _force(setting: Setting, found: Found) -> Mark | None:
    """The foreign force or country nearest to the verb, which had or has the base."""
    scene = setting.scene
    forces = [
        (scene.cost(found, m), m)
        for m in scene.all("force", "nation", "country")
        if posture_force(setting, entity_of(m)) and not (m.slot == "country" and is_after_in(scene, m))
    ]
    return min(forces, key=lambda one: one[0])[1] if forces else None
