"""What can go wrong, sorted by what to do about it.

PostureError
 ├─ Transient      try again later: a server that is down, a database restarting
 ├─ Misconfigured  stop now and mend the set-up: a wrong password, an invalid seed file
 └─ Rejected       this item only: it is kept with its reason and the run goes on

Every message says what happened, to which item, and what would mend it.
"""

from __future__ import annotations


class PostureError(Exception):
    """Anything that this project raises on purpose.

    >>> str(Rejected("page has no body text", item="http://a.example/1", remedy="add a selector for this outlet"))
    'http://a.example/1: page has no body text; add a selector for this outlet'
    """

    def __init__(self, what: str, *, item: str, remedy: str) -> None:
        super().__init__(what, item, remedy)
        self.what = what
        self.item = item
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.item}: {self.what}; {self.remedy}"


class Transient(PostureError):
    """The world did not answer as it usually does; the same call may succeed later."""


class Misconfigured(PostureError):
    """Nothing will work until a person changes the set-up."""


class Rejected(PostureError):
    """One item cannot be used; the others can."""
