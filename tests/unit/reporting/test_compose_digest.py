"""The digest says what is new, whether a figure changed and who says so; nothing in it can be forged from a title."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from bs4 import BeautifulSoup

from posture.reporting.digest import (
    CLAIMS_OF_OTHERS,
    CLAIMS_OF_STORY,
    LINES,
    LONGEST_PAGE,
    ROWS,
    compose_digest,
    ranked,
)
from posture.reporting.facts import Book, DigestData, Fact, Figure
from posture.reporting.messages import Message, RecipientList, to_email
from posture.reporting.wording import Labels

NOW = datetime(2025, 9, 15, 4, 0, tzinfo=UTC)
Compose = Callable[..., Message]


@pytest.fixture
def compose(labels: Labels, recipient_list: Callable[[str], RecipientList]) -> Compose:
    def make(data: DigestData, language: str = "en") -> Message:
        return compose_digest(data, recipient_list=recipient_list(language), labels=labels, now=NOW)

    return make


def letter_of(message: Message) -> EmailMessage:
    letter = to_email(message, sender="digest@posture.example", recipient="analyst@posture.example")
    parsed = message_from_bytes(letter.as_bytes(), policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_the_subject_and_the_first_lines_tell_the_changed_figure_and_who_says_so(
    compose: Compose, full_day: DigestData
) -> None:
    message = compose(full_day)
    assert message.subject.endswith("American forces in Iraq: 2,000 (was about 2,500)")
    head = message.text.split("\n")[:6]
    assert "* American forces in Iraq: 2,000 (was about 2,500)" in head
    assert "  US Defense Department, via AFP · Shafaq News · 14 Sep 2025" in head


@pytest.mark.parametrize("language", ["en", "ar"])
def test_text_and_page_tell_the_same(compose: Compose, full_day: DigestData, language: str) -> None:
    message = compose(full_day, language)
    page = BeautifulSoup(message.html, "lxml").get_text(" ")
    for part in (page, " ".join(re.sub("[\u2068\u2069]", "", message.text).split())):
        for story in full_day.stories:
            assert story.headline.title in part
            for fact in story.claims:
                assert fact.said.quote in part
        for number in ("2,000", "2,500", "3,000", "48", "127"):
            assert number in part


def test_a_quiet_day_takes_five_lines(compose: Compose, quiet_day: DigestData) -> None:
    assert quiet_day.quiet
    for language in ("en", "ar"):
        message = compose(quiet_day, language)
        assert len(message.text.strip().split("\n")) == 5
        assert not message.images
    assert "about 2,500" in compose(quiet_day).text
    assert (
        "30 Sep 2025, in 16 days: transition · Coalition forces in Iraq (Iraqi prime minister)."
        in compose(quiet_day).text
    )
    assert "Unsure" not in compose(quiet_day).html
    assert "Al-Furat" in compose(quiet_day).text


@pytest.mark.parametrize(("language", "moved"), [("en", "moved back by 92 days"), ("ar", "تأخر بمقدار 92 يوما")])
def test_a_date_that_moved_tells_by_how_much(compose: Compose, full_day: DigestData, language: str, moved: str) -> None:
    message = compose(full_day, language)
    assert moved in message.text
    assert moved in BeautifulSoup(message.html, "lxml").get_text()


def test_a_date_that_is_denied_is_not_the_next(compose: Compose, quiet_day: DigestData) -> None:
    denied = replace(quiet_day, timetables=(replace(quiet_day.timetables[0], state="denied"),))
    assert "No date lies ahead." in compose(denied).text


def test_a_deadline_that_is_today_lies_ahead(compose: Compose, quiet_day: DigestData) -> None:
    today = replace(quiet_day, timetables=(replace(quiet_day.timetables[0], days_left=0),))
    assert "30 Sep 2025, today" in compose(today).text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_loads_nothing_from_outside(compose: Compose, full_day: DigestData, language: str) -> None:
    page = BeautifulSoup(compose(full_day, language).html, "lxml")
    assert not page.find_all(["script", "link", "iframe", "object"])
    assert {image["src"].split(":")[0] for image in page.find_all("img")} == {"cid"}
    assert all(image["alt"] for image in page.find_all("img"))
    assert "url(" not in compose(full_day, language).html


def test_every_quote_says_its_language_and_direction(compose: Compose, full_day: DigestData) -> None:
    page = BeautifulSoup(compose(full_day).html, "lxml")
    quotes = page.select("div.quote")
    assert {(quote["lang"], quote["dir"]) for quote in quotes} == {("ar", "rtl"), ("en", "ltr")}
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == ("en", "ltr")


def test_pictures_lie_inside_the_letter_beside_the_page(compose: Compose, full_day: DigestData) -> None:
    message = compose(full_day)
    letter = letter_of(message)
    body = letter.get_body(("html",))
    assert body is not None
    ids = {str(part["Content-ID"]) for part in letter.walk() if part.get_content_type() == "image/png"}
    assert ids == {f"<{cid}>" for cid in re.findall(r"cid:([^\"]+)", body.get_content())}
    assert len(ids) == 2
    assert letter.get_body(("plain",)) is not None
    assert "cid:" not in message.page()


def test_the_letter_names_itself_its_list_and_how_to_leave_it(compose: Compose, full_day: DigestData) -> None:
    letter = letter_of(compose(full_day))
    assert letter["Message-ID"] == "<digest-2025-09-14-desk@posture.example>"
    assert letter["List-Unsubscribe"] == "<mailto:leave@posture.example>"
    assert letter["Date"].datetime == NOW
    assert letter["To"] == "analyst@posture.example"


@pytest.mark.parametrize(
    "subject",
    [
        "عاجل: هجوم بطائرة مسيرة · قاعدة عين الأسد الجوية · الأنبار (غير مؤكد، قيادة العمليات المشتركة)",
        "انتشار القوات الأمريكية في العراق · 29 كانون الثاني 2024 · القوات الأمريكية في العراق: 2,000 (كان 2,500)",
        "Iraq–US force posture · 29 Jan 2024 · American forces in Kurdistan: about 2,000 (was 2,500)",
        "Urgent: incident",
    ],
)
def test_a_long_subject_arrives_letter_for_letter_in_short_lines(
    compose: Compose, full_day: DigestData, subject: str
) -> None:
    letter = to_email(replace(compose(full_day), subject=subject), sender="a@p.example", recipient="b@p.example")
    sent = letter.as_bytes()
    for again in (sent, message_from_bytes(sent, policy=policy.SMTP).as_bytes()):
        assert message_from_bytes(again, policy=policy.default)["Subject"] == subject
        assert max(len(line) for line in again.partition(b"\r\n\r\n")[0].split(b"\r\n")) <= 78


def test_the_letter_says_its_language(compose: Compose, full_day: DigestData) -> None:
    assert letter_of(compose(full_day, "ar"))["Content-Language"] == "ar"


def test_the_same_day_gives_the_same_bytes(compose: Compose, full_day: DigestData) -> None:
    first, second = (to_email(compose(full_day), sender="a@p.example", recipient="b@p.example") for _ in range(2))
    assert first.as_bytes() == second.as_bytes()


EVIL = 'Base</div><script>alert(1)</script> "hit"\r\nBcc: everyone@press.example\r\n\r\n<img src=https://evil.example/x.png>'


def test_a_title_can_add_neither_a_header_nor_markup(compose: Compose, full_day: DigestData) -> None:
    story = full_day.stories[0]
    evil = replace(story, headline=replace(story.headline, title=EVIL, url="javascript:alert(1)"))
    message = compose(replace(full_day, changes=(), stories=(evil,)))
    page = BeautifulSoup(message.html, "lxml")
    assert not page.find_all("script")
    assert {image["src"].split(":")[0] for image in page.find_all("img")} == {"cid"}
    assert not [link for link in page.find_all("a") if link["href"].startswith("javascript")]
    assert not re.search(r"^Bcc:", message.text, re.MULTILINE)
    assert letter_of(message)["Bcc"] is None


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u2069", "\u202c"])
def test_a_title_cannot_turn_the_words_after_it(compose: Compose, full_day: DigestData, mark: str) -> None:
    story = full_day.stories[0]
    turned = replace(story.headline, title=f"US troop {mark}level in Iraq", language="en")
    evil = replace(story, claims=(), headline=turned, reports=(turned,))
    message = compose(replace(full_day, changes=(), stories=(evil,)))
    assert "US troop level in Iraq" in message.subject
    assert "US troop level in Iraq" in message.text
    assert mark not in BeautifulSoup(message.html, "lxml").get_text()


@pytest.mark.parametrize("url", ["https://press.example/1\r\nUnsubscribe: https://evil.example/", "http://["])
def test_an_address_can_neither_add_a_line_nor_keep_the_digest_back(
    compose: Compose, full_day: DigestData, url: str
) -> None:
    story = full_day.stories[0]
    evil = replace(story.headline, url=url)
    message = compose(replace(full_day, changes=(), stories=(replace(story, headline=evil, reports=(evil,)),)))
    assert not re.search(r"^Unsubscribe: https://evil", message.text, re.MULTILINE)
    assert story.headline.title in message.html


def test_a_speaker_can_add_no_header_through_the_subject(
    full_day: DigestData, labels: Labels, recipient_list: Callable[[str], RecipientList]
) -> None:
    forged = {**labels, "force:us": ("Forces\r\nBcc: everyone@press.example", "قوات")}
    message = compose_digest(full_day, recipient_list=recipient_list("en"), labels=forged, now=NOW)
    assert "\n" not in message.subject
    assert letter_of(message)["Bcc"] is None


def test_a_day_of_many_sources_and_corrections_is_not_cut_off_by_a_mail_client(
    compose: Compose, full_day: DigestData
) -> None:
    books = tuple(
        Book(outlet=f"an outlet with a name {n}", counts=dict.fromkeys(("new", "known", "copy", "off_topic"), 12))
        for n in range(200)
    )
    story = full_day.stories[0]
    crowd = replace(
        full_day, books=books, held=full_day.held * 60, corrections=full_day.corrections * 60,
        stories=tuple(replace(story, story_id=n) for n in range(1, 121)),
    )  # fmt: skip
    message = compose(crowd)
    assert len(message.html.encode()) <= LONGEST_PAGE
    assert f"and {200 - LINES} more" in message.html
    assert "an outlet with a name 199" in message.text


def test_stories_that_change_a_figure_come_first_then_incidents(full_day: DigestData) -> None:
    shuffled = replace(full_day, stories=tuple(reversed(full_day.stories)))
    assert [story.story_id for story in ranked(shuffled)] == [1, 2, 3]


def test_a_crowded_day_loses_no_story_and_no_count(compose: Compose, full_day: DigestData) -> None:
    claim = full_day.stories[0].claims[0]
    many: tuple[Fact, ...] = tuple(
        replace(claim, claim_id=1000 + n, figure=Figure(low=1000 + n, high=1000 + n))
        for n in range(CLAIMS_OF_STORY + 5)
    )
    crowd = tuple(
        replace(
            full_day.stories[0],
            story_id=n,
            claims=many,
            reports=(),
            headline=replace(full_day.stories[0].headline, title=f"T-{n}-T"),
        )
        for n in range(40)
    )
    message = compose(replace(full_day, stories=crowd))
    for part in (message.text, message.html):
        assert all(f"T-{n}-T" in part for n in range(40))
        assert "and 5 more" in part
        assert f"and {CLAIMS_OF_STORY + 5 - CLAIMS_OF_OTHERS} more" in message.text
    assert len(message.html.encode()) <= LONGEST_PAGE


def test_without_changes_the_digest_says_so(compose: Compose, full_day: DigestData) -> None:
    message = compose(replace(full_day, changes=()))
    assert "* No figure changed." in message.text
    assert "No figure changed" in BeautifulSoup(message.html, "lxml").get_text()


def test_another_speakers_figure_is_not_called_a_change(compose: Compose, full_day: DigestData) -> None:
    change = full_day.changes[0]
    assert change.before is not None
    other = replace(change.before, said=replace(change.before.said, speaker="iraqi_parliament"))
    message = compose(replace(full_day, changes=(replace(change, before=other),)))
    assert message.subject.endswith("2,000 (beside about 2,500)")
    assert "Another figure is given" in message.html


def test_a_day_without_anything_seen_is_still_told(compose: Compose) -> None:
    message = compose(DigestData(day=date(2025, 9, 14)))
    assert "quiet day" in message.subject
    assert "0 addresses, 0 sources" in message.text


def test_a_story_tells_each_thing_once_in_the_words_of_a_named_speaker(full_day: DigestData) -> None:
    claim = full_day.stories[0].claims[0]
    unnamed = replace(claim, claim_id=50, said=replace(claim.said, speaker=None))
    (story, *_) = ranked(replace(full_day, stories=(replace(full_day.stories[0], claims=(unnamed, claim)),)))
    assert [fact.claim_id for fact in story.claims] == [claim.claim_id]


def test_the_words_that_carry_a_claim_stand_out(compose: Compose, full_day: DigestData) -> None:
    change = full_day.changes[0]
    start = change.after.said.quote.index("2000 جندي")
    marked = replace(change.after, said=replace(change.after.said, mark=(start, start + len("2000 جندي"))))
    page = BeautifulSoup(compose(replace(full_day, changes=(replace(change, after=marked),))).html, "lxml")
    assert "2000 جندي" in [found.get_text() for found in page.select("div.quote b")]


def test_first_figures_are_in_the_picture_and_not_called_changes(compose: Compose, full_day: DigestData) -> None:
    message = compose(replace(full_day, changes=(replace(full_day.changes[0], before=None),)))
    assert "* No figure changed." in message.text
    assert "American forces in Iraq: 2,000\n  US Defense Department" in message.text


def test_a_story_shows_the_first_of_each_kind_before_the_second_and_looks_back_last(full_day: DigestData) -> None:
    story = full_day.stories[0]
    level, timetable = story.claims
    past = replace(level, claim_id=90, figure=Figure(low=170_000, high=170_000), modality="past")
    second = replace(level, claim_id=91, figure=Figure(low=40, high=40))
    crowded = replace(story, claims=(past, second, timetable, level))
    (told, *_) = ranked(replace(full_day, stories=(crowded,)))
    assert [fact.claim_id for fact in told.claims] == [level.claim_id, timetable.claim_id, 91, 90]


def test_long_sections_are_counted_on_the_page_and_whole_in_the_text(compose: Compose, full_day: DigestData) -> None:
    dispute = full_day.disputes[0]
    many = tuple(replace(dispute, a=str(1000 + n), b=str(2000 + n)) for n in range(ROWS + 3))
    message = compose(replace(full_day, disputes=many))
    assert "and 3 more" in BeautifulSoup(message.html, "lxml").get_text()
    assert all(f"1,{n:03}" in message.text for n in range(ROWS + 3))
