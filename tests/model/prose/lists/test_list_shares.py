"""Of the shares of one list, the one that is not right for the total of the others is odd."""

import pytest

from model.prose.lists.list_shares import odd_shares

LIST = "公开信息320条,其中动态240条,占{}%;公告60条,占18.75%;其他20条,占6.25%。"


def odd(text: str) -> list[tuple[str, int]]:
    return [(str(share.quantity.low), int(share.part.low)) for share in odd_shares(text)]


def test_the_share_that_alone_does_not_agree_with_its_total() -> None:
    assert odd(LIST.format("57")) == [("57", 240)]


def test_a_bracket_between_a_number_and_its_share_is_passed_by() -> None:
    words = "公开信息320条,其中动态240条（本局90条,所属单位150条）,占{}%;公告60条,占18.75%;其他20条,占6.25%。"
    assert odd(words.format("57")) == [("57", 240)]
    assert odd(words.format("75")) == []


@pytest.mark.parametrize("share", ["75", "75.0", "75.1"])
def test_shares_that_agree_as_they_are_rounded(share: str) -> None:
    assert odd(LIST.format(share)) == []


def test_a_share_that_is_cut_off_at_its_last_digit() -> None:
    assert odd("公开信息12条,其中公文5条,占41%;指南1条,占8%;预算2条,占17%;其他4条,占33%。") == []


def test_shares_of_another_whole_are_not_questioned() -> None:
    assert odd("收到申请20件,其中网上10件,占40%;信函6件,占24%;当面4件,占16%。") == []
