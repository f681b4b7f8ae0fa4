"""What the lexicon calls an outlet that a list names."""

from __future__ import annotations

from posture.lexicon.entries import Lexicon
from posture.lexicon.mentions import find_mentions


def named_outlet(name: str, lexicon: Lexicon) -> str | None:
    """The agency or outlet that a name begins with ("Shafaq News (English)"); None when the lexicon knows none."""
    found = find_mentions(name, lexicon)
    return found[0].entity if found and found[0].kind in {"agency", "outlet"} and found[0].span.start == 0 else None
