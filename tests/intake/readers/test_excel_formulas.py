"""Formulas without a result are found where they stand, whatever their kind and however the file names its places."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from intake.readers.excel import read_excel
from intake.readers.excel_formulas import uncounted

_SHEET = "xl/worksheets/sheet1.xml"


def archive_of(*rows: str) -> zipfile.ZipFile:
    """A workbook whose one sheet 表三 has these rows."""
    book, whole = Workbook(), io.BytesIO()
    book.worksheets[0].title = "表三"
    plain = io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(whole, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _SHEET:
                content = content.replace(b"<sheetData>", f"<sheetData>{''.join(rows)}".encode())
            target.writestr(name, content)
    return zipfile.ZipFile(whole)


@pytest.mark.parametrize(
    "formula", ["<f>30+6</f>", '<f t="shared" si="0"/>', '<f t="array" ref="B2">A1:A2</f>']
)
@pytest.mark.parametrize("result", ["", "<v/>", "<v></v>"])
def test_a_formula_of_any_kind_without_a_result_is_found(formula: str, result: str) -> None:
    archive = archive_of(f'<row r="2"><c r="B2">{formula}{result}</c></row>')
    assert uncounted(archive) == {("表三", 2, 2)}


def test_formulas_with_results_and_plain_numbers_are_none() -> None:
    archive = archive_of(
        '<row r="1"><c r="A1"><v>36</v></c><c r="B1"><f>30+6</f><v>36</v></c><c r="C1"/></row>'
    )
    assert uncounted(archive) == set()


def test_cells_that_do_not_say_where_they_stand_follow_one_another() -> None:
    archive = archive_of(
        "<row><c><v>1</v></c><c><f>A1</f></c></row>",
        '<row r="4"><c r="C4"><f>A1</f></c><c><f>A1</f></c></row>',
    )
    assert uncounted(archive) == {("表三", 1, 2), ("表三", 4, 3), ("表三", 4, 4)}


def test_the_workbook_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []

    def counted(*given: object, **named: object) -> Workbook:
        times.append("parsed")
        return load_workbook(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("intake.readers.excel.load_workbook", counted)
    book, whole = Workbook(), io.BytesIO()
    book.worksheets[0].append(["收到", "=30+6"])
    book.save(whole)
    assert read_excel(whole.getvalue(), "年报.xlsx").blocks
    assert times == ["parsed"]
