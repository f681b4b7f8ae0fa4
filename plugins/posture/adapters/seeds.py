"""What is known of the subject, read from `seeds/`: each file checked against its schema before it is believed."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from posture.errors import Misconfigured
from posture.lexicon.entries import Lexicon, build_lexicon, entry_from, misnaming_from

# Files of lexicon/ that do not hold entries; each has a schema of its own name.
_OTHERS = ("misnamings", "people", "roles", "topics")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def seeds_folder() -> Path:
    """The folder of seed files: `POSTURE_SEEDS`, or `seeds/` beside `plugins/`."""
    given = os.environ.get("POSTURE_SEEDS")
    return Path(given) if given else Path(__file__).resolve().parents[3] / "seeds"


def read_yaml_checked(path: Path, schema: str) -> Any:
    """The content of a seed file that satisfies `schema/<schema>.json`.

    Raises Misconfigured, with the file, the entry and the remedy, when it is missing, no YAML or against the schema.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 -- the safe loader, in C
    except OSError as error:
        raise Misconfigured(f"cannot be read ({error.strerror})", item=str(path), remedy="restore the file") from error
    except yaml.YAMLError as error:
        raise Misconfigured(f"is not YAML ({error})", item=path.name, remedy="mend the line named") from error
    wrong = jsonschema.exceptions.best_match(_validator(path.parent, schema).iter_errors(content))
    if wrong is not None:
        raise Misconfigured(
            wrong.message, item=f"{path.name}: {_where(content, wrong)}", remedy=f"see schema/{schema}.json"
        )
    return content


def read_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of `seeds/lexicon/`, read once per process and folder."""
    return _lexicon((folder or seeds_folder()) / "lexicon")


@lru_cache(maxsize=4)
def _lexicon(folder: Path) -> Lexicon:
    rows = [
        row
        for path in sorted(folder.glob("*.yml"))
        if path.stem not in _OTHERS
        for row in read_yaml_checked(path, "lexicon")
    ]
    _check_references(rows)
    roles = read_yaml_checked(folder / "roles.yml", "roles")
    misnamings = read_yaml_checked(folder / "misnamings.yml", "misnamings")
    topics = read_yaml_checked(folder / "topics.yml", "topics")
    people = read_yaml_checked(folder / "people.yml", "people")
    return build_lexicon(
        map(entry_from, rows),
        roles={role["id"]: [*role["words"]["ar"], *role["words"]["en"]] for role in roles["roles"]},
        between=[*roles["between"]["ar"], *roles["between"]["en"]],
        no_forces=roles["military"],
        misnamings=map(misnaming_from, misnamings),
        given_names=people["given_names"],
        ranks=[*people["ranks"]["ar"], *people["ranks"]["en"]],
        honorifics=[*people["titles"]["ar"], *people["titles"]["en"]],
        topics={words["id"]: [*words["ar"], *words["en"]] for words in topics["words"]},
        topic_forces=topics["forces"],
        no_names=[*people["no_names"]["ar"], *people["no_names"]["en"]],
        not_now=[*people["not_now"]["ar"], *people["not_now"]["en"]],
    )


def _check_references(rows: list[dict[str, Any]]) -> None:
    """Every id once, and every id that an entry points to is an entry."""
    known: set[str] = set()
    for row in rows:
        if row["id"] in known:
            raise Misconfigured("stands twice", item=f"lexicon entry {row['id']}", remedy="join the two or rename one")
        known.add(row["id"])
    for row in rows:
        pointed = [row.get(key) for key in ("country", "province", "part_of")] + [
            h["office"] for h in row.get("holds", ())
        ]
        for other in pointed:
            if other is not None and other not in known:
                raise Misconfigured(
                    f"points to {other!r}, which is no entry",
                    item=f"lexicon entry {row['id']}",
                    remedy="add it or mend the id",
                )


@lru_cache(maxsize=32)
def _validator(folder: Path, schema: str) -> jsonschema.Draft202012Validator:
    for parent in (folder, *folder.parents):
        path = parent / "schema" / f"{schema}.json"
        if path.is_file():
            return jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    raise Misconfigured("has no schema", item=f"schema/{schema}.json", remedy="restore the file")


def _where(content: Any, error: jsonschema.ValidationError) -> str:
    """The entry that breaks the schema, by its id where it has one."""
    place = list(error.absolute_path)
    if place and isinstance(place[0], int) and isinstance(content[place[0]], dict):
        return str(content[place[0]].get("id", f"entry {place[0] + 1}"))
    return "/".join(map(str, place)) or "the file"
