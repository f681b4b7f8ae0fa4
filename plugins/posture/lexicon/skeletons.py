"""Names compared across scripts by their consonants: لويد أوستن and Lloyd Austin are both `l d s t n`."""

from __future__ import annotations

import re
import unicodedata

# Letters that Arabic print confuses, or that Latin print writes in more than one way, share one sign.
_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "j", "ح": "h", "ه": "h", "خ": "k", "د": "d",
    "ذ": "d", "ض": "d", "ر": "r", "ز": "z", "ظ": "z", "س": "s", "ص": "s", "ش": "s", "غ": "j", "گ": "j", "ف": "f",
    "ڤ": "f", "ق": "k", "ك": "k", "ک": "k", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
_LATIN_PAIRS = (
    ("sch", "s"), ("tch", "j"), ("kh", "k"), ("gh", "j"), ("sh", "s"), ("ch", "j"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"), ("c", "k"), ("q", "k"), ("g", "j"),
    ("v", "f"),
    ("p", "b"),
)  # fmt: skip
_LATIN_KEPT = frozenset("bdfhjklmnrstz")
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "an", "ar", "az", "at"})


def skeleton(name: str) -> str:
    """The consonants of a name, word by word, the same in Arabic and Latin letters for most names.

    >>> skeleton("لويد أوستن"), skeleton("Lloyd Austin")
    ('ld stn', 'ld stn')
    """
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", name).casefold().replace("'", "").replace("’", ""))
    bones = [_of_word(word) for word in words if word not in _ARTICLES]
    return " ".join(bone for bone in bones if bone)


def _of_word(word: str) -> str:
    if word.isascii() or unicodedata.name(word[0], "").startswith("LATIN"):
        plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        for pair, sign in _LATIN_PAIRS:
            plain = plain.replace(pair, sign)
        signs = "".join(c for c in plain if c in _LATIN_KEPT)
        signs = signs if not plain.endswith(("ah", "eh")) else signs.removesuffix("h")
    else:
        plain = word[2:] if word.startswith("ال") and len(word) > 4 else word
        signs = "".join(_ARABIC.get(c, "") for c in plain)
        # A final ه is mostly the ta marbuta of sloppy print.
        signs = signs.removesuffix("h") if plain.endswith("ه") else signs
    return re.sub(r"(.)\1+", r"\1", signs)
