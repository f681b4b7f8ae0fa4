"""The mailbox keeps each letter once, as a file and as a page that shows by itself."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from posture.runtime.mailbox import keep, name_of

PIXEL = b"\x89PNG\r\n\x1a\n"


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("plain")
    return message


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (
            {"Date": "Wed, 31 Jan 2024 04:05:00 +0000", "Subject": "Digest: 2 new figures", "To": "desk@a.example"},
            "2024-01-31-digest-2-new-figures-to-desk",
        ),
        ({"Subject": "نشرة اليوم", "To": "مكتب@a.example"}, "undated-نشرة-اليوم-to-مكتب"),
        ({}, "undated-no-subject-to-nobody"),
        ({"Subject": "../../etc/passwd", "To": "a/b@a.example"}, "undated-etc-passwd-to-a-b"),
    ],
)
def test_a_letter_is_named_by_day_subject_and_recipient(headers: dict[str, str], name: str) -> None:
    assert name_of(letter(**headers)) == name


def test_a_page_shows_its_pictures_from_the_disk(tmp_path: Path) -> None:
    message = letter(Subject="Levels", To="desk@a.example")
    message.add_alternative('<p dir="rtl">نحو 2500 جندي</p><img src="cid:levels">', subtype="html")
    message.get_payload()[1].add_related(PIXEL, "image", "png", cid="<levels>")  # type: ignore[union-attr,index]
    page = keep(tmp_path, message.as_bytes()).with_suffix(".html").read_text(encoding="utf-8")
    assert "نحو 2500 جندي" in page
    assert 'src="data:image/png;base64,iVBORw0KGgo="' in page


def test_a_letter_sent_twice_is_kept_once_and_byte_for_byte(tmp_path: Path) -> None:
    content = letter(Subject="Once", To="desk@a.example").as_bytes()
    assert keep(tmp_path, content) == keep(tmp_path, content)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [content]


def test_two_letters_of_one_day_and_subject_are_both_kept(tmp_path: Path) -> None:
    for name in ("first", "second", "first"):
        keep(tmp_path, letter(Subject="Same", To="desk@a.example", Message_ID=f"<{name}@a.example>").as_bytes())
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "undated-same-to-desk-2.eml", "undated-same-to-desk.eml"
    ]  # fmt: skip
