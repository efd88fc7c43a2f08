"""Cells of table 三 that are told by the row and the column in which they stand."""

import pytest

from model.prose.claim import Kind
from tests.model.prose.telling import claims

PERSONS, COMPANIES = "自然人申请数", "商业企业申请数"


def readings(text: str, words: str) -> tuple[tuple[str, ...], ...]:
    """What the number told in some words of a text may be."""
    (found,) = [claim for claim in claims(text) if claim.words == words and claim.quantity.unit == "件"]
    return found.readings


@pytest.mark.parametrize(
    "text",
    [
        "商业企业申请办结9件，其中予以公开4件。",
        "从商业企业申请看，予以公开4件、部分公开1件。",
        "就商业企业而言，予以公开4件。",
        "商业企业方面，予以公开4件。",
        "商业企业申请答复情况为：予以公开4件、不予公开2件。",
        "针对商业企业提出的申请，予以公开4件。",
    ],
)
def test_results_of_one_kind_that_applied_are_its_cells(text: str) -> None:
    assert readings(text, "予以公开4件") == ((f"予以公开数×{COMPANIES}",),)


def test_where_it_is_open_whether_those_who_applied_are_all_both_are_admitted() -> None:
    text = "办结商业企业申请9件，其中予以公开4件。"
    assert set(readings(text, "予以公开4件")) == {(f"予以公开数×{COMPANIES}",), ("予以公开数",)}


def test_a_row_goes_on_with_the_kind_that_applied() -> None:
    text = "自然人申请上年结转政府信息公开申请2件，新收21件，结转下年1件。"
    assert (PERSONS,) in readings(text, "新收21件")
    assert (f"结转下年度申请数×{PERSONS}",) in readings(text, "结转下年1件")


def test_a_share_of_the_results_of_one_kind_is_of_what_was_answered_of_it() -> None:
    text = "政府信息公开申请中，对自然人的申请，予以公开14件，占50%。"
    (share,) = [claim for claim in claims(text) if claim.kind is Kind.SHARE]
    assert (f"办结申请总数×{PERSONS}",) in share.over


def test_each_kind_that_applied_has_its_own_results() -> None:
    text = "自然人申请21件，予以公开14件；商业企业申请9件，予以公开4件。"
    assert (f"予以公开数×{COMPANIES}",) in readings(text, "予以公开4件")
    both = "自然人申请21件，办结20件，予以公开14件；商业企业申请9件，办结8件，予以公开6件；律师事务所申请6件，予以公开4件。"
    assert ("予以公开数×法律服务机构申请数",) in readings(both, "予以公开4件")
