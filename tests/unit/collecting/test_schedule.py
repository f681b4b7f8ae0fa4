"""When a source is asked again, how, and what its answer means."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.adapters.web_errors import FailureKind
from posture.collecting.outcomes import GRAVITY, Outcome, gravity_of
from posture.collecting.rhythm import expected_hours, is_silent, limits_of
from posture.collecting.schedule import (
    Conditions,
    Limits,
    after_poll,
    conditions,
    due,
    has_gap,
)
from posture.collecting.states import SourceState
from posture.model import Page
from posture.reading.feeds import FeedOutcome

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
WELL = SourceState(
    source_id="a",
    interval_s=900,
    etag='"1"',
    modified="Sun",
    body_sha256=hashlib.sha256(b"x").hexdigest(),
    last_success_at=NOW,
    last_new_at=NOW,
)


def page(body: bytes = b"x", *, etag: str | None = '"1"', modified: str | None = None) -> Page:
    headers = {name: value for name, value in (("etag", etag), ("last-modified", modified)) if value}
    return Page(url="u", final_url="u", status=200, headers=headers, body=body, fetched_at=NOW)


def delay(state: SourceState) -> float:
    assert state.next_due_at is not None
    return (state.next_due_at - NOW).total_seconds()


def test_every_outcome_of_reading_and_fetching_has_its_gravity() -> None:
    assert set(GRAVITY) == set(get_args(Outcome)) == {*get_args(FeedOutcome), *get_args(FailureKind)}


# ---------- who is asked ----------


def test_the_source_that_waited_longest_is_asked_first() -> None:
    states = [
        SourceState(source_id="later", next_due_at=NOW + timedelta(minutes=1)),
        SourceState(source_id="late", next_due_at=NOW - timedelta(minutes=1)),
        SourceState(source_id="latest", next_due_at=NOW - timedelta(hours=1)),
        SourceState(source_id="never"),
    ]
    assert [state.source_id for state in due(states, NOW)] == ["never", "latest", "late"]


# ---------- how it is asked ----------


def test_a_source_that_is_well_is_asked_under_conditions() -> None:
    assert conditions(WELL) == Conditions(etag='"1"', modified="Sun")


def test_a_source_is_asked_for_the_whole_after_a_failure() -> None:
    assert conditions(after_poll(WELL, "captcha", now=NOW)) == Conditions()


def test_a_source_is_asked_for_the_whole_every_fourth_time() -> None:
    state, asked = WELL, []
    for _ in range(9):
        asked.append(conditions(state) == Conditions())
        state = after_poll(state, "ok" if asked[-1] else "not_modified", now=NOW, known=5, page=page())
    assert [number for number, whole in enumerate(asked, start=1) if whole] == [4, 8]


def test_an_etag_repeated_over_another_body_is_never_trusted_again() -> None:
    state = after_poll(WELL, "ok", now=NOW, new=1, known=5, page=page(b"y"))
    assert conditions(state) == Conditions()
    state = after_poll(state, "ok", now=NOW, known=6, page=page(b"y", modified="Mon"))
    assert conditions(state) == Conditions()


def test_a_time_of_change_repeated_over_another_body_is_never_trusted_again() -> None:
    timed = after_poll(WELL, "ok", now=NOW, new=1, known=5, page=page(b"y", etag=None, modified="Mon"))
    assert conditions(timed) == Conditions(modified="Mon")
    state = after_poll(timed, "ok", now=NOW, new=1, known=5, page=page(b"z", etag=None, modified="Mon"))
    assert conditions(state) == Conditions()
    state = after_poll(timed, "ok", now=NOW, new=1, known=5, page=page(b"z", etag=None, modified="Tue"))
    assert conditions(state) == Conditions(modified="Tue")


def test_a_new_etag_beside_an_old_time_is_trusted() -> None:
    state = after_poll(WELL, "ok", now=NOW, new=1, known=5, page=page(b"y", etag='"2"', modified="Sun"))
    assert conditions(state) == Conditions(etag='"2"', modified="Sun")


def test_a_new_etag_with_a_new_body_is_trusted() -> None:
    state = after_poll(WELL, "ok", now=NOW, new=1, known=5, page=page(b"y", etag='"2"'))
    assert conditions(state) == Conditions(etag='"2"')


def test_a_state_survives_being_kept() -> None:
    state = after_poll(after_poll(WELL, "broken", now=NOW), "timeout", now=NOW, jitter=0.5)
    assert SourceState.from_values(json.loads(json.dumps(state.to_values()))) == state


def test_a_state_kept_by_an_older_version_can_be_read() -> None:
    assert SourceState.from_values({"source_id": "a", "gone": 1}) == SourceState(source_id="a")


# ---------- what an answer means ----------


def test_not_modified_does_not_heal_a_failure() -> None:
    failed = after_poll(WELL, "broken", now=NOW)
    state = after_poll(failed, "not_modified", now=NOW + timedelta(hours=1))
    assert (state.failures, state.last_success_at, state.failing_since) == (failed.failures, NOW, NOW)


def test_a_success_heals_all_failures() -> None:
    state = WELL
    for _ in range(9):
        state = after_poll(state, "status", status=404, now=NOW)
    state = after_poll(state, "ok", now=NOW, known=5, page=page())
    assert (state.failures, state.burden, state.failing_since) == (0, 0, None)
    assert delay(state) < 3600


def test_an_empty_feed_is_a_success_without_news() -> None:
    before = replace(WELL, last_new_at=NOW - timedelta(days=3))
    state = after_poll(before, "empty", now=NOW, page=page())
    assert (state.last_success_at, state.last_new_at, state.failures) == (NOW, before.last_new_at, 0)


@pytest.mark.parametrize(
    ("outcome", "status", "gravity"),
    [("status", 429, "temporary"), ("status", 503, "temporary"), ("status", 403, "soft"), ("status", 410, "hard"),
     ("timeout", None, "temporary"), ("captcha", None, "soft"), ("robots", None, "hard")],
)  # fmt: skip
def test_a_failure_has_its_gravity(outcome: Outcome, status: int | None, gravity: str) -> None:
    assert gravity_of(outcome, status) == gravity


def test_failures_push_the_next_poll_away_in_even_steps_up_to_a_day() -> None:
    state, delays = WELL, []
    for _ in range(60):
        state = after_poll(state, "broken", now=NOW)
        delays.append(delay(state))
    assert delays[:4] == [900 + 1800, 900 + 3600, 900 + 5400, 900 + 7200]
    assert delays[-1] == 24 * 3600, "it is never given up"


def test_a_grave_failure_pushes_further_than_a_passing_one() -> None:
    passing, soft, hard = (after_poll(WELL, outcome, now=NOW) for outcome in ("timeout", "broken", "robots"))
    assert delay(passing) < delay(soft) < delay(hard)


def test_the_server_is_given_the_time_it_asks_for() -> None:
    assert delay(after_poll(WELL, "status", status=429, now=NOW, retry_after_s=7200)) == 7200
    assert delay(after_poll(WELL, "status", status=429, now=NOW, retry_after_s=5)) == 900 + 900


def test_a_random_offset_parts_those_that_failed_together() -> None:
    early, late = (after_poll(WELL, "timeout", now=NOW, jitter=jitter) for jitter in (0.0, 1.0))
    assert delay(late) == pytest.approx(1.1 * delay(early))


# ---------- how often ----------


@pytest.mark.parametrize(
    ("new", "known", "interval"),
    [(0, 30, 1350), (9, 21, 1350), (10, 20, 900), (20, 10, 900), (21, 9, 450), (30, 0, 450), (0, 0, 900)],
)
def test_the_interval_follows_the_overlap(new: int, known: int, interval: float) -> None:
    assert after_poll(WELL, "ok", now=NOW, new=new, known=known, page=page()).interval_s == interval


def test_the_first_poll_of_a_source_does_not_hurry_it() -> None:
    state = after_poll(SourceState(source_id="a"), "ok", now=NOW, new=50, page=page())
    assert state.interval_s == 900


def test_the_interval_stays_between_its_limits() -> None:
    slow = fast = WELL
    for _ in range(30):
        slow = after_poll(slow, "not_modified", now=NOW, limits=Limits(most_s=4000))
        fast = after_poll(fast, "ok", now=NOW, new=30, page=page(), limits=Limits(least_s=200))
    assert (slow.interval_s, fast.interval_s) == (4000, 200)


def test_a_rhythm_sets_how_seldom_a_source_may_be_asked() -> None:
    assert limits_of(1.0).most_s == 1800
    assert limits_of(0.01).most_s == limits_of(0.01).least_s == 300
    assert limits_of(720.0).most_s == 6 * 3600


def test_a_feed_without_a_known_entry_has_a_gap() -> None:
    assert has_gap(WELL, new=30, known=0)
    assert not has_gap(WELL, new=29, known=1)
    assert not has_gap(WELL, new=0, known=0)
    assert not has_gap(SourceState(source_id="a"), new=30, known=0), "of the first poll nothing can be said"


SUNDAY = datetime(2024, 1, 21, 12, tzinfo=UTC)
RAMADAN = datetime(2024, 3, 17, 12, tzinfo=UTC)  # a Sunday too


@pytest.mark.parametrize(
    ("what", "since", "days", "country", "hours"),
    [
        ("Sunday to Thursday in Iraq", SUNDAY, 4, "IQ", 96),
        ("a week with its Friday and Saturday", SUNDAY, 7, "IQ", 144),
        ("Thursday to Sunday in Iraq", SUNDAY + timedelta(days=4), 3, "IQ", 48),
        ("Thursday to Sunday in America", SUNDAY + timedelta(days=4), 3, "US", 52.5),
        ("Sunday to Thursday in Ramadan", RAMADAN, 4, "IQ", 72),
        ("Sunday to Thursday in Ramadan, in America", RAMADAN, 4, "US", 91.5),
        ("a hundred days, not counted one by one", SUNDAY, 100, "IQ", 2400),
        ("no time", SUNDAY, 0, "IQ", 0),
    ],
)
def test_hours_of_weekends_and_of_ramadan_count_in_part(
    what: str, since: datetime, days: int, country: str, hours: float
) -> None:
    assert expected_hours(since, since + timedelta(days=days), country=country) == pytest.approx(hours), what


def test_a_source_is_silent_when_it_brings_nothing_far_beyond_its_rhythm() -> None:
    def silent(hours: float, *, rhythm_hours: float, now: datetime = SUNDAY + timedelta(days=4)) -> bool:
        state = replace(WELL, last_new_at=now - timedelta(hours=hours))
        return is_silent(state, rhythm_hours=rhythm_hours, country="IQ", now=now)

    assert not silent(35, rhythm_hours=1), "one night is quiet"
    assert silent(37, rhythm_hours=1)
    assert not silent(37, rhythm_hours=1, now=SUNDAY - timedelta(hours=6)), "a weekend is quiet"
    assert not silent(200, rhythm_hours=72)
    assert silent(300, rhythm_hours=72)
    assert is_silent(replace(WELL, last_new_at=None), rhythm_hours=1, country="IQ", now=NOW)
    assert not is_silent(SourceState(source_id="a"), rhythm_hours=1, country="IQ", now=NOW)


outcomes = st.sampled_from(sorted(get_args(Outcome)))


@given(st.lists(st.tuples(outcomes, st.integers(0, 50), st.integers(0, 50), st.floats(0, 1)), max_size=40))
def test_whatever_happens_a_source_is_asked_again_within_two_days(polls: list[tuple[Outcome, int, int, float]]) -> None:
    state, now = SourceState(source_id="a"), NOW
    for outcome, new, known, jitter in polls:
        state = after_poll(
            state, outcome, now=now, new=new, known=known, jitter=jitter, retry_after_s=86400, page=page()
        )
        assert state.next_due_at is not None
        assert timedelta(minutes=5) <= state.next_due_at - now <= timedelta(days=2)
        now = state.next_due_at
