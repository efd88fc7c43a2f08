"""Paragraphs of two versions are paired by the words they share, in their order."""

import pytest

from model.review.paragraph_pairs import paired

A, B, C = "全年主动公开信息若干条。", "依申请公开工作平稳有序。", "监督保障措施逐步完善。"


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([A, B, C], [A, B, C], ()),
        ([A, B, C], [A, "依申请公开工作总体平稳有序。", C], ((1, 1),)),
        ([A, B, C], [A, C], ((1, None),)),
        ([A, C], [A, B, C], ((None, 1),)),
        (
            [A, B],
            ["全年主动公开各类信息若干条。", "新的一段说别的事。", "依申请公开工作平稳。"],
            ((0, 0), (None, 1), (1, 2)),
        ),
        ([A, B, C], [B, "监督保障措施正在逐步完善。", A], ((0, None), (2, 1), (None, 2))),
        ([], [A], ((None, 0),)),
        ([A], [], ((0, None),)),
    ],
)
def test_paragraphs_are_paired(
    old: list[str], new: list[str], pairs: tuple[tuple[int | None, int | None], ...]
) -> None:
    assert paired(old, new) == pairs


def test_a_text_written_anew_is_left_out_and_put_in() -> None:
    old, new = [f"旧{n}段" * 3 for n in range(80)], [f"新{n}节" * 3 for n in range(90)]
    pairs = paired(old, new)
    assert [i for i, j in pairs if j is None] == list(range(80))
    assert [j for i, j in pairs if i is None] == list(range(90))
