from __future__ import annotations

from posture.matching.comparing import Comparison
from posture.matching.joining import are_one_story, other_stories, story_to_join


def tie(likeness: float) -> Comparison:
    same = likeness >= 0.5
    return Comparison(
        verdict="new",
        test="other_words",
        likeness=0.0,
        containment=0.0,
        same_story=same,
        story_likeness=likeness,
        relation="same" if same else "none",
    )


def test_a_report_joins_the_story_most_of_whose_reports_agree() -> None:
    joined = story_to_join([(1, tie(0.9)), (1, tie(0.7)), (1, tie(0.1)), (2, tie(0.2))], barred=frozenset())
    assert joined is not None
    assert (joined[0], joined[1].story_likeness) == (1, 0.9)


def test_one_likely_pair_among_many_unlike_ones_does_not_tie_two_stories() -> None:
    assert story_to_join([(1, tie(0.9)), (1, tie(0.1)), (1, tie(0.2))], barred=frozenset()) is None


def test_the_story_with_more_agreement_wins_over_the_one_with_the_closest_pair() -> None:
    joined = story_to_join([(1, tie(0.95)), (1, tie(0.1)), (2, tie(0.6)), (2, tie(0.7))], barred=frozenset())
    assert joined is not None
    assert joined[0] == 2


def test_a_story_that_a_person_has_ruled_out_is_not_joined() -> None:
    assert story_to_join([(1, tie(0.9))], barred=frozenset({1})) is None


def test_the_first_report_of_all_opens_a_story() -> None:
    assert story_to_join([], barred=frozenset()) is None


def test_the_stories_that_a_report_could_join_too_are_those_that_agree_with_it() -> None:
    compared = [(1, tie(0.9)), (2, tie(0.6)), (3, tie(0.4)), (4, tie(0.8)), (4, tie(0.1))]
    assert other_stories(compared, barred=frozenset({1})) == (2,)


def test_two_stories_are_one_when_their_reports_agree_with_each_other() -> None:
    assert are_one_story([tie(0.9), tie(0.3)])
    assert not are_one_story([tie(0.9), tie(0.05)])
    assert not are_one_story([])
