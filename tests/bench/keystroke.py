"""One keystroke in the largest table: from the key to the verdict and the repainted window, beside a 60 Hz frame."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from tests.bench.measure import Measure, percentile, seconds
from ui.grid import TableGrid
from ui.session import Session
from ui.style import apply_style

_YEAR: Final = 2024
_FRAME: Final = 1000 / 60
_ROUNDS: Final = 3
_BUDGET: Final = 8.0


def measures() -> Iterator[Measure]:
    """A digit, and the Enter that takes the number, through all entered cells of the table some times over."""
    application = QApplication([])
    apply_style(application, dark=False)
    report = Report(form_for(_YEAR), "云溪县林业局", _YEAR)
    report.set((Slot(SlotKind.CELL, key), 7) for key in report.form.entered)
    last_year = Report(form_for(_YEAR), "云溪县林业局", _YEAR - 1)
    last_year.set((Slot(SlotKind.CELL, key), 8) for key in report.form.entered)
    grid = TableGrid(Session(report, last_year), report.form.table("applications"))
    grid.resize(1124, 500)
    grid.show()
    grid.activateWindow()
    application.processEvents()
    digits, enters = _times(grid)
    for name, times in (("a digit", digits), ("Enter", enters)):
        p99, mid = percentile(times, 0.99) * 1000, percentile(times, 0.5) * 1000
        note = f"a frame of 60 Hz has {_FRAME:.1f} ms"
        yield Measure(f"{name}, 99th percentile", p99, "ms", _BUDGET, note=note)
        yield Measure(f"{name}, median", mid, "ms")


def _times(grid: TableGrid) -> tuple[list[float], list[float]]:
    """Seconds of each digit and of each Enter, the repaint included."""
    digits: list[float] = []
    enters: list[float] = []
    entries = sum(tile.is_entry for tile in grid.sheet.numbers)
    for _, digit in zip(range(_ROUNDS * entries), cycle("1234567"), strict=False):
        digits.append(seconds(partial(_press, grid, digit)))
        enters.append(seconds(partial(_press, grid, Qt.Key.Key_Return)))
    return digits, enters


def _press(grid: TableGrid, key: str | Qt.Key) -> None:
    if isinstance(key, str):
        QTest.keyClicks(grid, key)
    else:
        QTest.keyClick(grid, key)
    QApplication.processEvents()
