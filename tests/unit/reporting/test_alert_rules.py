"""seeds/alerts.yml is believed only when every entry is understood; a mistake is named with its entry."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from posture.adapters.alert_rules import read_alerts
from posture.errors import Misconfigured
from posture.reporting.alerts import CONDITIONS

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture
def content() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((SEEDS / "alerts.yml").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def write(tmp_path: Path) -> Any:
    (tmp_path / "schema").mkdir()
    shutil.copy(SEEDS / "schema" / "alerts.json", tmp_path / "schema")

    def make(content: dict[str, Any]) -> Path:
        path = tmp_path / "alerts.yml"
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return path

    return make


def test_the_file_of_the_project_is_valid_and_sorted() -> None:
    alerts = read_alerts()
    assert list(alerts.lists) == sorted(alerts.lists)
    assert [rule.id for rule in alerts.rules] == sorted(rule.id for rule in alerts.rules)
    assert {each.language for each in alerts.digest_lists} == {"ar", "en"}
    assert {rule.condition for rule in alerts.rules} <= {*CONDITIONS, "coming", "passed", "silent", "told"}
    assert alerts.digest_lists[0].language == "en"  # what a newcomer is shown


def test_what_is_read_is_what_is_written(content: dict[str, Any], write: Any) -> None:
    content["lists"][1]["quiet_hours"] = {"from": 23, "to": 5}
    content["lists"][1] |= {"webhooks": ["wire", "board"], "notify": ["posture_alerts"]}
    content["rules"][0] |= {"kinds": ["movement"], "condition": "always", "where": {"place": ["syria"]}}
    alerts = read_alerts(write(content))
    assert (alerts.lists["desk_ar"].quiet_from, alerts.lists["desk_ar"].quiet_to) == (23, 5)
    assert alerts.webhooks == ("board", "wire")
    assert alerts.lists["desk_ar"].ways == (
        ("mail", "desk-ar@posture.example"), ("webhook", "wire"), ("webhook", "board"), ("notify", "posture_alerts"),
    )  # fmt: skip
    assert alerts.rules[0].where == {"place": ("syria",)}


@pytest.mark.parametrize(
    ("part", "change", "named"),
    [
        pytest.param("rules", {"condition": "sometimes"}, "rules", id="a condition that nobody knows"),
        pytest.param("rules", {"tell": ["nobody"]}, "nobody", id="a list that does not exist"),
        pytest.param("rules", {"where": {"colour": ["red"]}}, "rules", id="a field that no claim has"),
        pytest.param("rules", {"kinds": ["variant"]}, "rules", id="variants on a condition of claims"),
        pytest.param("rules", {"cooldown": 6}, "rules", id="something that is not done"),
        pytest.param("lists", {"recipients": ["a@b.example\nBcc: c@d.example"]}, "lists", id="a header in an address"),
        pytest.param("lists", {"language": "fr"}, "lists", id="a language in which we do not tell"),
        pytest.param("lists", {"unsubscribe": "http://a.example"}, "lists", id="no safe way to leave"),
    ],
)
def test_a_mistake_is_refused_by_name(
    part: str, change: dict[str, Any], named: str, content: dict[str, Any], write: Any
) -> None:
    content[part][0] |= change
    with pytest.raises(Misconfigured, match=named):
        read_alerts(write(content))


@pytest.mark.parametrize("part", ["rules", "lists"])
def test_an_id_that_stands_twice_is_refused(part: str, content: dict[str, Any], write: Any) -> None:
    content[part].append(content[part][0])
    with pytest.raises(Misconfigured, match="stands twice"):
        read_alerts(write(content))
