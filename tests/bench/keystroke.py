"""One keystroke in the whole window: from the key to the verdict and the repainted window, beside a 60 Hz frame.

The keys come when all that follows the first painting of a report is there: what is measured is the typing of a whole
day, and not that of the first second.
"""

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Final, TypeVar

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from model.report import Slot, SlotKind
from tests.bench.counting import large_ledger
from tests.bench.measure import Measure, percentile, seconds
from ui.application import favour_typing
from ui.desk.later import Later
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.grid.table_grid import TableGrid
from ui.look.style import apply_style
from ui.prose.section_editor import SectionEditor

_Move = QTextCursor.MoveOperation
_Widget = TypeVar("_Widget", bound=QWidget)

_FRAME: Final = 1000 / 60
_ROUNDS: Final = 3
_LETTERS: Final = 400
_BUDGET: Final = 8.0
_FAULTS: Final = 2000
_LOOK: Final = "查看"
_PATIENCE: Final = 60_000
"""Milliseconds within which all is there that follows the first painting."""


def measures() -> Iterator[Measure]:
    """A digit, and the Enter that takes the number, all over the largest table of the sample; letters in a text."""
    application = QApplication([])
    apply_style(application, dark=False)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Settings(Path(folder) / "window.ini"))
        window.show()
        window.activateWindow()
        window.files.open_sample()
        favour_typing()
        _complete(window)
        digits, enters = _times(_entered(window, "applications", TableGrid))
        letters = _letters(_entered(window, "problems", SectionEditor))
        longest = _letters(_entered(window, "overview", SectionEditor))
        beside, shown = _while_counting(window, large_ledger(Path(folder)))
        found = _full_of_findings(window)
        before, faulty = (_letters(_at(window, end)) for end in (_Move.Start, _Move.End))
        window.close()
    many = f"{_FAULTS:,} faulty sentences ({found} findings)"
    for name, times in (
        ("a digit", digits),
        ("Enter", enters),
        ("a letter in a text", letters),
        ("a letter in the longest text, with number fields", longest),
        (f"a letter before {many}", before),
        (f"a letter behind {many}", faulty),
        ("a letter while a ledger of 100,000 rows is read and counted", beside),
    ):
        p99, mid = percentile(times, 0.99) * 1000, percentile(times, 0.5) * 1000
        note = f"a frame of 60 Hz has {_FRAME:.1f} ms"
        yield Measure(f"{name}, 99th percentile", p99, "ms", _BUDGET, note=note)
        yield Measure(f"{name}, median", mid, "ms")
    yield Measure("the count of 100,000 rows is shown", shown * 1000, "ms", note="once, when it is asked for")


def _complete(window: MainWindow) -> None:
    """Let everything follow that waits until the report is in sight. Raises TimeoutError where it does not come."""
    for followed in [QSignalSpy(later.done) for later in window.findChildren(Later)]:
        if not followed.count() and not followed.wait(_PATIENCE):
            raise TimeoutError("not all of the window follows the first painting")


def _full_of_findings(window: MainWindow) -> int:
    """Fill a text with sentences that are all at fault; return how many findings there are."""
    if window.workspace is None:
        raise TypeError("no report is open")
    session = window.workspace.session
    faults = (
        f"2019年，本局收到政府信息公开申请{9000 + number}件，公开信息XX条。" for number in range(_FAULTS)
    )
    session.edit([(Slot(SlotKind.TEXT, "overview"), "\n".join(faults))], "many faults")
    return len(session.outcome.findings)


def _at(window: MainWindow, end: QTextCursor.MoveOperation) -> SectionEditor:
    """Go to one end of the first text: a key at its start moves all that was found behind it."""
    editor = _entered(window, "overview", SectionEditor)
    editor.moveCursor(end)
    return editor


def _while_counting(window: MainWindow, ledger: Path) -> tuple[list[float], float]:
    """Seconds of each letter while a ledger is read, and then counted; and of showing the count when it is asked for."""
    page, letters = window.deeds.ledgers.page, cycle("abcdefghij ")
    times: list[float] = []
    shown = 0.0
    for begin in (partial(window.deeds.ledgers.read_files, [ledger]), page.next_button.click):
        window.deeds.back_wanted.emit()
        editor = _entered(window, "problems", SectionEditor)
        editor.clear()
        begin()
        # Who types is told that it is done, and not shown it.
        while _LOOK not in window.messages.offers:
            times.append(seconds(partial(_press, editor, next(letters))))
        shown = seconds(partial(window.messages.take, _LOOK))
    window.deeds.back_wanted.emit()
    return times, shown


def _entered(window: MainWindow, page_id: str, kind: type[_Widget]) -> _Widget:
    """Go to a page; return the widget on it that takes the keys."""
    if window.workspace is None:
        raise TypeError("no report is open")
    page = window.workspace.show_page(page_id)
    page.enter()
    QApplication.processEvents()
    return next(widget for widget in page.findChildren(kind) if widget.isVisible())


def _letters(editor: SectionEditor) -> list[float]:
    """Seconds of each letter typed into a text, the repaint included."""
    return [seconds(partial(_press, editor, letter)) for letter in islice(cycle("abcdefghij "), _LETTERS)]


def _times(grid: TableGrid) -> tuple[list[float], list[float]]:
    """Seconds of each digit and of each Enter, the repaint included."""
    digits: list[float] = []
    enters: list[float] = []
    entries = sum(tile.is_entry for tile in grid.sheet.numbers)
    for _, digit in zip(range(_ROUNDS * entries), cycle("1234567"), strict=False):
        digits.append(seconds(partial(_press, grid, digit)))
        enters.append(seconds(partial(_press, grid, Qt.Key.Key_Return)))
    return digits, enters


def _press(widget: QWidget, key: str | Qt.Key) -> None:
    if isinstance(key, str):
        QTest.keyClicks(widget, key)
    else:
        QTest.keyClick(widget, key)
    QApplication.processEvents()
