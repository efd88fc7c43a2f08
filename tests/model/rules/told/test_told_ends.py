"""Ends of applications in words that no row has, beside those that the tables settle."""

import pytest

from model.prose.reckoned.figures import Figure, rows
from model.rules.told.families import Tables
from model.rules.told.told_ends import wrong_ends
from tests.model.drafts import case

_CELLS = {
    "applications.received.natural_person": "40",
    "applications.granted.natural_person": "12",
    "applications.refused_process_information.natural_person": "3",
    "applications.unavailable_not_held.natural_person": "9",
    "applications.other_remaining.natural_person": "11",
    "applications.carried_out.natural_person": "5",
}
_NAMES = {
    "予以公开": "予以公开数",
    "不予公开": "不予公开数",
    "无法提供": "无法提供数",
    "结转下年": "结转下年度申请数",
}


def settled(figure: Figure) -> frozenset[str] | None:
    """Numbers told in the words of a row are that row's."""
    return frozenset([_NAMES[figure.own]]) if figure.own in _NAMES else None


def doubted(text: str) -> list[str]:
    """What is reckoned of a sentence on 35 applications that were handled, and 5 carried over."""
    (row,) = rows(text)
    tables = Tables.of(case(2023, _CELLS, {}).report)
    return [doubt.says for doubt in wrong_ends(row, tables, settled)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("予以公开12件，不予公开3件，申请人撤回8件，其他处理2件，无法提供9件。", "余下应为 11，写的是 8＋2"),
        (
            "予以公开12件，不予公开3件，无法提供9件，撤回8件，其他处理4件，结转下年5件。",
            "余下应为 11，写的是 8＋4",
        ),
        ("予以公开12件、不予公开3件、终止办理12件、无法提供9件。", "余下应为 11，写的是 12"),
    ],
)
def test_others_that_a_slip_parts_from_what_is_left_for_them(text: str, left: str) -> None:
    assert doubted(text) == [f"其他各类与表格一致，{left}"]


@pytest.mark.parametrize(
    "text",
    [
        "予以公开12件，不予公开3件，申请人撤回8件，其他处理3件，无法提供9件。",
        # One of them tells of some of the others.
        "予以公开12件，不予公开3件，延期答复4件，无法提供9件，撤回11件，结转下年5件。",
        # Too few are settled.
        "予以公开12件，申请人撤回8件，其他处理2件，无法提供9件。",
        # Parts, and what stands apart.
        "予以公开12件，不予公开3件，其中过程性信息1件，无法提供9件。",
        "予以公开12件，不予公开3件；培训2场；无法提供9件，结转下年5件。",
        # What lacks is more than a slip.
        "予以公开12件，不予公开3件，申请人撤回2件，无法提供9件。",
    ],
)
def test_others_that_come_out_or_need_not(text: str) -> None:
    assert doubted(text) == []
