"""The pages that come in place of everything else when something was read, one after the other in sight."""

from collections.abc import Iterator
from dataclasses import replace

from export.html import render
from intake.ledger.memory import Memory
from intake.taking_in import take_in_clipboard
from model.compose import compose
from model.import_state import ImportState
from model.report import Slot, SlotKind
from tests.intake.ledger.rows import TODAY, ledger_of
from tests.ui.windows import GRANTED, session_of
from ui.frame.main_window import MainWindow


def covers(window: MainWindow) -> Iterator[str]:
    """Every part of an import that has doubts, and both steps of a ledger with rows that have no place."""
    report = session_of(window).report
    read = take_in_clipboard(render(compose(report)), "")
    read.report.set([(Slot(SlotKind.STATE, GRANTED), ImportState.DOUBTFUL.value)])
    found = replace(read, doubts=("数字看不清",), unread=("没有读懂的一行",))
    imported = window.deeds.imports.page
    for existing in (None, report):
        imported.show_recognition(found, existing)
        window.show_over(imported)
        for at in range(imported.tabs.count()):
            imported.tabs.setCurrentIndex(at)
            yield f"import {imported.tabs.tabText(at)}"
    ledger = ledger_of(
        ["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"],
        ["2", "不详", "钱某", "公民", "酌情处置", "2024-3-18"],
    )
    counted = window.deeds.ledgers.page
    counted.show_columns(ledger, ledger.year, fixed=False)
    window.show_over(counted)
    yield "columns"
    counted.show_count(ledger, ledger.count(Memory({}), TODAY), None, None, fixed=False)
    for at in filter(counted.result.sides.isTabVisible, range(counted.result.sides.count())):
        counted.result.sides.setCurrentIndex(at)
        yield f"count {counted.result.sides.tabText(at)}"
