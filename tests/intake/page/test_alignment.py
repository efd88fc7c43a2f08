"""What was found is lined up with what the form prints so that the most fits, and nothing crosses."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from intake.page.alignment import aligned

TABLES = st.integers(0, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 5).map(float), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


def best(scores: Sequence[Sequence[float]]) -> float:
    """The greatest sum of any ascending pairs, by trying them all."""
    found, targets = range(len(scores)), range(len(scores[0]))
    return max(
        sum(scores[i][j] for i, j in zip(these, those, strict=True))
        for size in range(min(len(found), len(targets)) + 1)
        for these in combinations(found, size)
        for those in combinations(targets, size)
    )


@given(TABLES)
def test_no_other_ascending_pairs_fit_better_and_nothing_is_paired_for_nothing(
    scores: list[list[float]],
) -> None:
    pairs = aligned(scores)
    assert list(pairs) == sorted(pairs)
    assert list(pairs.values()) == sorted(set(pairs.values()))
    assert all(scores[i][j] > 0 for i, j in pairs.items())
    assert sum(scores[i][j] for i, j in pairs.items()) == best(scores)


def test_nothing_found_pairs_with_nothing() -> None:
    assert aligned([]) == {}
    assert aligned([[], []]) == {}


def test_one_that_would_cross_two_others_gives_way() -> None:
    assert aligned([[0, 0, 3], [2, 0, 0], [0, 2, 0]]) == {1: 0, 2: 1}
