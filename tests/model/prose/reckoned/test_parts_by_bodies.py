"""Parts that an office and the bodies under it have."""

import pytest

from model.prose.reckoned.figures import Figure, rows
from model.prose.reckoned.parts_by_bodies import are_of_all_bodies, parts_by_bodies


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of a sentence."""
    (row,) = rows(text)
    return row.figures


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("制发9件，其中县政府4件、部门和乡镇5件。", 2),
        ("收到83件；本级收到23件，县区收到60件。", 2),
        ("收到83件；县政府20件、部门23件、乡镇40件。", 3),
        ("收到83件；本级收到23件，结转60件。", 0),
        ("收到83件，县区收到60件，本级收到23件。", 0),
    ],
)
def test_the_parts_by_who_did_it(text: str, parts: int) -> None:
    total, *behind = figures(text)
    assert len(parts_by_bodies(total, behind)) == parts


def test_only_with_those_under_an_office_all_are_told() -> None:
    assert are_of_all_bodies(figures("县政府4件、部门和乡镇5件。"))
    assert not are_of_all_bodies(figures("县政府4件、住建局5件。"))
