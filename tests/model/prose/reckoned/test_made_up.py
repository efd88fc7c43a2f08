"""Numbers that those beside them explain."""

import pytest

from model.prose.reckoned.figures import rows
from model.prose.reckoned.made_up import is_made_up


def explained(text: str) -> list[int]:
    """The numbers of a sentence that the others explain."""
    (row,) = rows(text)
    return [int(figure.value) for place, figure in enumerate(row.figures) if is_made_up(row.figures, place)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("网站30条、公众号12条，共42条，屏幕7次。", [30, 12, 42]),
        ("来件9件，其中公开5件、不公开4件，来访3次。", [9, 5, 4]),
        ("新发41件、废止34件，净增7件。", [41, 34, 7]),
        ("新发4件、废止3件，净增1件。", [1]),
        (
            "答复的17件中，公开5件、遮去1件、没有6件、要做1件、来访3件、重提1件，来电7次。",
            [17, 5, 1, 6, 1, 3, 1],
        ),
    ],
)
def test_sums_their_parts_and_what_lies_between(text: str, numbers: list[int]) -> None:
    assert explained(text) == numbers


def test_small_numbers_that_add_up_by_chance_are_not_explained() -> None:
    assert explained("投诉5件、重复1件，另外4件。") == []
