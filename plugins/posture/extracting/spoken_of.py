"""Movements that are only spoken of: what a demand, a timetable or a limit is about."""

from __future__ import annotations

from posture.extracting.patterns import Found
from posture.extracting.scenes import Scene
from posture.extracting.settings import Setting

_OF_SCHEDULE = 3  # words between "timetable" and the movement it is for


def is_spoken_of(setting: Setting, found: Found) -> bool:
    """Whether the phrase is what a demand, limit or timetable is about, not a movement that is told."""
    return (
        _is_topic(setting, found)
        or _is_left(setting.scene, found)
        or _is_until(setting, found)
        or _is_extended(setting, found)
    )


def _is_topic(setting: Setting, found: Found) -> bool:
    scene = setting.scene
    ahead = {form for token in scene.tokens[max(0, found.first - _OF_PLAN) : found.first] for form in token.forms}
    for _, other in (*scene.found("statement", "departure"), *scene.found("timetable")):
        agreed = scene.tokens[found.first].folded.startswith(_AGREE)
        if other.first <= found.first < other.after and "moment" not in other.slots and not agreed:
            return True
    first = scene.tokens[found.first]
    if first.folded.startswith("ل") and first.folded[1:] in first.forms and first.folded[:2] != "لل":
        return not any(form.startswith(_PLANS) for form in ahead)  # "لتقليص وجود": what talks are for
    if any(not _ALLOWED.isdisjoint(t.forms) for t in scene.tokens[found.first : found.after]):
        return True  # "the authorised number rises" moves nobody
    schedules = [f for r, f in scene.found("part") if r.id == "part.timetable"]
    joined = any(token.folded.startswith("و") for token in scene.tokens[max(0, found.first - 1) : found.first + 1])
    return not joined and any(0 <= found.first - f.after <= _OF_SCHEDULE for f in schedules)


_OF_PLAN = 3  # words between a plan and the movement it is for: «وضع خططا لزيادة عدد قواته»
_PLANS = ("خطه", "خطط", "يخطط", "تخطط", "استعداد", "يستعد", "تستعد", "تمهيد", "تحضير", "اوامر", "امر")
_AGREE = ("agree", "settl", "decid", "plan", "deal", "understanding", "accord", "order", "اتفق", "وافق", "خط")


def _is_left(scene: Scene, found: Found) -> bool:
    """Whether "left" tells who stays: "the force left behind", "how many Americans are left"."""
    if scene.tokens[found.after - 1].folded != "left":
        return False
    behind = found.after < len(scene.tokens) and scene.tokens[found.after].folded in _LEFT_THERE
    return behind or scene.tokens[found.after - 2].folded in _ARE


def is_question(scene: Scene) -> bool:
    """Whether the sentence asks: a question tells and promises nothing."""
    return scene.span.of(scene.text).rstrip(" »”\"').").endswith(("?", "؟"))


def is_named_only(scene: Scene, found: Found) -> bool:
    """Whether an Arabic noun only names a movement («بشأن رحيل التحالف») and nothing says that it happens."""
    name = scene.tokens[found.first].forms
    if (
        scene.where == "title"
        or name.isdisjoint(_NAMES)
        or any(found.first <= m.first < found.after for m in scene.all("count"))
    ):
        return False
    if any("اخر" in token.forms for token in scene.words(found)):
        return False  # the last of them
    around = scene.tokens[max(0, found.first - 4) : found.first] + scene.tokens[found.after : found.after + 4]
    return not any(form.startswith(_HAPPENS) for token in around for form in token.forms)


_NAMES = frozenset({"رحيل", "خروج", "تقليص"})
_HAPPENS = (
    *("بدا", "بدء", "يبدا", "تبدا", "اعلن", "قرر", "تقرر", "امر", "يامر", "استكمال", "استكمل", "نفي", "نفت", "استبعد"),
    *("واصل", "تواصل", "ستواصل", "يواصل", "اكمل", "باشر", "شرع", "جري", "تم", "يتم", "سيتم", "وافق", "اتفق", "يجري"),
    *("تتفق", "انطلق", "شهد", "يشهد", "تشهد", "لا", "لن", "لم", "ينوي", "تنوي", "تعتزم", "يعتزم", "انباء", "تقارير"),
)
_ARE = frozenset({"are", "is", "was", "were", "be"})
_ALLOWED = frozenset({"مصرح", "مسموح", "authorized", "authorised"})
_LEFT_THERE = frozenset({"behind", "over", "alone"})


def _is_extended(setting: Setting, found: Found) -> bool:
    """Whether a deployment only lasts longer: "extend the deployment of 500 soldiers", "تمديد نشر"."""
    before = setting.scene.tokens[max(0, found.first - 2) : found.first]
    return any(form.startswith(("تمديد", "extend", "prolong")) for token in before for form in token.forms)


def _is_until(setting: Setting, found: Found) -> bool:
    """Whether the movement only bounds something else: "until they leave"."""
    before = setting.scene.tokens[max(0, found.first - 5) : found.after]
    return any(token.folded.lstrip("و") in {"until", "till", "unless", "حتي", "ريثما"} for token in before)
