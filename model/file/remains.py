"""What can still be read of a damaged file: shown beside the sound state that takes its place, for comparison only."""

import json
from pathlib import Path
from typing import Final, NamedTuple

from model.errors import FileDamaged, FormError
from model.file.file_shape import fault_in
from model.file.office_content import Content
from model.file.storage import read_bytes
from model.pattern import Pattern
from model.report import Report

_TABLE: Final = Pattern(r'"(\w+)":\{')
_RECORD: Final = Pattern(r'"(\d+)":(\{.*\}),?')


class Remains(NamedTuple):
    """A damaged file that was put aside."""

    path: Path

    @property
    def name(self) -> str:
        """The remains as the clerk reads it."""
        return "损坏的文件中读得出的内容"

    def open(self) -> Content:
        """Return the records that are still whole, unproved. Raises CannotRead, FileDamaged where there is none."""
        return readable(read_bytes(self.path), self.path.name)


def readable(content: bytes, name: str) -> Content:
    """Return what lines of a damaged file still hold, one record a line. Raises FileDamaged where none does."""
    office: dict[str, str] = {}
    reports: dict[int, Report] = {}
    table = ""
    for line in content.decode(errors="replace").splitlines():
        if started := _TABLE.fullmatch(line):
            table = started[1]
        record = _RECORD.fullmatch(line)
        if record is None or table not in ("office", "reports"):
            continue
        row, data = record[1], _parsed(record[2])
        if table == "office" and not fault_in({row: data}, {}):
            office = {str(key): str(value) for key, value in data.items()}
        elif table == "reports" and not fault_in({"1": {}}, {row: data}):
            reports[int(row)] = _report(data)
    if not reports:
        raise FileDamaged(f"“{name}”中没有读得出的年度报告", "内容")
    return Content(office, reports)


def _parsed(text: str) -> dict[str, object]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _report(data: dict[str, object]) -> Report:
    try:
        return Report.from_json(data)
    except (FormError, KeyError, TypeError, ValueError) as error:
        raise FileDamaged("年度报告读不出来", "内容") from error
