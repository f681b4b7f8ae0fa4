"""What a number counts: soldiers, people of a nation, people, something else, or a thing left unsaid.

Arabic names the thing right behind the number ("2500 جندي"), or behind من; English lets adjectives stand between
("2,500 highly trained American soldiers"). A number whose next word is one of grammar counts what was counted before
it: "down from 5,200 in 2020", «مقابل 170 ألفا في ذروة انتشارهم».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from posture.extracting.patterns import Found, Mark
from posture.extracting.scenes import Scene
from posture.extracting.tokens import Token

HeadKind = Literal["soldiers", "nation", "people", "nothing", "something"]


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set to look words up in."""
    return frozenset(text.split())


_REACH = 5  # words between a number and the noun it counts
_ADJECTIVES = 3  # unknown English words among them
_OF = frozenset({"of", "the", "its", "our", "their", "his", "other", "more", "additional", "extra", "further", "من"})
_PEOPLE = frozenset(
    {
        "people",
        "men",
        "women",
        "members",
        "colleagues",
        "comrades",
        "زملائهم",
        "زميل",
        "persons",
        "individuals",
        "شخص",
        "فرد",
        "رجل",
        "اشخاص",
        "افراد",
        "عنصر",
    }
)
_GRAMMAR = words(
    """
    a about above across after against ago all also although among an and are as at based be because been before
    being below between both but by currently deployed down during each either even for from given had has have
    he in inside instead into is it last left less many may most much nearly no nor not now of on once only or
    out over per rather remain remained remains respectively said says she since so stationed still than that
    the them there they this though through throughout to today toward under until up was were what when where
    whereas which while who whom will with within without would if unless serve guard train
    advise work fly operate stay live sit stays stayed staying serves guards works help laid set fixed agreed
    allowed support protect patrol fight find form man
    run
    في من الي علي عن عند لدي بين خلال منذ حتي بعد قبل مع ضمن لكن بل ثم او ام ان كما فيما بينما حين حيث مقابل وفق
    وفقا بحسب حسب بينهم بينها منهم منها معظمهم اغلبهم غالبيتهم حاليا فقط تقريبا اخرين اخرون كان كانت كانوا الذين
    التي الان اليوم سابقا انذاك هناك على التوالي بموجب داخل خارج قرب باقون سيبقون يبقون موجودون ينتشرون يتمركزون
    اصل مجموع اجمالي اكثر غير اذا لو هذا يسمي يسمون جلهم كلهم جميعهم جميعا جميعها لم لن لا ما ليس ليسوا قد
    """
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a number counts, with its place in the text where it is named."""

    kind: HeadKind
    mark: Mark | None = None


def head_of(scene: Scene, count: Mark) -> Head:
    """The thing that a number counts."""
    inside = [m for at in range(count.first + 1, count.after) for m in scene.marks.get(at, ())]
    held = [m for slot in ("force", "soldiers") for m in inside if m.slot == slot]
    if held:
        return Head("soldiers", held[0])  # «مئتي عنصر تقريبا» is one number to the reader of numbers
    if _is_civil(scene, count.after):
        return Head("something")
    if not _TIMES.isdisjoint(scene.tokens[count.after].forms if count.after < len(scene.tokens) else ()):
        return Head("something")  # "ten times as many"
    if scene.text[count.span.end : count.span.end + 1] in _HYPHENS:
        return _compound(scene, count)
    behind = [token.folded for token in scene.tokens[count.after : count.after + 2]]
    return _search(scene, count, count.after + (2 if behind == ["or", "so"] else 0))


def _compound(scene: Scene, count: Mark) -> Head:
    """What a number joined to a word counts: "its 400-strong deployment", but not "a 13-nation coalition"."""
    words_behind = [token.folded for token in scene.tokens[count.after : count.after + 2]]
    if not words_behind or words_behind[0] not in _STRONG:
        return Head("something")
    return Head("people") if words_behind[-1] in _BODIES else _search(scene, count, count.after + 1)


def _search(scene: Scene, count: Mark, start: int) -> Head:
    """The noun at or behind a word, past adjectives and nations."""
    at, unknown = start, 0
    nation: Mark | None = None
    while at < min(start + _REACH, len(scene.tokens)) and unknown <= _ADJECTIVES:
        here = scene.marks.get(at, ())
        token = scene.tokens[at]
        if token.stop or any(mark.slot in _OTHERS for mark in here):
            break
        named = _named(scene, here)
        if named is not None:
            return named
        step, kind, whose = _step(scene, at, first=at == start)
        nation = whose or nation
        unknown = 0 if whose is not None else unknown + (kind == "unknown")
        if kind == "people" and _of_house(scene, at + 1):
            return Head("something")  # "members of Iraq's parliament"
        if kind == "people" and (group := _of_force(scene, at + 1)) is not None:
            return group  # "members of the Iraqi security forces"
        if kind == "people" or (nation is not None and token.folded.startswith("ال")):
            return Head("people") if nation is None else Head("nation", nation)  # «2500 أميركي المشورة»
        # Arabic names what is counted at once, and an English noun ends the search for one.
        if kind == "grammar" or (kind == "unknown" and (token.folded[:1] > "z" or _is_plural(token.folded))):
            break
        at = step
    if unknown:
        return Head("something")
    return _joined(scene, count) if nation is None else Head("nation", nation)


def _joined(scene: Scene, count: Mark) -> Head:
    """The head that a number shares with the next one: "from 63 to 65 dollars", "150 and 75 soldiers"."""
    for mark in scene.all("count", "percent", "duration"):
        between = scene.tokens[count.after : mark.first]
        if not between or len(between) > _TOGETHER or between[0].folded not in _JOINS:
            continue
        return head_of(scene, mark) if mark.slot == "count" else Head("something")
    return Head("nothing")


_JOINS = words("and or to الي و او")
_TOGETHER = 3  # words between two numbers of one thing


def _of_force(scene: Scene, at: int) -> Head | None:
    if at >= len(scene.tokens) or scene.tokens[at].folded not in {"of", "من"}:
        return None
    marks = [m for one in range(at + 1, min(at + _MEMBERS_OF, len(scene.tokens))) for m in scene.marks.get(one, ())]
    return next((Head("soldiers", m) for slot in ("force", "soldiers") for m in marks if m.slot == slot), None)


_MEMBERS_OF = 8


def _of_house(scene: Scene, at: int) -> bool:
    """Whether those counted belong to a parliament, a ministry or another house that is none of soldiers."""
    if at >= len(scene.tokens) or scene.tokens[at].folded not in {"of", "من", "في"}:
        return False
    near = range(at + 1, min(at + _HOUSE_OF, len(scene.tokens)))
    if any(m.slot in ("force", "soldiers") for one in near for m in scene.marks.get(one, ())):
        return False
    named = any(m.slot == "institution" for one in near for m in scene.marks.get(one, ()))
    return named or any(r.id == "part.parliament" and f.first in near for r, f in scene.found("part"))


_HOUSE_OF = 4


def _named(scene: Scene, here: Sequence[Mark]) -> Head | None:
    named = next((mark for slot in ("force", "soldiers") for mark in here if mark.slot == slot), None)
    return Head("soldiers", named) if named is not None and not is_adjective(scene, named) else None


def _step(scene: Scene, at: int, *, first: bool) -> tuple[int, str, Mark | None]:
    """The place behind a word, what the word is to the number before it, and the nation that it names."""
    token = scene.tokens[at]
    whose = next((mark for mark in scene.marks.get(at, ()) if mark.slot == "nation"), None)
    if whose is not None:
        return whose.after, "nation", whose
    if not _PEOPLE.isdisjoint(token.forms):
        return at + 1, "people", None
    if not _OF.isdisjoint(token.forms) and (first or token.folded != "of"):
        return at + 1, "of", None
    return at + 1, "grammar" if is_grammar(token) else "unknown", None


def _is_plural(word: str) -> bool:
    """Whether an English word is rather a noun than an adjective: "two bases hosting American troops"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "operations"))


_BODIES = frozenset({"deployment", "mission", "detachment", "team", "presence", "garrison"})
_STRONG = frozenset({"strong", "man", "member", "person", "soldier"})


def _is_civil(scene: Scene, at: int) -> bool:
    """Whether those counted are people of the country who work for the troops: "10,500 local staff"."""
    near = [token.folded for token in scene.tokens[at : at + 2]]
    return bool(near) and (near[0] in _CIVIL or near[-1] in {"civilians", "مدنيين", "مدني"})


_CIVIL = frozenset({"local", "locally", "civilian", "civilians", "مدني", "محلي", "محليا"})
_TIMES = frozenset({"times", "fold", "اضعاف", "ضعف", "ضعفا", "مرات", "مره"})
_HYPHENS = ("-", "\u2011", "–")
_OTHERS = frozenset({"count", "moment", "percent", "duration", "person", "agency", "outlet", "group"})


def is_adjective(scene: Scene, mark: Mark) -> bool:
    """Whether "military" or "army" stands before the thing it describes: "60 military vehicles"."""
    if mark.slot != "soldiers" or scene.tokens[mark.first].folded not in _ADJECTIVAL or mark.after - mark.first > 1:
        return False
    if mark.after >= len(scene.tokens):
        return False
    following = scene.tokens[mark.after]
    soldiers = any(one.slot in ("soldiers", "force") for one in scene.marks.get(mark.after, ()))
    return not (following.stop or soldiers or is_grammar(following))


_ADJECTIVAL = frozenset({"military", "army", "navy", "officer"})


def is_grammar(token: Token) -> bool:
    """Whether a word is one of grammar, or a verb, and names nothing that could be counted."""
    return not _GRAMMAR.isdisjoint(token.forms) or bool(_VERB.fullmatch(token.folded))


_VERB = re.compile("[يت][ء-ي]{2,}(?:ون|ان)")  # «150 يحرسون السفارة»


def whole_phrase(scene: Scene, found: Found, count: Mark) -> Found:
    """The phrase with the soldiers that the number counts, however many adjectives stand between."""
    head = head_of(scene, count)
    if head.kind != "soldiers" or head.mark is None:
        return found
    return Found(min(found.first, count.first), max(found.after, head.mark.after), found.slots)
