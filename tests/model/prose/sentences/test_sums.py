"""Totals of a sentence and the parts told with them: they are told where they do not agree, and only there."""

from decimal import Decimal

import pytest

from model.prose.pieces.subject import Subject
from model.prose.sentences.sentence import read_sentence
from model.prose.sentences.sums import row_before, sums_in, ways_in
from model.prose.words.claim_words import vocabulary


def sums(sentence: str) -> list[tuple[int, list[int], bool]]:
    """Each total of a squeezed sentence that its parts miss: the total, the parts, and whether it is sure."""
    _, lines = read_sentence(sentence, Subject(when=2023), 2023, listed=False)
    return [
        (int(found.quantity.low), [int(part.low) for part in found.parts], found.sure)
        for found in sums_in(lines, vocabulary())
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "网站发布信息30条,其中图片18条、文字12条",
        "网站发布信息30条,其中图片18条",
        "行政复议34件,其中审结31件,维持22件",
        "收到来信12件,其中线上8件、线下4件",
        "予以公开12件、部分公开4件,两项合计16件",
        "行政复议9件,行政诉讼4件,其中行政复议3件、行政诉讼2件未审结",
        "发放手册3000份、海报600张、折页1400份,合计5000份",
    ],
)
def test_a_total_that_its_parts_make_up_or_do_not_exceed_is_right(sentence: str) -> None:
    assert sums(sentence) == []


def test_parts_that_exceed_their_total_cannot_be_right() -> None:
    assert sums("收到来信12件,其中线上8件、线下5件") == [(12, [8, 5], True)]


def test_what_came_in_more_than_the_year_before_has_no_parts() -> None:
    assert sums("收到来信95件,比去年增加12件,其中线上80件、线下15件") == []


def test_reviews_and_suits_left_are_no_more_than_both_told_before() -> None:
    assert sums("行政复议1件,行政诉讼2件,其中行政复议3件、行政诉讼2件未审结") == [(2, [3, 2], True)]


def test_what_is_told_within_one_of_several_parts_is_summed() -> None:
    within = Subject(when=2023, among=True)
    _, lines = read_sentence("不予公开的3件中涉及第三方2件、过程性信息2件", within, 2023, listed=True)
    assert [int(entry.quantity.low) for entry in sums_in(lines, vocabulary())] == [3]


def test_ways_that_are_all_there_is_may_not_fall_short() -> None:
    assert sums("收到来信12件,其中线上8件、线下3件") == [(12, [8, 3], True)]
    assert sums("收到来信12件,其中网上8件、其他方式3件") == [(12, [8, 3], True)]


def test_a_total_behind_its_parts_adds_up_as_many_as_it_says() -> None:
    assert sums("予以公开12件、部分公开4件、不予公开2件,三项合计19件") == [(19, [12, 4, 2], True)]


def test_what_became_of_a_part_is_no_part_of_what_came_in() -> None:
    assert sums("收到政府信息公开申请23件,其中答复20件,结转下年4件") == []


def test_numbers_joined_before_a_number_are_one_row_with_it() -> None:
    _, lines = read_sentence("行政复议2件、行政诉讼1件", Subject(when=2023), 2023, listed=False)
    assert [number.low for number in row_before(1, lines)] == [Decimal(2)]
    assert row_before(0, lines) == ()


def test_ways_in_which_applications_came_are_found_in_a_list() -> None:
    _, lines = read_sentence("网上申请12件,自然人4件,当面申请3件", Subject(when=2023), 2023, listed=False)
    assert [number.low for number in ways_in(lines)] == [Decimal(12), Decimal(3)]


def test_what_became_of_applications_in_a_bracket_cannot_be_more_than_they_are() -> None:
    words = "收到政府信息公开申请56件,受理18件（予以公开{}件,部分公开2件,不属于本机关公开8件,信息不存在2件）"
    assert [total for total, *_ in sums(words.format(9))] == [18]
    assert sums(words.format(6)) == []


def test_what_was_answered_and_what_is_left_are_no_fewer_than_came_in() -> None:
    words = "收到政府信息公开申请7件,其中,{}件均严格按时限答复,1件结转下年办理"
    assert sums(words.format(5)) == [(7, [5, 1], False)]
    assert sums(words.format(6)) == sums(words.format(8)) == []
