"""A paragraph that was left out at one place and put in at another is known again, reworded or not."""

import pytest

from model.review.moved_paragraphs import moved

A, B, C = "全年主动公开信息若干条。", "依申请公开工作平稳有序。", "监督保障措施逐步完善。"


@pytest.mark.parametrize(
    ("gone", "come", "found"),
    [
        ([A], [A], {0: 0}),
        ([A, B], [B, C, A], {0: 2, 1: 0}),
        ([B], ["依申请公开工作总体平稳有序。"], {0: 0}),
        ([A], [B], {}),
        (["无。"], ["无。"], {}),
        ([A, A], [A], {0: 0}),
        ([A], [], {}),
    ],
)
def test_each_is_found_once_and_the_likest_first(
    gone: list[str], come: list[str], found: dict[int, int]
) -> None:
    assert moved(gone, come) == found


def test_in_another_text_none_is_looked_for() -> None:
    assert moved([A] * 61, [A]) == {}
