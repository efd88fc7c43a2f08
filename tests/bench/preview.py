"""The preview: from the end of typing to the new pages in sight, beside what the clerk is promised."""

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

import resources
from model.file.office_content import Content
from model.report import Slot, SlotKind
from tests.bench.measure import Measure, percentile, seconds
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.look.style import apply_style
from ui.tools.preview import PAUSE, Preview

_BUDGET: Final = 300
_REPEATS: Final = 25


def measures() -> Iterator[Measure]:
    """One number, and one text, of the sample's newest report are edited again and again."""
    application = QApplication([])
    apply_style(application, dark=False)
    reports = Content.read(resources.path("samples/示例.xxgk")).reports
    session = Session(reports[max(reports)])
    with tempfile.TemporaryDirectory() as folder:
        preview = Preview(session, Settings(Path(folder) / "window.ini"))
        preview.resize(400, 700)
        preview.show()
        _until_shown(preview)
        note = f"{PAUSE} ms of it wait for the next key; {preview.pages} pages"
        for name, edit in (("a number", _count(session)), ("a character", _write(session))):
            times = [_follows(preview, edit) for _ in range(_REPEATS)]
            yield Measure(f"{name}, median", percentile(times, 0.5), "ms", _BUDGET, note=note)
            yield Measure(f"{name}, 95th percentile", percentile(times, 0.95), "ms")
        preview.close_down()


def _count(session: Session) -> Callable[[], object]:
    slot, numbers = Slot(SlotKind.CELL, "applications.granted.natural_person"), count(1)
    return lambda: session.edit([(slot, next(numbers))], "")


def _write(session: Session) -> Callable[[], object]:
    slot = Slot(SlotKind.TEXT, "problems")
    return lambda: session.edit([(slot, session.report.text(slot.key) + "。")], "")


def _follows(preview: Preview, edit: Callable[[], object]) -> float:
    """Milliseconds from the end of an edit to the new pages."""
    edit()
    return 1000 * seconds(partial(_until_shown, preview))


def _until_shown(preview: Preview) -> None:
    loop = QEventLoop()
    preview.shown.connect(loop.quit)
    loop.exec()
