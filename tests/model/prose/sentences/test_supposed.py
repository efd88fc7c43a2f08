"""What numbers may tell that tell nothing certain by themselves."""

import pytest

from model.prose.claim import Claim
from model.prose.claims.claims import claims_in

_ASKED = "收到政府信息公开申请30件，不予公开9件"


def supposed(text: str) -> list[tuple[str, int]]:
    """The first reading of what a text may claim, and its number."""
    return [("＋".join(claim.readings[0]), int(claim.quantity.low)) for claim in doubted(text)]


def doubted(text: str) -> list[Claim]:
    """What may be more or less than what the tables count."""
    return [claim for _, claim in claims_in(text, 2023, "overview") if claim.doubt == "kind"]


@pytest.mark.parametrize(
    ("reason", "row"),
    [
        ("执法案卷", "refused_enforcement_file"),
        ("商业秘密", "refused_third_party"),
        ("行政查询", "refused_administrative_inquiry"),
        ("内部事务信息", "refused_internal_affairs"),
    ],
)
def test_a_reason_in_other_words_may_be_a_row_of_table_three(reason: str, row: str) -> None:
    assert supposed(f"{_ASKED}（{reason}4件）。") == [(f"applications.{row}.total", 4)]


def test_a_reason_of_an_applicant_or_of_other_things_is_none() -> None:
    assert supposed("评查执法案卷4件。") == []
    assert supposed(f"{_ASKED}，其中自然人执法案卷类4件。") == []


def test_what_is_put_before_the_public_may_be_all_that_was_decided() -> None:
    assert supposed("依法公示行政许可57件、行政处罚14件。") == [("行政许可数", 57), ("行政处罚数", 14)]
    assert supposed("审核行政许可57件。") == []


def test_decisions_may_be_told_by_the_ends_of_their_names() -> None:
    assert supposed("全年许可57件、处罚14件、强制2件。") == [
        ("行政许可数", 57),
        ("行政处罚数", 14),
        ("行政强制数", 2),
    ]
    assert supposed("受理许可申请57件，处罚率2%。") == []


def test_disputes_may_be_about_disclosure_where_nothing_says_so() -> None:
    assert supposed("行政复议7件：维持4件，纠正3件。") == [
        ("行政复议总数", 7),
        ("行政复议维持数", 4),
        ("行政复议纠正数", 3),
    ]
    assert doubted("因政府信息公开引起的行政复议7件。") == []


def test_a_decision_may_be_of_the_field_that_an_office_is_called_after() -> None:
    (claim,) = doubted("全年交通运输行政许可57件。")
    assert (claim.readings[0], claim.field) == (("行政许可数",), "交通运输")


def test_what_is_left_of_documents_may_be_those_in_force() -> None:
    assert supposed("规范性文件：制发7件，废止3件，年末41件。") == [("规范性文件现行有效数", 41)]
    assert supposed("年末行政规范性文件41件。") == [("规范性文件现行有效数", 41)]


def test_documents_that_something_is_done_with_are_no_stock() -> None:
    assert supposed("规范性文件：制发7件，废止3件，年末抽查9件。") == []
    assert supposed("规范性文件：制发7件，废止3件，剩余4件正在修改。") == []


@pytest.mark.parametrize("words", ["不予处罚21件", "免予处罚6件"])
def test_what_was_not_decided_is_no_decision(words: str) -> None:
    assert supposed(f"立案863件，{words}。") == []


def test_beside_what_was_repealed_and_is_in_force_documents_may_be_those_issued() -> None:
    assert supposed("规范性文件6件，废止1件，现行有效28件。") == [("规范性文件制发数", 6)]
    assert supposed("规范性文件6件，废止1件。") == []
    assert supposed("清理规范性文件6件，废止1件，现行有效28件。") == []


def test_decisions_that_are_over_may_be_all_that_were_made() -> None:
    assert supposed("全年办结行政许可57件。") == [("行政许可数", 57)]
