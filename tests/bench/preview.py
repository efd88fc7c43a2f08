"""The preview: from the end of typing to the new pages in sight, beside what the clerk is promised."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

import resources
from model.office_content import Content
from model.report import Slot, SlotKind
from tests.bench.measure import Measure, percentile, seconds
from ui.preview import PAUSE, Preview
from ui.session import Session
from ui.settings import Settings
from ui.style import apply_style

_BUDGET: Final = 300
_REPEATS: Final = 25


def measures() -> Iterator[Measure]:
    """One number, and one word, of the sample's newest report are edited again and again."""
    application = QApplication([])
    apply_style(application, dark=False)
    reports = Content.read(resources.path("samples/示例.xxgk")).reports
    session = Session(reports[max(reports)])
    # Settings that are nowhere kept: the pages are made as on a new machine.
    preview = Preview(session, Settings(Path(os.devnull)))
    preview.resize(400, 700)
    preview.show()
    _until_shown(preview)
    numbers = count(1)
    text = session.report.text("problems")
    cell, words = Slot(SlotKind.CELL, "applications.granted.natural_person"), Slot(SlotKind.TEXT, "problems")
    for name, slot in (("a number", cell), ("a character", words)):
        times = []
        for number in (next(numbers) for _ in range(_REPEATS)):
            session.edit([(slot, number if slot is cell else text + "。" * number)], "")
            times.append(1000 * seconds(partial(_until_shown, preview)))
        note = f"{PAUSE} ms of it wait for the next key; {preview.pages} pages"
        yield Measure(f"{name}, median", percentile(times, 0.5), "ms", _BUDGET, note=note)
        yield Measure(f"{name}, 95th percentile", percentile(times, 0.95), "ms", note=note)
    preview.close_down()


def _until_shown(preview: Preview) -> None:
    loop = QEventLoop()
    preview.shown.connect(loop.quit)
    loop.exec()
