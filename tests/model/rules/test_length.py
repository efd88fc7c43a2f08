"""A limit of the office's own on the first text: what is printed counts, and no limit asks for nothing."""

import pytest

from model.check import check
from model.rules.length import length_of
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, field, finished


@pytest.mark.parametrize("limit", ["", "0", "没有", "99999字", str(length_of(OVERVIEW))])
def test_within_the_limit_or_without_one(limit: str) -> None:
    assert not check(Case(field(finished(), "limit", limit))).findings


@pytest.mark.parametrize("limit", ["1e3", "一千", "abc"])
def test_a_limit_that_is_no_number_is_told_since_nothing_is_checked(limit: str) -> None:
    (finding,) = check(Case(field(finished(), "limit", limit))).findings
    assert (finding.code, finding.page) == ("S15", "cover")
    assert f"“{limit}”不是数字" in finding.message


def test_one_character_too_many() -> None:
    report = field(finished(), "limit", str(length_of(OVERVIEW) - 1))
    (finding,) = check(Case(report)).findings
    assert finding.code == "S15"
    assert "多出 1 字" in finding.message


def test_a_number_field_counts_as_what_is_printed() -> None:
    report = finished(texts={"overview": OVERVIEW + "{行政许可数}"})
    (finding,) = check(Case(field(report, "limit", str(length_of(OVERVIEW))))).findings
    assert "多出 1 字" in finding.message


def test_blanks_are_no_characters() -> None:
    assert length_of("　甲 乙\n丙，") == 4
