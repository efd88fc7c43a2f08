"""The name of an exported file: <office><year>年政府信息公开工作年度报告.<ext>, as any file system takes it."""

import re
from typing import Final

from model.preamble import REPORT_NAME
from model.report import Report

_MOST_BYTES: Final = 255
"""The longest name that Linux file systems take."""
_ILLEGAL: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
"""What Windows or Linux do not take in a name."""


def file_name(report: Report, ending: str, part: str = "") -> str:
    """Return the name for a file of the report that ends in `ending` (no dot); an office's name too long is cut.

    `part` says what the file is, where it is not the report itself: 审签单.
    """
    rest = f"{report.year}年{REPORT_NAME}{part}.{ending}"
    office = _ILLEGAL.sub("_", report.office).strip(" .")
    while len((office + rest).encode()) > _MOST_BYTES:
        office = office[:-1]
    return office + rest
