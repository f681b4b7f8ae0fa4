"""The labelled pairs: events, each told several times, and what each telling is of the others.

A file of a folder holds one event. Its texts (title on the first line) are: ar1 and en1, one text in two languages;
ar2 and en2, other reporters' tellings of the same event; ar_other and en_other, an event that looks like it. `edits`
change words of one text and say what the changed text is of it, and in which fields it differs. `edited/` holds texts
of events that have nothing to do with each other, for their edits alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from posture.commands.reports import report_of
from posture.model import Report, Version

FOLDER = Path(__file__).parent
_SAME = (("ar1", "ar2"), ("en1", "en2"), ("ar2", "en2"), ("ar1", "en2"), ("ar2", "en1"))
_OTHER = (
    ("ar1", "ar_other"), ("en1", "en_other"), ("ar1", "en_other"), ("ar_other", "en1"), ("ar2", "ar_other"),
    ("en2", "en_other"),
    ("ar2", "en_other"),
)  # fmt: skip
# An edit of one of these fields makes the changed text tell of another event.
_OTHER_EVENT = {"day", "hour", "place", "base", "actor", "polarity", "event"}


@dataclass(frozen=True)
class Pair:
    """Two reports, and what the second is of the first."""

    name: str
    a: Report
    b: Report
    verdict: str
    same_story: bool
    fields: frozenset[str] = frozenset()

    @property
    def languages(self) -> str:
        """The two languages: "ar-ar", "ar-en", "en-en"."""
        return "-".join(sorted((self.a.version.language, self.b.version.language)))


def pairs(folder: str) -> list[Pair]:
    """All pairs of a folder."""
    if folder == "edited":
        return list(_edits_alone())
    events = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / folder).glob("*.yml"))
    }
    found = [pair for name, event in events.items() for pair in _pairs_of(name, event)]
    names = sorted(events)
    for name, following in zip(names, names[1:] + names[:1], strict=True):
        for one, other in (("ar1", "ar1"), ("en1", "en1"), ("ar1", "en1")):
            a = _report(f"{name}/{one}", events[name]["texts"][one])
            b = _report(f"{following}/{other}", events[following]["texts"][other])
            found.append(Pair(f"{a.key} {b.key}", a, b, "new", same_story=False))
    return found


def _edits_alone() -> Iterator[Pair]:
    for path in sorted((FOLDER / "edited").glob("*.yml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, edit in enumerate(document["edits"]):
            yield _edited(path.stem, number, edit, document["texts"][edit["of"]])


def _pairs_of(name: str, event: dict) -> Iterator[Pair]:
    texts = event["texts"]
    reports = {key: _report(f"{name}/{key}", text) for key, text in texts.items()}
    yield Pair(f"{name} ar1 en1", reports["ar1"], reports["en1"], "translation", same_story=True)
    for same, couples in ((True, _SAME), (False, _OTHER)):
        for one, other in couples:
            yield Pair(f"{name} {one} {other}", reports[one], reports[other], "new", same_story=same)
    for number, edit in enumerate(event.get("edits", ())):
        yield _edited(name, number, edit, texts[edit["of"]])


def _edited(name: str, number: int, edit: dict, text: str) -> Pair:
    changed = text
    for before, after in edit["change"]:
        assert before in changed, f"{name}, edit {number}: {before!r} is not in the text"
        changed = changed.replace(before, after)
    fields = frozenset(edit.get("fields", ()))
    a, b = (_report(f"{name}/{edit['of']}", each, outlet=edit.get("outlet")) for each in (text, changed))
    same = edit["verdict"] != "variant" or not fields & _OTHER_EVENT
    return Pair(f"{name} edit {number}", a, b, edit["verdict"], same_story=same, fields=fields)


def _report(key: str, text: str, *, outlet: str | None = None) -> Report:
    title, _, body = text.partition("\n")
    return report_of(key, Version(title=title, body=body, language=key.partition("/")[2][:2], outlet=outlet))
