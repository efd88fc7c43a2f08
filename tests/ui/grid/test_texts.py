"""What the grid says in words of a cell and of a selection."""

from model.report import Report, Slot, SlotKind
from model.review.remarks import Place, added
from tests.ui.grid.desk import CARRIED_IN, GRANTED, PARTIAL, RECEIVED, RECEIVED_TOTAL, session, set_cells
from ui.desk.session import Session
from ui.grid import texts
from ui.grid.reading import Reading
from ui.grid.sheet import sheet_of


def reading(desk: Session, *, controls: bool = False, last_year: Report | None = None) -> Reading:
    form = desk.report.form
    sheet = sheet_of(form, form.table("applications"), controls=controls)
    return Reading(sheet, desk.report, last_year, desk.outcome, {}, False)


def test_a_selection_is_told_by_its_number_of_cells_and_what_they_come_to() -> None:
    desk = session()
    set_cells(desk, received=10000, carried_in=0)
    read = reading(desk)
    cells = [read.sheet.by_key[key] for key in (RECEIVED, CARRIED_IN, GRANTED)]
    assert texts.sum_of(read, cells) == "选中 3 格，合计 10,000"
    assert texts.sum_of(read, cells[2:] * 2) == "选中 2 格，合计 0"
    assert texts.sum_of(read, cells[:1]) == ""


def test_of_one_cell_the_sum_that_it_was_typed_as_is_told() -> None:
    desk = session()
    desk.edit([(Slot(SlotKind.CELL, RECEIVED), 47), (Slot(SlotKind.SUM, RECEIVED), "12+35")], "填写")
    read = reading(desk)
    assert texts.sum_of(read, [read.sheet.by_key[RECEIVED]]) == "算式 12+35 = 47"


def test_a_place_for_the_ledgers_total_is_named_as_one() -> None:
    read = reading(session(), controls=True)
    control = next(tile for tile in read.sheet.tiles if tile.kind == "control" and tile.key == RECEIVED_TOTAL)
    assert texts.name_of(read, control).endswith("·核对合计")
    assert (
        texts.name_of(read, read.sheet.by_key[RECEIVED_TOTAL]) == read.report.form.cells[RECEIVED_TOTAL].name
    )


def test_a_remark_is_told_at_its_cell_with_who_made_it() -> None:
    desk = session()
    desk.edit(added(desk.report, Place("applications", RECEIVED), "请核对", who="王科长", when=""), "意见")
    read = reading(desk)
    read = Reading(read.sheet, desk.report, None, desk.outcome, {}, False)
    assert any(
        line.startswith("意见：请核对（王科长")
        for line in texts.tooltip(read, read.sheet.by_key[RECEIVED]).splitlines()
    )
    assert "意见：请核对" in texts.spoken(read, read.sheet.by_key[RECEIVED])
    assert "意见" not in texts.spoken(read, read.sheet.by_key[GRANTED])


def test_a_balance_of_a_signed_count_keeps_its_sign_and_no_line_is_told_twice() -> None:
    desk = session(filled=0)
    read = reading(desk)
    lines = texts.tooltip(read, read.sheet.by_key[GRANTED]).splitlines()
    assert len(lines) == len(set(lines))


def test_the_tooltip_tells_findings_help_and_basis() -> None:
    desk = session(filled=0)
    set_cells(desk, received=5)
    read = reading(desk)
    words = texts.tooltip(read, read.sheet.by_key[GRANTED])
    assert words.startswith("自然人·予以公开\n")
    assert "第三十六条" in words
    assert any("相差 5" in line for line in texts.tooltip(read, read.sheet.by_key[RECEIVED]).splitlines())


def test_the_tooltip_and_a_screen_reader_tell_the_sum_a_number_was_written_as() -> None:
    desk = session()
    sum_slot = Slot(SlotKind.SUM, RECEIVED)
    desk.edit([(Slot(SlotKind.CELL, RECEIVED), 47), (sum_slot, "12+30+5")], "填写")
    read = reading(desk)
    tile = read.sheet.by_key[RECEIVED]
    assert "算式 12+30+5 = 47" in texts.tooltip(read, tile).splitlines()
    assert "算式 12+30+5 = 47" in texts.spoken(read, tile)


def test_the_tooltip_tells_what_import_knows_and_what_the_sum_would_be() -> None:
    desk = session(filled=1)
    desk.edit([(Slot(SlotKind.STATE, PARTIAL), "doubtful")], "导入")
    desk.edit([(Slot(SlotKind.DECLARED, RECEIVED_TOTAL), 9)], "导入")
    read = reading(desk)
    assert "导入的数字，可能读错，请核对" in texts.tooltip(read, read.sheet.by_key[PARTIAL])
    assert "按分项合计为 6" in texts.tooltip(read, read.sheet.by_key[RECEIVED_TOTAL])


def test_a_total_beside_blank_cells_tells_why_it_is_marked() -> None:
    desk = session()
    set_cells(desk, received=12)
    desk.edit([(Slot(SlotKind.DECLARED, RECEIVED_TOTAL), 47)], "粘贴")
    words = texts.declared_words(desk.report, RECEIVED_TOTAL)
    assert words == "合计写的是 47；还有 5 格未填，已填各格之和为 12，填齐后相符即消去标记"
    assert words in texts.tooltip(reading(desk), reading(desk).sheet.by_key[RECEIVED_TOTAL])
    assert not texts.declared_words(desk.report, "applications.carried_in.total")
    assert not texts.declared_words(desk.report, RECEIVED)


def test_a_screen_reader_hears_name_number_and_fault() -> None:
    desk = session()
    set_cells(desk, received=12)
    read = reading(desk)
    assert texts.spoken(read, read.sheet.by_key[RECEIVED]) == "自然人·一、本年新收政府信息公开申请数量，12"
    assert texts.spoken(read, read.sheet.by_key[CARRIED_IN]).endswith("，未填")
    assert texts.spoken(read, read.sheet.by_key[RECEIVED_TOTAL]).endswith("，未填，自动合计")


def test_what_a_number_should_perhaps_be_is_told_with_why() -> None:
    desk = session(filled=5)
    desk.edit([(Slot(SlotKind.LEDGER, RECEIVED), 9)], "统计")
    read = reading(desk)
    assert "可能应为 9（台账统计的数）" in texts.tooltip(read, read.sheet.by_key[RECEIVED]).splitlines()
    assert "可能应为" not in texts.tooltip(read, read.sheet.by_key[GRANTED])


def test_last_years_number_and_the_help_of_the_form_are_told_without_blank_lines() -> None:
    desk = session(filled=5)
    last = Report(desk.report.form, "云溪县林业局", 2023)
    last.set([(Slot(SlotKind.CELL, RECEIVED), 12345)])
    read = reading(desk, last_year=last)
    lines = texts.tooltip(read, read.sheet.by_key[RECEIVED]).splitlines()
    assert "上年 12,345" in lines
    assert all(lines)
    assert not any(
        line.startswith("上年") for line in texts.tooltip(read, read.sheet.by_key[GRANTED]).splitlines()
    )
