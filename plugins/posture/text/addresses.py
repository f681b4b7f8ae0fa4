"""One key for one article, however its address is written.

Feeds, searches and readers write an address with tracking marks, for telephones, for printing, with letters
encoded or not. Two rules guard the key: what may name an article is kept (in doubt, two articles), and letters
are never folded, for an outlet may tell two pages apart by a tatweel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import SplitResult, quote, unquote, urlsplit

from posture.errors import Rejected

# Marks that share buttons, mail tools and advertising leave behind. None of them ever names an article.
TRACKING_PREFIXES = ("utm_", "at_", "ns_", "pk_", "mtm_", "hsa_", "fb_action_", "guce_referrer", "__s", "_hs")
TRACKING = frozenset({
    "__twitter_impression", "_ga", "_gl", "aspsessionid", "cmpid", "dclid", "epik", "fbclid", "ftag", "gbraid",
    "gclid", "gclsrc", "guccounter", "hootpostid", "igsh", "igshid", "ito", "jsessionid", "li_fat_id", "mbid",
    "mc_cid", "mc_eid", "mkt_tok", "msclkid", "ncid", "ocid", "oly_anon_id", "oly_enc_id", "phpsessid",
    "rb_clickid", "s_cid", "smid", "smtyp", "soc_src", "soc_trk", "spm", "sr_share", "srsltid", "tpcc",
    "traffic_source", "trk", "ttclid", "twclid", "vero_id", "wbraid", "wt.mc_id", "wt_mc", "xtor", "yclid"
})  # fmt: skip
# Names that are a mark at one outlet and the article at another: a mark only while the value says whence readers come.
DOUBTFUL = frozenset({
    "campaign", "cmp", "feed", "from", "medium", "partner", "ref", "referer", "referrer", "rss", "share",
    "shared", "source", "src", "via"
})  # fmt: skip
# The words for whence readers come. What holds any other word may be the short name of an article.
WHENCE = frozenset({
    "account", "ads", "alert", "android", "app", "apple", "article", "banner", "bing", "bookmark", "button", "com",
    "copy", "desktop", "direct", "email", "embed", "facebook", "false", "fb", "feed", "feedburner", "footer",
    "front", "gnews", "google", "header", "home", "homepage", "hp", "http", "https", "ig", "index", "instagram",
    "internal", "ios", "latest", "link", "linkedin", "list", "mail", "main", "media", "menu", "messenger", "mobile",
    "more", "most", "native", "net", "news", "newsletter", "notification", "org", "page", "popular", "push", "read",
    "reader", "recommended", "reddit", "related", "rss", "search", "section", "share", "shared", "sharing",
    "sidebar", "site", "sitemap", "slider", "sms", "social", "stories", "story", "telegram", "tg", "ticker",
    "tiktok", "top", "trending", "true", "tw", "twitter", "viber", "wa", "web", "website", "whatsapp", "widget",
    "www", "x", "yahoo", "youtube"
})  # fmt: skip
WORDS_OF_VALUE = re.compile(r"[^\W_]+")
# The same article for telephones or for paper.
FORMS = frozenset({("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp"), ("outputtype", "amp-type")})
FORMS |= frozenset({("print", ""), ("print", "1"), ("print", "true"), ("printable", "1"), ("view", "print")})
FORMS |= frozenset({("mobile", ""), ("mobile", "1"), ("mobile", "true"), ("view", "mobile")})
FORM_HOSTS = ("www.", "m.", "mobile.", "amp.", "wap.")
FORM_SEGMENTS = frozenset({"amp", "print"})

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)
PORTS = {"http": 80, "https": 443}
MEND = "give a full address beginning with http:// or https://"


def canonical(url: str, *, identity: Iterable[str] = ()) -> str:
    """The key of the article at this address: the same for every way to write it, never the same for two articles.

    `identity` names the query parameters that name an article at this outlet. The key begins with https wherever the
    outlet answers on the usual port, since both schemes lead to one page. Raises `Rejected` for what is no web address.

    >>> canonical("http://WWW.a.example:80/خبر/12/?utm_source=x&b=2&a=1#top")
    'https://a.example/%D8%AE%D8%A8%D8%B1/12?a=1&b=2'
    """
    parts = _split(_unwrapped(url.strip()))
    scheme, authority = _place(parts.scheme, parts.hostname, parts.port, url)
    path = _path(parts.path)
    query = _query(parts.query, frozenset(name.casefold() for name in identity))
    # A page that is drawn by its script keeps the article after the hash.
    fragment = f"#{_encoded(parts.fragment)}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{scheme}://{authority}{path}{'?' if query else ''}{query}{fragment}"


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in PORTS and parts.hostname and parts.port != 0
    except ValueError as error:
        raise Rejected(f"not an address ({error})", item=url, remedy=MEND) from error
    if not usable:
        raise Rejected("not a web address", item=url, remedy=MEND)
    return parts


def _unwrapped(url: str) -> str:
    """The outlet's own address inside an AMP cache's."""
    found = re.match(r"https?://[^/]+\.cdn\.ampproject\.org/[a-z]/(s/)?(.+)", url, re.IGNORECASE) or re.match(
        r"https?://www\.google\.[a-z.]+/amp/(s/)?(.+)", url, re.IGNORECASE
    )
    return f"http{'s' if found[1] else ''}://{found[2]}" if found else url


def _place(scheme: str, host: str | None, port: int | None, url: str) -> tuple[str, str]:
    name = _host(host or "")
    if not name:
        raise Rejected("not a web address", item=url, remedy=MEND)
    if port in (None, PORTS[scheme]):
        return "https", name
    return scheme, f"{name}:{port}"


def _host(host: str) -> str:
    host = host.strip(".")
    if ":" in host:
        return f"[{host}]"
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        host = quote(host)
    shorter = True
    while shorter:
        shorter = False
        for form in FORM_HOSTS:
            # What is left must still be a name with a dot: "m.example" alone is a site.
            if host.startswith(form) and "." in host.removeprefix(form).strip("."):
                host, shorter = host.removeprefix(form), True
    return host


def _path(path: str) -> str:
    segments = _encoded(SESSION.sub("", path)).split("/")[1:]
    kept: list[str] = []
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    return "/" + "/".join(_formless(kept))


def _formless(segments: list[str]) -> list[str]:
    """A path without its form for telephones or paper, without its last slash and without index.html."""
    changed = True
    while changed:
        before = list(segments)
        while segments and (segments[-1] == "" or segments[-1] in {"index.html", "index.htm"}):
            segments = segments[:-1]
        if len(segments) > 1 and segments[-1].lower() in FORM_SEGMENTS:
            segments = segments[:-1]
        if len(segments) > 1 and segments[0].lower() in FORM_SEGMENTS:
            segments = segments[1:]
        if segments:
            last = re.sub(r"(?<=.)\.amp(?=\.html?$|$)", "", segments[-1], flags=re.IGNORECASE)
            segments = [*segments[:-1], last]
        changed = segments != before
    return segments


def _query(query: str, identity: frozenset[str]) -> str:
    pairs = [_pair(part, identity) for part in query.split("&") if part]
    kept = [(name, value, equals) for name, value, equals in pairs if not _is_mark(name, value, identity)]
    # Sorted by name alone: the order of values under one name may say something.
    return "&".join(name + equals + value for name, value, equals in sorted(kept, key=lambda pair: pair[0]))


def _pair(part: str, identity: frozenset[str]) -> tuple[str, str, str]:
    name, equals, value = part.replace("+", "%20").partition("=")
    name = _encoded(name)
    # One outlet writes Key= and key=; only of a name known as identity is it known that case says nothing.
    return (name.casefold() if name.casefold() in identity else name), _encoded(value), equals


def _is_mark(name: str, value: str, identity: frozenset[str]) -> bool:
    name = name.casefold()
    if name in identity:
        return False
    if name in TRACKING or name.startswith(TRACKING_PREFIXES) or (name, value.casefold()) in FORMS:
        return True
    return name in DOUBTFUL and WHENCE.issuperset(WORDS_OF_VALUE.findall(unquote(value).casefold()))


def _encoded(text: str) -> str:
    """Percent-encoding in one form: other alphabets encoded as UTF-8, plain letters not, escapes in capitals.

    Other escapes stay: %2F is not a slash, and %C7 is a letter of an older encoding.
    """
    ascii_only = quote(_whole(text), safe="".join(map(chr, range(33, 127))))
    ascii_only = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", ascii_only)
    return ESCAPES.sub(lambda run: _normal_run(bytes.fromhex(run[0].replace("%", ""))), ascii_only)


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which no encoding can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _normal_run(run: bytes) -> str:
    with suppress(UnicodeDecodeError):  # a run in an older encoding stays as it is
        # NFC joins a letter and its mark where Unicode holds both forms equal; it folds nothing.
        run = unicodedata.normalize("NFC", run.decode("utf-8")).encode("utf-8")
    return "".join(chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in run)
