"""Days are read in every usual spelling; what is no day, or not surely one, says why."""

from datetime import date, datetime, time

import pytest

from intake.ledger.days import Days, Fault, shown
from intake.ledger.sheets import Raw

BLANKS = frozenset(("", "/", "无"))


def read(raw: Raw, year: int | None = None) -> str:
    """The day that a cell says, or why it says none."""
    day = Days(BLANKS, 2024, year)[raw]
    return day.why if isinstance(day, Fault) else "" if day is None else shown(day)


@pytest.mark.parametrize(
    "raw",
    [
        "2024-3-8", "2024.3.8", "2024/3/8", "2024/03/08", "20240308", 20240308, 20240308.0, "2024年3月8日", "2024年3月8号",
        " 2024 年 3 月 8 日 ", "２０２４－３－８", "2024-03-08 09:30", "2024-03-08 09:30:15", "2024-03-08T09:30:15",
        "24.3.8", "24年3月8日", "2024、3、8", "2024 。3。8", "2024_3_8", "2024—3—8", "2024年3月8日收", "2024.03.08上午",
        "二〇二四年三月八日", "2024年3月8日（周五）",
        45359, 45359.0, "45359", date(2024, 3, 8),
        datetime(2024, 3, 8, 9, 30),  # noqa: DTZ001
        "2024-3-8（补正后重新计算）",
    ],
)  # fmt: skip
def test_a_day_in_any_usual_spelling(raw: Raw) -> None:
    assert read(raw) == "2024-03-08"


@pytest.mark.parametrize("raw", ["3月8日", "3.8", "3-8", "03/08", "3月8日上午"])
def test_a_day_without_a_year_has_that_of_the_title(raw: str) -> None:
    assert read(raw, 2024) == "2024-03-08"
    assert "看不出年份" in read(raw)


@pytest.mark.parametrize("raw", ["", "/", "无", " "])
def test_a_blank_is_no_day_and_no_fault(raw: str) -> None:
    assert read(raw) == ""


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("2024-2-30", "没有这一天"), ("2023年2月29日", "没有这一天"), ("2024-13-1", "没有这一天"),
        (20241301, "没有这一天"),
        ("2024-3-8至2024-3-20", "不止一个日期"), ("2024年3月", "不是完整的日期"), ("三月上旬", "不是完整的日期"),
        ("暂缺", "不是完整的日期"),
        (57, "不是日期"), (3.8, "不是日期"), (time(9, 30), "不是日期"), (True, "不是日期"), ("03/08/2024", "不是完整的日期"),
    ],
)  # fmt: skip
def test_what_is_no_day_says_why(raw: Raw, why: str) -> None:
    assert why in read(raw)
