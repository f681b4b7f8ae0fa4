"""How a level is said: a fact, a plan, one of the past."""

from __future__ import annotations

from posture.extracting.owners import LEANS, is_beside
from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene
from posture.extracting.scope import Colour, colour_of
from posture.extracting.tokens import is_future


def level_colour(scene: Scene, rule: Rule, found: Found, count: Mark, *, past: bool) -> Colour:
    """That of the number; of a number to come to ("cut to 2,500") that of the change; what was before is a fact."""
    if past or _is_definite(scene, count) or is_compared(scene, count):
        return Colour()
    if scene.tokens[found.first].folded in _LEAVING:
        leads = [c for r, c in scene.found("scope", "planned", "expected") if c.first < found.first]
        if leads:  # "60 percent would go, leaving some 4,000"
            words = scene.evidence("modality", scene.span_of(leads[-1].first, leads[-1].after))
            return Colour(modality="planned", evidence=(words,))
    colour = _ahead(scene, found, colour_of(scene, found if rule.id not in LEANS else count, rule=rule))
    if colour.polarity == "negated" and any(
        r.id == "part.other_nations" and is_beside(scene, f, found) for r, f in scene.found("part")
    ):
        colour = Colour(modality=colour.modality)  # "who are not American" denies nothing
    once = [f for r, f in scene.found("part") if r.id == "part.once" and _is_said_of(scene, f, found)]
    if once and colour.modality == "asserted" and _is_over(scene, once[0], found):
        return Colour(
            modality="past", evidence=(scene.evidence("modality", scene.span_of(once[0].first, once[0].after)),)
        )
    if colour.modality != "asserted":
        return colour
    change = _change_to(scene, rule, found, count)
    return colour_of(scene, change) if change is not None else colour


def _change_to(scene: Scene, rule: Rule, found: Found, count: Mark) -> Found | None:
    """The words for the change that leads to this number: "plans to reduce its presence to one base and 900 troops"."""
    changes = [f for r, f in scene.found("part") if r.id in _CHANGES]
    if rule.id == "force_level.change":
        near = [f for f in changes if scene.cost(f, found) <= rule.reach]
        return min(near, key=lambda f: scene.cost(f, found)) if near else None
    led = {token.folded for token in scene.tokens[max(0, count.first - _LED) : count.first + 1]}
    ahead = [f for f in changes if 0 < count.first - f.first <= _FROM_CHANGE]
    return ahead[-1] if ahead and not led.isdisjoint({"to", "below", "under", "at", "الي", "عند", "دون"}) else None


_LED, _FROM_CHANGE = 5, 14  # words between "to" and the number, between the change and the number


_CHANGES = frozenset({"part.change", "part.growth"})
_LEAVING = frozenset({"leaving", "تاركا", "تاركه"})


def is_compared(scene: Scene, count: Mark) -> bool:
    """Whether the number is the one that others are measured by, a fact: "cut to 3,000, down from 5,200"."""
    last, one = (scene.tokens[at].folded.lstrip("و") if at >= 0 else "" for at in (count.first - 1, count.first - 2))
    return last in {"from", "اصل", "مقابل"} or (last in {"من", "مع", "to", "with"} and one.startswith(_MEASURED))


_MEASURED = ("compared", "بدلا", "مقارن", "نزولا", "صعودا", "انخفاضا", "ارتفاعا", "هبوطا", "تراجعا")


def _is_definite(scene: Scene, count: Mark) -> bool:
    """Whether the number is of soldiers who are there whatever becomes of them: "no plans to withdraw the 2,500"."""
    before = scene.tokens[count.first - 1].folded if count.first else ""
    return before in {"the", "its", "their", "all", "جميع"} or scene.tokens[count.first].folded in {
        "the",
        "its",
        "their",
    }


def _ahead(scene: Scene, found: Found, colour: Colour) -> Colour:
    """The colour without what is only said of these soldiers behind: that they "would not leave" is no level.

    That they "will remain" is one to come.
    """
    behind = [one for one in colour.evidence if one.span.start >= scene.tokens[found.after - 1].span.end]
    following = scene.tokens[found.after : found.after + _STAY]
    stays = next((t for t in following if is_future(t) and not _STAYING.isdisjoint(t.forms)), None)
    if stays is not None and colour.modality == "asserted":
        return Colour(modality="planned", evidence=(scene.evidence("modality", stays.span),))
    if not behind or any(not _STAYING.isdisjoint(t.forms) for t in following):
        return colour
    return Colour(evidence=tuple(one for one in colour.evidence if one not in behind))


_STAY = 5  # words between the soldiers and the verb that says that they stay
_STAYING = frozenset({"remain", "stay", "be", "keep", "continue", "serve", "يبقون", "يبقي", "تبقي", "يظل", "تظل"}
    | {"يظلون", "يستمر", "تستمر", "يستمرون", "يواصلون", "تواصل", "ينتشرون", "يتمركزون"})  # fmt: skip


def _is_said_of(scene: Scene, once: Found, found: Found) -> bool:
    """Whether a word of the past stands by the number, or opens the sentence: "At the height of the surge, …"."""
    opens = once.first == 0 and once.after - once.first > 1
    return scene.cost(once, found) <= _ONCE or opens


def _is_over(scene: Scene, once: Found, found: Found) -> bool:
    """Whether a word of the past is said of the number: كان, but not كان … قد, which tells of other things."""
    words = {form for token in scene.tokens[once.after : found.after + 6] for form in token.forms}
    return words.isdisjoint({"قد", "يزال", "تزال"}) and once.first < found.after + _ONCE


_ONCE = 3  # words between the number and "had been", كان, at the peak


def colour_before(count: Mark, colours: dict[Mark, Colour]) -> Colour:
    """That of the number before: "to 3,000 in Iraq and 500 in Syria" plans both."""
    before = [mark for mark in colours if mark.first < count.first]
    return colours[max(before, key=lambda mark: mark.first)] if before else Colour()
