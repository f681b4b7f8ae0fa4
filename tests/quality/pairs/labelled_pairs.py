"""The labelled pairs: events, each told several times, and what each telling is of the others.

A file of a folder holds one event. Its texts (title on the first line) are: ar1 and en1, one text in two languages;
ar2 and en2, other reporters' tellings of the same event; ar_other and en_other, an event that looks like it. `edits`
change words of one text and say what the changed text is of it, and in which fields it differs. `edited/` holds texts
of events that have nothing to do with each other, for their edits alone.

A file of `changed/` and `changed_held/` holds one text in two languages. Under `changed`, each entry changes one fact
of one of them, which makes it a variant of both; under `same`, it says the same in other words, and stays a copy of
the one and a translation of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    same_story: bool | None  # None where it is not asked
    fields: frozenset[str] = frozenset()

    @property
    def languages(self) -> str:
        """The two languages: "ar-ar", "ar-en", "en-en"."""
        return "-".join(sorted((self.a.version.language, self.b.version.language)))


def pairs(folder: str) -> list[Pair]:
    """All pairs of a folder."""
    if folder == "edited":
        return list(_edits_alone())
    if folder.startswith("changed"):
        return [pair for path in sorted((FOLDER / folder).glob("*.yml")) for pair in _changed(path)]
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


def _changed(path: Path) -> Iterator[Pair]:
    """The translation, then each changed text beside the one it was made from, and beside that one's translation."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = document["texts"]
    reports = {language: _report(f"{path.stem}/{language}", text) for language, text in texts.items()}
    yield Pair(f"{path.stem} ar en", reports["ar"], reports["en"], "translation", same_story=None)
    for label, verdicts in (("changed", ("variant", "variant")), ("same", ("copy", "translation"))):
        for number, edit in enumerate(document[label]):
            language, other = ("ar", "en") if "ar" in edit else ("en", "ar")
            text = _replaced(path.stem, texts[language], (change.split(" => ") for change in edit[language]))
            changed = _report(f"{path.stem}/{language}{number}", text)
            fields = frozenset(edit.get("fields", ()))
            for known, verdict in zip((reports[language], reports[other]), verdicts, strict=True):
                name = f"{known.key} {label} {number}"
                yield Pair(name, known, changed, verdict, same_story=None, fields=fields)


def _replaced(name: str, text: str, changes: Iterable[Sequence[str]]) -> str:
    for before, after in changes:
        assert before in text, f"{name}: {before!r} is not in the text"
        text = text.replace(before, after)
    return text


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
    changed = _replaced(f"{name}, edit {number}", text, edit["change"])
    fields = frozenset(edit.get("fields", ()))
    a, b = (_report(f"{name}/{edit['of']}", each, outlet=edit.get("outlet")) for each in (text, changed))
    same = edit["verdict"] != "variant" or not fields & _OTHER_EVENT
    return Pair(f"{name} edit {number}", a, b, edit["verdict"], same_story=same, fields=fields)


def _report(key: str, text: str, *, outlet: str | None = None) -> Report:
    title, _, body = text.partition("\n")
    return report_of(key, Version(title=title, body=body, language=key.partition("/")[2][:2], outlet=outlet))
