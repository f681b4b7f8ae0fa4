"""Who is told of what, from seeds/alerts.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from posture.adapters.seeds import read_yaml_checked, seeds_folder
from posture.errors import Misconfigured
from posture.reporting.alerts import Rule
from posture.reporting.messages import RecipientList


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """The lists by id, and the rules in the order of the file."""

    lists: dict[str, RecipientList]
    rules: tuple[Rule, ...]

    @property
    def digest_lists(self) -> tuple[RecipientList, ...]:
        """The lists that get the daily digest."""
        return tuple(each for each in self.lists.values() if each.digest)

    @property
    def webhooks(self) -> tuple[str, ...]:
        """The names of all receivers of web requests; each has a connection posture_webhook_<name>."""
        return tuple(sorted({name for each in self.lists.values() for name in each.webhooks}))

    def list_named(self, name: str) -> RecipientList:
        """The list of this id. Raises Misconfigured, naming those there are, when there is none."""
        if name not in self.lists:
            remedy = f"take one of {', '.join(self.lists)}, or add it"
            raise Misconfigured("no such list", item=f"alerts.yml: {name}", remedy=remedy)
        return self.lists[name]


def read_alerts(path: Path | None = None) -> Alerts:
    """The lists and rules of a file. Raises Misconfigured, naming the entry, when one is not valid."""
    content = read_yaml_checked(path or seeds_folder() / "alerts.yml", "alerts")
    for part in ("lists", "rules"):
        _check_ids(part, [entry["id"] for entry in content[part]])
    alerts = Alerts(
        lists={row["id"]: _list_from(row) for row in content["lists"]}, rules=tuple(map(_rule_from, content["rules"]))
    )
    for rule in alerts.rules:
        for name in rule.tell:
            alerts.list_named(name)
    return alerts


def _check_ids(part: str, ids: list[str]) -> None:
    for name in ids:
        if ids.count(name) > 1:
            raise Misconfigured("stands twice", item=f"alerts.yml: {part}: {name}", remedy="join the two or rename one")


def _list_from(row: dict[str, Any]) -> RecipientList:
    quiet = row.get("quiet_hours", {})
    return RecipientList(
        id=row["id"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        language=row["language"],
        recipients=tuple(row["recipients"]),
        unsubscribe=row["unsubscribe"],
        digest=row["digest"],
        quiet_from=quiet.get("from"),
        quiet_to=quiet.get("to"),
        webhooks=tuple(row.get("webhooks", ())),
        notify=tuple(row.get("notify", ())),
    )


def _rule_from(row: dict[str, Any]) -> Rule:
    return Rule(
        id=row["id"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        kinds=tuple(row["kinds"]),
        condition=row["condition"],
        severity=row["severity"],
        tell=tuple(row["tell"]),
        where={field: tuple(values) for field, values in row.get("where", {}).items()},
        days=tuple(row.get("days", ())),
        cooldown_hours=row.get("cooldown_hours"),
    )
