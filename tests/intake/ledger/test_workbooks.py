"""Workbooks are read with what the library leaves out; protected, damaged and monstrous ones are refused."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from intake.errors import NotUnderstood, SourceRefused
from intake.ledger import workbooks
from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile, hush, read_ledger, read_ledger_file
from intake.ledger.sheets import Merge, Sheet
from intake.ledger.workbooks import read_workbook
from intake.readers.reading import read_bytes
from tests.intake.ledger.files import APPLICATIONS, HIDDEN, MERGED, PLAIN, QUARTERS, sheets_of, workbook
from tests.intake.ledger.invented import TODAY, YEAR, truth
from tests.intake.ledger.promise import FORM, counted_from
from tests.office_suite import OfficeSuite

CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
HEADS = ("编号", "收到日期", "申请人类型", "答复日期", "办理结果")
COMPUTED = (
    '<table:table-cell table:formula="of:=[.B2]+3" office:value-type="date" office:date-value="2025-01-05"/>'
)


def open_workbook(answered: str) -> bytes:
    """An OpenDocument workbook of one application, with `answered` as the cell of the day of its answer."""
    head = "".join(map(CELL.format, HEADS))
    cells = [CELL.format(words) for words in ("甲1", "2025-1-2", "自然人", "", "予以公开")]
    cells[3] = answered
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (head, "".join(cells)))
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="台账">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return made.getvalue()


def written(*sheets: tuple[str, list[list[object]]], hidden: str = "") -> bytes:
    """A workbook of sheets with these names and rows, one of them hidden."""
    book = Workbook()
    for name, rows in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
        page.sheet_state = "hidden" if name == hidden else "visible"
    del book["Sheet"]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def with_parts(data: bytes, parts: Mapping[str, tuple[bytes, bytes]]) -> bytes:
    """The workbook with words of some parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as other:
        for name in archive.namelist():
            old, new = parts.get(name, (b"", b""))
            content = archive.read(name)
            assert old in content
            other.writestr(name, content.replace(old, new) if old else content)
    return made.getvalue()


def sheets(data: bytes) -> list[Sheet]:
    return list(read_workbook(data, "台账.xlsx", hush))


def test_sheets_come_with_their_names_in_order_and_blank_ones_do_not() -> None:
    told: list[str] = []
    data = written(("一季度", [["甲"]]), ("空", []), ("旧表", [["乙"]]), hidden="旧表")
    made = list(read_workbook(data, "台账.xlsx", told.append))
    assert [(each.name, each.visible, each.rows) for each in made] == [
        ("一季度", True, [["甲"]]),
        ("旧表", False, [["乙"]]),
    ]
    assert told == ["一季度", "空", "旧表"]


def test_hidden_rows_are_known_by_their_numbers_and_words_in_cells_hide_nothing() -> None:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for text in ("甲", 'hidden="1"', "丙"):
        page.append([text])
    page.row_dimensions[3].hidden = True
    made = io.BytesIO()
    book.save(made)
    assert sheets(made.getvalue())[0].hidden == frozenset((2,))


def test_rows_of_another_sheet_are_not_taken_for_hidden() -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.append(["甲"])
    second = book.create_sheet("乙")
    second.append(["乙"])
    second.row_dimensions[1].hidden = True
    made = io.BytesIO()
    book.save(made)
    assert [each.hidden for each in sheets(made.getvalue())] == [frozenset(), frozenset((0,))]


def test_columns_with_formulas_that_were_never_computed_are_told_with_their_first_row() -> None:
    rows: list[list[object]] = [["甲", *[""] * 26, "乙"], [1, *[""] * 26, "=A2"], ["=A2", *[""] * 26, "=A3"]]
    assert set(sheets(written(("台账", rows)))[0].uncomputed) == {(27, 1), (0, 2)}
    computed = with_parts(
        written(("台账", [["=A2+1", "甲"]])), {"xl/worksheets/sheet1.xml": (b"</f><v", b"</f><v>5</v><v")}
    )
    assert sheets(computed)[0].uncomputed == ()


def test_merged_areas_are_counted_from_nought() -> None:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for _ in range(3):
        page.append(["甲", "乙"])
    page.merge_cells("B2:B3")
    made = io.BytesIO()
    book.save(made)
    assert sheets(made.getvalue())[0].merges == (Merge(1, 1, 2, 1),)


def test_a_sheets_part_is_found_wherever_the_workbook_says() -> None:
    data = written(("台账", [["=A2", "甲"]]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = archive.read("xl/_rels/workbook.xml.rels")
    rooted, relative = b'Target="/xl/worksheets/sheet1.xml"', b'Target="worksheets/sheet1.xml"'
    assert rooted in relations
    moved = with_parts(data, {"xl/_rels/workbook.xml.rels": (rooted, relative)})
    assert sheets(moved)[0].uncomputed == sheets(data)[0].uncomputed == ((0, 0),)


def test_a_part_that_grows_beyond_any_ledger_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(("台账", [["甲"] * 40]))
    assert sheets(data)
    monkeypatch.setattr(workbooks, "MOST_XML", 600)
    with pytest.raises(SourceRefused, match="行数过多"):
        sheets(data)


@pytest.mark.parametrize(("bound", "most"), [("MOST_ROWS", 2), ("MOST_CELLS", 5)])
def test_a_sheet_vaster_than_any_ledger_is_refused(
    bound: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, bound, most)
    assert sheets(written(("台账", [["甲", "乙"], ["丙", "丁"]])))
    with pytest.raises(SourceRefused, match="工作表“台账”有 3 行，不像是台账"):
        sheets(written(("台账", [["甲", "乙"], ["丙", "丁"], ["戊", "己"]])))


@pytest.mark.parametrize("layout", [PLAIN, MERGED, HIDDEN, QUARTERS], ids=lambda layout: layout.name)
def test_a_workbook_is_read_with_what_is_merged_and_hidden_in_it(layout: object, tmp_path: Path) -> None:
    assert isinstance(layout, type(PLAIN))
    source, _ = read_ledger_file(workbook(tmp_path / "台账.xlsx", sheets_of(layout)))
    ledger, counted = counted_from(source)
    assert counted == truth(APPLICATIONS)
    assert any("行隐藏或被筛选，也已计入" in note for note in ledger.notes) == layout.hidden


@pytest.mark.parametrize(("height", "told"), [("0", True), ("1.5", True), ("20", False), ("30.5", False)])
def test_a_row_drawn_together_is_told_as_a_hidden_one(height: str, tmp_path: Path, *, told: bool) -> None:
    path = workbook(tmp_path / "台账.xlsx", sheets_of(PLAIN))
    changed = tmp_path / "改.xlsx"
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(changed, "w") as other:
        for name in archive.namelist():
            other.writestr(
                name, archive.read(name).replace(b'<row r="3"', f'<row r="3" ht="{height}"'.encode())
            )
    ledger, counted = counted_from(read_ledger_file(changed)[0])
    assert counted == truth(APPLICATIONS)
    assert any("有 1 行隐藏或被筛选，也已计入" in note for note in ledger.notes) == told


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_old_and_open_workbooks_are_read_as_well(
    kind: str, tmp_path: Path, office_suite: OfficeSuite
) -> None:
    made = office_suite.convert(
        workbook(tmp_path / "台账.xlsx", [*sheets_of(MERGED), *sheets_of(HIDDEN)]), kind, tmp_path
    )
    source, _ = read_ledger_file(made)
    merged, hidden = source.sheets
    assert counted_from(LedgerFile("甲", (merged,)))[1] == truth(APPLICATIONS)
    ledger, counted = counted_from(LedgerFile("乙", (hidden,)))
    assert counted == truth(APPLICATIONS)
    told = "看不出哪些行是隐藏的" if kind == "xls" else "行隐藏或被筛选，也已计入"
    assert any(told in note for note in ledger.notes)


def test_a_formula_without_its_result_is_refused_where_it_is_needed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", sheets_of(PLAIN))
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["编号", "收到日期", "申请人类型", "答复日期", "办理结果"])
    sheet.append(["甲1", date(2025, 1, 2), "自然人", "=B2+3", "予以公开"])
    book.save(path)
    source, _ = read_ledger_file(path)
    ledger = Ledger.of([source], FORM, YEAR, Memory({}))
    with pytest.raises(NotUnderstood, match="第 2 行“答复日期”是没有计算结果的公式"):
        ledger.count(Memory({}), TODAY)


def test_a_formula_without_its_result_is_refused_in_an_open_workbook_as_well() -> None:
    sound = Ledger.of([read_ledger(open_workbook(COMPUTED), "台账.ods")], FORM, YEAR, Memory({}))
    assert sound.count(Memory({}), TODAY).cells["applications.granted.natural_person"] == 1
    never = COMPUTED.replace(' office:value-type="date" office:date-value="2025-01-05"', "")
    ledger = Ledger.of([read_ledger(open_workbook(never), "台账.ods")], FORM, YEAR, Memory({}))
    with pytest.raises(NotUnderstood, match="第 2 行“答复日期”是没有计算结果的公式"):
        ledger.count(Memory({}), TODAY)


def test_an_old_workbook_with_a_password_is_refused_as_such() -> None:
    data = (Path(__file__).parents[2] / "fixtures" / "protected.xls").read_bytes()
    with pytest.raises(SourceRefused, match="设有密码"):
        read_ledger(data, "台账.xls")
    with pytest.raises(SourceRefused, match="密码"):
        read_bytes(data, "年报.xls")


def test_an_open_workbook_with_a_password_is_refused_as_such() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", bytes(range(256)))
        archive.writestr("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>")
    with pytest.raises(SourceRefused, match="设有密码"):
        read_ledger(made.getvalue(), "台账.ods")


def test_a_sheet_with_a_million_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.cell(1_048_576, 3, "甲")
    book.save(path)
    with pytest.raises(SourceRefused, match="1048576 行，不像是台账"):
        read_ledger_file(path)
