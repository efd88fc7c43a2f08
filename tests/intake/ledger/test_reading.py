"""A ledger is read from every kind of file with what is merged and hidden; what cannot be read is refused in a sentence."""

import io
import os
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.worksheet.worksheet import Worksheet

from intake.errors import NotUnderstood, SourceRefused
from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import Source, read_copied, read_ledger, read_ledger_file
from intake.ledger.taking_over import Origin
from intake.readers.kinds import OLD_BINARY
from intake.readers.reading import read_bytes
from model.file.safe_read import read_ordinary
from model.form_file import form_for
from tests.intake.ledger.files import (
    APPLICATIONS,
    HIDDEN,
    MERGED,
    PLAIN,
    QUARTERS,
    document,
    page,
    separated,
    sheets_of,
    workbook,
)
from tests.intake.ledger.invented import TODAY, YEAR, truth
from tests.office_suite import OfficeSuite

FORM = form_for(YEAR)


def count_of(*sources: Source) -> tuple[Ledger, Counter[str]]:
    ledger = Ledger.of(sources, FORM, YEAR, Memory({}))
    count = ledger.count(Memory({}), TODAY)
    assert not count.tallies["applications"].unplaced
    return ledger, Counter({key: n for key, n in count.cells.items() if n and key not in FORM.sums})


@pytest.mark.parametrize("layout", [PLAIN, MERGED, HIDDEN, QUARTERS], ids=lambda layout: layout.name)
def test_a_workbook_is_read_with_what_is_merged_and_hidden_in_it(layout: object, tmp_path: Path) -> None:
    assert isinstance(layout, type(PLAIN))
    source, _ = read_ledger_file(workbook(tmp_path / "台账.xlsx", sheets_of(layout)))
    ledger, counted = count_of(source)
    assert counted == truth(APPLICATIONS)
    assert any("行隐藏或被筛选，也已计入" in note for note in ledger.notes) == layout.hidden


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_old_and_open_workbooks_are_read_as_well(
    kind: str, tmp_path: Path, office_suite: OfficeSuite
) -> None:
    made = office_suite.convert(
        workbook(tmp_path / "台账.xlsx", [*sheets_of(MERGED), *sheets_of(HIDDEN)]), kind, tmp_path
    )
    source, _ = read_ledger_file(made)
    merged, hidden = source.sheets
    assert count_of(Source("甲", (merged,)))[1] == truth(APPLICATIONS)
    ledger, counted = count_of(Source("乙", (hidden,)))
    assert counted == truth(APPLICATIONS)
    told = "看不出哪些行是隐藏的" if kind == "xls" else "行隐藏或被筛选，也已计入"
    assert any(told in note for note in ledger.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_text_with_separators_is_read_in_the_usual_encodings(encoding: str, separator: str) -> None:
    text = separated(sheets_of(PLAIN)[0], separator)
    assert count_of(read_ledger(text.encode(encoding), "台账.csv"))[1] == truth(APPLICATIONS)


def test_a_table_on_a_page_and_in_a_document_is_read_whatever_the_file_is_called(tmp_path: Path) -> None:
    (sheet,) = sheets_of(PLAIN)
    assert count_of(read_ledger(page(sheet).encode(), "台账.xls"))[1] == truth(APPLICATIONS)
    source, _ = read_ledger_file(document(tmp_path / "台账.csv", sheet))
    assert count_of(source)[1] == truth(APPLICATIONS)


def test_what_was_copied_is_read_as_text_or_markup() -> None:
    (sheet,) = sheets_of(PLAIN)
    assert count_of(read_copied("", separated(sheet, "\t")))[1] == truth(APPLICATIONS)
    assert count_of(read_copied(page(sheet), "台账"))[1] == truth(APPLICATIONS)
    with pytest.raises(SourceRefused, match="没有表格"):
        read_copied("", " ")


def test_several_ledgers_are_counted_together() -> None:
    (sheet,) = sheets_of(PLAIN)
    half = len(sheet.rows) // 2
    first = Source("上半年.xlsx", (type(sheet)("台账", sheet.rows[:half]),))
    second = Source("下半年.xlsx", (type(sheet)("台账", [*sheet.rows[:2], *sheet.rows[half:]]),))
    ledger, counted = count_of(first, second)
    assert counted == truth(APPLICATIONS)
    assert ledger.where(ledger.parts[1].first_place + 2) == "下半年.xlsx　台账　第 3 行"


def test_a_number_kept_as_text_is_read_and_a_text_that_looks_like_a_formula_is_text() -> None:
    source = read_ledger('登记编号,收到日期,申请人\n="001",2025-1-2,=甲\n'.encode(), "台账.csv")
    assert source.sheets[0].rows[1] == ["001", "2025-1-2", "=甲"]


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    (sheet,) = sheets_of(PLAIN)
    hidden = type(sheet)("旧表", sheet.rows, visible=False)
    ledger, counted = count_of(Source("台账.xlsx", (sheet, hidden)))
    assert counted == truth(APPLICATIONS)
    assert any("旧表”是隐藏的工作表，没有统计" in note for note in ledger.notes)


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


def test_a_formula_without_its_result_is_refused_in_an_open_workbook_as_well() -> None:
    sound = Ledger.of([read_ledger(open_workbook(COMPUTED), "台账.ods")], FORM, YEAR, Memory({}))
    assert sound.count(Memory({}), TODAY).cells["applications.granted.natural_person"] == 1
    never = COMPUTED.replace(' office:value-type="date" office:date-value="2025-01-05"', "")
    ledger = Ledger.of([read_ledger(open_workbook(never), "台账.ods")], FORM, YEAR, Memory({}))
    with pytest.raises(NotUnderstood, match="第 2 行“答复日期”是没有计算结果的公式"):
        ledger.count(Memory({}), TODAY)


def chart_alone() -> bytes:
    """A workbook whose only sheet is a chart."""
    book = Workbook()
    chart = book.create_chartsheet("图")
    chart.add_chart(BarChart())
    del book["Sheet"]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "空文件"),
        (b"PK\x03\x04 broken", "已损坏"),
        (OLD_BINARY + b"\x00" * 2000, "已损坏"),
        (OLD_BINARY + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "设有密码"),
        (b"%PDF-1.7", "不是表格"),
        (bytes(range(256)) * 20, "不是可读的表格"),
        (chart_alone(), "只有图表"),
        (b'"a,b\n"' + b"x" * 200_000, "格式有误"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(SourceRefused, match=told):
        read_ledger(data, "台账.xlsx")


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


def test_a_text_that_begins_like_a_formula_is_listed_and_not_counted() -> None:
    text = (
        "编号,收到日期,申请人类型,答复日期,办理结果\n"
        "甲1,=2025-3-8,自然人,2025-3-18,予以公开\n甲2,2025-3-8,自然人,2025-3-18,=予以公开\n"
        '="甲3",="2025-3-8",自然人,2025-3-18,予以公开\n'
    )
    ledger = Ledger.of([read_ledger(text.encode(), "台账.csv")], FORM, YEAR, Memory({}))
    count = ledger.count(Memory({}), TODAY)
    tally = count.tallies["applications"]
    assert [(entry.place, "公式" in entry.why) for entry in tally.unplaced] == [(2, True), (3, True)]
    assert tally.rows["applications.granted.natural_person"] == [4]


def test_a_sheet_with_a_million_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.cell(1_048_576, 3, "甲")
    book.save(path)
    with pytest.raises(SourceRefused, match="1048576 行，不像是台账"):
        read_ledger_file(path)


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "台账.xlsx", sheets_of(PLAIN))

    def grow(file: Path, most: int, *, follow: bool) -> bytes:
        data = read_ordinary(file, most, follow=follow)
        file.write_bytes(data + b" ")
        return data

    monkeypatch.setattr("intake.ledger.reading.read_ordinary", grow)
    with pytest.raises(SourceRefused, match="在读取时被改动"):
        read_ledger_file(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "台账.csv")
    with pytest.raises(SourceRefused, match="不是文件，而是管道或设备"):
        read_ledger_file(tmp_path / "台账.csv")
    assert not Origin.now("台账.csv", "ab").is_of(tmp_path / "台账.csv")


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="是文件夹"):
        read_ledger_file(tmp_path)
    with pytest.raises(SourceRefused, match="无法打开"):
        read_ledger_file(tmp_path / "没有.xlsx")


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
