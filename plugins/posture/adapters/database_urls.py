"""Addresses of databases: only those that cannot be misread, and shown without their password.

The driver takes more than this and, when it misreads an address, repeats the part that it stumbled over: often the
password. So what does not have the form of RFC 3986 with every sign of a password escaped never reaches it.
"""

from __future__ import annotations

import re

from posture.errors import Misconfigured

SETTING = "POSTURE_DB_URL"
_ADDRESS = re.compile(
    r"""(?P<scheme> postgres(?:ql)? ) ://
        (?: (?P<user> [^\s:@/?\#\[\]]* ) (?: : [^\s@/?\#\[\]]* )? @ )?
        (?P<hosts> (?: \[[0-9a-fA-F:.]+\] | [^\s:@/?\#\[\],]* ) (?: :\d{1,5} )?
            (?: , (?: \[[0-9a-fA-F:.]+\] | [^\s:@/?\#\[\],]* ) (?: :\d{1,5} )? )* )
        (?: / (?P<name> [^\s@/?\#\[\]]* ) )?
        (?: \? [^\s@?\#]* )?""",
    re.VERBOSE,
)
_BROKEN_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})|%00")


def checked(url: str) -> str:
    """The address of a database, as it was given.

    Raises Misconfigured, without a word of the address, when it is no URL such as postgresql://user:pw@host/name.
    """
    if _ADDRESS.fullmatch(url) is None or _BROKEN_ESCAPE.search(url):
        raise Misconfigured(
            "is not the URL of a Postgres database",
            item=SETTING,
            remedy="write postgresql://user:password@host:5432/name; in a password, @ is %40, / is %2F, % is %25",
        )
    return url


def without_password(url: str) -> str:
    """The address as it may be shown: without password and without options, which may hold one."""
    parts = _ADDRESS.fullmatch(url)
    if parts is None:
        return SETTING
    user = f"{parts['user']}@" if parts["user"] else ""
    return f"{parts['scheme']}://{user}{parts['hosts']}/{parts['name'] or ''}"
