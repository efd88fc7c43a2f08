"""Counting a ledger of 100,000 rows, beside python-calamine reading the same rows and nothing more."""

import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from intake.apart.ledger_apart import LedgerApart
from intake.apart.wire import FileSource
from intake.ledger.memory import Memory
from tests.bench.measure import Measure, own_peak, side_by_side
from tests.intake.ledger.invented import TODAY, YEAR, random_applications
from tests.intake.ledger.layouts import Layout

_ROWS: Final = 100_000
_COLUMNS: Final = (
    "序号=serial 登记编号=number 收到日期=received 申请人=name 申请人类型=kind 申请内容=wanted 方式=way "
    "答复日期=answered 办理结果=outcome 是否延期=extended 经办人=clerk 备注=remark"
)
_MOST: Final = 400
"""Megabytes that the process may take."""


def measures() -> Iterator[Measure]:
    """Seconds from the file to the count, and the memory that a process takes for it."""
    with tempfile.TemporaryDirectory() as folder:
        path = large_ledger(Path(folder))
        ours, theirs = side_by_side(partial(count, path), partial(_read_alone, path), 5)
        yield Measure(
            f"ledger of {_ROWS:,} rows × {len(_COLUMNS.split())} columns, read and counted",
            ours,
            "s",
            1.5,
            theirs,
            "python-calamine",
        )
        command = [sys.executable, "-m", "tests.bench.counting", str(path)]
        peak = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        yield Measure("memory of the process that reads it and of the one that asks", peak, "MB", _MOST)


def large_ledger(folder: Path) -> Path:
    """Write the ledger that is counted."""
    columns = tuple((head, what) for head, _, what in (entry.partition("=") for entry in _COLUMNS.split()))
    (sheet,) = Layout("large", columns).sheets(random_applications(_ROWS, seed=1), {})
    book = Workbook(write_only=True)
    page = book.create_sheet("台账")
    for row in sheet.rows:
        page.append([None if raw == "" else raw for raw in row])
    path = folder / "ledger.xlsx"
    book.save(path)
    return path


def count(path: Path) -> int:
    """Read and count a ledger as the window and the command do, apart; return how many were received."""
    memory, apart = Memory({}), LedgerApart(FileSource(path))
    try:
        apart.read()
        return apart.lay_out(memory, YEAR, YEAR).count(memory, TODAY).cells["applications.received.total"]
    finally:
        apart.end()


def _read_alone(path: Path) -> None:
    with CalamineWorkbook.from_path(path) as book:
        book.get_sheet_by_index(0).to_python()


if __name__ == "__main__":
    count(Path(sys.argv[1]))
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join()  # the one that listens waits for the process to be gone
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 + own_peak())
