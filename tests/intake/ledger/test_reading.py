"""A ledger is read from every kind of file with what is merged and hidden; what cannot be read is refused in a sentence."""

import io
import os
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from intake.errors import SourceRefused
from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import read_copied, read_ledger, read_ledger_file
from intake.ledger.taking_over import Origin
from intake.readers.kinds import OLD_BINARY
from model.file.safe_read import read_ordinary
from model.form_file import form_for
from tests.intake.ledger.files import (
    APPLICATIONS,
    PLAIN,
    document,
    page,
    separated,
    sheets_of,
    workbook,
)
from tests.intake.ledger.invented import TODAY, YEAR, truth
from tests.intake.ledger.promise import counted_from

FORM = form_for(YEAR)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_text_with_separators_is_read_in_the_usual_encodings(encoding: str, separator: str) -> None:
    text = separated(sheets_of(PLAIN)[0], separator)
    assert counted_from(read_ledger(text.encode(encoding), "台账.csv"))[1] == truth(APPLICATIONS)


def test_a_table_on_a_page_and_in_a_document_is_read_whatever_the_file_is_called(tmp_path: Path) -> None:
    (sheet,) = sheets_of(PLAIN)
    assert counted_from(read_ledger(page(sheet).encode(), "台账.xls"))[1] == truth(APPLICATIONS)
    source, _ = read_ledger_file(document(tmp_path / "台账.csv", sheet))
    assert counted_from(source)[1] == truth(APPLICATIONS)


def test_what_was_copied_is_read_as_text_or_markup() -> None:
    (sheet,) = sheets_of(PLAIN)
    assert counted_from(read_copied("", separated(sheet, "\t")))[1] == truth(APPLICATIONS)
    assert counted_from(read_copied(page(sheet), "台账"))[1] == truth(APPLICATIONS)
    with pytest.raises(SourceRefused, match="没有表格"):
        read_copied("", " ")


def test_a_number_kept_as_text_is_read_and_a_text_that_looks_like_a_formula_is_text() -> None:
    source = read_ledger('登记编号,收到日期,申请人\n="001",2025-1-2,=甲\n'.encode(), "台账.csv")
    assert source.sheets[0].rows[1] == ["001", "2025-1-2", "=甲"]


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
