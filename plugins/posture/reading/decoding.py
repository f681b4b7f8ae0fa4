"""Bytes to letters: which encoding an answer is really in, and what it is packed in.

Evidence before words: bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever the headers say; a header that names
the Western default says nothing; Arabic pages without a word about it are windows-1256.
"""

from __future__ import annotations

import codecs
import re
import struct
import zlib
from contextlib import suppress

from posture.errors import Rejected

SIZE_FOLLOWS = 8  # the flag of a zip entry whose size stands behind it
UNPACKED_LIMIT = 64 * 1024 * 1024  # a quarter hour of GDELT's largest stream is 45 MB
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes: browsers look at 1024, some pages put scripts before it
# Letters in one byte. What else a page may claim to be (UTF-8, UTF-16) its bytes have already denied.
CODE_PAGE = re.compile(r"windows-125\d|iso-?8859-\d{1,2}|koi8-[ru]")
# What servers send by default, and pages copy from each other: no evidence for any letter beyond ASCII.
NO_EVIDENCE = frozenset({"iso8859-1", "cp1252"})
ARABIC_CODE_PAGES = ("cp1256", "iso8859-6")
COMMON = frozenset("اليومنرتبعدهسفقكحأةجشطصخ")
BROKEN = "\ufffd"
# What XML cannot hold and no text needs.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}


def decode(body: bytes, *, content_type: str = "") -> str:
    """The text of an answer, whatever its headers say of its encoding; bytes that are no letters become U+FFFD."""
    for bom, encoding in BOMS:
        if body.startswith(bom):
            return _text(body, encoding).lstrip("\ufeff")
    if b"\0" in body[:64]:
        return _text(body, "utf-16-le" if body[1:2] == b"\0" else "utf-16-be")
    return _text(body, _encoding(body, content_type))


def _text(body: bytes, encoding: str) -> str:
    text = body.decode(encoding, "replace")
    return text.translate(CONTROLS) if CONTROL.search(text) else text  # files of GDELT are large, and seldom need it


def _encoding(body: bytes, content_type: str) -> str:
    as_utf8 = body.decode("utf-8", "replace")
    broken = as_utf8.count(BROKEN)
    if broken == 0:
        return "utf-8"
    beyond_ascii = sum(1 for letter in as_utf8 if ord(letter) > 127)
    # A page cut in the middle of a letter, or with one bad comment, is still UTF-8.
    if broken * 20 <= beyond_ascii:
        return "utf-8"
    for encoding in _declared(body, content_type):
        if encoding not in NO_EVIDENCE:
            return encoding
    return _guess(body)


def _declared(body: bytes, content_type: str) -> list[str]:
    """The encodings of letters in one byte that the headers and the first bytes name, by their names in Python."""
    words = DECLARED.findall(content_type.encode("ascii", "ignore")) + DECLARED.findall(body[:DECLARED_WITHIN])
    found = []
    for word in words:
        name = re.sub(r"^cp-?(?=125)", "windows-", word.decode("ascii").lower())
        if CODE_PAGE.fullmatch(name):
            with suppress(LookupError):
                found.append(codecs.lookup(name).name)
    return found


def _guess(body: bytes) -> str:
    best = max(ARABIC_CODE_PAGES, key=lambda encoding: _arabic(body, encoding))
    return best if _arabic(body, best) > 0.6 else "cp1252"


def _arabic(body: bytes, encoding: str) -> float:
    """The share of letters beyond ASCII that are the common ones of Arabic."""
    letters = [letter for letter in body.decode(encoding, "replace") if ord(letter) > 127]
    return sum(letter in COMMON for letter in letters) / max(len(letters), 1)


def unpacked(body: bytes, *, item: str) -> bytes:
    """The content of a gzip file or of a zip file's first entry; other bytes as they are.

    `Rejected` beyond 64 MB, and when it was cut: half a file looks like a whole one with less in it.
    """
    if body.startswith(b"\x1f\x8b"):
        return _members(body, item)
    if body.startswith(b"PK\x03\x04") and len(body) >= 30:
        flags, method, size, name_length, extra_length = struct.unpack("<6xHH8xI4xHH", body[:30])
        content = body[30 + name_length + extra_length :]
        if method == 8:
            return _inflated(content, -zlib.MAX_WBITS, item, UNPACKED_LIMIT)[0]
        if not flags & SIZE_FOLLOWS and len(content) < size:
            raise _cut(item)
        return content if flags & SIZE_FOLLOWS else content[:size]
    return body


def _members(packed: bytes, item: str) -> bytes:
    """The content of a gzip file: members one after another, as servers write that add to it."""
    contents: list[bytes] = []
    left = UNPACKED_LIMIT
    while packed.startswith(b"\x1f\x8b"):
        content, packed = _inflated(packed, zlib.MAX_WBITS | 16, item, left)
        contents.append(content)
        left -= len(content)
    return b"".join(contents)


def _inflated(packed: bytes, window: int, item: str, limit: int) -> tuple[bytes, bytes]:
    """The content, and the bytes behind it."""
    unpacker = zlib.decompressobj(window)
    try:
        content = unpacker.decompress(packed, max(limit, 1))
    except zlib.error as error:
        raise Rejected(f"cannot be unpacked ({error})", item=item, remedy="fetch it again") from error
    if unpacker.unconsumed_tail or len(content) > limit:
        raise Rejected("larger than 64 MB once unpacked", item=item, remedy="look at it by hand")
    if not unpacker.eof:
        raise _cut(item)
    return content, unpacker.unused_data


def _cut(item: str) -> Rejected:
    return Rejected("cannot be unpacked (it was cut)", item=item, remedy="fetch it again")
