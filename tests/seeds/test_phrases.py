"""Each rule of seeds/phrases finds its examples and leaves its counter-examples alone."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from posture.adapters.phrases import read_phrases
from posture.adapters.seeds import read_lexicon, seeds_folder
from posture.errors import Misconfigured
from posture.extracting.extraction import extract
from posture.extracting.phrases import build_phrases
from posture.model import CLAIM_KINDS
from posture.reading.texts import read_text

DAY = date(2024, 1, 26)
LATER = date(2024, 6, 26)  # after every event of history.yml
FOLDER = seeds_folder() / "phrases"
RULES = [rule for rule in read_phrases().rules.values() if rule.kind in (*CLAIM_KINDS, "history")]


def told(text: str, *, day: date = DAY) -> set[str]:
    """What is found in a text of one sentence: events by kind, kinds alone, and dates that cannot be."""
    found = extract(read_text(text, title="", published=day), read_lexicon(), read_phrases())
    claims = {name for claim in found.claims for name in (f"{claim.kind} {claim.event}", f"{claim.kind} None")}
    return claims | {warning.kind for warning in found.warnings}


def wanted(rule) -> set[str]:
    if rule.kind == "history":
        return {"date_conflict"}
    # A withdrawal may be told by a neighbour of the rule ("began leaving"); of an attack the weapon is told.
    alike = {
        "attack": {"attack", "rocket_attack", "drone_attack", "missile_attack", "mortar_attack"},
        "strike": {"strike", "airstrike", "drone_strike"},
        "departure": {"departure", "withdrawal"} if rule.kind == "movement" else {"departure"},
    }.get(rule.event, {rule.event})
    return {f"{rule.kind} {event}" for event in alike}


@pytest.mark.parametrize(("rule", "text"), [pytest.param(r, t, id=f"{r.id}: {t}") for r in RULES for t in r.examples])
def test_an_example_is_found(rule, text):
    assert told(text, day=LATER if rule.kind == "history" else DAY) & wanted(rule)


@pytest.mark.parametrize(("rule", "text"), [pytest.param(r, t, id=f"{r.id}: {t}") for r in RULES for t in r.not_])
def test_a_counter_example_is_left_alone(rule, text):
    assert not told(text, day=LATER if rule.kind == "history" else DAY) & wanted(rule)


def test_each_rule_of_a_claim_has_examples_and_counter_examples():
    assert [rule.id for rule in RULES if not rule.examples or not rule.not_] == []


def test_each_rule_is_named_after_its_file():
    for path in FOLDER.glob("*.yml"):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")).get("rules", ()):
            assert row["id"].split(".")[0] in (path.stem, "part")


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("(a|b", "a bracket is not closed"),
        ("a) b", "its brackets do not match"),
        ("..3 troops", "it must begin with a word"),
        ("troops ..40 left", "a gap is at most 12 words"),
        ("<no_such_list> left", "there is no list"),
        ("[the] ..2", "it must begin with a word"),
    ],
)
def test_a_phrase_that_cannot_be_read_is_refused_aloud(phrase, why):
    with pytest.raises(Misconfigured, match=why.replace("(", r"\(")):
        build_phrases({"x.yml": {"kind": "movement", "rules": [{"id": "movement.x", "en": [phrase]}]}})


def test_two_rules_with_one_id_are_refused():
    row = {"id": "movement.x", "en": ["left"]}
    with pytest.raises(Misconfigured, match="two rules"):
        build_phrases({"x.yml": {"kind": "movement", "rules": [row, row]}})
