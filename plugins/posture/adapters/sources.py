"""The outlets to watch, read from `seeds/sources.yml` and checked so that a mistake in it explains itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote
from zoneinfo import ZoneInfo

import jsonschema
import soupsieve
import yaml

from posture.collecting.windows import NEWEST
from posture.errors import Misconfigured, Rejected
from posture.model import Source
from posture.text.addresses import canonical

# Fields that pass from the file to the value as they stand.
PLAIN_FIELDS = ["name_ar", "name_en", "kind", "language", "country", "ownership", "family", "role", "tier", "status"]

SEEDS = Path(__file__).parents[3] / "seeds"

# RFC 3986's reserved characters and the percent sign stay: only spaces, quotes and other alphabets are encoded.
KEPT_IN_ADDRESS = "%:/?#[]@!$&'()*+,;=~"


class PlainLoader(yaml.SafeLoader):
    """Reads words as words: YAML's `on`, `off`, `no` and days stay text, and a key given twice is refused."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping, unless a key stands in it twice."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is one word, no list", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key.value!r} stands twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


PLAIN_TAGS = frozenset({"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"})
PlainLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag not in PLAIN_TAGS]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_sources(path: Path | None = None) -> tuple[Source, ...]:
    """Every outlet of the list, in its order; raises `Misconfigured` naming file, entry, field and remedy."""
    path = path or SEEDS / "sources.yml"
    document = _load(path)
    problems = [*_problems(document), *_repetitions(document)]
    if problems:
        entry, what, remedy = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise Misconfigured(what + more, item=f"{path.name}: {entry}", remedy=remedy)
    return tuple(_source(entry) for entry in document["sources"])


def _load(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=PlainLoader)  # noqa: S506 -- a SafeLoader
    except OSError as error:
        raise Misconfigured(
            f"cannot be read ({error.strerror})", item=path.name, remedy="give a file that exists"
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Misconfigured(f"not YAML: {error}", item=path.name, remedy="mend the line it names") from error


def _problems(document: Any) -> Iterator[tuple[str, str, str]]:
    schema = json.loads((SEEDS / "schema" / "sources.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for error in sorted(validator.iter_errors(document), key=lambda error: [str(part) for part in error.absolute_path]):
        yield _entry_name(document, list(error.absolute_path)), _what(error), _remedy(error)


def _entry_name(document: Any, path: Sequence[str | int]) -> str:
    if len(path) < 2:
        return "the file"
    number = cast("int", path[1])
    entry = document["sources"][number]
    name = entry.get("id") if isinstance(entry, Mapping) else None
    return f"entry {name!r}" if name else f"entry number {number + 1}"


def _what(error: jsonschema.ValidationError) -> str:
    if error.instance is None and not error.absolute_path:
        return "it is empty"
    where = ".".join(str(part) for part in list(error.absolute_path)[2:])
    return f"{where}: {error.message}" if where else error.message


def _remedy(error: jsonschema.ValidationError) -> str:
    schema = cast("Mapping[str, Any]", error.schema)
    allowed = schema.get("enum")
    words = str(schema.get("description", "see seeds/schema/sources.json"))
    if error.validator == "required":
        missing = error.message.split("'")[1]
        words = str(schema.get("properties", {}).get(missing, {}).get("description", words))
        return f"add {missing}: {words}"
    if error.validator == "additionalProperties":
        return "use only the fields " + ", ".join(sorted(schema.get("properties", {}) or {"those of the schema": None}))
    return f"give one of {', '.join(map(str, allowed))} ({words})" if allowed else f"give {words}"


def _repetitions(document: Any) -> Iterator[tuple[str, str, str]]:
    """What a schema cannot say: ids and addresses stand once and can be asked, zones exist, selectors are CSS."""
    entries = document.get("sources", []) if isinstance(document, Mapping) else []
    seen: dict[str, str] = {}
    for entry in entries if isinstance(entries, list) else []:
        if not isinstance(entry, Mapping):
            continue
        name = str(entry.get("id"))
        for field in ("id", "address"):
            value = f"{field} {entry.get(field)}"
            if value in seen:
                yield (
                    f"entry {name!r}",
                    f"{value} also stands in entry {seen[value]!r}",
                    f"give each entry its own {field}",
                )
            seen[value] = name
        yield from _broken_addresses(name, entry)
        yield from _broken_selectors(name, entry.get("selectors"))
        zone = entry.get("timezone")
        if isinstance(zone, str) and not _zone_exists(zone):
            yield f"entry {name!r}", f"timezone {zone!r} is unknown", "give an IANA name such as Asia/Baghdad"


def _broken_addresses(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    alternatives = entry.get("alternatives")
    for address in [entry.get("address"), *(alternatives if isinstance(alternatives, list) else ())]:
        try:
            if isinstance(address, str):
                canonical(fetchable(address))
        except Rejected as error:
            yield f"entry {name!r}", f"address {address!r}: {error.what}", error.remedy
    address = str(entry.get("address"))
    if entry.get("kind") == "gdelt_files" and not NEWEST.fullmatch(address):
        what = f"address {address!r} is no list of GDELT's newest files"
        yield f"entry {name!r}", what, "give the one that ends in lastupdate.txt or lastupdate-translation.txt"


def _broken_selectors(name: str, selectors: object) -> Iterator[tuple[str, str, str]]:
    for part, selector in selectors.items() if isinstance(selectors, Mapping) else ():
        try:
            soupsieve.compile(str(selector))
        except soupsieve.SelectorSyntaxError as error:
            what = f"selectors.{part}: {selector!r} is no CSS selector ({str(error).splitlines()[0]})"
            yield f"entry {name!r}", what, "try it in a browser's console: document.querySelectorAll"


def _zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError):
        return False
    except KeyError:  # ZoneInfoNotFoundError
        return False
    return True


def _source(entry: Mapping[str, Any]) -> Source:
    return Source(
        source_id=entry["id"],
        address=fetchable(entry["address"]),
        rhythm_hours=float(entry["rhythm_hours"]),
        identity_parameters=tuple(entry.get("identity_parameters", ())),
        selectors=dict(entry.get("selectors", {})),
        timezone=entry.get("timezone"),
        alternatives=tuple(fetchable(address) for address in entry.get("alternatives", ())),
        aliases=tuple(entry.get("aliases", ())),
        note=entry["note"],
        **{name: entry[name] for name in PLAIN_FIELDS},
    )


def fetchable(address: str) -> str:
    """An address as people write it, in the form that servers take.

    >>> fetchable("https://a.example/rss?q=العراق when:1d")
    'https://a.example/rss?q=%D8%A7%D9%84%D8%B9%D8%B1%D8%A7%D9%82%20when:1d'
    """
    return quote(address, safe=KEPT_IN_ADDRESS)
