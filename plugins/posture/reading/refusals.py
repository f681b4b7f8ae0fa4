"""Answers that are no news though their status says all is well: gates for robots, consent, subscribers, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from posture.errors import Rejected
from posture.reading.markup import plain

Gate = Literal["captcha", "consent", "paywall", "missing"]


class NoArticleYet(Rejected):
    """What stands at the address is not the article, which may come there yet: a gate, an empty or unfinished page."""


# A gate says little else. Articles that speak of cookies or robots, and pages whose scripts name them, say more.
SHORT = 1200  # characters of visible text
LOOKED_AT = 400_000  # characters of markup
# A pattern that could be tried from each of many openings would read a hostile page again from each of them.
TITLE_OPENS = re.compile(r"<title\b[^<>]*>", re.IGNORECASE)
TITLE_ENDS = re.compile(r"</title", re.IGNORECASE)
IS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Signs:
    """How a gate shows: in its title alone, in its visible words, in its markup."""

    title: re.Pattern[str]
    words: re.Pattern[str]
    markup: re.Pattern[str]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)


# Arabic is matched with its hamzas and final letters loose, as writers vary them.
GATES: dict[Gate, Signs] = {
    "captcha": Signs(
        _any(
            r"^just a moment",
            r"attention required",
            r"^access denied",
            r"are you (?:a )?(?:robot|human)",
            r"ddos-guard",
            r"^security check",
            r"captcha",
            r"لست روبوت",
            r"لحظ[ةه] من فضلك",
        ),
        _any(
            r"verify(?:ing)? (?:that )?you are (?:a )?human",
            r"(?:not|aren't) a robot",
            r"checking your browser",
            r"captcha",
            r"unusual traffic",
            r"enable javascript and cookies to continue",
            r"access denied",
            r"request (?:was )?blocked",
            r"ray id",
            r"لست روبوت",
            r"[أا]نك (?:[إا]نسان|بشر)",
            r"حركة (?:مرور|بيانات) غير (?:عادي|اعتيادي|معتاد)",
        ),
        _any(
            r"cf-challenge",
            r"cf_chl_",
            r"captcha-delivery\.com",
            r"px-captcha",
            r"_incapsula_resource",
            r"h-captcha",
            r"g-recaptcha",
            r"aws-waf-token",
            r"ddos-guard",
        ),
    ),
    "consent": Signs(
        _any(r"^before you continue", r"cookie consent", r"^consent$", r"قبل (?:المتابع[ةه]|[أا]ن تتابع)"),
        _any(
            r"before you continue",
            r"we value your privacy",
            r"we (?:and our \d+ partners )?use cookies.*(?:accept|agree)",
            r"نقد[ّ]?ر خصوصيت",
            r"ملفات تعريف الارتباط.*(?:[أا]وافق|موافق|قبول)",
            r"قبل المتابع[ةه]",
        ),
        _any(r"consent\.google", r"consent\.yahoo", r"consent-form", r"id=[\"']?onetrust-pc"),
    ),
    "paywall": Signs(
        _any(r"^subscribe\b", r"^log ?in\b", r"^sign in\b", r"^تسجيل الدخول"),
        _any(
            r"subscribe (?:now )?to (?:continue|read|keep)",
            r"(?:subscribers|members) only",
            r"for subscribers",
            r"(?:log|sign) in to (?:continue|read)",
            r"you have reached your (?:article )?limit",
            r"للمشتركين فقط",
            r"(?:اشترك|[أا]شترك) (?:ال[أا]ن )?(?:ل?متابع|لقراء|لمواصل|للاستمرار)",
            r"سج[ّ]?ل الدخول (?:ل?متابع|لقراء)",
        ),
        _any(),
    ),
    "missing": Signs(
        _any(
            r"^404$|\b404 (?:not found|error|page|[-|–])|(?:error|خط[أا]) 404",
            r"(?:page|article|story) (?:was |is )?not found",
            r"^not found",
            r"no longer available",
            r"الصفح[ةه] (?:المطلوب[ةه] )?غير موجود",
            r"لم يتم العثور",
        ),
        _any(
            r"\b404\b.{0,40}(?:not found|error)",
            r"page (?:you .{0,40})?(?:was |is |could )?not (?:be )?found",
            r"(?:الصفح[ةه]|المقال|الخبر).{0,30}غير موجود",
            r"لم يتم العثور على (?:الصفح|المقال|الخبر)",
        ),
        _any(),
    ),
}


# What walls that ask for consent say at length. One such phrase may stand in news; three make a wall.
CONSENT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"store and/or access information on (?:a|your) device",
        r"\b(?:we and )?our (?:\d+ )?partners\b",
        r"legitimate interests?",
        r"(?:manage|change|set) (?:your )?(?:options|choices|preferences|settings)",
        r"withdraw (?:your )?consent",
        r"precise geolocation",
        r"personali[sz]ed (?:ads|advertising)",
        r"(?:accept|reject|allow) all",
        r"cookies?",
        r"ملفات تعريف الارتباط",
        r"شركا[ءئ]نا",
        r"سحب (?:ال)?موافق",
        r"ال[إا]علانات المخصص",
    )
)
PHRASES_OF_A_WALL = 3


def is_html(text: str) -> bool:
    """Whether an answer is a page for people, whatever was asked for."""
    return IS_HTML.match(text) is not None


def gate_of(markup: str) -> Gate | None:
    """Which gate a page is, None when it is none. Only short pages are gates, save where their title says so."""
    markup = markup[:LOOKED_AT]
    titled = gate_in_title(markup)
    if titled is not None:
        return titled
    begin, end = _title(markup)
    words = plain(f"{markup[:begin]} {markup[end:]}")
    if len(words) >= SHORT:
        return None
    marked = (gate for gate, signs in GATES.items() if signs.markup.search(markup))
    return gate_in_words(words) or next(marked, None)


def gate_in_title(markup: str) -> Gate | None:
    """Which gate the title of a page names: no article is called so."""
    markup = markup[:LOOKED_AT]
    begin, end = _title(markup)
    name = plain(markup[begin:end])
    return next((gate for gate, signs in GATES.items() if signs.title.search(name)), None)


def _title(markup: str) -> tuple[int, int]:
    """Where the title of a page begins, with its tag, and where it ends; a page without one has an empty one."""
    opened = TITLE_OPENS.search(markup)
    ended = TITLE_ENDS.search(markup, opened.end()) if opened else None
    return (opened.start(), ended.start()) if opened and ended else (0, 0)


def gate_in_words(words: str) -> Gate | None:
    """Which gate speaks in a text."""
    return next((gate for gate, signs in GATES.items() if signs.words.search(words)), None)


def asks_for_consent(text: str) -> bool:
    """Whether a text, however long, is that of a wall that asks for consent."""
    return sum(phrase.search(text) is not None for phrase in CONSENT) >= PHRASES_OF_A_WALL
