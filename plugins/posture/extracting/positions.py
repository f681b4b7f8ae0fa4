"""What a position is about: whether the words near it speak of the foreign troops, their bases or an attack on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from posture.extracting.patterns import Found, Mark
from posture.extracting.phrases import Rule
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.speakers import speech_for
from posture.extracting.troops import country_of, owner_of, posture_force
from posture.extracting.whereabouts import HOSTS
from posture.lexicon.entries import Entry
from posture.lexicon.forces import is_country

_TOPIC = 10  # words between a position and the troops that it is about
_WIDE = 20  # the same, of a position that names them once in a long sentence


def is_on_topic(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether all that the rule needs to be spoken of stands near the words, or was named before."""
    return all(_CHECKS[need](setting, rule, found) for need in rule.needs if need in _CHECKS)


def _is_struck(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether an attack is told near the words, or was told in the sentences before."""
    near = any(setting.scene.cost(found, other) <= rule.reach for _, other in setting.scene.found("incident"))
    return near or setting.memory.incident is not None


def _is_foreign_strike(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether a strike or attack is spoken of, and those who have troops here, or bases, are named with it."""
    scene = setting.scene
    told = any(r.id == "part.attack" and scene.cost(found, f) <= rule.reach for r, f in scene.found("part"))
    named = any(posture_force(setting, entity_of(m)) for m in scene.all("force", "nation", "country"))
    housed = (is_known(setting) and not is_elsewhere(scene)) or _names_troops(setting, found)
    return (told and (named or housed)) or (
        _is_struck(setting, rule, found) and (named or setting.memory.incident is not None)
    )


def _is_ours(setting: Setting, _: Rule, found: Found) -> bool:
    return _speaks_for_troops(setting, found) or _names_troops(setting, found)


def _is_about_troops(setting: Setting, _: Rule, found: Found) -> bool:
    return _names_troops(setting, found) or _understood(setting, found) or _names_coalition(setting.scene)


def _is_with_them(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether the article speaks of foreign troops, or the sentence of those whose troops they are."""
    others = setting.scene.all("country", "institution", "nation", "office", "person")
    named = any(posture_force(setting, country_of(setting, m)) for m in others)
    return _is_remembered(setting, rule, found) or (named and not is_elsewhere(setting.scene))


def _is_about_posture(setting: Setting, _: Rule, found: Found) -> bool:
    """Whether the troops, their bases or what is theirs stand anywhere in the sentence, or can only be meant."""
    scene = setting.scene
    if _names_troops(setting, found, within=_WIDE) or _understood(setting, found) or _names_coalition(scene):
        return True
    if any(scene.cost(found, m) <= _WIDE for m in scene.all("base")):
        return True
    if _is_faction(setting, found) and is_known(setting) and not is_elsewhere(scene):
        return True
    fought = any(entity_of(m) == "isis" for m in scene.all("group"))
    if is_elsewhere(scene) or not (is_known(setting) or (fought and _speaks_for_troops(setting, found))):
        return False
    said = any(not _OURS.isdisjoint(t.forms) for t in scene.tokens)
    acts = any(posture_force(setting, entity_of(m)) for m in scene.all("country"))
    return said or fought or acts or _speaks_for_troops(setting, found)


_OURS = frozenset(
    {"presence", "coalition", "mission", "base", "bases", "troops", "forces", "soldiers", "occupation",
       "occupier", "occupiers", "withdrawal", "departure", "pullout", "partnership", "interests", "foreigners",
       "americans"}
    | {"وجود", "تحالف", "مهمه", "بعثه", "قاعده", "قواعد", "قوات", "جنود", "احتلال", "محتل", "انسحاب", "خروج",
       "رحيل", "شراكه", "مصالح", "اجانب", "امريكيين", "اميركيين", "امريكيون", "اميركيون"}
)  # fmt: skip


def _is_faction(setting: Setting, found: Found) -> bool:
    """Whether an armed group, or one of its men, speaks: its operations and its patience are about the troops."""
    speech = speech_for(found, setting.speeches)
    entry = setting.lexicon.entry(speech.speaker or "") if speech is not None else None
    office = setting.lexicon.entry(entry.holds[-1].office) if entry is not None and entry.holds else None
    house = setting.lexicon.entry((office.part_of if office is not None else None) or "")
    return any(one is not None and one.kind == "group" for one in (entry, house))


def _names_coalition(scene: Scene) -> bool:
    """Whether "the coalition" is spoken of, and no alliance of parties: تحالف الفتح is an institution of its own."""
    taken = {at for m in scene.all("institution", "group", "party") for at in range(m.first, m.after)}
    for at, token in enumerate(scene.tokens):
        behind = scene.tokens[at + 1].folded if at + 1 < len(scene.tokens) else ""
        alone = at not in taken and behind not in _OF_PARTIES
        if alone and ("coalition" in token.forms or token.folded.endswith("التحالف") or token.folded == "للتحالف"):
            return True
    return False


_OF_PARTIES = frozenset(
    {"government", "talks", "party", "parties", "partner", "partners", "agreement", "الحاكم", "الوطني"}
)


def is_known(setting: Setting) -> bool:
    """Whether the article speaks of foreign troops, here or elsewhere."""
    memory = setting.memory
    return any(one is not None for one in (memory.force, memory.most, memory.base)) or memory.place in HOSTS


def is_elsewhere(scene: Scene) -> bool:
    """Whether the sentence is of another conflict: the occupation, the truce and the strikes there are others."""
    return any(entity_of(m) in _ELSEWHERE for m in scene.all("nation", "country", "place", "force", "institution"))


_ELSEWHERE = frozenset({"gaza", "israel", "israeli_military", "lebanon", "palestine", "ukraine", "yemen"})


def _is_remembered(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether the article speaks of the troops, and the sentence of nothing else."""
    known = is_known(setting) and not is_elsewhere(setting.scene)
    return known or _is_about_posture(setting, rule, found)


def _is_not_theirs(setting: Setting, _: Rule, found: Found) -> bool:
    """Whether he who speaks does not speak for the foreign troops themselves."""
    return not _speaks_for_troops(setting, found)


def _names_troops(setting: Setting, found: Found, *, within: int = _TOPIC) -> bool:
    """Whether foreign troops, or bases of a country that has them, are named near the words."""
    scene = setting.scene
    near = [m for m in scene.all("force") if scene.cost(found, m) <= within or found.first <= m.first < found.after]
    if any(posture_force(setting, entity_of(m)) for m in near) or _are_foreign(scene, found):
        return True
    if any(
        m.slot == "nation" and _is_people(setting, m) and scene.cost(found, m) <= within for m in scene.all("nation")
    ):
        return True
    nations = [
        m for m in scene.all("nation") if scene.cost(found, m) <= within and posture_force(setting, entity_of(m))
    ]
    if any(_is_whose(scene, m) and scene.cost(found, m) <= within for m in (*nations, *_letters(setting))):
        return True
    houses = [f for r, f in scene.found("part") if r.id == "part.base"]
    return any(scene.cost(house, nation) <= 1 for house in houses for nation in nations)


def _letters(setting: Setting) -> Iterator[Mark]:
    """Countries in letters, which stand as adjectives: "a US withdrawal"."""
    for mark in setting.scene.all("country"):
        if mark.span.of(setting.scene.text).isupper() and posture_force(setting, entity_of(mark)):
            yield mark


def _is_whose(scene: Scene, mark: Mark) -> bool:
    """Whether a departure or presence is that of the nation: "an American withdrawal", الوجود الأمريكي."""
    around = scene.tokens[max(0, mark.first - 2) : mark.first] + scene.tokens[mark.after : mark.after + 2]
    return any(form.startswith(_OF_TROOPS) for token in around for form in token.forms)


_OF_TROOPS = ("target", "interests", "positions", "personnel", "assets", "اهداف", "مصالح", "مواقع", "افراد",
              "withdraw", "pullout", "pull-out", "exit", "departure", "drawdown", "presence", "military", "انسحاب",
              "خروج", "رحيل", "وجود", "تواجد", "احتلال", "مغادر", "جلاء", "عسكري")  # fmt: skip


def _is_people(setting: Setting, mark: Mark) -> bool:
    """Whether a nation is named as people: "the Americans", الأمريكيون."""
    letters = setting.scene.tokens[mark.first].folded
    plural = letters.endswith(("ans", "ons")) or (letters.startswith("ال") and letters.endswith(("يون", "يين", "كان")))
    return plural and posture_force(setting, entity_of(mark)) is not None


def _are_foreign(scene: Scene, found: Found) -> bool:
    """Whether soldiers are called foreign: "every foreign soldier", جندي أجنبي."""
    for mark in scene.all("soldiers"):
        around = scene.tokens[max(0, mark.first - 1) : mark.after + 2]
        if any(
            form.startswith(("foreign", "international", "اجنبي", "اجانب", "دوليين", "دوليون"))
            for token in around
            for form in token.forms
        ):
            return scene.cost(found, mark) <= _TOPIC or found.first <= mark.first < found.after
    return False


def _speaks_for_troops(setting: Setting, found: Found) -> bool:
    """Whether "we" are the foreign troops: he who says it is of a country or command that has them."""
    speech = speech_for(found, setting.speeches)
    if speech is None or speech.speaker is None:
        return False
    entry = setting.lexicon.entry(speech.speaker)
    country = speech.speaker if entry is None or entry.kind == "force" or is_country(entry) else None
    country = country or land_of(setting, entry) or speech.speaker  # NATO is of no country
    return entry is not None and country is not None and posture_force(setting, country) is not None


def land_of(setting: Setting, entry: Entry | None) -> str | None:
    """The country of a person, office or institution; of a person without one, that of the last office."""
    if entry is None:
        return None
    office = setting.lexicon.entry(entry.holds[-1].office) if entry.country is None and entry.holds else None
    return office.country if office is not None else entry.country


def _understood(setting: Setting, found: Found) -> bool:
    """Whether "forces", "bases" or "presence" here can only be the foreign ones spoken of before."""
    scene = setting.scene
    soldiers = [m for m in scene.all("soldiers") if scene.cost(found, m) <= 4 or found.first <= m.first < found.after]
    if soldiers and _is_named_owner(setting, soldiers[0]):
        return True
    if not is_known(setting):
        return False
    if _is_theirs(scene, found):
        return True
    local = any(posture_force(setting, entity_of(m)) is None for m in scene.all("force"))
    meant = any(scene.cost(found, m) <= 4 for m in scene.all("soldiers")) or _is_occupation(scene, found)
    return not local and (meant or _speaks_for_troops(setting, found))


def _is_named_owner(setting: Setting, soldiers: Mark) -> bool:
    owner = owner_of(setting, soldiers)
    return owner.entity is not None and owner.mark is not None


def _is_occupation(scene: Scene, found: Found) -> bool:
    """Whether the foreign presence is called an occupation, or "them"."""
    return any(not _THEM.isdisjoint(t.forms) for t in scene.tokens[found.first : found.after + 2])


_THEM = frozenset(
    {"احتلال", "محتل", "محتلين", "اجانب", "اجنبي", "امريكيين", "اميركيين", "امريكان"}
    | {"occupation", "occupiers", "americans", "foreigners", "them"}
)


def _is_theirs(scene: Scene, found: Found) -> bool:
    """Whether what is told is the departure or presence of those named before: رحيلهم, بقائها."""
    words = {form for token in scene.tokens[found.first : found.after + 1] for form in token.forms}
    return any(word.startswith(_GOING) and word not in _NOUNS and word.endswith(("هم", "ها", "ه")) for word in words)


_NOUNS = frozenset({"مغادره"})
_GOING = ("مغادرت", "سحب", "رحيل", "ترحيل", "خروج", "اخراج", "انسحاب", "طرد", "بقا", "وجود", "جلا", "تواجد")


def _is_left_open(setting: Setting, rule: Rule, found: Found) -> bool:
    """Whether a departure that is asked for is that of the troops: they are named, or nobody else is."""
    if _is_about_troops(setting, rule, found):
        return True
    scene = setting.scene
    if any(r.id == "part.timetable" and found.first <= f.first < found.after for r, f in scene.found("part")):
        return False
    ends = found.after >= len(scene.tokens) or scene.tokens[found.after].stop
    alone = ends or not _ALONE.isdisjoint(scene.tokens[found.after].forms)
    return setting.memory.force is not None and not is_elsewhere(scene) and alone


_ALONE = frozenset(
    {"من", "عن", "قبل", "فورا", "فوري", "في", "خلال", "حتي", "كامل", "كليا", "اخر", "كل", "جميع"}
    | {"immediately", "from", "by", "now", "before", "within", "at", "without", "and", "every", "all", "last"}
)


_CHECKS: Mapping[str, Callable[[Setting, Rule, Found], bool]] = {
    "attack_topic": _is_struck,
    "departure_topic": _is_left_open,
    "foreign_topic": _is_with_them,
    "not_ours": _is_not_theirs,
    "ours": _is_ours,
    "posture_memory": _is_remembered,
    "posture_topic": _is_about_posture,
    "strike_topic": _is_foreign_strike,
    "troops_topic": _is_about_troops,
    "we": lambda setting, _, found: _speaks_for_troops(setting, found),
}
