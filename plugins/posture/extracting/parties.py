"""Who takes part in talks: which side each name is of, and whether the two that matter meet."""

from __future__ import annotations

from collections.abc import Iterable

from posture.extracting.heads import words
from posture.extracting.patterns import Found, Mark
from posture.extracting.prepositions import is_after_in
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.lexicon.forces import is_country

IRAQ, ABROAD, JOINT, ELSEWHERE = "iraq", "abroad", "joint", "elsewhere"
# Whose soldiers serve in the coalition or NATO's mission, and where Iraq's ministers go to talk of them.
HOMES = frozenset(
    {"us", "uk", "france", "germany", "italy", "spain", "netherlands", "denmark", "norway", "sweden", "finland",
     "belgium", "poland", "romania", "portugal", "canada", "australia", "new_zealand", "czech_republic", "estonia",
     "hungary"}
)  # fmt: skip
_LEADING = frozenset({"us", "coalition"})
_ALLIES = HOMES | {"nato", "nato_mission_iraq", "foreign_forces"}
_SLOTS = ("person", "office", "institution", "country", "nation", "force")
_NEAR = 14


def parties_near(setting: Setting, found: Found, *, visit: bool) -> list[Mark]:
    """The names near a phrase that can meet, agree or visit. A country after "in" is only where they do.

    Of a `visit` the country is a party: who goes to Baghdad goes to Iraq.
    """
    scene = setting.scene
    return [
        mark
        for mark in scene.all(*_SLOTS)
        if (scene.cost(found, mark) <= _NEAR or found.first <= mark.first < found.after)
        and not (mark.slot == "country" and is_after_in(scene, mark) and _is_only_where(setting, mark, visit))
        and not _is_counted(scene, mark)
        and not _is_matter(scene, mark)
    ]


def _is_matter(scene: Scene, mark: Mark) -> bool:
    """Whether a force is what is talked about and nobody who meets: "the exit of US troops", «مهمة التحالف»."""
    if mark.slot not in ("force", "nation"):
        return False
    ahead = [token.forms for token in scene.tokens[max(0, mark.first - _OF) : mark.first]]
    if any(not _LEADERS.isdisjoint(forms) for forms in ahead):
        return False  # "the commander of US forces"
    own = {form for token in scene.words(mark) for form in token.forms}
    behind = {form for token in scene.tokens[mark.after : mark.after + 2] for form in token.forms}
    led = {form for forms in ahead[-2:] for form in forms}
    of = any("of" in forms for forms in ahead) and not _MATTERS.isdisjoint({form for forms in ahead for form in forms})
    return not _SOLDIERS.isdisjoint(own | led) or not _MATTERS.isdisjoint(behind if _is_latin(own) else led) or of


def _is_latin(words: set[str]) -> bool:
    return any("a" <= word[:1] <= "z" for word in words)


_OF = 4  # words between "the end of" and the force that leaves
_LEADERS = frozenset({"commander", "commanders", "general", "envoy", "قايد", "قياده", "ممثل", "مبعوث", "سفير"})
_SOLDIERS = words(
    """troops forces soldiers personnel bases strikes presence قوات القوات جنود الجنود قواعد القواعد ضربات الضربات قصف
    وجود الوجود مستشاري"""
)
_MATTERS = words(
    """mission missions presence withdrawal departure exit drawdown pullout military combat future end role tasks task
    footprint strike withdrawing مهمه مهام بعثه تواجد انسحاب خروج اخراج انهاء انتهاء مستقبل دور بقاء رحيل سحب
    عمليات عمل"""
)


def _is_counted(scene: Scene, mark: Mark) -> bool:
    """Whether soldiers are counted and so spoken of: "on the future of 2,500 American soldiers"."""
    return mark.slot in ("force", "nation") and any(0 <= mark.first - m.after <= 1 for m in scene.all("count"))


def _is_only_where(setting: Setting, mark: Mark, visit: bool) -> bool:
    return not visit or side_of(setting, mark) == ELSEWHERE


def sides_of(setting: Setting, parties: Iterable[Mark]) -> frozenset[str]:
    """The sides that the names are of."""
    return frozenset(side for mark in parties if (side := side_of(setting, mark)) is not None)


def side_of(setting: Setting, mark: Mark) -> str | None:
    """Iraq's side (its Kurdistan Region with it), that of the coalition's nations, a body of both, or neither."""
    entity = entity_of(mark)
    if entity is None:
        return None
    if entity == "higher_military_commission":
        return JOINT
    country = _country(setting, mark.slot, entity)
    if country in ("iraq", "kurdistan_region"):
        return IRAQ
    if country in _LEADING | _ALLIES:
        return ABROAD
    known = setting.lexicon.entry(country or "")
    return ELSEWHERE if known is not None and mark.slot != "force" and is_country(known) else None


def _country(setting: Setting, slot: str, entity: str) -> str | None:
    entry = setting.lexicon.entry(entity)
    if slot in ("person", "office", "institution"):
        return (entry.country if entry else None) or _held(setting, entity) or entity
    if slot == "force" and entry is not None and entry.country == "iraq":
        return "iraq"
    return setting.phrases.capitals.get(entity, entity)


def _held(setting: Setting, person: str) -> str | None:
    entry = setting.lexicon.entry(person)
    if entry is None or not entry.holds:
        return None
    office = setting.lexicon.entry(entry.holds[-1].office)
    return office.country if office else None


def lead(setting: Setting, parties: Iterable[Mark]) -> bool:
    """Whether a party is the United States or the coalition, whose talks with Iraq are always of interest."""
    return any((e := entity_of(m)) is not None and _country(setting, m.slot, e) in _LEADING for m in parties)


def name_both(scene: Scene, found: Found) -> bool:
    """Whether words say that two take part whom the article names elsewhere: "the two sides", "his counterpart"."""
    return any(rule.id == "part.both_sides" and scene.cost(found, f) <= _NEAR for rule, f in scene.found("part"))


def speaks_of_troops(scene: Scene) -> bool:
    """Whether the sentence speaks of foreign troops, their mission or their bases."""
    return any(rule.id in ("part.topic", "part.posture") for rule, _ in scene.found("part"))


def is_about_other(scene: Scene, found: Found) -> bool:
    """Whether the words by the phrase name another matter, a budget say, and the sentence speaks of no troops."""
    if any(rule.id == "part.topic" for rule, _ in scene.found("part")):
        return False
    return any(rule.id == "part.other_topic" and scene.cost(found, f) <= _OTHER for rule, f in scene.found("part"))


_OTHER = 8


def one_each(setting: Setting, parties: Iterable[Mark]) -> list[Mark]:
    """One mark for each who takes part: a minister named by title, name and title again is one party."""
    kept: dict[str, Mark] = {}
    for mark in parties:
        if mark.slot == "country" and is_after_in(setting.scene, mark):
            continue  # "in Baghdad" is where they meet
        called = setting.who.is_called(setting.scene, mark) or mark.span.of(setting.scene.text)
        if called not in kept or (kept[called].slot == "office" and mark.slot == "person"):
            kept[called] = mark
    return sorted(kept.values(), key=lambda mark: mark.first)
