"""What there was, came, went and is left."""

from model.prose.reckoned.figures import rows
from model.prose.reckoned.told_flows import wrong_flows


def doubted(text: str) -> list[str]:
    """What is reckoned where the four do not come out."""
    return [doubt.says for row in rows(text) for doubt in wrong_flows(row.figures)]


def test_four_numbers_that_do_not_come_out() -> None:
    assert doubted("台账上年余19个，本年新增138个，清零150个，年末余17个。") == ["19＋138－150＝7，写的是 17"]


def test_four_that_do_or_are_too_far_off_for_a_slip() -> None:
    assert doubted("台账上年余19个，本年新增138个，清零150个，年末余7个。") == []
    assert doubted("台账上年余19个，本年新增138个，清零50个，年末余42个。") == []


def test_other_numbers_in_a_row() -> None:
    assert doubted("网站12个，新增账号3个，办理来信40件，剩余6件。") == []


def test_what_there_was_may_be_told_at_last() -> None:
    text = "本年印发文件5件，宣布失效8件，有效文件由年初的76件减为{}件。"
    assert doubted(text.format(73)) == []
    assert doubted(text.format(37)) == ["76＋5－8＝73，写的是 37"]


def test_what_there_was_may_be_done_with_already() -> None:
    assert doubted("上年结转4件，已全部办结；本年新收78件，办结71件，结转下年7件。") == []
