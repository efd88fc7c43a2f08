"""The pages that belong to the file rather than to the report: which there are, as data, and the contract they share."""

from typing import ClassVar, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from model.report import Change
from ui.desk.desk import Desk
from ui.desk.settings import Settings


class ToolPage(QWidget):
    """A page of the file on the desk; it is made when it is first gone to, and loaded each time it comes into sight.

    `is_blind`: whoever works on it must not see the report's numbers, so that nothing is shown beside it.

    Signals: `said(str)` a line for the status bar; `export_wanted(str)` with the product that is to be exported;
    `print_wanted(bytes, object)` with the pages to print, a PDF, and the Report that is among them, None where it is
    not; `printing_changed()` when the choice of how to print did;
    `place_wanted(object)` with the place (`model.review.submission.Destination`) that the clerk is to be led to.
    """

    said = Signal(str)
    export_wanted = Signal(str)
    print_wanted = Signal(bytes, object)
    printing_changed = Signal()
    place_wanted = Signal(object)
    is_blind: ClassVar[bool] = False

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings

    def load(self) -> None:
        """Show the file as it is now."""
        raise NotImplementedError

    def enter(self) -> None:
        """Put the keyboard where work on this page begins."""

    def show_change(self, _change: Change) -> bool:
        """Show the place of a change that was undone or redone, where it is seen on this page; False where it is not."""
        return False

    def give_up(self) -> bool:
        """End what runs on this page, as its button does; False where nothing does."""
        return False

    def close_down(self) -> None:
        """Wait for work in other threads: the file is being closed."""


class Tool(NamedTuple):
    """A page of the file: its id, its words, where its class is, and whether the outline lists it."""

    id: str
    words: str
    module: str
    page: str
    listed: bool = True


SUBMISSION: Final = "submission"
"""The page that a change of the report's stage belongs to."""
TOOLS: Final = (
    Tool("recheck", "复核录入", "ui.tools.recheck_page", "RecheckPage"),
    Tool(SUBMISSION, "上报前检查", "ui.tools.submission_page", "SubmissionPage"),
    Tool("read_out", "读数视图", "ui.tools.read_out_page", "ReadOutPage"),
    Tool("years", "历年数据", "ui.tools.years_page", "YearsPage"),
    Tool("charts", "图表", "ui.tools.charts_page", "ChartsPage"),
    Tool("history", "历史版本", "ui.tools.history_page", "HistoryPage"),
    Tool("sign_off", "审签单", "ui.tools.sign_off_page", "SignOffPage"),
    Tool("read_back", "读回修改稿", "ui.tools.read_back_page", "ReadBackPage", listed=False),
    Tool("export", "导出", "ui.tools.export_page", "ExportPage", listed=False),
)
"""In the outline's order. Each is also a command of the menus under the same id."""
