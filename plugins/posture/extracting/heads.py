"""What a number counts: soldiers, people of a nation, people, something else, or a thing left unsaid.

Arabic names the thing right behind the number ("2500 جندي"), or behind من; English lets adjectives stand between
("2,500 highly trained American soldiers"). A number whose next word is one of grammar counts what was counted before
it: "down from 5,200 in 2020", «مقابل 170 ألفا في ذروة انتشارهم».
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from posture.extracting.patterns import Mark
from posture.extracting.scenes import Scene
from posture.extracting.tokens import Token

HeadKind = Literal["soldiers", "nation", "people", "nothing", "something"]

_REACH = 5  # words between a number and the noun it counts
_ADJECTIVES = 3  # unknown English words among them
_OF = frozenset({"of", "the", "its", "our", "their", "his", "other", "more", "additional", "extra", "further", "من"})
_PEOPLE = frozenset(
    {"people", "men", "women", "members", "persons", "individuals", "شخص", "فرد", "رجل", "اشخاص", "افراد", "عنصر"}
)
_GRAMMAR = frozenset(
    """a about above across after against ago all also although among an and are as at based be because been before being
    below between both but by currently deployed down during each either even for from given had has have he in inside
    instead into is it last left less many may most much nearly no nor not now of on once only or out over per rather
    remain remained remains respectively said says she since so stationed still than that the there they this though
    through throughout to today toward under until up was were what when where whereas which while who whom will with
    within without would""".split()
) | frozenset(
    """في من الي علي عن عند لدي بين خلال منذ حتي بعد قبل مع ضمن لكن بل ثم او ام ان كما فيما بينما حين حيث مقابل وفق وفقا
    بحسب حسب بينهم بينها منهم منها معظمهم اغلبهم غالبيتهم حاليا فقط تقريبا اخرين اخرون كان كانت كانوا الذين التي الان
    اليوم سابقا انذاك هناك على التوالي بموجب داخل خارج قرب باقون سيبقون يبقون موجودون ينتشرون يتمركزون اصل مجموع اجمالي اكثر غير""".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a number counts, with its place in the text where it is named."""

    kind: HeadKind
    mark: Mark | None = None


def head_of(scene: Scene, count: Mark) -> Head:
    """The thing that a number counts."""
    if scene.text[count.span.end : count.span.end + 1] in _HYPHENS:
        return Head("something")  # "a 13-nation coalition"
    at, unknown = count.after, 0
    nation: Mark | None = None
    while at < min(count.after + _REACH, len(scene.tokens)):
        token = scene.tokens[at]
        here = scene.marks.get(at, ())
        if token.stop or any(mark.slot in _OTHERS for mark in here):
            break
        named = next((mark for mark in here if mark.slot in ("force", "soldiers")), None)
        if named is not None and not is_adjective(scene, named):
            return Head("soldiers", named)
        if named is not None:
            at, unknown = named.after, unknown + 1
            continue
        whose = next((mark for mark in here if mark.slot == "nation"), None)
        if whose is not None:
            nation, at = whose, whose.after
            continue
        if not _PEOPLE.isdisjoint(token.forms):
            return Head("people") if nation is None else Head("nation", nation)
        if not _OF.isdisjoint(token.forms) and (at == count.after or token.folded != "of"):
            at += 1
            continue
        if _is_grammar(token):
            break
        unknown += 1
        if unknown > _ADJECTIVES or token.folded[:1] > "z":
            return Head("something")
        at += 1
    if nation is not None and unknown == 0:
        return Head("nation", nation)
    return Head("something") if unknown else Head("nothing")


_HYPHENS = ("-", "‑", "–")
_OTHERS = frozenset({"count", "moment", "percent", "duration", "person", "agency", "outlet", "group"})


def is_adjective(scene: Scene, mark: Mark) -> bool:
    """Whether "military" or "army" stands before the thing it describes: "60 military vehicles"."""
    if mark.slot != "soldiers" or scene.tokens[mark.first].folded not in _ADJECTIVAL or mark.after - mark.first > 1:
        return False
    if mark.after >= len(scene.tokens):
        return False
    following = scene.tokens[mark.after]
    soldiers = any(one.slot in ("soldiers", "force") for one in scene.marks.get(mark.after, ()))
    return not (following.stop or soldiers or _is_grammar(following))


_ADJECTIVAL = frozenset({"military", "army", "navy", "officer"})


def _is_grammar(token: Token) -> bool:
    return not _GRAMMAR.isdisjoint(token.forms)
