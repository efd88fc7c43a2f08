"""The name of an exported file: <office><year>年政府信息公开工作年度报告.<ext>, as any file system takes it."""

from typing import Final

from model.file.names import ILLEGAL
from model.preamble import REPORT_NAME
from model.report import Report

_MOST_BYTES: Final = 255
"""The longest name that Linux file systems take."""
_DRAFT: Final = "（草稿）"
"""What the name of a report says that cannot be filed yet."""


def file_name(report: Report, ending: str, part: str = "", *, draft: bool = False) -> str:
    """Return the name for a file of the report that ends in `ending` (no dot); an office's name too long is cut.

    `part` says what the file is, where it is not the report itself: 审签单; `draft`: the report cannot be filed yet.
    """
    rest = f"{report.year}年{REPORT_NAME}{part}{_DRAFT if draft else ''}.{ending}"
    office = ILLEGAL.sub("_", report.office).strip(" .")
    while len((office + rest).encode()) > _MOST_BYTES:
        office = office[:-1]
    return office + rest
