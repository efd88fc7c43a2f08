"""Of two versions of a text the sentences that differ are told, the differing words between marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.review.changed_passages import CLOSES, OPENS, changed_passages


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "甲事办了12件。乙事如常。",
            "甲事办了15件。乙事如常。",
            [("甲事办了〔12〕件。", "甲事办了〔15〕件。")],
        ),
        ("甲。乙。", "乙。", [("甲。", "")]),
        ("", "新的一句。", [("", "新的一句。")]),
        ("甲。", "甲。\n新段。", [("", "新段。")]),
        ("首句。中间1次。末句。", "首句。中间2次。末句。", [("中间〔1〕次。", "中间〔2〕次。")]),
        ("一样。", "一样。", []),
        (
            "办了1件。中间不变。又办2件。",
            "办了3件。中间不变。又办4件。",
            [("办了〔1〕件。", "办了〔3〕件。"), ("又办〔2〕件。", "又办〔4〕件。")],
        ),
    ],
)
def test_each_sentence_that_differs_is_told_once(old: str, new: str, told: list[tuple[str, str]]) -> None:
    assert list(changed_passages(old, new)) == told


@given(*[st.text("甲乙丙12。；\n", max_size=40)] * 2)
def test_texts_that_differ_are_never_told_as_the_same(old: str, new: str) -> None:
    passages = list(changed_passages(old, new))
    assert bool(passages) == (old != new)


@given(*[st.text("甲乙丙12。；\n", max_size=40)] * 2)
def test_what_is_told_stands_in_the_texts(old: str, new: str) -> None:
    for before, after in changed_passages(old, new):
        assert before.replace(OPENS, "").replace(CLOSES, "").strip() in old
        assert after.replace(OPENS, "").replace(CLOSES, "").strip() in new
