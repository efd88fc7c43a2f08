"""What is said without a number, against the tables of both years."""

import pytest

from model.check import check
from model.levels import Level
from tests.model.drafts import OVERVIEW, applications, case

NOW = applications(48, 46, 3, 5) | {"disputes.review.upheld": "4", "disputes.direct_suit.upheld": "3"}
LAST = applications(36, 33, 0, 3)
OFFICE = "甲县乙局"


def denied(words: str, now: dict[str, str] = NOW, office: str = OFFICE) -> list[tuple[Level, str]]:
    """The levels and the messages of what is found."""
    checked = case(2023, now, {"overview": f"{OVERVIEW}\n{words}"}, office, LAST)
    return [(one.level, one.message) for one in check(checked).findings if one.code == "N18"]


@pytest.mark.parametrize(
    ("words", "level", "says"),
    [
        ("收到申请48件，均已办结。", Level.WARNING, "收到申请总数为 48，办结申请总数为 46"),
        ("全年无结转申请。", Level.WARNING, "上年结转申请数为 3，结转下年度申请数为 5"),
        ("收到政府信息公开申请48件，均予以公开。", Level.EXPLAIN, "予以公开数＋部分公开数为 46"),
        ("本年度无复议诉讼案件。", Level.WARNING, "行政复议总数为 4，行政诉讼总数为 3"),
        ("今年收到申请48件，减少12件。", Level.WARNING, "本年 48，上年 36，实际增长 12（33.3%）"),
        ("收到政府信息公开申请48件，与上年基本持平。", Level.EXPLAIN, "实际增长 12（33.3%）"),
        ("收到政府信息公开申请48件，较去年翻了一番。", Level.EXPLAIN, "实际增长 12（33.3%）"),
    ],
)
def test_what_the_tables_deny(words: str, level: Level, says: str) -> None:
    ((found, message),) = denied(words)
    assert found is level
    assert says in message


@pytest.mark.parametrize(
    "words",
    [
        "今年收到申请48件，增加12件。",
        "收到政府信息公开申请48件，较上年明显增加。",
        "行政诉讼3件，较上年有所增加。",
        "收到申请10件，均已办结。",
        "我县无结转下年度的申请。",
    ],
)
def test_what_is_so_or_of_others(words: str) -> None:
    assert denied(words) == []


def test_all_that_came_may_be_handled_though_others_were_carried_in() -> None:
    assert denied("收到申请48件，均已办结。", applications(48, 48, 3, 3)) == []
    assert denied("全年无结转申请。", applications(48, 51, 3, 0)) == []


def test_a_government_speaks_of_its_area() -> None:
    assert denied("全县无结转下年度的申请。", office="甲县人民政府") != []


def test_what_another_rule_finds_is_not_told_again() -> None:
    assert denied("收到政府信息公开申请48件，较上年减少12件。") == []


def test_not_all_reviews_were_upheld_and_not_only_persons_applied() -> None:
    some = NOW | {"disputes.review.other": "1"}
    ((level, message),) = denied("行政复议5件，均维持。", some)
    assert (level, "行政复议总数为 5，行政复议维持数为 4" in message) == (Level.WARNING, True)
    assert denied("行政复议4件，均维持。") == []
    other = NOW | {"applications.received.enterprise": "2"}
    assert [level for level, _ in denied("收到申请50件，均为自然人提出。", other)] == [Level.WARNING]
    assert denied("收到申请48件，均为自然人提出。") == []


def test_a_result_that_there_was_is_not_denied() -> None:
    some = NOW | {"applications.partial.natural_person": "2"}
    assert [level for level, _ in denied("申请中，没有部分公开的情形。", some)] == [Level.WARNING]
    assert denied("申请中，没有部分公开的情形。") == []
