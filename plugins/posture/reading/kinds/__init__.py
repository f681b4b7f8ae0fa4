"""Kinds of source, one module each: an answer's text in, its entries out.

Each module has `read(answer) -> Entries` and raises nothing for any text: what it cannot read it says in
`Entries.problem`.
"""

from __future__ import annotations
