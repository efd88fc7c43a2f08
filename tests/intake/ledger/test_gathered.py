"""A sheet that says again what the others say is named, since all of it is counted twice."""

from datetime import date

from intake.ledger.gathered import gathered
from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Row, Sheet, squared
from tests.intake.ledger.invented import TODAY
from tests.intake.ledger.promise import FORM

HEAD: Row = ["序号", "收到日期", "申请人", "申请人类型", "申请内容", "答复日期", "办理结果"]


def row(month: int) -> Row:
    day = date(2025, month, 8)
    return ["1", day, f"甲{month}", "公民", f"第{month}号批复", day, "予以公开"]


def sheet(name: str, *months: int) -> Sheet:
    return Sheet(name, squared([list(HEAD), *map(row, months)]))


def told(*sheets: Sheet, leave_out: int | None = None) -> list[str]:
    ledger = Ledger.of([LedgerFile("台账.xlsx", sheets)], FORM, 2025, Memory({}))
    if leave_out is not None:
        ledger.leave_out(leave_out, out=True)
    return list(gathered(ledger, ledger.count(Memory({}), TODAY)))


MONTHS = [sheet(f"{month}月", month) for month in (1, 2, 3, 4)]


def test_the_sheet_that_gathers_the_others_is_named() -> None:
    (note,) = told(*MONTHS, sheet("全年", 1, 2, 3, 4))
    assert note.startswith("“台账.xlsx　全年”的 4 行在其他工作表中都有")


def test_a_sheet_that_gathers_the_others_in_another_layout_is_named() -> None:
    rows: list[Row] = [["编号", "申请人", "类别", "申请日期", "答复时间", "答复类型", "备注"]]
    rows += [
        [f"汇{m}", f"甲{m}", "自然人", f"2025.{m}.8", f"2025年{m}月8日", "予以公开", ""] for m in (1, 2, 3, 4)
    ]
    (note,) = told(*MONTHS, Sheet("汇总", squared(rows)))
    assert note.startswith("“台账.xlsx　汇总”的 4 行在其他工作表中都有")


def test_left_out_it_is_no_matter() -> None:
    assert not told(*MONTHS, sheet("全年", 1, 2, 3, 4), leave_out=4)


def test_a_sheet_with_a_row_of_its_own_gathers_nothing() -> None:
    assert not told(*MONTHS, sheet("另册", 1, 2, 3, 5))


def test_rows_entered_twice_on_their_own_sheet_are_told_one_by_one() -> None:
    assert not told(sheet("上半年", 1, 1, 1), sheet("下半年", 7, 8, 9))


def test_a_ledger_of_one_sheet_has_none_to_gather() -> None:
    assert not told(sheet("全年", 1, 1, 1, 1))
