"""What is said of the tables without a number, and what only looks so."""

import pytest

from model.errors import WordsError
from model.prose.outright import LONGEST_PARAGRAPH, Says, read_words, said_outright


def said(text: str, section: str = "overview") -> list[tuple[Says, tuple[str, ...]]]:
    """What a text of a report on 2023 says, and of what."""
    return [(one.says, one.things) for one in said_outright(text, 2023, section)]


@pytest.mark.parametrize(
    ("text", "says", "things"),
    [
        ("本年度无结转申请。", Says.NONE_EITHER, ("carried",)),
        ("没有结转到下年度的申请。", Says.NONE, ("carried",)),
        ("9件申请均已办结。", Says.ALL, ("handled",)),
        ("收到申请9件，全部予以公开。", Says.ALL, ("granted",)),
        ("全年未发生行政诉讼。", Says.NONE, ("suit",)),
        ("2023年无复议诉讼案件。", Says.NONE, ("review", "suit")),
        ("收到申请数量较上年略有下降。", Says.DOWN, ("received",)),
        ("收到申请9件，与上年持平。", Says.SAME, ("received",)),
        ("收到申请9件，较去年翻了一番。", Says.DOUBLE, ("received",)),
        ("本年收到申请9件，增加2件。", Says.UP, ("received",)),
        ("行政复议9件，全部维持。", Says.ALL, ("upheld",)),
        ("9件信息公开行政复议案件均维持原行政行为。", Says.ALL, ("upheld",)),
        ("收到申请9件，均为自然人提出。", Says.ALL, ("persons",)),
        ("政府信息公开申请中，没有部分公开的情形。", Says.NONE, ("partial",)),
        ("本年度未作出不予公开决定的申请。", Says.NONE, ("refused",)),
        ("收到申请9件，未作出不予处理决定。", Says.NONE, ("declined",)),
        ("收到申请9件，无不予公开情形。", Says.NONE, ("refused",)),
        ("行政复议9件，均获维持。", Says.ALL, ("upheld",)),
        ("三起行政复议结果均为维持。", Says.ALL, ("upheld",)),
        ("行政许可120件，较上年有所减少。", Says.DOWN, ("licences",)),
        ("信息公开零复议、零诉讼。", Says.NONE, ("review", "suit")),
        ("全部申请已在年内办结。", Says.ALL, ("handled",)),
    ],
)
def test_what_is_said(text: str, says: Says, things: tuple[str, ...]) -> None:
    assert said(text) == [(says, things)]


@pytest.mark.parametrize(
    "text",
    [
        "办理提案3件，均已办结，无结转。",
        "收到申请9件，除2件结转下年度外，均已办结。",
        "上半年收到申请9件，均已办结。",
        "2022年收到申请9件，均已办结，无结转。",
        "各镇无结转申请。",
        "收到申请9件，维持原渠道。",
        "企业申请中，没有部分公开的情形。",
        "来访者均为自然人。",
        "可以公开的，全部予以公开。",
        "未发生被纠错的行政复议。",
        "作出行政处罚30件，未发生行政复议、行政诉讼。",
        "信息公开行政复议9件，均未提起行政诉讼。",
        "窗口咨询量较上年有所下降。",
        "收到申请9件，其中网上4件，减少2件。",
    ],
)
def test_what_is_told_of_something_else_or_of_some(text: str) -> None:
    assert said(text) == []


def test_it_stands_where_its_words_stand() -> None:
    text = "概况\n收到申请 9 件， 均 已办结。"
    (one,) = said_outright(text, 2023, "overview")
    assert text[one.start : one.end] == one.words == "均 已办结"


def test_only_where_applications_for_disclosure_are_named_it_is_sure() -> None:
    named, bare = (
        said_outright(f"{words}申请数量较上年有所下降。", 2023, "") for words in ("政府信息公开", "")
    )
    assert named[0].sure
    assert not bare[0].sure


def test_words_that_lack_something_are_told() -> None:
    with pytest.raises(WordsError):
        read_words({"fragment": {}, "shape": {"turn": "<since>"}, "guard": {}})


@pytest.mark.parametrize(
    "words", ["申请，无结转" + "申请件件" * 60 + "多", "申请均" + "已依法依规" * 50 + "多"]
)
def test_words_told_over_and_over_are_read_to_the_end(words: str) -> None:
    assert said(f"{words}。") == []


def test_a_paragraph_longer_than_any_office_writes_is_left_unread() -> None:
    words = "本年度无结转申请。"
    longest = words + "各项制度执行到位。" * (LONGEST_PARAGRAPH // 9 - 1)
    assert said(longest) == [(Says.NONE_EITHER, ("carried",))]
    assert said(longest + "制度健全完备。") == []
