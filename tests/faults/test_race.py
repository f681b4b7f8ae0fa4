"""Loads that race: of copies that several workers match in the same moment, exactly one is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from posture.adapters.world import World, open_world
from posture.model import Tally
from posture.steps.grouping import group
from posture.steps.matching import match
from tests.stored import NOW, Archive

WORKERS = 4
COPIES = 12
TEXT = """مقتل سبعة في انهيار جسر شمال المدينة
أعلنت السلطات المحلية، الجمعة، مقتل سبعة عمال وإصابة ثلاثة عشر آخرين في انهيار جسر قيد الإنشاء شمال المدينة.
وقال محافظ الإقليم إن فرق الإنقاذ تبحث عن مفقودين تحت الأنقاض منذ الفجر، وإن تحقيقا فتح مع الشركة المنفذة."""


def at_once(url: str, step: Callable[[World], Tally]) -> Tally:
    """The step as four workers begin it in one moment."""
    start = Barrier(WORKERS)

    def work(_: int) -> Tally:
        with open_world(database_url=url, now=NOW, run="race") as world:
            assert world.seeds.rules  # read before the start, not during the race
            start.wait(timeout=60)
            return step(world)

    with ThreadPoolExecutor(WORKERS) as pool:
        return sum(pool.map(work, range(WORKERS)), Tally({}))


def test_of_copies_matched_at_once_exactly_one_is_new_and_all_tell_one_story(database_url: str) -> None:
    archive = Archive(database_url)
    for number in range(COPIES):
        archive.keep(f"outlet_{number}", TEXT)
    assert at_once(database_url, match).counts == {"new": 1, "copy": COPIES - 1}
    assert at_once(database_url, group).counts == {"opened": 1, "joined": COPIES - 1, "traced": 1}
    verdicts = archive.rows("select verdict from posture.verdict")
    assert Counter(row["verdict"] for row in verdicts) == {"new": 1, "copy": COPIES - 1}
    assert archive.value("select count(*) from posture.story") == 1
