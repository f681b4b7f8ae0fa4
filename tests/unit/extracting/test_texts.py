"""Plain text read as an article."""

from __future__ import annotations

from datetime import date

import pytest

from posture.reading.texts import read_text


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        pytest.param("A title\nA body.", "A title", "A body.", id="title above, body below"),
        pytest.param("A title\n\nOne.\n\nTwo.\n", "A title", "One.\n\nTwo.", id="blank lines stay inside the body"),
        pytest.param("US troops leave Iraq", "US troops leave Iraq", "", id="a lone title"),
        pytest.param("US troops left Iraq on Sunday.", "", "US troops left Iraq on Sunday.", id="a lone body"),
        pytest.param("\ufeffTitle\r\nBody", "Title", "Body", id="byte order mark and carriage return"),
    ],
)
def test_the_first_line_is_the_title(text, title, body):
    version = read_text(text, published=date(2024, 1, 26))
    assert (version.title, version.body) == (title, body)
    assert version.published.day == date(2024, 1, 26)


def test_a_given_title_leaves_the_text_whole():
    version = read_text("First line\nsecond", title="Given")
    assert (version.title, version.body, version.published) == ("Given", "First line\nsecond", None)
