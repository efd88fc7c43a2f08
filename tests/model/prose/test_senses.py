"""What words mean beside others of their sentence."""

import pytest

from model.prose.claim_words import vocabulary
from model.prose.lexing import tokens_of


def kinds(sentence: str, *, listed: bool = False) -> dict[str, tuple[str, str]]:
    """The kind and the name of each word of a squeezed sentence."""
    tokens = tokens_of(sentence, vocabulary(), 2023, listed=listed)
    return {token.words: (token.kind, token.name) for token in tokens}


def test_disclosed_is_a_result_only_where_results_are_listed() -> None:
    assert kinds("公开5件,不予公开3件")["公开"] == ("outcome", "disclosed")
    assert kinds("网站公开5件")["公开"] != ("outcome", "disclosed")


def test_beside_what_was_disclosed_in_part_to_disclose_is_to_grant() -> None:
    assert kinds("公开5件,部分公开3件")["公开"] == ("outcome", "granted")


def test_others_behind_kinds_of_applicants_applied_as_well() -> None:
    assert kinds("商业企业22件,其他2件")["其他"] == ("applicant", "other_organisation")


def test_undone_behind_results_of_disputes_is_one_that_was_corrected() -> None:
    assert kinds("行政复议7件,维持6件,撤销1件")["撤销"] == ("result", "corrected")


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("行政复议3件,维持2件,未结1件", ("result", "pending_result")),
        ("收到信息公开申请3件,办结2件,未结1件", ("action", "pending")),
    ],
)
def test_what_is_unsettled_is_of_what_is_spoken_of(sentence: str, meant: tuple[str, str]) -> None:
    assert kinds(sentence)["未结"] == meant


@pytest.mark.parametrize("sentence", ["超过上年的八成", "与去年持平", "与2022年基本相当"])
def test_a_year_that_is_measured_by_is_compared_with(sentence: str) -> None:
    first = tokens_of(sentence, vocabulary(), 2023)[0]
    assert (first.kind, first.name) == ("compare", "base")


def test_to_register_is_to_receive_where_applications_are_spoken_of() -> None:
    assert kinds("登记信息公开申请12件")["登记"] == ("action", "received")
    assert kinds("登记车辆12件")["登记"] == ("deed", "foreign")


def test_titles_say_nothing_where_the_documents_are_named() -> None:
    found = kinds("印发《行政处罚办法》等2件规范性文件")
    assert ("thing", "penalty") not in found.values()
    assert found["规范性文件"] == ("thing", "document")
