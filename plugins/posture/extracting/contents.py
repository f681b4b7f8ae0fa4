"""What somebody is reported to say: the words that a verb of saying governs, and whether they are a position."""

from __future__ import annotations

from posture.extracting.appositions import THAT
from posture.extracting.days import first_day, moment_of
from posture.extracting.heads import words
from posture.extracting.patterns import Found
from posture.extracting.positions import is_elsewhere, is_known, land_of
from posture.extracting.scenes import Scene, entity_of
from posture.extracting.settings import Setting
from posture.extracting.speakers import Speech
from posture.extracting.subjects import is_arabic
from posture.extracting.troops import posture_force

_LEAST = 3  # words that say something
_TAIL = 14  # words behind a verb that closes a quotation: who said it to whom, where and when


def said_by(setting: Setting, speech: Speech) -> Found | None:
    """The words that the speech reports: behind the verb up to the next, before it where it closes the sentence."""
    scene, verb = setting.scene, speech.found
    ends = [s.found.first for s in setting.speeches if s.found.first > verb.first]
    after = min(ends, default=len(scene.tokens))
    begins = max((s.found.after for s in setting.speeches if s.found.first < verb.first), default=0)
    mark = speech.mark
    subject = min(verb.first, mark.first) if mark is not None and mark.first >= begins else verb.first
    ends_at = _end_before(scene, verb, begins, subject, after)
    if ends_at is not None:
        return Found(begins, ends_at, {})
    first = max(verb.after, mark.after if mark is not None and mark.first >= verb.first else 0)
    opening = next((at for at in range(first, after) if scene.tokens[at].folded in THAT), None)
    cut_short = bool(ends) and not any(token.quote or token.stop for token in scene.tokens[first : first + 1])
    if is_arabic(scene, verb) and opening is None and cut_short and mark is not None:
        return None  # «قال الجنرال قبل أيام من …»: what he says is told by the next verb
    first = opening if is_arabic(scene, verb) and opening is not None else first
    return Found(first, after, {}) if after - first >= _LEAST else None


def _end_before(scene: Scene, verb: Found, begins: int, subject: int, after: int) -> int | None:
    """Where what is said ends, when the verb stands behind it: "The mission goes on, the general said"."""
    behind = scene.tokens[verb.after : after]
    if is_arabic(scene, verb) or verb.after == verb.first or any(token.folded == "that" for token in behind[:_TAIL]):
        return None
    signs = (at for at in range(subject, max(begins, subject - _TITLES), -1)
             if scene.tokens[at].stop or scene.tokens[at].quote)  # fmt: skip
    parted = next(signs, verb.first if scene.tokens[verb.first].quote else None)
    if parted is None or parted - begins < _LEAST:
        return None
    quoted_behind = any(token.quote for token in behind[1:])
    if quoted_behind and not any(token.quote for token in scene.tokens[begins : parted + 1]):
        return None  # 'A spokesman, …, described it as "a step"'
    return parted if len(behind) <= _TAIL or scene.tokens[parted].quote else None


_TITLES = 8  # words between the comma and the speaker's name: "… , the foreign minister of Iraq, Fuad Hussein, said"


def is_position(setting: Setting, speech: Speech, content: Found) -> bool:
    """Whether the words judge, promise, deny or demand something about the foreign troops or what is done to them."""
    scene = setting.scene
    entry = setting.lexicon.entry(speech.speaker or "")
    takes_a_stand = any(not _STANDS.isdisjoint(token.forms) for token in scene.words(speech.found))
    if entry is not None and entry.kind not in _ASKED:
        return False
    if is_elsewhere(scene) or not is_known(setting):
        return False
    named = [m for m in scene.all("force", "base", "nation", "country") if _within(m.first, content)]
    posture = any(m.slot == "base" or posture_force(setting, entity_of(m)) is not None for m in named)
    parts = {r.id for r, f in scene.found("part") if _within(f.first, content)}
    if "part.victims" in parts and not posture:
        return False
    if any(_within(m.first, content) for m in scene.all("count")) or _is_scheduled(setting, content):
        return False
    quoted = any(token.quote for token in scene.tokens[content.first : content.after + 1])
    judged = "part.attitude" in parts or takes_a_stand
    ours = land_of(setting, entry) is not None and posture_force(setting, str(land_of(setting, entry))) is not None
    topical = "part.gist" in parts or (judged and (ours or setting.memory.lawful))
    return (judged or quoted) and topical


def subject_matter(scene: Scene, content: Found) -> str:
    """What a position is about: the departure or the presence of the troops, else no more than a position."""
    parts = {r.id for r, f in scene.found("part") if _within(f.first, content)}
    return "departure" if "part.leaving" in parts else "presence" if "part.staying" in parts else "position"


def _is_scheduled(setting: Setting, content: Found) -> bool:
    """Whether it names a day that is still to come, which is a date and no position."""
    days = (first_day(moment_of(m)) for m in setting.scene.all("moment") if _within(m.first, content))
    return any(day is not None and setting.day is not None and day > setting.day for day in days)


# Verbs of saying that are a stand by themselves: who denies, warns or insists holds a position.
_STANDS = words(
    """
    denied denies warned warns rejected rejects insisted insists vowed vows promised promises pledged complained urged
    cautioned condemned dismissed argued argues believes predicted stressed stresses described called
    نفي نفت ينفي حذر حذرت يحذر استبعد استبعدت شدد شددت توعد توعدت هدد هددت تعهد تعهدت انتقد انتقدت
    ربط ربطت عزا راي رات يري تري يعتقد تعتقد اعتبر اعتبرت ناشد استنكر محذرا مشددا محذره مشدده معتبرا معتبره نافيا
    """
)
_ASKED = frozenset({"person", "office", "institution", "group", "force"})


def _within(at: int, content: Found) -> bool:
    return content.first <= at < content.after
