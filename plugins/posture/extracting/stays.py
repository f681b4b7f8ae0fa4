"""Whether the soldiers that a number counts are there: not the dead, not tribesmen, not those on the move."""

from __future__ import annotations

from posture.extracting.counts import quantity_of
from posture.extracting.heads import head_of, is_adjective, whole_phrase, words
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene
from posture.extracting.scope import colour_of
from posture.extracting.tokens import is_future

_VICTIMS = 4  # words between a number and the word that makes it one of dead or wounded; twice as many behind it
_LOCALS = 4


def counts_troops(scene: Scene, found: Found, count: Mark) -> bool:
    """Not the dead, not tribesmen or gunmen, not days or rockets."""
    of_soldiers = bool({"force", "soldiers"} & found.slots.keys())
    if scene.text[max(0, count.span.start - 1) : count.span.start] in _MONEY:
        return False
    if any(is_adjective(scene, mark) for mark in found.slots.values()):
        return False  # "seven military sites"
    if _is_handful(scene, count):
        return False  # "two contractors"
    if of_soldiers and any(0 <= m.first - found.after <= 1 for m in scene.all("group")):
        return False  # "عنصر من حزب العمال"
    others = ((r, f) for r, f in scene.found("part") if r.id in _OTHERS)
    return not any(_is_of(scene, rule, other, found, count) for rule, other in others)


_MONEY = frozenset({"$", "€", "£"})


def _is_handful(scene: Scene, count: Mark) -> bool:
    """Whether so few are counted that they are people of a story, unless they are said to be stationed."""
    quantity = quantity_of(count)
    known = [n for n in (quantity.high, quantity.low, quantity.value) if n is not None]
    said = ((r.id, scene.tokens[f.first].folded) for r, f in scene.found("part"))
    stationed = any(
        one in ("part.stationed", "part.number", "part.kept") and not word.endswith(("ددها", "ددهم"))
        for one, word in said
    )
    return bool(known) and max(known) < _HANDFUL and not stationed


_HANDFUL = 10


def _is_of(scene: Scene, rule: Rule, other: Found, found: Found, count: Mark) -> bool:
    """Whether the number counts what this other phrase names: attacks, bases, victims, armed locals."""
    of_soldiers = bool({"force", "soldiers"} & found.slots.keys())
    if rule.id == "part.tally":
        return other.slots["count"] == count
    if rule.id == "part.base":
        return other.first == count.after or (other.after == count.first and not of_soldiers)
    if rule.id == "part.victims" and not _NONE.isdisjoint(
        token.folded for token in scene.tokens[max(0, other.first - 3) : other.first]
    ):
        return False  # "none was injured"
    if rule.id == "part.victims":
        return _nearer(scene, other, found, count) <= _VICTIMS * (1 + (other.first > count.first))
    near = 0 <= other.first - count.after <= _LOCALS and scene.cost(count, other) <= _LOCALS
    return near and not is_fought(scene, other)


_NONE = frozenset({"none", "nobody", "no", "not", "without", "unhurt", "لم", "دون", "لا"})
_OTHERS = frozenset({"part.tally", "part.base", "part.victims", "part.locals"})


def is_fought(scene: Scene, enemy: Mark | Found) -> bool:
    """Whether an armed group is only what the soldiers are there for: "to fight ISIS", "trained Peshmerga"."""
    before = {form for token in scene.tokens[max(0, enemy.first - _AGAINST) : enemy.first] for form in token.forms}
    return not before.isdisjoint(_FIGHTS)


_FIGHTS = words(
    """against anti fight fighting counter defeat defeating combat train trained trains training advise advised
    مكافحه محاربه ضد قتال دحر هزيمه مواجهه لمواجهه يدربون دربوا تدريب يدرب"""
)
_AGAINST = 5


def _nearer(scene: Scene, other: Found, found: Found, count: Mark) -> int:
    """How far a word stands from a number and what it counts."""
    return min(scene.cost(other, count), scene.cost(other, found))


def is_moving(scene: Scene, rule: Rule, found: Found, count: Mark) -> bool:
    """Whether the number is of soldiers who come or go, which says nothing of how many there are.

    "The 2,500" and "all 2,000" are all of them all the same, unless they are still to come: "the 1,500 who will
    deploy".
    """
    if rule.id == "force_level.number_of" and _counts_comers(scene, found):
        return True
    if _is_step(scene, count) or (rule.id == "force_level.figure" and _is_going(scene, found, count)):
        return True
    if rule.id in ("force_level.change", "force_level.number_of", "force_level.figure") or is_held(scene, count):
        return False
    if _is_going(scene, found, count) or _is_reinforcement(scene, found, count) or _will(scene, found, count):
        return True
    parts = {"part.coming"} if _is_whole(scene, count) else {"part.coming", "part.moving", "part.added"}
    for other_rule, other in scene.found("part"):
        about_them = _is_about(scene, found, other)
        if other_rule.id not in parts or not (about_them or scene.clauses[other.first] == scene.clauses[count.first]):
            continue
        ahead = 0 <= count.first - other.after <= _COMES
        behind = (about_them or 0 <= other.first - found.after <= _GOES) and not _is_stationed(scene, found, other)
        if (ahead or behind) and colour_of(scene, other).polarity == "affirmed":
            return True
    return False


def _is_step(scene: Scene, count: Mark) -> bool:
    """Whether by so many the number grows or falls: "cut by 500", «بزيادة 25 عسكريا»."""
    before = scene.tokens[count.first - 1].folded if count.first else ""
    own = scene.tokens[count.first].folded
    changes = (f for r, f in scene.found("part") if r.id in ("part.change", "part.growth"))
    if before in {"by", "بواقع", "بمقدار"} or own == "by":
        return any(0 <= count.first - f.after <= _CHANGED for f in changes)
    return before in {"بزياده", "زياده", "بانخفاض"}


def _is_reinforcement(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether more soldiers head somewhere: "900 more troops to the region" is no figure of all."""
    whole = whole_phrase(scene, found, count)
    words = (*scene.tokens[max(0, count.first - 1) : count.first], *scene.tokens[count.after : whole.after + 1])
    more = any(form.startswith(_MORE) for token in words for form in token.forms)
    behind = scene.tokens[whole.after : whole.after + 4]
    if scene.where == "title" and more and not any(token.folded in {"in", "at", "في"} for token in behind[:1]):
        return True  # a headline's "217 more troops" are on their way
    return more and any(form in {"to", "الي"} or form.startswith(_HEADED) for token in behind for form in token.forms)


_MORE = ("more", "additional", "extra", "another", "further", "اضافي", "اخرين", "اخرون", "اخر")
_HEADED = ("head", "arriv", "bound", "sent", "deploying", "dispatch", "نحو", "انتشروا", "سينتشر", "وصل")


def _is_going(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether a participle says at once that the soldiers come or go: "the nearly 1,000 soldiers leaving Syria"."""
    after = whole_phrase(scene, found, count).after
    if after >= len(scene.tokens):
        return False
    if _is_whole(scene, count):
        return scene.tokens[after].folded in _GOING  # "the 2,500 would not leave" are there
    if scene.tokens[after].folded in WHO:
        after = _behind_clause(scene, after)
    if scene.tokens[after].folded in _POSTED and _are_moved(scene, after):
        return True
    behind = scene.tokens[after + 1 : after + 4]
    if scene.tokens[after].folded in _WILL:
        return any(token.folded.startswith(_GO) for token in behind)  # "another 6,000 will have gone"
    if scene.tokens[after].folded in _ARE:
        return any(token.folded in _GOING for token in behind)
    near = {token.folded for token in scene.tokens[after : after + 3]}
    return scene.tokens[after].folded in _GOING or {"on", "way"} <= near or _takes_leave(scene, after)


def _behind_clause(scene: Scene, who: int) -> int:
    """Where the sentence goes on behind a clause about the soldiers: "400 who had fought in Raqqa would be leaving"."""
    until = min(who + _CLAUSE, len(scene.tokens))
    return next((at for at in range(who + 2, until) if scene.tokens[at].folded in _WILL), who)


def _are_moved(scene: Scene, posted: int) -> bool:
    """Whether those posted somewhere were moved: "ten soldiers deployed in Baghdad … were relocated on Tuesday"."""
    pairs = zip(scene.tokens[posted : posted + _FAR], scene.tokens[posted + 1 : posted + _FAR], strict=False)
    return any(one.folded in {"was", "were"} and two.folded.startswith(_GO) for one, two in pairs)


_FAR = 24


def _takes_leave(scene: Scene, after: int) -> bool:
    """Whether the soldiers set out: "150 soldiers said goodbye to their families"."""
    return any(r.id == "part.farewell" and after <= f.first <= after + _UNIT for r, f in scene.found("part"))


_CLAUSE = 14
_WILL, _ARE = frozenset({"will", "would", "may", "could"}), frozenset({"are", "were", "is", "was"})
_GO = ("gone", "go", "leav", "withdraw", "depart", "return", "follow", "fly", "arriv", "deploy", "travel", "head",
       "ship", "join", "come", "land", "cross", "sent", "pull", "brought", "flown", "move", "redeploy",
       "relocat", "transfer", "evacuat")  # fmt: skip
_GOING = words("leaving arriving heading deploying returning departing bound withdrawing")


def _will(scene: Scene, found: Found, count: Mark) -> bool:
    """Whether the soldiers are those who will do something: "55 members of a company, who will spend nine months"."""
    if _is_whole(scene, count):
        return False  # "the 2,500 who will leave" are there
    whole = whole_phrase(scene, found, count)
    for at in range(whole.after, min(whole.after + _UNIT, len(scene.tokens) - 1)):
        if scene.tokens[at].folded in WHO:
            following = scene.tokens[at + 1]
            return following.folded == "will" or (is_future(following) and "بق" not in following.folded)
    return False


def is_mandated(scene: Scene, count: Mark) -> bool:
    """Whether the number is the most that may be there: "a maximum of 800 soldiers can be deployed"."""
    ceilings = [f for r, f in scene.found("part") if r.id == "part.ceiling"]
    most = quantity_of(count).bound == "at_most" or any(
        f.first < count.after and count.first - f.after <= 1 for f in ceilings
    )
    return most and any(r.id == "part.mandate" for r, _ in scene.found("part"))


def _counts_comers(scene: Scene, found: Found) -> bool:
    """Whether a phrase gives the number of those who come or go: «عدد الجنود الذين وصلوا»."""
    moves = [f for r, f in scene.found("part") if r.id in ("part.moving", "part.coming")]
    return any(found.first < f.first < found.after and scene.tokens[f.first - 1].folded in WHO for f in moves)


def is_held(scene: Scene, count: Mark) -> bool:
    """Whether somebody is said to have, or have had, that many: "which once had 100 instructors there, pulled out"."""
    if scene.text[count.span.end :].startswith("-strong"):
        return True
    made = {form for token in scene.tokens[max(0, count.first - 2) : count.first] for form in token.forms}
    if not made.isdisjoint(_MADE_OF):
        return True  # «وحدتها المؤلفة من 400 عنصر»
    if count.first and scene.tokens[count.first - 1].folded in _AT:
        return True  # «يصبح مستوى القوات عند 140 ألف جندي»
    soldiers = head_of(scene, count).mark
    after = soldiers.after if soldiers is not None else count.after
    behind = [token.folded for token in scene.tokens[after : after + 2]]
    if behind and behind[0] in _ARE and behind[-1] in _POSTED:
        return True  # "280 are deployed"
    last = [token for token in scene.tokens[max(0, count.first - 2) : count.first] if token.folded not in _ABOUT]
    return bool(last) and not _HAVE.isdisjoint(last[-1].forms)


_AT = frozenset({"عند", "at", "below", "under", "دون"})
_POSTED = frozenset({"deployed", "stationed", "based", "posted", "there"})
_MADE_OF = frozenset({"مولفه", "مولف", "مكونه", "مكون", "بالغ", "بالغه", "قوامها", "عددها", "عددهم", "comprising"})
_HAVE = frozenset(
    {
        "ابقاء",
        "ابقي",
        "احتفاظ",
        "keep",
        "keeping",
        "retain",
        "retaining",
        "maintain",
        "deploys",
        "stations",
        "leaving",
        "has",
        "have",
        "had",
        "keeps",
        "لديها",
        "لديه",
        "لدي",
        "لها",
    }
)
_ABOUT = frozenset({"about", "some", "around", "only", "just", "once", "still", "نحو", "حوالي"})


def _is_about(scene: Scene, found: Found, other: Found) -> bool:
    """Whether a verb stands in a clause about these soldiers: "who will deploy", «الذين سينتشرون»."""
    before = scene.tokens[other.first - 1].folded if other.first else ""
    return before in WHO and 0 <= other.first - found.after <= _UNIT


def _is_stationed(scene: Scene, found: Found, other: Found) -> bool:
    """Whether the soldiers are first said to be somewhere: "300 soldiers now inside the base will be moved"."""
    return any(r.id == "part.stationed" and found.after <= f.first < other.first for r, f in scene.found("part"))


def _is_whole(scene: Scene, count: Mark) -> bool:
    """Whether a word before the number says that these are all there are."""
    before = scene.tokens[count.first - 1].folded if count.first else ""
    first = scene.tokens[count.first].folded
    return not _ALL.isdisjoint({before, first})


_ALL = frozenset({"اصل", "اجمالي", "the", "all", "its", "their", "جميع", "كل", "وعددها", "وعددهم", "الـ", "ال"})
_CHANGED = 6  # words between a change and that by which it is
_COMES, _GOES = 3, 7  # words between a verb of coming or going and the number, before and behind it
WHO = frozenset({"who", "that", "which", "الذين", "التي"})
_UNIT = 10  # words between the soldiers and the clause about them: the long name of a unit may stand there
