"""Which base a verb speaks of: one by name, the one last named, a town named for it, or words for one."""

from __future__ import annotations

from collections.abc import Iterator

from posture.extracting.bases_meant import known_base, last_base
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.prepositions import leads_to
from posture.extracting.scenes import CLAUSE_COST, Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.troops import country_of, posture_force


def base_of(setting: Setting, rule: Rule, found: Found) -> Mark | Found | None:
    """The base that changes: one by name, the one last named, or words for one that foreign troops had."""
    scene = setting.scene
    named = [
        m for m in scene.all("base") if _cost(scene, found, m) <= rule.reach or found.first <= m.first < found.after
    ]
    word = _word_for_base(scene, found)
    named += [m for m in scene.all("base") if word is not None and m not in named and _is_one(scene, word, m)]
    near = min(named, key=lambda mark: (_cost(scene, found, mark), mark.first < found.first)) if named else None
    new = rule.event == "opened" and word is not None and _is_object(scene, found, word)
    if new and near is not None and near.first < found.first:
        near = None
    if near is not None and (first := _opens_list(setting, rule, found, near)) is not None:
        return first
    if near is not None and not (word is not None and _parts(found, word, near) and not _is_one(scene, word, near)):
        return near if _is_military(setting, near) else None
    town = _town(setting, rule, found)
    if town is not None and (word is None or found.after <= town.first < word.first):
        return town
    if word is None:
        return last_base(setting, found) if rule.id == "base_status.fall_to" else None
    known = known_base(setting, found)
    if known is not None and known.first == word.first:
        return known
    return word if _is_foreign(setting, word) else None


def _is_object(scene: Scene, found: Found, word: Found) -> bool:
    """Whether an unknown base is what the verb is done to: "its bases in Taji apart, began building a base"."""
    between = [token.folded for token in scene.tokens[found.after : word.first]]
    definite = {"the", "its", "their"} & set(between) or scene.tokens[word.first].folded.startswith(("ال", "لل"))
    return 0 <= word.first - found.after <= 1 and not definite


def _town(setting: Setting, rule: Rule, found: Found) -> Mark | None:
    """The town that is named for its base in an article on bases: "Al-Qaim was given up last week"."""
    scene = setting.scene
    spoken = setting.memory.base is not None or setting.memory.force is not None or _is_foreign(setting, None)
    if rule.event not in ("handed_over", "closed") or not spoken:
        return None
    for mark in scene.all("place"):
        country = any(m.slot == "country" for m in scene.marks[mark.first])
        behind = mark.first >= found.after and _are_of(scene, found.after, mark.first)
        ahead = mark.first <= 1 and _cost(scene, mark, found) <= _WORD_AHEAD and _suffers(scene, Found(0, 0, {}), found)
        if not country and (behind or ahead):
            return mark
    return None


def _are_of(scene: Scene, first: int, after: int) -> bool:
    """Whether the words lead from a verb to what it is done to: "handed over command of"."""
    words = [token.folded for token in scene.tokens[first:after]]
    led = len(words) == 1 and words[0] in _IN | {"the"}
    return not words or led or (len(words) <= _OF_THEM and set(words) <= _OF)


_OF = frozenset({"the", "of", "over", "full", "command", "control", "responsibility", "authority", "town", "city"})
_OF_THEM = 4


def _opens_list(setting: Setting, rule: Rule, found: Found, base: Mark) -> Mark | None:
    """The town that opens a list in which the base stands: "handed over al-Qaim, the Qayyarah airfield and …"."""
    town = _town(setting, rule, found)
    if town is None or not found.after <= town.first < base.first:
        return None
    following = setting.scene.tokens[town.after]
    parted = (following.stop or following.folded == "and") and town.first - found.after <= 1
    return town if parted or base in list(joined_to(setting.scene, town)) else None


def joined_to(scene: Scene, base: Mark) -> Iterator[Mark]:
    """The other bases of a list, and towns where the first is one: "Taji, Besmaya and the K1 base in Kirkuk"."""
    last: Mark | None = base
    while last is not None:
        marks = [m for m in scene.all("base", *(("place",) if base.slot == "place" else ())) if m.first >= last.after]
        following = next((m for m in marks if _is_next(scene, last, m)), None)
        if following is not None:
            yield following
        last = following


def _is_next(scene: Scene, last: Mark, mark: Mark) -> bool:
    """Whether a name is joined to one before it, with nothing between but where that one is."""
    named = {at for m in scene.all("place", "nation") for at in range(m.first, m.after) if m is not mark}
    gap = [at for at in range(last.after, mark.first) if at not in named]
    if len(gap) > _LISTED or any(_bare(scene, at) not in _JOINING and not _is_name(scene, at) for at in gap):
        return False
    own = scene.tokens[mark.first]
    glued = own.span.start < mark.span.start and own.folded.startswith("و")
    joins = [at for at in gap if scene.tokens[at].folded.startswith("و") or scene.tokens[at].folded in {"and", "as"}]
    led = scene.tokens[mark.first - 1].folded in _IN | _NEAR
    return (glued or own.stop or bool(joins) or any(scene.tokens[at].stop for at in gap)) and (
        mark.slot == "base" or not led
    )


def _is_name(scene: Scene, at: int) -> bool:
    """Whether a word begins with a capital: a site of which no more is known stands in the list."""
    start = scene.tokens[at].span.start
    return scene.text[start : start + 1].isupper() or scene.tokens[at].folded in {"al", "el", "post", "outpost"}


def _bare(scene: Scene, at: int) -> str:
    word = scene.tokens[at].folded
    return word[1:] if word.startswith("و") and len(word) > 1 else word


_LISTED = 7  # words between two bases of a list
_JOINING = frozenset(
    {"", "and", "the", "in", "at", "of", "near", "base", "bases", "air", "airbase", "camp", "province", "as", "well"}
    | {"also", "west", "western", "north", "northern", "south", "southern", "east", "eastern", "border", "inside"}
    | {"military", "airfield", "site", "around"}
    | {"قاعده", "القاعده", "الجويه", "معسكر", "حقل", "في", "قبلها", "بعدها", "كذلك", "ايضا", "محافظه", "ريف", "مدينه"}
    | {"جنوب", "شمال", "شرق", "غرب", "جنوبي", "شمالي", "شرقي", "غربي", "قرب", "مع", "حدود", "العسكريه", "مطار"}
)


def _parts(found: Found, word: Found, base: Mark) -> bool:
    """Whether an unnamed base stands between the verb and a name, which then only says where: "a base near Harir"."""
    return found.first <= word.first < base.first or (base.first < word.first <= found.first)


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


def _left_before(scene: Scene, word: Found) -> Mark | None:
    """The town or base that was left, whose facilities are spoken of: «انسحبت من القائم وسلمت منشآتها»."""
    if not scene.tokens[word.first].folded.endswith("ها") or scene.tokens[word.first].folded.startswith(_BASES):
        return None
    ahead = [m for m in scene.all("base", "place") if m.after <= word.first and leads_to(scene, m) == "من"]
    return ahead[-1] if ahead else None


_BASES = ("قواعد", "قاعد", "معسكر")


def site_of(scene: Scene, word: Found) -> str | None:
    """The town for which an unnamed base stands: "a small base at al-Qaim"."""
    if (left := _left_before(scene, word)) is not None:
        return entity_of(left)
    for mark in scene.all("place"):
        country = any(m.slot == "country" for m in scene.marks[mark.first])
        if mark.after == word.first and not country:
            return entity_of(mark)  # "the Qayyarah base"
    for mark in scene.all("place"):
        if 0 <= mark.first - word.after <= _AT and not any(m.slot == "country" for m in scene.marks[mark.first]):
            return entity_of(mark) if leads_to(scene, mark) in {"at", "in", "of", "في"} else None
    return None


_WORD_REACH, _WORD_AHEAD = 7, 14  # words between the verb and a base without a name, behind and before it
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
