"""Whether a verb of saying tells that somebody speaks, and who when no name stands by it."""

from __future__ import annotations

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import SPEECH, Rule
from posture.extracting.scenes import Scene
from posture.extracting.subjects import has_unnamed, is_arabic, opens_clause


def says_nothing(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether nobody speaks by these words, though they may mean saying elsewhere."""
    return _is_by(scene, found) or _is_no_verb(scene, found) or _is_of_rules(scene, rule, found)


def _is_of_rules(scene: Scene, rule: Rule, found: Found) -> bool:
    """Whether a plan or law is followed and nobody speaks: «وفقا لتوجيهات الرئيس», "according to the plan"."""
    behind = scene.tokens[found.after : found.after + 2]
    return rule.event == "according" and any(form.startswith(_RULES) for token in behind for form in token.forms)


_RULES = (
    *(
        "توجيه",
        "اتفاق",
        "قانون",
        "دستور",
        "خطه",
        "جدول",
        "معاي",
        "قرار",
        "اوامر",
        "رغبه",
        "ما يقتضي",
        "مقتضيات",
        "ظروف",
    ),
    *(
        "plan",
        "schedule",
        "timetable",
        "constitution",
        "agreement",
        "law",
        "circumstances",
        "conditions",
        "instructions",
    ),
)


def _is_no_verb(scene: Scene, found: Found) -> bool:
    """Whether the word says nothing: a participle with its article («من غير المؤكد»), a noun behind a preposition («عن
    تعهد سابق»), what somebody may only say ("if they insist")."""
    before = [token.folded for token in scene.tokens[max(0, found.first - _CONDITION) : found.first]]
    if not is_arabic(scene, found):
        return not _IF.isdisjoint(before)
    alone = found.after - found.first == 1 and bool(before) and before[-1] in _PREPOSITIONS | _NEVER
    letters = scene.tokens[found.first].folded.lstrip("وف")
    if letters == "قول" and any(m.slot in ("person", "office") for m in scene.marks.get(found.after, ())):
        return False  # «على قول الرئيس إنه»
    return (letters.startswith("ال") and not letters.startswith(_VERBS_IN_AL)) or alone


_VERBS_IN_AL = ("التقي", "التزم", "الغ", "المحت", "الح")
_NEVER = frozenset({"لم", "لن", "ولم", "ولن"})  # «في زيارة لم يعلن عنها»
_CONDITION = 4
_IF = frozenset({"if", "unless"})
_PREPOSITIONS = frozenset({"عن", "في", "من", "الي", "علي", "مع", "بعد", "رغم", "كل", "اي"})


def is_quoted_on(scene: Scene) -> bool:
    """Whether the sentence opens or goes on within a quotation that the one before has not closed."""
    if scene.tokens[0].quote:
        return True
    begins = max(scene.text.rfind("\n", 0, scene.span.start), scene.span.start - _QUOTED)
    ahead = scene.text[max(0, begins) : scene.span.start]
    return ahead.count('"') % 2 == 1 or any(ahead.rfind(one) > ahead.rfind(other) for one, other in ("“”", "«»"))


_QUOTED = 900  # characters in which a quotation was opened


def _is_by(scene: Scene, found: Found) -> bool:
    """Whether a claim is spoken of, or how somebody did a thing: "claimed by the group", "surprised them by saying"."""
    if found.first and scene.tokens[found.first - 1].folded == "by":
        return True
    return found.after < len(scene.tokens) and scene.tokens[found.after].folded == "by"


def is_he_again(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether a title with its article and a nation means him who spoke: «وذكر المسؤول الأميركي»."""
    title = scene.tokens[mark.first - 1].folded
    return mark.slot == "nation" and mark.first - found.after == 1 and title in _THE_MAN


_THE_MAN = frozenset(
    {
        "المسوول",
        "المسءول",
        "المتحدث",
        "المتحدثه",
        "الوزير",
        "الوزيره",
        "القائد",
        "الجنرال",
        "المبعوث",
        "السفير",
        "السفيره",
        "الرييس",
    }
)


def is_aside(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether an English verb stands in a relative clause, after a noun: "a letter that the minister says he got"."""
    at = mark.first - 1
    if is_arabic(scene, found) or mark.first > found.first or at < 1 or scene.tokens[at].folded not in _WHICH:
        return False
    return all(f.after != at and f.first != at - 1 for rule, f in scene.found(SPEECH) if rule.event != "official")


_WHICH = frozenset({"that", "which", "whom"})


def is_coordinated(scene: Scene, found: Found) -> bool:
    """Whether an English verb only goes on after "and": who spoke before it speaks on."""
    before = [token.folded for token in scene.tokens[max(0, found.first - 2) : found.first]]
    return bool(before) and (before[-1] in _AND or (before[-1] in _ALSO and before[0] in _AND))


def is_its_object(scene: Scene, found: Found, mark: Mark | None) -> bool:
    """Whether a second Arabic verb speaks of those behind it and goes on with its subject: «وربط سلاح الفصائل بـ…»."""
    if mark is None or not is_arabic(scene, found) or mark.slot in ("person", "office"):
        return False
    return opens_clause(scene, found) and mark.first > found.after


_AND = frozenset({"and", "but"})
_ALSO = frozenset({"also", "then", "later", "further", "again"})


def is_of_source(scene: Scene, found: Found, mark: Mark) -> bool:
    """Whether a nation is only that of a source without a name: «قال مصدر أمني عراقي», "an Iraqi source said"."""
    if mark.slot not in ("nation", "country"):
        return False
    first, after = sorted((mark.first, found.first))
    words = scene.tokens[max(0, first - _SOURCE) : after + _SOURCE]
    return any(not _SOURCES.isdisjoint(token.forms) for token in words if token.span.start != mark.span.start)


_SOURCE = 3  # words between a source and its nation
_SOURCES = frozenset({"مصدر", "مصدران", "مصدرين", "مصادر", "source", "sources"})


def goes_on(scene: Scene, found: Found) -> bool:
    """Whether a verb of saying without a known subject goes on with the last speaker: "he added", "the minister said".

    An English noun before the verb is somebody else ("a farmer said"), unless it is spoken of as known.
    """
    if has_unnamed(scene, found) or not _NOBODY.isdisjoint(token.folded for token in scene.tokens[: found.first]):
        return False
    if is_arabic(scene, found) or found.first == 0:
        return True
    if scene.tokens[found.first].stop:
        return scene.tokens[found.first].folded.endswith("ing")  # "…, adding that"; "a group …, claimed" is another's
    before = [token.folded for token in scene.tokens[max(0, found.first - 3) : found.first]]
    return not _GOING_ON.isdisjoint(before[-2:]) or (len(before) > 1 and before[-2] == "the")


_NOBODY = frozenset({"nobody", "none", "neither"})
_GOING_ON = frozenset(
    {"he", "she", "they", "it", "who", "which", "and", "but", "also", "has", "had", "then", "later", "further", "to"}
)
