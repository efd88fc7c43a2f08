"""How far each page is: not begun, so many cells open, so many errors, done. One place decides the words."""

from enum import StrEnum
from typing import Final, NamedTuple

from model.office_fields import missing_of
from model.outcome import Outcome
from model.report import Report
from model.sections import COVER, PREAMBLE
from model.stages import Stage


class Progress(StrEnum):
    """How far a page is; the value names its icon."""

    NOT_BEGUN = "open"
    UNFINISHED = "partial"
    ERROR = "error"
    EXPLAIN = "explain"
    DONE = "done"


class PageState(NamedTuple):
    """A page's progress and the words for it."""

    progress: Progress
    words: str


UNKNOWN: Final = PageState(Progress.NOT_BEGUN, "")
"""The state of a page while nothing has been checked yet."""

_OF_STAGES: Final = {Stage.RETURNED: Progress.EXPLAIN} | dict.fromkeys(
    (Stage.SIGNED, Stage.FILED, Stage.PUBLISHED), Progress.DONE
)


def stage_state(report: Report) -> PageState:
    """Return how far the whole report is on its way to the public."""
    return PageState(_OF_STAGES.get(report.stage, Progress.UNFINISHED), report.stage.words)


def state_of(report: Report, outcome: Outcome, page: str) -> PageState:
    """Return the state of a section's page or of the cover."""
    blanks, errors, explain = outcome.open_on((page, PREAMBLE) if page == COVER else (page,))
    if errors:
        return PageState(Progress.ERROR, f"{errors} 处错误")
    if page != COVER and not _begun(report, page, blanks):
        return PageState(Progress.NOT_BEGUN, "未开始")
    if blanks:
        return PageState(Progress.UNFINISHED, f"{blanks} 格未填")
    missing = len(missing_of(report.field)) if page == COVER else 0
    if missing:
        return PageState(Progress.UNFINISHED, f"{missing} 项未填")
    if explain:
        return PageState(Progress.EXPLAIN, f"{explain} 处待说明")
    return PageState(Progress.DONE, "完成")


def _begun(report: Report, page: str, blanks: int) -> bool:
    if report.text(page).strip():
        return True
    tables = {table.id for table in report.form.tables_of(page)}
    if not tables or not blanks:
        return bool(tables)
    return any(
        cell.table.id in tables and not cell.computed and report.value(key) is not None
        for key, cell in report.form.cells.items()
    )
