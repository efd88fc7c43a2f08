"""A pasted table that names its rows and columns: the names tell the cells, whatever the order and wherever the cursor is."""

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from model.import_state import ImportState
from model.report import Report, Slot, SlotKind
from tests.ui.grid.blocks import Rows, numbered, part, paste, printed, put, slots, tabbed
from tests.ui.grid.desk import GRANTED, RECEIVED, grid_on, session, set_cells
from ui.desk.session import Session

NAMES = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
CLASSIFIED = "applications.refused_state_secret.natural_person"


def as_page(rows: Rows) -> str:
    lines = ("".join(f"<td><p>{text}</p></td>" for text in row) for row in rows)
    return "<div><table><tbody>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</tbody></table></div>"


def plain_rows(report: Report) -> Rows:
    """The table on applications as offices copy it: each row under its own label alone, single heads."""
    rows = part(printed(report, "applications"), 3)
    return [NAMES, *([next(filter(None, reversed(row[:3]))), *row[3:]] for row in rows)]


def from_page(rows: Rows) -> None:
    put(tabbed(rows), as_page(rows))


def from_workbook(rows: Rows) -> None:
    put(tabbed(rows))


def pasted(qtbot: QtBot, desk: Session, table: str = "applications", cursor: str = "") -> str:
    """Paste into a table, and return what is said."""
    grid = grid_on(qtbot, desk, table)
    if cursor:
        grid.focus_cell(cursor)
    said: list[str] = []
    grid.message.connect(said.append)
    paste(grid)
    return said[-1]


def agree(report: Report, source: Report, table: str, without: str = "") -> bool:
    keys = [
        key for key in source.form.cells if key.startswith(f"{table}.") and not key.endswith(without or "?")
    ]
    return [report.value(key) for key in keys] == [source.value(key) for key in keys]


def marked(report: Report) -> dict[str, object]:
    return dict(report.of_kind(SlotKind.STATE))


WAYS = pytest.mark.parametrize("copied", [from_page, from_workbook])


@WAYS
@pytest.mark.parametrize("top", [0, 1], ids=["with heads", "without"])
def test_rows_in_another_order_go_to_the_rows_that_they_name(
    qtbot: QtBot, copied: Callable[[Rows], None], top: int
) -> None:
    source, desk = numbered(), session()
    heads, *rows = plain_rows(source)
    third_party = next(row for row in rows if "第三方" in row[0])
    rows.remove(third_party)
    rows.insert(4, third_party)
    copied([heads, *rows][top:])
    told = pasted(qtbot, desk, cursor="applications.partial.other")
    assert agree(desk.report, source, "applications")
    assert not marked(desk.report)
    assert told.startswith("已粘贴 144 个数字")
    desk.undo()
    assert desk.report.value(RECEIVED) is None


@WAYS
@pytest.mark.parametrize("order", [(0, 7, 1, 2, 3, 4, 5, 6), (0, 2, 3, 4, 5, 6, 1, 7)], ids=["total", "企业"])
def test_columns_in_another_order_go_under_their_heads(
    qtbot: QtBot, copied: Callable[[Rows], None], order: Sequence[int]
) -> None:
    source, desk = numbered(), session()
    copied([[row[place] for place in order] for row in plain_rows(source)])
    pasted(qtbot, desk)
    assert agree(desk.report, source, "applications")
    assert not desk.report.of_kind(SlotKind.DECLARED)


def test_a_column_that_lacks_leaves_its_cells_as_they_were(qtbot: QtBot) -> None:
    source, desk = numbered(), session()
    source.set((slot, 0) for slot in slots(source) if slot.key.endswith(".nonprofit"))
    desk.edit([(Slot(SlotKind.CELL, "applications.granted.nonprofit"), 8)], "填写")
    from_page([[*row[:4], *row[5:7]] for row in plain_rows(source)])
    told = pasted(qtbot, desk)
    assert desk.report.value(GRANTED) == source.value(GRANTED)
    assert desk.report.value("applications.granted.other") == source.value("applications.granted.other")
    assert desk.report.value("applications.granted.nonprofit") == 8
    assert told.startswith("从“社会公益组织·予以公开”起有 1 格没有粘贴的数字，原数未动")


def test_a_row_with_an_unknown_name_comes_to_no_cell_and_is_told(qtbot: QtBot) -> None:
    source, desk = numbered(), session()
    rows = plain_rows(source)
    secret = next(row for row in rows if "国家秘密" in row[0])
    secret[0] = "另一类事项"
    rows[2], rows[3] = rows[3], rows[2]
    from_workbook(rows)
    told = pasted(qtbot, desk)
    lacking = {
        key
        for key in desk.report.form.entered
        if key.startswith("applications.") and desk.report.value(key) is None
    }
    assert lacking == {
        key for key in desk.report.form.entered if key.startswith("applications.refused_state_secret.")
    }
    assert marked(desk.report) == {}
    assert told.startswith("没有粘贴：另一类事项 35 36 37 38 39 40 225：行标题对不上")


def test_totals_first_without_heads_to_tell_it_are_marked(qtbot: QtBot) -> None:
    desk = session()
    rows = part(printed(numbered(), "applications"), 3)
    from_workbook([[*row[:3], row[9], *row[3:9]] for row in rows])
    told = pasted(qtbot, desk)
    assert marked(desk.report)[GRANTED] == ImportState.DOUBTFUL
    assert told.startswith("从“自然人·一、本年新收政府信息公开申请数量”起有 175 格不能确定")


def test_a_row_that_the_form_does_not_have_is_told_and_the_others_are_taken(qtbot: QtBot) -> None:
    source, desk = numbered(), session()
    rows = plain_rows(source)
    rows.insert(6, ["县里另要的一行", "901", "902", "903", "904", "905", "906", "5421"])
    from_page(rows)
    told = pasted(qtbot, desk)
    assert agree(desk.report, source, "applications")
    assert told.startswith("没有粘贴：县里另要的一行 901")


def test_what_is_no_number_in_a_named_row_leaves_its_cell_as_it_was_and_is_told(qtbot: QtBot) -> None:
    desk = session()
    desk.edit([(Slot(SlotKind.CELL, GRANTED), 7)], "填写")
    from_page([NAMES, ["部分公开", *"5100006"], ["予以公开", "无", *"400015"]])
    told = pasted(qtbot, desk)
    assert desk.report.value(GRANTED) == 7
    assert desk.report.value("applications.granted.enterprise") == 4
    assert told.startswith("没有粘贴：自然人·予以公开：“无”不是数字；")


@pytest.mark.parametrize("names", ["rows", "heads"])
def test_names_that_are_none_of_the_forms_are_refused(qtbot: QtBot, names: str) -> None:
    desk = session()
    heads, *rows = plain_rows(numbered())
    if names == "rows":
        rows = [[f"云溪镇第{place}居委会", *row[1:]] for place, row in enumerate(rows)]
    else:
        heads = ["单位", "1月", "2月", "3月", "4月", "5月", "6月", "累计"]
    from_page([heads, *rows])
    set_cells(desk, received=7)
    assert pasted(qtbot, desk).endswith("行名或表头与本表对不上，请只选数字再复制；没有改动任何数字")
    assert desk.report.of_kind(SlotKind.CELL) == {RECEIVED: 7}


def test_pasting_the_same_with_known_names_takes_the_marks_away(qtbot: QtBot) -> None:
    source, desk = numbered(), session()
    total_first = [[*row[:3], row[9], *row[3:9]] for row in part(printed(source, "applications"), 3)]
    for copied, count in ((total_first, 175), (plain_rows(source), 0)):
        from_page(copied)
        pasted(qtbot, desk)
        assert len(marked(desk.report)) == count


def test_some_rows_with_their_labels_go_where_these_tell(qtbot: QtBot) -> None:
    desk = session()
    from_workbook([["部分公开", "5", "1", "0", "0", "0", "0"], ["予以公开", "25", "4", "0", "0", "1", "0"]])
    pasted(qtbot, desk, cursor=CLASSIFIED)
    assert desk.report.value(GRANTED) == 25
    assert desk.report.value("applications.partial.enterprise") == 1
    assert desk.report.value(CLASSIFIED) is None


@WAYS
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_kinds_of_documents_in_another_order_keep_their_numbers(
    qtbot: QtBot, copied: Callable[[Rows], None], form: str
) -> None:
    source, desk = numbered(form), session(form=form)
    rows = printed(source, "disclosure")
    rows[2], rows[3] = rows[3], rows[2]
    punished = next(place for place, row in enumerate(rows) if row[0] == "行政处罚")
    rows[punished], rows[punished + 1] = rows[punished + 1], rows[punished]
    copied(rows)
    pasted(qtbot, desk, "disclosure")
    assert agree(desk.report, source, "disclosure")


@WAYS
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_litigation_before_reconsideration_keeps_its_numbers(
    qtbot: QtBot, copied: Callable[[Rows], None], form: str
) -> None:
    source, desk = numbered(form), session(form=form)
    copied([[*row[5:], *row[:5]] for row in printed(source, "disputes")])
    pasted(qtbot, desk, "disputes")
    assert agree(desk.report, source, "disputes")


def test_the_earlier_forms_rows_go_by_their_names(qtbot: QtBot) -> None:
    source, desk = numbered("2019"), session(form="2019")
    rows = printed(source, "applications")
    rows[5], rows[6] = rows[6], rows[5]
    from_page(rows)
    pasted(qtbot, desk)
    assert agree(desk.report, source, "applications")


@WAYS
@pytest.mark.parametrize("rows", [slice(None), slice(2, 4)], ids=["whole", "two rows"])
@pytest.mark.parametrize("table", ["applications", "disputes"])
def test_another_table_is_not_pasted_into_this_one_but_named(
    qtbot: QtBot, copied: Callable[[Rows], None], rows: slice, table: str
) -> None:
    desk = session()
    copied(printed(numbered(), "disclosure")[rows])
    told = pasted(qtbot, desk, table)
    assert told == "复制的是“二、主动公开政府信息情况”的表格，请到那张表粘贴；没有改动任何数字"
    assert not desk.report.of_kind(SlotKind.CELL)


def test_the_named_table_is_found_among_others_of_a_page(qtbot: QtBot) -> None:
    source, desk = numbered(), session()
    named = [[row[place] for place in (0, 7, 1, 2, 3, 4, 5, 6)] for row in plain_rows(source)]
    tables = [printed(source, "disclosure"), named, printed(source, "disputes")]
    put(html="<p>首页</p>".join(map(as_page, tables)))
    pasted(qtbot, desk)
    assert agree(desk.report, source, "applications")
