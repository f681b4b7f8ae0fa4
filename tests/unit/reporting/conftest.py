"""A day as it might be told: own sample texts, both languages, every section filled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Literal

import pytest

from posture.reporting.facts import (
    Book,
    Change,
    Correction,
    DigestData,
    Dispute,
    Fact,
    Figure,
    Held,
    Link,
    PresentLevel,
    Said,
    Story,
    Timetable,
    Unseen,
)
from posture.reporting.messages import RecipientList
from posture.reporting.wording import Labels

DAY = date(2025, 9, 14)
NOW = datetime(2025, 9, 15, 4, 0, tzinfo=UTC)

LABELS: Labels = {
    "us": ("United States", "الولايات المتحدة"),
    "force:us": ("American forces", "القوات الأمريكية"),
    "coalition": ("Coalition forces", "قوات التحالف"),
    "iraq": ("Iraq", "العراق"),
    "syria": ("Syria", "سوريا"),
    "kurdistan_region": ("the Kurdistan Region", "إقليم كردستان"),
    "ain_al_asad": ("Ain al-Asad", "عين الأسد"),
    "harir": ("Harir air base", "قاعدة حرير"),
    "us_defense_department": ("US Defense Department", "وزارة الدفاع الأمريكية"),
    "iraqi_prime_minister": ("Iraqi prime minister", "رئيس الوزراء العراقي"),
    "iraqi_parliament": ("Iraqi parliament", "مجلس النواب العراقي"),
    "iraqi_security_media_cell": ("Security Media Cell", "خلية الإعلام الأمني"),
    "afp": ("AFP", "فرانس برس"),
    "shafaq": ("Shafaq News", "شفق نيوز"),
    "rudaw": ("Rudaw", "رووداو"),
    "ina": ("Iraqi News Agency", "وكالة الأنباء العراقية"),
    "tigris_post": ("Tigris Post", "بريد دجلة"),
    "al_furat": ("Al-Furat", "الفرات"),
}


def said(quote: str, language: str, outlet: str, **more: Any) -> Said:
    return Said(quote=quote, language=language, outlet=outlet, url=f"https://{outlet}.example/story/1", **more)


def level(claim_id: int, low: int | None, high: int | None, day: date, words: Said, **more: Any) -> Fact:
    figure = Figure(low=low, high=high, about=more.pop("about", False))
    place = more.pop("place", "iraq")
    return Fact(
        claim_id=claim_id, key=f"level-{claim_id}", kind="force_level", force=more.pop("force", "us"), place=place,
        figure=figure, as_of=day, said=words, **more,
    )  # fmt: skip


PENTAGON = level(
    1, 2000, 2000, DAY,
    said(
        "وقال المتحدث باسم البنتاغون إن عدد الجنود الأمريكيين في العراق بات 2000 جندي بعد اكتمال المرحلة الأولى.",
        "ar", "shafaq", speaker="us_defense_department", via="afp", printed=DAY,
    ),
    freshness="fresh", story_id=1,
)  # fmt: skip
BEFORE = level(
    2, 2500, 2500, date(2025, 8, 30),
    said(
        "The United States keeps about 2,500 troops in Iraq, the department said.",
        "en", "tigris_post", speaker="us_defense_department", printed=date(2025, 8, 30),
    ),
    about=True, freshness="repeated",
)  # fmt: skip
LAWMAKERS = level(
    3, 3000, None, date(2025, 9, 10),
    said(
        "وأكد نواب أن عدد القوات الأمريكية في العراق يزيد على ثلاثة آلاف جندي.",
        "ar", "al_furat", speaker="iraqi_parliament", printed=date(2025, 9, 10),
    ),
    freshness="fresh",
)  # fmt: skip
SYRIA = level(
    4, 800, 900, date(2025, 9, 12),
    said("Between 800 and 900 soldiers remain across the border in Syria.", "en", "rudaw", printed=date(2025, 9, 12)),
    place="syria", freshness="fresh",
)  # fmt: skip
POINTS = tuple(
    level(100 + n, low, high, day, said("…", "en", "rudaw", printed=day), place=place, about=about)
    for n, (low, high, day, place, about) in enumerate([
        (2500, 2500, date(2025, 3, 3), "iraq", False),
        (2500, 2500, date(2025, 4, 19), "iraq", True),
        (2500, 2500, date(2025, 6, 2), "iraq", True),
        (2400, 2600, date(2025, 7, 7), "iraq", False),
        (2000, 2000, date(2025, 4, 2), "syria", True),
        (1400, 1500, date(2025, 6, 20), "syria", False),
        (1000, None, date(2025, 8, 1), "syria", False),
    ])
)  # fmt: skip

DEADLINE = Fact(
    claim_id=5, key="timetable-5", kind="timetable", force="coalition", place="iraq", event="transition",
    to=date(2025, 9, 30), modality="planned", freshness="fresh", story_id=1,
    said=said(
        "ينهي التحالف الدولي مهمته في العراق بنهاية أيلول الجاري، بحسب بيان مشترك.",
        "ar", "ina", speaker="iraqi_prime_minister", printed=DAY,
    ),
)  # fmt: skip
SECOND = Fact(
    claim_id=6, key="timetable-6", kind="timetable", force="us", place="kurdistan_region", event="withdrawal",
    from_=date(2026, 9, 1), to=date(2026, 9, 30), modality="expected",
    said=said(
        "A second phase runs to September 2026 from bases in the Kurdistan Region, officials expect.",
        "en", "rudaw", speaker="us_defense_department", printed=date(2025, 9, 9),
    ),
)  # fmt: skip
DRONE = Fact(
    claim_id=7, key="incident-7", kind="incident", event="drone_attack", target="harir", target_kind="base",
    place="kurdistan_region", as_of=DAY, wounded=2, freshness="fresh", story_id=2,
    said=said(
        "أسقطت الدفاعات طائرة مسيرة مفخخة قرب قاعدة حرير فجر الأحد، وأصيب حارسان بجروح.",
        "ar", "rudaw", speaker="iraqi_security_media_cell", printed=DAY,
    ),
)  # fmt: skip
DENIAL = Fact(
    claim_id=8, key="engagement-8", kind="engagement", event="talks", place="iraq", modality="denied",
    freshness="fresh", story_id=3,
    said=said(
        "The prime minister's office denied that talks on extending the mission had been held.",
        "en", "tigris_post", speaker="iraqi_prime_minister", printed=DAY,
    ),
)  # fmt: skip


def report(title: str, language: str, outlet: str, **more: Any) -> Link:
    return Link(title=title, language=language, outlet=outlet, url=f"https://{outlet}.example/story/1", **more)


STORIES = (
    Story(
        story_id=1,
        headline=report("البنتاغون: عدد قواتنا في العراق انخفض إلى 2000 جندي", "ar", "shafaq"),
        origins=2, outlets=4, families=3, languages=("ar", "en"),
        reports=(
            report("البنتاغون: عدد قواتنا في العراق انخفض إلى 2000 جندي", "ar", "shafaq", verdict="new"),
            report("واشنطن تخفض قواتها", "ar", "al_furat", verdict="copy"),
            report("US troop level in Iraq falls to 2,000", "en", "tigris_post", verdict="translation"),
            report("القوات الأمريكية 2500 جندي", "ar", "ina", verdict="variant"),
        ),
        claims=(PENTAGON, DEADLINE),
    ),
    Story(
        story_id=2,
        headline=report("طائرة مسيرة تستهدف قاعدة حرير في أربيل", "ar", "rudaw"),
        origins=1, outlets=1, families=1, languages=("ar",),
        reports=(report("طائرة مسيرة تستهدف قاعدة حرير في أربيل", "ar", "rudaw", verdict="new"),),
        claims=(DRONE,),
    ),
    Story(
        story_id=3,
        headline=report("Baghdad denies talks on a longer coalition mission", "en", "tigris_post"),
        origins=1, outlets=2, families=2, languages=("en",),
        reports=(
            report("Baghdad denies talks on a longer coalition mission", "en", "tigris_post", verdict="new"),
            report("Iraq denies extension talks", "en", "rudaw", verdict="copy"),
        ),
        claims=(DENIAL,),
    ),
)  # fmt: skip


@pytest.fixture
def labels() -> Labels:
    return LABELS


@pytest.fixture
def full_day() -> DigestData:
    return DigestData(
        day=DAY,
        levels=(
            PresentLevel(latest=PENTAGON, others=(LAWMAKERS, BEFORE), since=DAY),
            PresentLevel(latest=SYRIA, since=date(2025, 9, 1)),
        ),
        points=(*POINTS, PENTAGON, BEFORE, LAWMAKERS, SYRIA),
        changes=(Change(after=PENTAGON, before=BEFORE),),
        timetables=(
            Timetable(fact=DEADLINE, state="planned", days_left=16),
            Timetable(fact=SECOND, state="expected", days_left=381, moved_from=date(2026, 6, 30)),
        ),
        stories=STORIES,
        disputes=(
            Dispute(
                kind="variant", field="force_level.count", a="2000", b="2500",
                a_text=report("البنتاغون: عدد قواتنا في العراق انخفض إلى 2000 جندي", "ar", "shafaq"),
                b_text=report("القوات الأمريكية 2500 جندي", "ar", "ina"),
            ),
        ),
        corrections=(
            Correction(
                field="force_level.count", old="2500", new="2000", at=NOW, told=True,
                text=report("US troop level in Iraq falls to 2,000", "en", "tigris_post"),
            ),
        ),
        unseen=(
            Unseen(outlet="al_furat", reason="503 Service Unavailable; tried again in an hour", since=NOW),
            Unseen(outlet="ina", reason="", since=NOW, silent=True),
        ),
        held=(Held(text=report("وفد عسكري يزور بغداد", "ar", "ina"), score=0.48),),
        books=(
            Book(outlet="shafaq", counts={"new": 4, "known": 31, "copy": 1, "off_topic": 12}),
            Book(outlet="rudaw", counts={"new": 3, "known": 40, "off_topic": 22, "held": 1}),
            Book(outlet="tigris_post", counts={"new": 1, "known": 9, "update": 1, "failed": 1}),
            Book(outlet="ina", counts={"variant": 1, "known": 55, "off_topic": 70, "held": 1}),
        ),
    )  # fmt: skip


@pytest.fixture
def quiet_day() -> DigestData:
    return DigestData(
        day=DAY,
        levels=(PresentLevel(latest=BEFORE, since=date(2025, 8, 30)),),
        timetables=(Timetable(fact=DEADLINE, state="planned", days_left=16),),
        unseen=(Unseen(outlet="al_furat", reason="timed out"),),
        books=(Book(outlet="shafaq", counts={"known": 120, "off_topic": 4}),),
    )


@pytest.fixture
def recipient_list() -> Callable[..., RecipientList]:
    def make(language: Literal["en", "ar"], **more: Any) -> RecipientList:
        return RecipientList(
            id="desk", name_en="Posture desk", name_ar="مكتب المتابعة", language=language,
            recipients=("analyst@posture.example",), unsubscribe="mailto:leave@posture.example", **more,
        )  # fmt: skip

    return make
