"""What words mean beside others of their sentence."""

import pytest

from model.prose.words.lexing import tokens_of
from tests.model.prose.telling import kinds


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
    first = tokens_of(sentence, 2023)[0]
    assert (first.kind, first.name) == ("compare", "base")


def test_to_register_is_to_receive_where_applications_are_spoken_of() -> None:
    assert kinds("登记信息公开申请12件")["登记"] == ("action", "received")
    assert kinds("登记车辆12件")["登记"] == ("deed", "foreign")


def test_documents_are_valid_behind_their_number_too() -> None:
    assert kinds("印发规范性文件3件,共有15件规范性文件有效")["有效"] == ("action", "in_force")


def test_cases_that_are_worked_on_further_are_in_hand() -> None:
    assert kinds("2件在法定期限内继续办理")["继续办理"] == ("action", "pending")


def test_titles_say_nothing_where_the_documents_are_named() -> None:
    found = kinds("印发《行政处罚办法》等2件规范性文件")
    assert ("thing", "penalty") not in found.values()
    assert found["规范性文件"] == ("thing", "document")
