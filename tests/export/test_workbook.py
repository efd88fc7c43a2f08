"""A workbook is packed, or it is said why it cannot be."""

import pytest
from lxml.etree import SerialisationError
from openpyxl import Workbook, load_workbook
from openpyxl.writer.excel import ExcelWriter

from export.output import WriteFailed
from export.workbook import packed


def test_what_is_packed_can_be_read() -> None:
    book = Workbook()
    book.create_sheet("表")["A1"] = "云溪"
    assert load_workbook(packed(book))["表"]["A1"].value == "云溪"


@pytest.mark.parametrize("error", [SerialisationError("IO_ENOSPC"), OSError("no room")])
def test_a_full_temporary_folder_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(_: ExcelWriter) -> None:
        raise error

    monkeypatch.setattr(ExcelWriter, "save", refuse)
    with pytest.raises(WriteFailed, match="磁盘空间不足或不能写入，请清理后再导出"):
        packed(Workbook())
