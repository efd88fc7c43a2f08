"""A ledger of one or several sheets: which of them are counted, as what, and where a row stands."""

from datetime import date

import pytest

from intake.errors import NotUnderstood
from intake.ledger.columns import Field
from intake.ledger.ledger import Ledger, likely_year
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile, read_ledger
from intake.ledger.sheets import Row, Sheet, squared
from intake.ledger.words import words_of
from model.form_file import load_form
from tests.intake.ledger.files import APPLICATIONS, PLAIN, sheets_of
from tests.intake.ledger.invented import TODAY, YEAR, truth
from tests.intake.ledger.promise import FORM, counted_from

HEAD: Row = ["编号", "收到日期", "申请人类型", "答复日期", "办理结果"]
DAY = date(2025, 3, 8)
FIRST: Row = ["1", DAY, "公民", DAY, "予以公开"]
GRANTED = "applications.granted.natural_person"


def sheet(*rows: Row, name: str = "台账") -> Sheet:
    return Sheet(name, squared([*map(list, rows)]))


def ledger(*sheets: Sheet, memory: Memory | None = None) -> Ledger:
    return Ledger.of([LedgerFile("台账.xlsx", sheets)], FORM, YEAR, memory or Memory({}))


def granted(made: Ledger) -> int:
    return made.count(Memory({}), TODAY).cells.get(GRANTED, 0)


def test_places_count_on_over_all_sheets_and_lead_back_to_sheet_and_row() -> None:
    made = ledger(sheet(HEAD, FIRST, FIRST, name="上半年"), sheet(HEAD, FIRST, name="下半年"))
    assert [part.first_place for part in made.parts] == [1, 4]
    assert made.last_place == 5
    assert [made.find(place)[1] for place in range(1, 6)] == [1, 2, 3, 1, 2]
    assert made.where(5) == "下半年　第 2 行"
    assert made.rows_at([2, 5]) == [FIRST, FIRST]
    for place in (0, 6):
        with pytest.raises(KeyError):
            made.find(place)


def test_a_ledger_of_one_sheet_names_the_row_alone() -> None:
    assert ledger(sheet(HEAD, FIRST)).where(2) == "第 2 行"


def test_a_sheet_can_be_left_out_and_taken_in_again() -> None:
    made = ledger(sheet(HEAD, FIRST, name="甲"), sheet(HEAD, FIRST, FIRST, name="乙"))
    assert granted(made) == 3
    made.leave_out(1, out=True)
    assert granted(made) == 1
    made.leave_out(1, out=False)
    assert granted(made) == 3


def test_a_column_that_is_used_otherwise_is_so_on_all_sheets_with_the_same_heads() -> None:
    memory = Memory({})
    other = sheet(["另编号", *HEAD[1:]], FIRST, name="丙")
    made = ledger(sheet(HEAD, FIRST, name="甲"), sheet(HEAD, FIRST, name="乙"), other, memory=memory)
    made.confirm(memory)
    assert [part.known for part in made.parts] == [True, True, True]
    made.use(0, 4, None)
    assert [part.layout.fields[4] for part in made.parts] == [None, None, Field.OUTCOME]
    assert [part.known for part in made.parts] == [False, False, True]
    assert not made.known
    assert [line[:12] for line in made.missing] == ["“台账.xlsx　甲”看", "“台账.xlsx　乙”看"]
    with pytest.raises(NotUnderstood, match="看不出哪一列是“办理结果”。请指明各列的用途后再统计"):
        made.count(Memory({}), TODAY)


def test_what_was_confirmed_needs_no_question_the_next_time() -> None:
    memory = Memory({})
    first = ledger(sheet(HEAD, FIRST), memory=memory)
    assert not first.known
    first.confirm(memory)
    assert ledger(sheet(HEAD, FIRST), memory=memory).known
    assert not ledger(sheet([*HEAD, "备注"], FIRST), memory=memory).known


def test_sheets_left_out_are_neither_confirmed_nor_lack_columns() -> None:
    memory = Memory({})
    made = ledger(
        sheet(HEAD, FIRST), sheet(["编号", "收到日期", "答复日期"], FIRST[:3], name="旧"), memory=memory
    )
    assert made.missing[0].startswith("“台账.xlsx　旧”")
    made.leave_out(1, out=True)
    assert len(made.missing) == 0
    made.confirm(memory)
    assert [part.known for part in made.parts] == [True, False]
    assert made.known


def test_the_title_is_that_of_the_first_sheet() -> None:
    assert (
        ledger(sheet(["某局2025年台账"], HEAD, FIRST), sheet(["附"], HEAD, FIRST)).title
        == "某局2025年台账 台账"
    )


def test_the_year_that_a_titles_row_tells_is_the_years_of_days_without_one() -> None:
    made = ledger(sheet(["2025年台账"], HEAD, ["1", "3月8日", "公民", "3月9日", "予以公开"]))
    assert granted(made) == 1


def test_a_form_with_other_outcomes_is_not_counted() -> None:
    with pytest.raises(NotUnderstood, match="不能由台账统计"):
        Ledger.of([LedgerFile("台账.xlsx", (sheet(HEAD, FIRST),))], load_form("2014"), 2014, Memory({}))


def test_a_sheet_of_days_without_a_head_is_told_and_a_list_of_words_is_not() -> None:
    days = sheet(["甲", DAY, "乙"], name="流水")
    words = sheet(["予以公开", "不予公开"], name="说明")
    notes = ledger(sheet(HEAD, FIRST), sheet(["甲", "乙"], name="名单"), words).notes
    assert notes == []
    first = LedgerFile("封面.xlsx", (days,))
    made = Ledger.of([first, LedgerFile("台账.xlsx", (sheet(HEAD, FIRST),))], FORM, YEAR, Memory({}))
    assert made.notes == ["“封面.xlsx　流水”没有台账的表头，没有统计"]
    assert made.parts[0].first_place == 2, "its rows keep their places"


def test_a_formula_without_its_result_stops_the_count_where_the_column_is_used() -> None:
    rows = squared([list(HEAD), list(FIRST)])
    with pytest.raises(NotUnderstood, match="第 2 行“答复日期”是没有计算结果的公式"):
        ledger(Sheet("台账", rows, uncomputed=((3, 1),))).count(Memory({}), TODAY)
    assert granted(ledger(Sheet("台账", rows, uncomputed=((3, 0), (9, 1))))) == 1
    noted = squared([[*HEAD, "剩余天数"], [*FIRST, ""]])
    assert granted(ledger(Sheet("台账", noted, uncomputed=((5, 1),)))) == 1
    numbered = squared([["序号", *HEAD], ["", *FIRST]])
    assert granted(ledger(Sheet("台账", numbered, uncomputed=((0, 1),)))) == 1


def test_the_year_is_that_in_which_most_applications_came_where_no_title_tells_it() -> None:
    rows: list[Row] = [["1", date(year, 3, 8), "公民", DAY, "予以公开"] for year in (2023, 2024, 2024)]
    assert likely_year([LedgerFile("台账.xlsx", (sheet(HEAD, *rows),))], FORM, 2020) == 2024
    assert likely_year([LedgerFile("台账.xlsx", (sheet(HEAD),))], FORM, 2020) == 2020
    assert likely_year([LedgerFile("台账.xlsx", (sheet(["名单"]),))], FORM, 2020) == 2020


def test_of_sheets_of_several_years_the_newest_is_counted() -> None:
    head = ["编号", "收到日期", "申请人类型", "答复日期", "办理结果"]
    sheets = tuple(
        Sheet(f"{year}年", squared([list(head), ["1", "3月8日", "公民", "3月18日", "予以公开"]]))
        for year in (2024, 2025)
    )
    assert likely_year([LedgerFile("台账.xlsx", sheets)], FORM, 2020) == 2025


def test_a_sheet_without_a_head_goes_on_though_its_last_column_is_blank() -> None:
    day = date(2025, 3, 8)
    first: list[Row] = [
        ["编号", "收到日期", "申请人类型", "答复日期", "办理结果", "备注"],
        ["1", day, "公民", day, "予以公开", "网上"],
    ]
    more: list[Row] = [["2", "2025-2-30", "公民", day, "予以公开"], ["3", day, "公民", day, "予以公开"]]
    source = LedgerFile("台账.xlsx", (Sheet("一季度", squared(first)), Sheet("二季度", squared(more))))
    ledger = Ledger.of([source], FORM, YEAR, Memory({}))
    tally = ledger.count(Memory({}), TODAY).tallies["applications"]
    assert len(tally.rows["applications.granted.natural_person"]) == 2
    assert [ledger.where(entry.place) for entry in tally.unplaced] == ["二季度　第 1 行"]


def test_several_ledgers_are_counted_together() -> None:
    (sheet,) = sheets_of(PLAIN)
    half = len(sheet.rows) // 2
    first = LedgerFile("上半年.xlsx", (type(sheet)("台账", sheet.rows[:half]),))
    second = LedgerFile("下半年.xlsx", (type(sheet)("台账", [*sheet.rows[:2], *sheet.rows[half:]]),))
    ledger, counted = counted_from(first, second)
    assert counted == truth(APPLICATIONS)
    assert ledger.where(ledger.parts[1].first_place + 2) == "下半年.xlsx　台账　第 3 行"


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    (sheet,) = sheets_of(PLAIN)
    hidden = type(sheet)("旧表", sheet.rows, visible=False)
    ledger, counted = counted_from(LedgerFile("台账.xlsx", (sheet, hidden)))
    assert counted == truth(APPLICATIONS)
    assert any("旧表”是隐藏的工作表，没有统计" in note for note in ledger.notes)


def test_a_table_that_is_no_ledger_is_not_understood() -> None:
    source = read_ledger("姓名,年龄\n甲,30\n乙,40\n".encode(), "名单.csv")
    with pytest.raises(NotUnderstood, match="没有找到台账的表头"):
        Ledger.of([source], FORM, YEAR, Memory({}))


def test_a_ledger_without_an_outcome_is_not_counted() -> None:
    source = read_ledger(
        "编号,收到日期,答复日期,申请人类型\n甲1,2025-1-2,2025-1-8,自然人\n".encode(), "台账.csv"
    )
    ledger = Ledger.of([source], FORM, YEAR, Memory({}))
    with pytest.raises(NotUnderstood, match="看不出哪一列是“办理结果”"):
        ledger.count(Memory({}), TODAY)


def test_the_programs_own_blank_ledger_needs_no_question() -> None:
    heads, fields = next(iter(words_of(FORM).templates.items()))
    made = ledger(sheet(list(heads), ["甲"] * len(heads)))
    assert made.known
    assert [field or "" for field in made.parts[0].layout.fields] == list(fields)
