"""Packs a workbook. openpyxl puts each sheet into the system's temporary folder on the way, which may be full."""

from io import BytesIO
from tempfile import gettempdir
from zipfile import ZipFile

from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from export.output import WriteFailed


def packed(book: Workbook) -> BytesIO:
    """Return the bytes of a workbook. Raises WriteFailed where there is no room for what is made on the way."""
    made = BytesIO()
    try:
        ExcelWriter(book, ZipFile(made, "w")).save()
    except (LxmlError, OSError) as error:
        raise WriteFailed(
            f"没有写出 Excel 文件：临时文件夹“{gettempdir()}”所在的磁盘空间不足或不能写入，请清理后再导出。"
        ) from error
    return made
