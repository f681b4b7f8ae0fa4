"""Ten thousand random and hostile texts: nothing breaks, every span holds, work stays in step with the length."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import date

import pytest

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon
from posture.extracting import matcher
from posture.extracting.extraction import extract
from posture.reading.texts import read_text
from posture.text.parsing import parse
from posture.text.sentences import sentences

DAY = date(2024, 1, 26)
TEXTS, BATCHES = 10_000, 10

SENTENCES = """
القوات الأمريكية انسحبت ستنسحب من العراق سوريا 2500 جندي، و900 في هجوم على قاعدة عين الأسد صواريخ مسيرة أسقطت قال
وأضاف إن أن لم لن قد نفى البنتاغون رئيس الوزراء السوداني بحلول نهاية أيلول 2026 قبل بعد منذ بين ألفين وثلاثة آلاف مقتل
وإصابة أربعة جرحى جدول زمني لانسحاب مهمة التحالف الدولي يوم الخميس أمس مليون وخمسمئة ٢٥٠٠ ١٬٥٠٠ كانون الثاني/يناير
US troops U.S. will withdraw from Iraq by September 2026 said the Pentagon that "we" not leave killed two Americans and
wounded 34 rockets drones were shot down over Harir Kataib Hezbollah denied claims of about 2,500 between two and five
years a day after hours later Sunday's attack timetable coalition mission ends if could A: Q: Live: 02:40 -
Prime Minister Ibrahim al-Kadhimi Lloyd Austin three and a half thousand 1.200 12/13/14 31.02.2024 -5 10^9 0x1F
"""
WORDS = SENTENCES.split()
SIGNS = [*list("()[]{}<>«»“”‘’\"'،؛؟.,:;!?…—–-/\\|*+^$%#@&~`_="), "...", ":-", "\n", "\n\n", "\t", " ", "\xa0"]
MARKS = list("\u0640\u064b\u0651\u0670\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u0301\u20dd\u00ad\x00\x07")
STRANGE = [
    "ﷺ",
    "ﻻ",
    "ﷲ",
    "İ",
    "ß",
    "ŉ",
    "ǆ",
    "ﬁ",
    "𝟚𝟝𝟘𝟘",
    "²",
    "½",
    "①",
    "Ⅷ",
    "٪",
    "‰",
    "€",
    "👨‍👩‍👧",
    "𐍈",
    "\U0010ffff",
    "\ud83d",
    "کوردستان",
    "日",
]
REPEATED = [
    "و",
    "ال",
    "والوال",
    "بعد ",
    "2,",
    "1.",
    "a ..",
    "the ",
    "(",
    '"',
    "من ",
    "ألف ",
    "و2500 ",
    "by ",
    "said ",
    "ـ",
]


def words(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(1, 25)))


def noise(rng: random.Random) -> str:
    return "".join(chr(rng.randrange(1, 0x3000)) for _ in range(rng.randint(0, 40)))


def mixture(rng: random.Random) -> str:
    pieces = (WORDS, SIGNS, MARKS, STRANGE)
    return rng.choice(["", " "]).join(rng.choice(rng.choice(pieces)) for _ in range(rng.randint(1, 25)))


def torn(rng: random.Random) -> str:
    """Words with marks and signs inside them, cut anywhere."""
    letters = list(words(rng))
    for _ in range(rng.randint(1, 8)):
        letters.insert(rng.randrange(len(letters) + 1), rng.choice(MARKS + SIGNS + STRANGE))
    return "".join(letters)[rng.randrange(5) : len(letters) - rng.randrange(5)]


def repeated(rng: random.Random) -> str:
    return rng.choice(REPEATED) * rng.randint(1, 60) + rng.choice(["", words(rng)])


def numbers(rng: random.Random) -> str:
    figure = "".join(rng.choices("0123456789٠١٢٣٤٥٦٧٨٩.,٬٫/-: '", k=rng.randint(1, 40)))
    return f"{rng.choice(WORDS)} {figure} {rng.choice(WORDS)} جندي troops {rng.choice(WORDS)}"


KINDS = (words, noise, mixture, torn, repeated, numbers)


def texts(batch: int) -> Iterator[str]:
    rng = random.Random(f"hostile {batch}")
    for number in range(TEXTS // BATCHES):
        yield KINDS[number % len(KINDS)](rng)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_whatever_the_text_every_span_holds_what_is_quoted(batch):
    lexicon, phrases = read_lexicon(), read_phrases()
    for number, text in enumerate(texts(batch)):
        version = read_text(text, title="" if number % 2 else None, published=DAY if number % 3 else None)
        found = extract(version, lexicon, phrases)
        for claim in found.claims:
            assert claim.evidence, text
            assert 0 < claim.confidence <= 1, text
            for one in claim.evidence:
                assert one.quote, text
                assert one.span.of(version.text(one.where)) == one.quote, text
        for warning in found.warnings:
            assert 0 <= warning.span.start < warning.span.end <= len(version.text(warning.where)), text
        for mention in found.mentions:
            assert mention.span.of(version.text(mention.where)) == mention.quote, text


@pytest.mark.parametrize("batch", range(BATCHES))
def test_numbers_days_and_sentences_lie_in_the_text_in_order(batch):
    for text in texts(batch):
        spans = [one.span for one in parse(text, now=DAY)]
        stretches = sentences(text)
        for some in (spans, stretches):
            assert all(0 <= span.start < span.end <= len(text) for span in some), text
            assert all(one.end <= other.start for one, other in itertools.pairwise(some)), text


@pytest.mark.parametrize("kind", [words, torn, repeated, numbers], ids=lambda kind: kind.__name__)
def test_the_work_of_matching_grows_with_the_length_and_no_faster(kind, monkeypatch):
    """Counts the words that matching looks at, not seconds: ten times the text is about ten times the work."""
    looks = 0
    own = matcher._goes_on

    def counted(ahead, at, keys):
        nonlocal looks
        looks += 1
        return own(ahead, at, keys)

    monkeypatch.setattr(matcher, "_goes_on", counted)
    rng = random.Random("length")
    text = " ".join(kind(rng) for _ in range(40))
    costs = []
    for times in (1, 10):
        looks = 0
        extract(read_text(" ".join([text] * times), title="", published=DAY), read_lexicon(), read_phrases())
        costs.append(looks)
    assert costs[1] <= 15 * costs[0] + 1000
