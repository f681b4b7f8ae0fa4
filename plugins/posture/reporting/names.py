"""What the entries of the lexicon are called in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from posture.lexicon.entries import Entry
from posture.reporting.wording import Labels


def names_of(entries: Iterable[Entry]) -> Labels:
    """The names of entries by their ids, English and Arabic; `force:us` names the forces of a country.

    What stands behind a name in brackets or after a stroke is left out.
    """
    entries = list(entries)
    names = {entry.id: (_short(entry.name_en), _short(entry.name_ar)) for entry in entries}
    return {
        **names,
        **{f"force:{each.id}": _forces_of(each) for each in entries if each.kind == "place" and each.demonyms},
    }


def _short(name: str) -> str:
    return name.partition(" (")[0].partition(" / ")[0]


def _forces_of(entry: Entry) -> tuple[str, str]:
    english = next((each for each in entry.demonyms if each.isascii()), entry.name_en)
    arabic = next((each for each in entry.demonyms if not each.isascii()), "")
    # the adjective agrees: "فرنسي" makes "القوات الفرنسية"
    agrees = arabic.endswith("ي") and " " not in arabic
    return f"{english} forces", f"القوات ال{arabic}ة" if agrees else f"قوات {entry.name_ar}"
