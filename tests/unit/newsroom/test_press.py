"""What the sample press prints, and when."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from posture.errors import Misconfigured
from posture.newsroom.crowds import crowd
from posture.newsroom.press import CORPUS, END, START, Article, Press, read_press


@pytest.fixture(scope="module")
def press() -> Press:
    return read_press()


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_every_article_is_printed_within_the_six_days(press: Press) -> None:
    late = [a.id for a in press.articles.values() if not START <= a.published <= END]
    assert late == []


def test_nothing_is_printed_before_its_hour_and_everything_stays(press: Press) -> None:
    before = press.visible("rafidain", moment("2024-01-26T07:14:00+03:00"))
    after = press.visible("rafidain", moment("2024-01-26T07:15:00+03:00"))
    assert {a.id for a in after} - {a.id for a in before} == {"rafidain-asad-drone"}
    assert {a.id for a in before} <= {a.id for a in after}


def test_an_edit_changes_figure_and_hour_from_its_moment_on(press: Press) -> None:
    article = press.articles["nakhil-troop-figures"]
    as_printed = article.as_of(moment("2024-01-29T10:44:00+02:00"))
    as_edited = article.as_of(moment("2024-01-29T10:45:00+02:00"))
    assert "2500 جندي" in as_printed.body[0]
    assert as_printed.modified is None
    assert "2000 جندي" in as_edited.body[0]
    assert as_edited.modified == moment("2024-01-29T10:45:00+02:00")
    assert as_edited.body[1:] == as_printed.body[1:]


def test_an_edited_sidebar_leaves_text_and_hour_alone(press: Press) -> None:
    article = press.articles["nakhil-september-2025"]
    before, after = article.as_of(START), article.as_of(END)
    assert before.sidebar != after.sidebar
    assert (before.title, before.body, before.modified) == (after.title, after.body, after.modified)


def test_a_live_page_grows_and_keeps_what_it_had(press: Press) -> None:
    live = press.articles["jisr-ar-live"]
    bodies = [live.as_of(moment(f"2024-01-30T{hour}:00+04:00")).body for hour in ("10:00", "13:30", "17:05", "22:20")]
    assert [len(body) for body in bodies] == [1, 2, 3, 5]
    assert all(longer[: len(shorter)] == shorter for shorter, longer in pairwise(bodies))


def test_every_edit_finds_the_words_that_it_changes(press: Press) -> None:
    for article in press.articles.values():
        for edit in article.edits:
            assert all(any(old in text for text in (article.title, *article.body)) for old in edit.replaced), article.id


def test_a_seed_is_republished_word_for_word_under_another_headline(press: Press) -> None:
    article = press.articles["nabd-first-round"]
    seed = next(CORPUS.glob("004_*.txt")).read_text(encoding="utf-8").splitlines()
    assert "\n".join(article.body) == "\n".join(line.strip() for line in seed[1:] if line.strip())
    assert article.title != seed[0]


def test_numbers_are_unique_within_an_outlet(press: Press) -> None:
    pairs = [(a.outlet, a.number) for a in press.articles.values()]
    assert len(set(pairs)) == len(pairs)


def test_a_host_is_shared_only_within_a_house(press: Press) -> None:
    houses: dict[int, set[str]] = {}
    for outlet in press.outlets.values():
        houses.setdefault(outlet.number, set()).add(outlet.family)
    assert all(len(families) == 1 for families in houses.values())


def test_the_press_is_as_large_and_mixed_as_it_claims(press: Press) -> None:
    healthy = [outlet for outlet in press.outlets.values() if outlet.number < 41]
    assert sum(outlet.language == "ar" for outlet in healthy) >= 8
    assert sum(outlet.language == "en" for outlet in healthy) >= 5
    assert {outlet.feed.kind for outlet in healthy} == {"rss", "rdf", "atom", "news_sitemap", "html_list"}
    assert {outlet.make for outlet in healthy} == {"json_ld", "graph", "open_graph", "bare", "time"}
    assert len(press.articles) >= 80


@pytest.mark.parametrize(("count", "each"), [(1, 1), (200, 10), (244, 3)])
def test_a_crowd_has_an_address_and_articles_for_each_outlet(count: int, each: int) -> None:
    press = crowd(count, each=each)
    assert len({outlet.number for outlet in press.outlets.values()}) == count
    assert all(len(press.visible(outlet, END)) == each for outlet in list(press.outlets)[:20])


def test_a_crowd_is_no_larger_than_the_addresses() -> None:
    with pytest.raises(Misconfigured, match="1 to 244"):
        crowd(245)


def test_a_summary_is_cut_after_whole_words() -> None:
    article = Article(
        id="a", story="s", outlet="o", published=datetime(2024, 1, 25, tzinfo=UTC), title="t", body=("كلمة " * 40,)
    )
    assert article.summary == "كلمة " * 28 + "[…]"
